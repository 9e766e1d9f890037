// SPDX-License-Identifier: Apache-2.0
// Which cells of a disclosure are to hold figures, and what an audit made of each of them.
#pragma once

#include <budget/audit/report.hpp>

#include <map>
#include <vector>

namespace budget::inline v1 {

/// What an audit made of a figure: how many of its statements speak of it, those that do not apply
/// aside, and the worst outcome of these (violated, not_read, not_decided, rounding, exact).
struct CellUse {
  int statements = 0;
  Status worst = Status::not_applicable;  ///< of no statement

  friend bool operator==(const CellUse&, const CellUse&) = default;
};

/// The cells that some statement of a report speaks of.
[[nodiscard]] std::map<CellRef, CellUse> cell_uses(const Report&);

/// Every cell of a disclosure that is to hold a figure, blank or not: those of its tables of amounts
/// and counts, the funds of its tables of targets, and the figures of its narrative. `index` is that of
/// the disclosure in its dossier.
[[nodiscard]] std::vector<CellRef> figure_cells(const Disclosure&, int index = 0);

}  // namespace budget::inline v1
