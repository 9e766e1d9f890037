// SPDX-License-Identifier: Apache-2.0
#include <budget/base/text.hpp>
#include <budget/document/sheet.hpp>

#include <algorithm>
#include <map>
#include <set>
#include <utility>

namespace budget::inline v1 {
namespace {

using Position = std::pair<int, int>;  // row, column

Position position(const SheetCell& cell) {
  return {cell.row, cell.column};
}

bool before(const SheetCell& a, const SheetCell& b) {
  return position(a) < position(b);
}

/// In the order of the sheet, the last of several at one position, blanks left out.
void put_in_order(std::vector<SheetCell>& cells) {
  if (!std::is_sorted(cells.begin(), cells.end(), before))
    std::stable_sort(cells.begin(), cells.end(), before);
  std::size_t kept = 0;
  for (std::size_t i = 0; i < cells.size(); ++i) {
    if (i + 1 < cells.size() && position(cells[i]) == position(cells[i + 1])) continue;
    if (strip(cells[i].text).empty()) continue;
    if (kept != i) cells[kept] = std::move(cells[i]);
    ++kept;
  }
  cells.resize(kept);
}

/// The merged cells of a sheet that count.
struct Spans {
  std::map<Position, MergedCells> first;  // by the cell whose text is shown
  std::set<Position> covered;             // all their positions
};

bool fits(const MergedCells& area, const std::set<Position>& covered, std::size_t most) {
  if (area.first_row < 0 || area.first_column < 0 || area.last_row < area.first_row ||
      area.last_column < area.first_column)
    return false;
  const auto rows = static_cast<std::size_t>(area.last_row - area.first_row) + 1;
  const auto columns = static_cast<std::size_t>(area.last_column - area.first_column) + 1;
  if (rows > most || columns > most || rows * columns > most - std::min(most, covered.size()))
    return false;
  for (int r = area.first_row; r <= area.last_row; ++r) {
    const auto at = covered.lower_bound({r, area.first_column});
    if (at != covered.end() && *at <= Position{r, area.last_column}) return false;
  }
  return true;
}

Spans spans_of(const Sheet& sheet, std::size_t most) {
  Spans spans;
  for (const MergedCells& area : sheet.merged) {
    const SheetCell first{area.first_row, area.first_column, {}};
    if (!std::binary_search(sheet.cells.begin(), sheet.cells.end(), first, before)) continue;
    if (!fits(area, spans.covered, most)) continue;
    spans.first.emplace(position(first), area);
    for (int r = area.first_row; r <= area.last_row; ++r)
      for (int c = area.first_column; c <= area.last_column; ++c) spans.covered.emplace(r, c);
  }
  return spans;
}

std::vector<int> within(const std::vector<int>& lines, int first, int count) {
  std::vector<int> kept;
  for (const int line : lines)
    if (line >= first && line - first < count) kept.push_back(line - first);
  return kept;
}

}  // namespace

std::optional<Grid> grid_of(Sheet sheet, std::size_t most_positions) {
  put_in_order(sheet.cells);
  const Spans spans = spans_of(sheet, most_positions);
  Grid grid;
  int last_row = -1, last_column = -1;
  int first_row = 0, first_column = 0;
  grid.cells.reserve(sheet.cells.size());
  for (SheetCell& cell : sheet.cells) {
    const auto span = spans.first.find(position(cell));
    if (span == spans.first.end() && spans.covered.contains(position(cell))) continue;
    GridCell made;
    made.row = cell.row;
    made.column = cell.column;
    if (span != spans.first.end()) {
      made.rows = span->second.last_row - cell.row + 1;
      made.columns = span->second.last_column - cell.column + 1;
    }
    made.text = std::move(cell.text);
    if (grid.cells.empty()) {
      first_row = cell.row;
      first_column = cell.column;
    }
    first_column = std::min(first_column, cell.column);
    last_row = std::max(last_row, cell.row + made.rows - 1);
    last_column = std::max(last_column, cell.column + made.columns - 1);
    grid.cells.push_back(std::move(made));
  }
  if (grid.cells.empty()) return std::nullopt;
  for (GridCell& cell : grid.cells) {
    cell.row -= first_row;
    cell.column -= first_column;
  }
  grid.rows = last_row - first_row + 1;
  grid.columns = last_column - first_column + 1;
  grid.title = std::move(sheet.title);
  grid.first_row = first_row + 1;
  grid.first_column = first_column + 1;
  if (sheet.hidden) {
    for (int r = 0; r < grid.rows; ++r) grid.hidden_rows.push_back(r);
  } else {
    grid.hidden_rows = within(sheet.hidden_rows, first_row, grid.rows);
  }
  grid.hidden_columns = within(sheet.hidden_columns, first_column, grid.columns);
  return grid;
}

}  // namespace budget::inline v1
