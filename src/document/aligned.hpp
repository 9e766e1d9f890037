// SPDX-License-Identifier: Apache-2.0
// Tables without drawn lines: rows of words that stand below each other in columns become a grid.
#pragma once

#include <budget/document/grid.hpp>

#include "document/glyph_lines.hpp"

#include <vector>

namespace budget::inline v1::detail {

/// A grid found by alignment and the lines that it takes up, from first to before end.
struct AlignedGrid {
  Grid grid;
  std::size_t first = 0;
  std::size_t end = 0;
};

/// The tables among lines from top to bottom; `before` is the last such one of the page before, or null.
/// Where some row has two words in one column nothing is found: reading by lines does better than a guess.
[[nodiscard]] std::vector<AlignedGrid> find_aligned_grids(const std::vector<WordLine>& lines,
                                                          const Grid* before);

}  // namespace budget::inline v1::detail
