// SPDX-License-Identifier: Apache-2.0
// Localisation: which single figures, put right, would make violated statements hold without
// breaking any that holds. Private to audit. The figure that went wrong is always among the answers
// when nothing else is wrong: its true amount satisfies every statement.
#pragma once

#include <budget/amount/unit.hpp>
#include <budget/audit/cause.hpp>
#include <budget/obligation/outcome.hpp>

#include <optional>
#include <span>
#include <vector>

namespace budget::inline v1::detail {

/// A figure whose change settles an explanation's statements.
struct Suspect {
  CellRef cell;
  std::optional<Decimal> low, high;  ///< printed values that may stand there; open where no bound
  std::optional<Decimal> value;      ///< the one value, if it is clear
  Cause cause = Cause::unknown;
  bool blank = false;  ///< nothing is printed there
  int disturbed = 0;   ///< statements below error that hold and would no longer
  bool exact = false;  ///< the cause leads to the value with which most holds to the digit
};

/// Violated statements with one root cause.
struct Explanation {
  std::vector<std::size_t> obligations;  ///< indices, in order
  std::vector<Suspect> suspects;         ///< all equally good; most plausible first; may be empty
  bool together = false;                 ///< the suspects are no alternatives but wrong together
  bool alternatives = false;             ///< together only: of several rows one is wrong
  Cause cause = Cause::unknown;          ///< together only: the one reason
  Unit unit = Unit::unknown;  ///< unit_slip only: the unit that the table's figures are in
};

/// Explains every violated statement over figures by single figures; each statement stands in exactly
/// one explanation.
[[nodiscard]] std::vector<Explanation> localise_single(const Dossier&, std::span<const Obligation>,
                                                       std::span<const Outcome>);

/// The same, several figures wrong for one reason first.
[[nodiscard]] std::vector<Explanation> localise(const Dossier&, std::span<const Obligation>,
                                                std::span<const Outcome>);

}  // namespace budget::inline v1::detail
