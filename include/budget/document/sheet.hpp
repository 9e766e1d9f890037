// SPDX-License-Identifier: Apache-2.0
// Sheet: one sheet of a workbook as a reader of any format gives it, cells where they stand with the
// text that is shown; and the grid that its used part is.
#pragma once

#include <budget/document/grid.hpp>

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

namespace budget::inline v1 {

/// A cell that shows something; row and column from 0.
struct SheetCell {
  int row = 0;
  int column = 0;
  std::string text;
};

/// Merged cells, first and last row and column included.
struct MergedCells {
  int first_row = 0, first_column = 0, last_row = 0, last_column = 0;
};

/// Rows and columns count from 0. Of cells at one position the last one counts.
struct Sheet {
  std::string title;
  std::vector<SheetCell> cells;
  std::vector<MergedCells> merged;
  std::vector<int> hidden_rows, hidden_columns;
  bool hidden = false;  ///< the whole sheet
};

/// The used part of a sheet; nothing where it shows nothing. Of merged cells the first one's text is
/// shown; what the others hold nobody sees. Merged cells that lie over others, or together cover more
/// than `most_positions`, count as single cells. O(n log n) in cells and covered positions.
[[nodiscard]] std::optional<Grid> grid_of(Sheet, std::size_t most_positions = 4'000'000);

}  // namespace budget::inline v1
