// SPDX-License-Identifier: Apache-2.0
// The header of a drawn table: for each column the cells that stand over it.
#pragma once

#include <budget/document/grid.hpp>

#include "disclosure/header.hpp"
#include "disclosure/rows.hpp"

#include <optional>
#include <string>
#include <vector>

namespace budget::inline v1::detail {

/// A row of a grid: for each column the cell that covers it, or null.
struct GridRow {
  const Grid* grid = nullptr;
  int row = 0;
  std::size_t line = 0;  ///< index into Document::lines
  std::vector<const GridCell*> cells;
};

/// Its rows in order. O(cells + positions).
[[nodiscard]] std::vector<GridRow> grid_rows(const Grid&);
/// Brings a row under the columns of another grid, which has more of them where this one drew fewer
/// lines; false where its columns are not among the other's.
[[nodiscard]] bool fit_columns(GridRow& row, const Grid& other);
/// Texts without blanks of the cells that begin in a row, those that print something.
[[nodiscard]] std::vector<std::string> printed_texts(const GridRow&);
/// They as tokens.
[[nodiscard]] TokenLine token_line(const GridRow&);

/// How many rows are the header.
[[nodiscard]] std::size_t grid_header_length(const std::vector<GridRow>&, const Vocabulary&);

/// Columns, and which columns of the grid each of them is.
struct GridPlan {
  ColumnPlan columns;
  std::vector<std::vector<int>> physical;
};

/// The columns of a table whose first `length` rows are its header; nothing where none is known, unless
/// the table is of no known kind (`any`): then what stands in its columns tells their roles.
[[nodiscard]] std::optional<GridPlan> grid_plan(std::vector<GridRow> rows, std::size_t length,
                                                const Vocabulary&, bool any);

}  // namespace budget::inline v1::detail
