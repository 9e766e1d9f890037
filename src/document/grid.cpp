// SPDX-License-Identifier: Apache-2.0
#include <budget/document/grid.hpp>

#include "document/boxes.hpp"
#include "document/grid_lines.hpp"

#include <algorithm>

namespace budget::inline v1 {

std::string GridCell::line() const {
  std::string result;
  for (const char c : text)
    if (c != '\n') result += c;
  return result;
}

const GridCell* Grid::at(int row, int column) const noexcept {
  for (const GridCell& cell : cells)
    if (row >= cell.row && row < cell.row + cell.rows && column >= cell.column &&
        column < cell.column + cell.columns)
      return &cell;
  return nullptr;
}

GridFault check_grid(const Grid& grid) {
  if (grid.rows < 0 || grid.columns < 0) return GridFault::outside;
  const auto width = static_cast<std::size_t>(grid.columns);
  std::vector<char> taken(static_cast<std::size_t>(grid.rows) * width);
  for (const GridCell& cell : grid.cells) {
    if (cell.row < 0 || cell.column < 0 || cell.rows < 1 || cell.columns < 1 ||
        cell.rows > grid.rows - cell.row || cell.columns > grid.columns - cell.column)
      return GridFault::outside;
    for (int r = cell.row; r < cell.row + cell.rows; ++r)
      for (int c = cell.column; c < cell.column + cell.columns; ++c) {
        char& here = taken[static_cast<std::size_t>(r) * width + static_cast<std::size_t>(c)];
        if (here != 0) return GridFault::overlap;
        here = 1;
      }
  }
  return GridFault::none;
}

namespace detail {

void add_grid(Document& document, Grid grid) {
  grid.first_line = document.lines.size();
  std::ranges::sort(grid.cells, {}, [](const GridCell& c) { return std::pair(c.row, c.column); });
  std::vector<Line> rows(static_cast<std::size_t>(grid.rows));
  for (const GridCell& cell : grid.cells) {
    Line& line = rows[static_cast<std::size_t>(cell.row)];
    if (!line.text.empty() && !cell.text.empty()) line.text += "  ";
    line.text += cell.line();
    if (cell.box) line.box = line.box ? around(*line.box, *cell.box) : *cell.box;
  }
  for (Line& line : rows) {
    line.page = grid.page;
    line.number = static_cast<int>(document.lines.size()) + 1;
    document.lines.push_back(std::move(line));
  }
  document.grids.push_back(std::move(grid));
}

}  // namespace detail

}  // namespace budget::inline v1
