// SPDX-License-Identifier: Apache-2.0
#include <budget/document/blocks.hpp>

#include <doctest/doctest.h>

#include <algorithm>
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

TEST_CASE("rows that print something are limited, blank ones are not") {
  const Grid two = grid(1000, 2,
                        {cell(0, 0, 1, 1, "合计"), cell(0, 1, 1, 1, "3.60"),
                         cell(999, 0, 1, 1, "其他"), cell(999, 1, 1, 1, "3.60")});
  CHECK(document_of_blocks({two}, "a", {}, {.positions = 2000, .cells = 4}).lines.size() == 1000);
  CHECK_THROWS_AS((void)document_of_blocks({two}, "a", {}, {.positions = 2000, .cells = 3}),
                  ReadError);
  CHECK_THROWS_AS((void)document_of_blocks({two}, "a", {}, {.positions = 1999, .cells = 4}),
                  ReadError);
}

TEST_CASE("a sheet is a page, its cells named as its own") {
  Grid sheet = grid(2, 3,
                    {cell(0, 0, 1, 1, "a"), cell(0, 1, 1, 1, "b"), cell(0, 2, 1, 1, "c"),
                     cell(1, 0, 1, 1, "d"), cell(1, 2, 1, 1, "e")});
  sheet.title = "支出";
  sheet.first_row = 5;
  sheet.hidden_columns = {1};
  sheet.hidden_rows = {1};
  Grid texts = grid(2, 1, {cell(0, 0, 1, 1, "一\n二"), cell(1, 0, 1, 1, "三")});
  texts.title = "说明";
  const Document document = document_of_blocks({sheet, texts}, "a.xlsx");
  std::vector<std::string> shown, aside;
  for (std::size_t i = 0; i < document.lines.size(); ++i) {
    const bool hidden = std::any_of(document.set_aside.begin(), document.set_aside.end(),
                                    [&](const SetAside& s) { return s.line == i; });
    (hidden ? aside : shown).push_back(document.lines[i].text);
  }
  CHECK(shown == std::vector<std::string>{"a  c", "一", "二", "三"});
  CHECK(aside == std::vector<std::string>{"d  e", "b"});
  CHECK(document.sheets == std::vector<std::string>{"支出", "说明"});
  CHECK(document.pages == 2);
  CHECK(document.grids.size() == 1);
  CHECK(to_string(document.place(0)) == "a.xlsx[支出!5]");
  CHECK(to_string(document.place(5)) == "a.xlsx[说明!2]");
}
