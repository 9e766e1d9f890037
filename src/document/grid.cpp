// SPDX-License-Identifier: Apache-2.0
#include <budget/base/split.hpp>
#include <budget/base/text.hpp>
#include <budget/document/grid.hpp>

#include "document/boxes.hpp"
#include "document/grid_lines.hpp"

#include <algorithm>
#include <iterator>

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
namespace {

/// Whether all of these stand in a sorted list.
bool among(const std::vector<int>& numbers, int first, int count) {
  for (int i = first; i < first + count; ++i)
    if (!std::ranges::binary_search(numbers, i)) return false;
  return true;
}

/// A sheet is a page of its own; two grids of one title that follow each other stand on one.
void number_sheet(Document& document, Grid& grid) {
  if (document.sheets.empty() || document.sheets.back() != grid.title)
    document.sheets.push_back(grid.title);
  grid.page = static_cast<int>(document.sheets.size());
}

Line line_of(const Document& document, const Grid& grid, int row) {
  const int number =
      grid.title.empty() ? static_cast<int>(document.lines.size()) + 1 : grid.first_row + row;
  return {grid.page, number, {}, {}};
}

/// Takes the cells out that stand in hidden columns.
std::vector<GridCell> take_hidden(Grid& grid) {
  const auto hidden = std::stable_partition(
      grid.cells.begin(), grid.cells.end(),
      [&](const GridCell& cell) { return !among(grid.hidden_columns, cell.column, cell.columns); });
  std::vector<GridCell> taken(std::make_move_iterator(hidden),
                              std::make_move_iterator(grid.cells.end()));
  grid.cells.erase(hidden, grid.cells.end());
  return taken;
}

}  // namespace

bool is_table(const Grid& grid) {
  std::vector<int> printed(static_cast<std::size_t>(grid.rows));
  return std::ranges::any_of(grid.cells, [&](const GridCell& cell) {
    return ++printed[static_cast<std::size_t>(cell.row)] > 1;
  });
}

void add_texts(Document& document, Grid grid) {
  if (!grid.title.empty()) number_sheet(document, grid);
  std::ranges::sort(grid.cells, {}, &GridCell::row);
  for (const GridCell& cell : grid.cells)
    for (const std::string_view text : split(cell.text, '\n')) {
      if (among(grid.hidden_rows, cell.row, cell.rows) ||
          among(grid.hidden_columns, cell.column, cell.columns))
        document.set_aside.push_back({document.lines.size(), Furniture::hidden});
      Line line = line_of(document, grid, cell.row);
      line.text = text;
      document.lines.push_back(std::move(line));
    }
}

void add_grid(Document& document, Grid grid) {
  if (!grid.title.empty()) number_sheet(document, grid);
  const std::vector<GridCell> hidden = take_hidden(grid);
  grid.first_line = document.lines.size();
  std::ranges::sort(grid.cells, {}, [](const GridCell& c) { return std::pair(c.row, c.column); });
  auto cell = grid.cells.begin();
  for (int row = 0; row < grid.rows; ++row) {
    Line line = line_of(document, grid, row);
    for (; cell != grid.cells.end() && cell->row == row; ++cell) {
      if (!line.text.empty() && !cell->text.empty()) line.text += "  ";
      line.text += cell->line();
      if (cell->box) line.box = line.box ? around(*line.box, *cell->box) : *cell->box;
    }
    if (among(grid.hidden_rows, row, 1))
      document.set_aside.push_back({document.lines.size(), Furniture::hidden});
    document.lines.push_back(std::move(line));
  }
  for (const GridCell& aside : hidden) {
    document.set_aside.push_back({document.lines.size(), Furniture::hidden});
    Line line = line_of(document, grid, aside.row);
    line.text = aside.line();
    document.lines.push_back(std::move(line));
  }
  document.grids.push_back(std::move(grid));
}

}  // namespace detail

}  // namespace budget::inline v1
