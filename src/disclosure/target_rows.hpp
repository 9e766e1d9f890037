// SPDX-License-Identifier: Apache-2.0
// Indicators from a stream of words: names and targets that lines break anywhere, of one column or of
// two side by side (实施期, 年度).
#pragma once

#include "disclosure/target_words.hpp"

#include <cstddef>
#include <span>
#include <string>
#include <vector>

namespace budget::inline v1::detail::targets {

/// A name with its target, as one column prints them.
struct SideRow {
  std::string level1, level2, name, value;
  std::size_t word = 0;  ///< index of its first word
  int beside = -1;       ///< of the other column: the index that stands in the same row; -1 none
};

/// What a stream was read as.
struct RowsRead {
  std::vector<SideRow> period, annual;        ///< the only column is annual
  std::vector<std::string> empty_categories;  ///< second levels without an indicator
  std::vector<std::size_t> skipped;           ///< indices of words that have no place
};

/// Reads the words below the header. The cheapest way to part them into rows is taken: a target that
/// is one, a name that is said again beside it, lines that are broken where they are full.
[[nodiscard]] RowsRead read_rows(std::span<const Word> words, bool has_two_columns);

}  // namespace budget::inline v1::detail::targets
