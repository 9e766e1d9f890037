// SPDX-License-Identifier: Apache-2.0
// The statements of a finding as lines: what each speaks of, and the arithmetic to redo. Statements
// with the same arithmetic are said once, with all their places. Private to render.
#pragma once

#include <budget/audit/report.hpp>
#include <budget/base/language.hpp>

#include <string>
#include <vector>

namespace budget::inline v1::detail {

/// Statements of one rule that show the same figures.
struct StatementLines {
  std::vector<std::string> heads;  ///< table, row or column, and [rule], one a statement
  std::vector<std::string> body;   ///< the sum with labels, what both sides can be, the condition
};

/// The statements of a finding, in its order.
[[nodiscard]] std::vector<StatementLines> statement_lines(const Finding&, const Report&,
                                                          const Dossier&, Language);

/// Statements that hold by rounding: one sum, however often the document prints it.
struct RoundedSum {
  std::string sum;     ///< the arithmetic of the first, its difference and strain
  int statements = 0;  ///< how many say the same
  std::string places;  ///< where, each table once
};
/// The statements of a note on rounding, in its order.
[[nodiscard]] std::vector<RoundedSum> rounded_sums(const Finding&, const Report&, const Dossier&,
                                                   Language);

}  // namespace budget::inline v1::detail
