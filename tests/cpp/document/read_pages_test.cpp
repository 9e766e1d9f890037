// SPDX-License-Identifier: Apache-2.0
#include <budget/base/text.hpp>
#include <budget/document/read_pages.hpp>

#include <doctest/doctest.h>

#include <string>
#include <vector>

using namespace budget;

namespace {

constexpr double size = 10;

/// A page on which tests write and draw.
struct Sheet {
  PlacedPage page{1, 595, 842, {}, {}};

  Sheet& write(std::u32string_view text, double x, double y, double angle = 0) {
    for (const char32_t code : text) {
      const double width = code < 0x80 ? size / 2 : size;
      page.glyphs.push_back({code, {x, y, x + width, y + size}, size, angle, false, false, 0});
      x += width;
    }
    return *this;
  }
  Sheet& horizontal(double y, double from, double to) {
    page.rulings.push_back({{from, y, to, y}});
    return *this;
  }
  Sheet& vertical(double x, double from, double to) {
    page.rulings.push_back({{x, from, x, to}});
    return *this;
  }
  /// Lines at all of these places.
  Sheet& rule(const std::vector<double>& xs, const std::vector<double>& ys) {
    for (const double y : ys) horizontal(y, xs.front(), xs.back());
    for (const double x : xs) vertical(x, ys.front(), ys.back());
    return *this;
  }
};

std::string text_at(const Grid& grid, int row, int column) {
  const GridCell* cell = grid.at(row, column);
  return cell == nullptr ? "(none)" : cell->text;
}

}  // namespace

TEST_CASE("lines that meet are a grid, and text around it stays in reading order") {
  Sheet sheet;
  sheet.write(U"收入总表", 250, 50)
      .rule({100, 200, 300}, {100, 120, 140})
      .write(U"项目", 110, 105)
      .write(U"金额", 210, 105)
      .write(U"合计", 110, 125)
      .write(U"3.60", 210, 125)
      .write(U"注：无", 100, 150);
  const Document document = read_pages({sheet.page}, "a.pdf");
  REQUIRE(document.grids.size() == 1);
  const Grid& grid = document.grids.front();
  CHECK(grid.rows == 2);
  CHECK(grid.columns == 2);
  CHECK(text_at(grid, 1, 1) == "3.60");
  REQUIRE(document.lines.size() == 4);
  CHECK(strip(document.lines[0].text) == "收入总表");
  CHECK(document.lines[2].text == "合计  3.60");
  CHECK(document.lines[3].text == "注：无");
  CHECK(document.grid_of(0) == nullptr);
  CHECK(document.grid_of(2) == &grid);
  CHECK(document.grid_of(3) == nullptr);
  CHECK(grid.at(1, 1)->box == Box{200, 120, 300, 140});
}

TEST_CASE("where no line parts two cells they are one") {
  Sheet sheet;
  sheet.horizontal(100, 100, 300).horizontal(140, 100, 300).horizontal(120, 200, 300);
  sheet.vertical(100, 100, 140).vertical(200, 100, 140).vertical(300, 100, 140);
  sheet.vertical(250, 120, 140);
  sheet.write(U"项目", 110, 115)
      .write(U"支出", 230, 105)
      .write(U"甲", 210, 125)
      .write(U"乙", 260, 125);
  const Document document = read_pages({sheet.page}, "a.pdf");
  REQUIRE(document.grids.size() == 1);
  const Grid& grid = document.grids.front();
  CHECK(grid.rows == 2);
  CHECK(grid.columns == 3);
  CHECK(grid.at(0, 0)->rows == 2);
  CHECK(grid.at(0, 1)->columns == 2);
  CHECK(text_at(grid, 0, 2) == "支出");
  CHECK(text_at(grid, 1, 2) == "乙");
}

TEST_CASE("rules may be dashed, doubled, a little short, and missing at the outer edges") {
  Sheet sheet;
  for (double x = 100; x < 300; x += 5) sheet.horizontal(100, x, x + 3);
  sheet.horizontal(120, 101, 299).horizontal(121.5, 101, 299);
  sheet.horizontal(140, 100, 300);
  sheet.vertical(200, 102, 139);
  sheet.write(U"甲", 110, 105).write(U"乙", 210, 105).write(U"丙", 110, 126).write(U"丁", 210, 126);
  const Document document = read_pages({sheet.page}, "a.pdf");
  REQUIRE(document.grids.size() == 1);
  const Grid& grid = document.grids.front();
  CHECK(grid.rows == 2);
  CHECK(grid.columns == 2);
  CHECK(text_at(grid, 0, 0) == "甲");
  CHECK(text_at(grid, 0, 1) == "乙");
  CHECK(text_at(grid, 1, 0) == "丙");
  CHECK(text_at(grid, 1, 1) == "丁");
}

