// SPDX-License-Identifier: Apache-2.0
// Rows as text: `total = basic + projects`, `part <= whole`, `2 * a - 0.5 * 'b c' < 10`. Sums of
// [coefficient *] name and constants on either side of = <= >= < >; names are identifiers of any script
// or stand in single quotes.
#pragma once

#include <budget/proof/system.hpp>

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace budget::inline v1::proof {

/// A row over names: sum(coefficient · name) relation constant, each name once.
struct NamedRow {
  std::vector<std::pair<std::string, Rational>> terms;
  RowRelation relation = RowRelation::equal;
  Rational constant;
};

/// Reads one row. Throws RuleError with the column of the first thing that is wrong and what would have
/// been right there; `number` counts the rows from 1 and stands as the line of its place.
[[nodiscard]] NamedRow parse_row(std::string_view text, int number = 1);

}  // namespace budget::inline v1::proof
