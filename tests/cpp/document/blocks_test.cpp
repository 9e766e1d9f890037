// SPDX-License-Identifier: Apache-2.0
#include <budget/document/blocks.hpp>

#include <doctest/doctest.h>

#include <string>
#include <vector>

using namespace budget;

namespace {

GridCell cell(int row, int column, int rows, int columns, std::string text) {
  GridCell made;
  made.row = row;
  made.column = column;
  made.rows = rows;
  made.columns = columns;
  made.text = std::move(text);
  return made;
}

Grid grid(int rows, int columns, std::vector<GridCell> cells) {
  Grid made;
  made.rows = rows;
  made.columns = columns;
  made.cells = std::move(cells);
  return made;
}

}  // namespace

TEST_CASE("paragraphs and rows become lines in order") {
  const Document document = document_of_blocks(
      {std::string("第一部分\n概况"),
       grid(2, 2, {cell(1, 1, 1, 1, "3.6\n0"), cell(0, 0, 1, 2, "项目"), cell(1, 0, 1, 1, "合计")}),
       std::string("注：无")},
      "a.docx", "00");
  std::vector<std::string> texts;
  for (const Line& line : document.lines) texts.push_back(line.text);
  CHECK(texts == std::vector<std::string>{"第一部分", "概况", "项目", "合计  3.60", "注：无"});
  CHECK(document.grids.front().first_line == 2);
  CHECK(document.grid_of(3) == &document.grids.front());
  CHECK(document.grid_of(4) == nullptr);
  CHECK(document.place(4).line == 5);
}

TEST_CASE("cells outside their grid or over one another are refused") {
  for (const auto& cells :
       std::vector<std::vector<GridCell>>{{cell(0, 0, 1, 3, "a")},
                                          {cell(2, 0, 1, 1, "a")},
                                          {cell(-1, 0, 1, 1, "a")},
                                          {cell(0, 0, 0, 1, "a")},
                                          {cell(0, 0, 2147483647, 1, "a")},
                                          {cell(0, 0, 2, 2, "a"), cell(1, 1, 1, 1, "b")}}) {
    CHECK_THROWS_AS((void)document_of_blocks({grid(2, 2, cells)}, "a"), ReadError);
  }
  CHECK_THROWS_AS((void)document_of_blocks({grid(1 << 20, 1 << 20, {})}, "a"), ReadError);
  CHECK_THROWS_AS((void)document_of_blocks({}, "a"), ReadError);
  CHECK_THROWS_AS((void)document_of_blocks({std::string(" \n")}, "a"), ReadError);
}
