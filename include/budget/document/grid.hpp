// SPDX-License-Identifier: Apache-2.0
// Grid: a table as it is drawn: rows, columns, and cells that may span several of both. It says
// nothing of what a row or a column means.
#pragma once

#include <budget/base/place.hpp>

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

namespace budget::inline v1 {

/// How far the edges of one column may stand apart on two pages, in points.
inline constexpr double same_column_edge = 4.0;

/// A cell of a grid and what is printed in it.
struct GridCell {
  int row = 0;             ///< its first row, from 0
  int column = 0;          ///< its first column, from 0
  int rows = 1;            ///< how many rows it spans
  int columns = 1;         ///< how many columns it spans
  std::string text;        ///< UTF-8; the lines of a cell of several are parted by '\n'
  std::optional<Box> box;  ///< on the page, where the source has pages of placed words
  /// How far in its first line begins, in widths of a character; nothing where that is not known or
  /// where the line is set in the middle or at the right.
  std::optional<double> inset;
  bool full = false;        ///< its last line reaches the right edge: words may go on elsewhere
  bool recognised = false;  ///< read from a picture of the text, not from text

  /// The text on one line: a word or a number broken at the cell\'s edge is whole again.
  [[nodiscard]] std::string line() const;
};

/// A table as drawn. Invariant, kept by whoever fills it (see `check_grid`): cells lie inside and do
/// not overlap. Positions without a cell are blank.
struct Grid {
  int rows = 0;
  int columns = 0;
  std::vector<GridCell> cells;
  int page = 0;                     ///< page, from 1; 0 where unknown
  std::string title;                ///< of a workbook's sheet; "" elsewhere
  int first_row = 1;                ///< the sheet's own number of row 0
  int first_column = 1;             ///< the sheet's own number of column 0
  std::vector<int> hidden_rows;     ///< rows not to be seen, from 0
  std::vector<int> hidden_columns;  ///< columns not to be seen, from 0
  std::vector<double> edges;        ///< left edges of the columns and the last right one, in points
  bool continues = false;           ///< goes on with the grid before it, which a page end cut
  std::size_t first_line = 0;       ///< index into Document::lines of its first row: one line a row

  /// The cell that covers a position, or null.
  [[nodiscard]] const GridCell* at(int row, int column) const noexcept;
};

/// Why a grid was refused.
enum class GridFault { none, outside, overlap };
/// Whether cells lie inside their grid and none overlaps another. O(cells + positions).
[[nodiscard]] GridFault check_grid(const Grid& grid);

}  // namespace budget::inline v1
