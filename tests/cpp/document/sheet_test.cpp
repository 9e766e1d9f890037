// SPDX-License-Identifier: Apache-2.0
#include <budget/document/sheet.hpp>

#include <string>
#include <tuple>
#include <vector>

#include <doctest/doctest.h>

using namespace budget;

namespace {

using Shown = std::tuple<int, int, int, int, std::string>;

std::vector<Shown> shown(const Grid& grid) {
  std::vector<Shown> cells;
  for (const GridCell& cell : grid.cells)
    cells.emplace_back(cell.row, cell.column, cell.rows, cell.columns, cell.text);
  return cells;
}

Sheet sheet_with(std::vector<SheetCell> cells, std::vector<MergedCells> merged = {}) {
  Sheet sheet;
  sheet.title = "支出";
  sheet.cells = std::move(cells);
  sheet.merged = std::move(merged);
  return sheet;
}

}  // namespace

TEST_CASE("the used part of a sheet, its cells in order") {
  const auto grid =
      grid_of(sheet_with({{4, 3, "3.60"}, {4, 2, "合计"}, {3, 2, " "}, {5, 2, "甲"}}));
  REQUIRE(grid.has_value());
  CHECK(shown(*grid) ==
        std::vector<Shown>{{0, 0, 1, 1, "合计"}, {0, 1, 1, 1, "3.60"}, {1, 0, 1, 1, "甲"}});
  CHECK(std::tuple(grid->rows, grid->columns, grid->first_row, grid->first_column) ==
        std::tuple(2, 2, 5, 3));
  CHECK_FALSE(grid_of(sheet_with({{0, 0, "  "}})).has_value());
  CHECK_FALSE(grid_of(Sheet{}).has_value());
}

TEST_CASE("of cells at one position the last counts") {
  const auto grid = grid_of(sheet_with({{0, 0, "1.00"}, {0, 1, "a"}, {0, 0, "=B1"}}));
  CHECK(shown(*grid) == std::vector<Shown>{{0, 0, 1, 1, "=B1"}, {0, 1, 1, 1, "a"}});
}

TEST_CASE("merged cells show the first and reach as far as they are merged") {
  const auto grid =
      grid_of(sheet_with({{0, 0, "项目"}, {0, 1, "unseen"}, {2, 0, "甲"}}, {{0, 0, 1, 2}}));
  CHECK(shown(*grid) == std::vector<Shown>{{0, 0, 2, 3, "项目"}, {2, 0, 1, 1, "甲"}});
  CHECK(std::pair(grid->rows, grid->columns) == std::pair(3, 3));
}

TEST_CASE("merged cells that cannot be count as single ones") {
  const std::vector<SheetCell> cells{{0, 0, "a"}, {1, 1, "b"}, {2, 2, "c"}};
  for (const MergedCells& odd :
       std::vector<MergedCells>{{1, 1, 0, 0}, {-1, 0, 1, 1}, {1, 1, 1 << 20, 1 << 14}}) {
    CHECK(shown(*grid_of(sheet_with(cells, {odd}))).size() == 3);
  }
  // The second lies over the first.
  const auto grid = grid_of(sheet_with(cells, {{0, 0, 0, 1}, {1, 1, 2, 2}, {2, 2, 3, 3}}));
  CHECK(shown(*grid) == std::vector<Shown>{{0, 0, 1, 2, "a"}, {1, 1, 2, 2, "b"}});
  // Together no more than so many positions.
  CHECK(shown(*grid_of(sheet_with(cells, {{0, 0, 0, 3}, {1, 1, 1, 3}}), 5)) ==
        std::vector<Shown>{{0, 0, 1, 4, "a"}, {1, 1, 1, 1, "b"}, {2, 2, 1, 1, "c"}});
}

TEST_CASE("hidden lines are those of the used part") {
  Sheet sheet = sheet_with({{2, 2, "a"}, {3, 3, "b"}});
  sheet.hidden_rows = {0, 3, 9};
  sheet.hidden_columns = {1, 2};
  const auto grid = grid_of(sheet);
  CHECK(grid->hidden_rows == std::vector<int>{1});
  CHECK(grid->hidden_columns == std::vector<int>{0});
  sheet.hidden = true;
  CHECK(grid_of(sheet)->hidden_rows == std::vector<int>{0, 1});
}
