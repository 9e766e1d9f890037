// SPDX-License-Identifier: Apache-2.0
// Figures of tables that violated statements set beside one other figure each. Private to audit.
#pragma once

#include <budget/disclosure/disclosure.hpp>
#include <budget/obligation/obligation.hpp>
#include <budget/obligation/outcome.hpp>

#include <span>
#include <utility>
#include <vector>

namespace budget::inline v1::detail {

/// A cell of a table, and the cell of which a violated statement says that it is the same, or bounds it.
struct SetBeside {
  CellRef cell, other;
  Relation relation = Relation::equal;
};

/// In the order of the statements; those of two cells of tables both ways round. Quotients are none.
[[nodiscard]] std::vector<SetBeside> set_beside(std::span<const Obligation>,
                                                std::span<const Outcome>);

/// Figures that belong in cells; none where a cell should be blank.
using FiguresInPlace = std::vector<std::pair<CellRef, Figure>>;

}  // namespace budget::inline v1::detail