TEST_CASE("a frame around one text is no table") {
  Sheet sheet;
  sheet.rule({100, 300}, {100, 140}).write(U"说明", 110, 115);
  const Document document = read_pages({sheet.page}, "a.pdf");
  CHECK(document.grids.empty());
  REQUIRE(document.lines.size() == 1);
  CHECK(document.lines.front().text == "说明");
}

TEST_CASE("digits a little off the baseline stand on their line") {
  Sheet sheet;
  sheet.write(U"合计", 100, 100).write(U"3.60", 120, 103).write(U"下行", 100, 113);
  const Document document = read_pages({sheet.page}, "a.pdf");
  REQUIRE(document.lines.size() == 2);
  CHECK(document.lines[0].text == "合计3.60");
  CHECK(document.lines[1].text == "下行");
}

TEST_CASE("writing at an angle and hidden glyphs are set aside and kept") {
  Sheet sheet;
  sheet.write(U"合计", 100, 100).write(U"样本", 100, 300, 45).write(U"9.99", 100, 400);
  for (std::size_t i = 4; i < sheet.page.glyphs.size(); ++i) sheet.page.glyphs[i].hidden = true;
  const Document document = read_pages({sheet.page}, "a.pdf");
  REQUIRE(document.lines.size() == 3);
  REQUIRE(document.set_aside.size() == 2);
  CHECK(document.set_aside[0].what == Furniture::watermark);
  CHECK(document.set_aside[1].what == Furniture::hidden);
  CHECK(document.lines[document.set_aside[1].line].text == "9.99");
}

TEST_CASE("a table that a page end cuts goes on with the same columns") {
  const auto page = [](int number, double middle) {
    Sheet sheet;
    sheet.page.number = number;
    sheet.rule({100, middle, 300}, {100, 120}).write(U"甲", 110, 105).write(U"1", 280, 105);
    return sheet.page;
  };
  const Document same = read_pages({page(2, 201), page(1, 200)}, "a.pdf");
  REQUIRE(same.grids.size() == 2);
  CHECK_FALSE(same.grids[0].continues);
  CHECK(same.grids[1].continues);
  CHECK(same.grids[1].page == 2);
  const Document other = read_pages({page(1, 200), page(2, 240)}, "a.pdf");
  CHECK_FALSE(other.grids[1].continues);
}

TEST_CASE("pages that print nothing or nothing known are refused") {
  const auto id = [](std::vector<PlacedPage> pages) {
    try {
      (void)read_pages(std::move(pages), "a.pdf");
    } catch (const ReadError& error) {
      CHECK(error.place().source == "a.pdf");
      return std::string(error.id());
    }
    return std::string();
  };
  CHECK(id({}) == "document.empty");
  CHECK(id({Sheet().page}) == "document.empty");
  CHECK(id({Sheet().write(U"\uFFFD\uFFFD\uE001a", 100, 100).page}) == "document.garbled");
}

TEST_CASE("rows of words in columns are a grid without drawn lines") {
  Sheet sheet;
  sheet.write(U"项目", 60, 100).write(U"预算数", 200, 100);
  sheet.write(U"编码", 50, 114).write(U"名称", 90, 114).write(U"合计", 200, 114);
  sheet.write(U"基本", 300, 114);
  double y = 128;
  for (const auto* code : {U"201", U"208", U"210", U"221"}) {
    sheet.write(code, 50, y).write(U"支出", 90, y).write(U"12.50", 235, y).write(U"3.50", 340, y);
    y += 14;
  }
  sheet.write(U"229", 50, y).write(U"其他", 90, y);
  const Document document = read_pages({sheet.page}, "a.pdf");
  REQUIRE(document.grids.size() == 1);
  const Grid& grid = document.grids.front();
  CHECK(grid.rows == 7);
  CHECK(grid.columns == 4);
  const GridCell* group = grid.at(0, 2);
  REQUIRE(group != nullptr);
  CHECK(group->text == "预算数");
  CHECK(group->columns == 2);
  CHECK(grid.at(2, 2)->text == "12.50");
  CHECK(grid.at(5, 3)->text == "3.50");
  CHECK(grid.at(6, 1)->text == "其他");
  CHECK(grid.at(6, 2) == nullptr);
}

TEST_CASE("two words of a row in one column are no grid") {
  Sheet sheet;
  sheet.write(U"甲", 50, 100).write(U"乙", 150, 100).write(U"丙", 250, 100);
  double y = 114;
  for (int row = 0; row < 4; ++row, y += 14)
    sheet.write(U"一二三四五六七八九十一", 50, y).write(U"1.00", 250, y);
  sheet.write(U"短", 50, y).write(U"短", 100, y).write(U"1.00", 250, y);
  const Document document = read_pages({sheet.page}, "a.pdf");
  CHECK(document.grids.empty());
  CHECK(document.lines.size() == 6);
}
