// SPDX-License-Identifier: Apache-2.0
// Texts that keep the layout of the page: what stands where decides, and what does not fit is listed.
#include <budget/disclosure/recognise.hpp>
#include <budget/document/read_text.hpp>
#include <budget/standard/vocabulary.hpp>

#include <doctest/doctest.h>

#include <string>
#include <vector>

using namespace budget;

namespace {

Disclosure read(const std::string& text) {
  return recognise(read_text(text, "layout.txt"), standard_vocabulary());
}

const Row& row_of(const Table& table, const std::string& name) {
  for (const Row& row : table.rows)
    for (const RowLabel& label : row.labels)
      if (label.name == name) return row;
  FAIL("no row " << name);
  return table.rows.front();
}

std::string text(const Row& row, std::size_t column) {
  return row.cells[column].figure.text();
}

const std::string expenditure =
    "                     支出总表\n"
    "                                                             单位：万元\n"
    "科目编码             科目名称            合计      基本支出     项目支出\n";

}  // namespace

TEST_CASE("class, group and item printed apart under one header are one code") {
  const Disclosure d =
      read(expenditure +
           "201              一般公共服务支出      500.30     400.10       100.20\n"
           "201   06         财政事务              500.30     400.10       100.20\n"
           "201   06   01    行政运行              400.10     400.10\n"
           "201   06   99    其他财政事务支出      100.20                  100.20\n");
  REQUIRE(d.tables.size() == 1);
  CHECK(d.not_read.empty());
  const Row& item = row_of(d.tables[0], "其他财政事务支出");
  CHECK(item.labels[0].code == "2010699");
  CHECK(text(item, 2) == "100.20");
  CHECK(text(item, 3).empty());
  CHECK(text(item, 4) == "100.20");
}

TEST_CASE("a group beside the first of its items shares its row") {
  const Disclosure d = read(
      "                 收入预算总表\n"
      "                                          单位：万元\n"
      "项目名称                                  金额\n"
      "                  收入总计                100.50\n"
      "    财政专户资金      专户管理教育收费      60.30\n"
      "                  其他非税收入              40.20\n");
  REQUIRE(d.tables.size() == 1);
  CHECK(d.not_read.empty());
  CHECK(text(row_of(d.tables[0], "财政专户资金 专户管理教育收费"), 1) == "60.30");
}

TEST_CASE("words among figures and figures among words are not read, never misread") {
  const Disclosure d =
      read(expenditure +
           "201              一般公共服务支出      500.30     400.10       100.20\n"
           "                 一般公共服务支出      500.30     见附件       100.20\n"
           "2010601          行政运行              400.10     400.10\n");
  REQUIRE(d.tables.size() == 1);
  REQUIRE(d.not_read.size() == 1);
  CHECK(d.not_read[0].place.line == 5);
  CHECK(d.tables[0].rows.size() == 2);
}

TEST_CASE("a bare number beside amounts with decimals is a code, not an amount") {
  const Disclosure d =
      read(expenditure +
           "201              一般公共服务支出      500.30     400.10       100.20\n"
           "                 财政事务                         06           100.20\n");
  REQUIRE(d.tables.size() == 1);
  for (const Row& row : d.tables[0].rows)
    for (const Cell& cell : row.cells) CHECK(cell.figure.text() != "06");
  CHECK(d.not_read.size() == 1);
}

TEST_CASE("where a new page sets a table elsewhere, figures that fit two ways are not placed") {
  const std::string first =
      "科目编码         科目名称            合计      财政拨款收入     事业收入     经营收入\n"
      "210          卫生健康支出        60.99       60.99\n"
      "21011        行政事业单位医疗      60.99       60.99\n";
  const std::string head =
      "                     收入总表\n"
      "                                                             单位：万元\n";
  const Disclosure same =
      read(head + first + "2101101      行政单位医疗        60.99       60.99\n");
  CHECK(same.not_read.empty());
  const Disclosure other =
      read(head + first + "\f2101101      行政单位医疗                60.99     60.99\n");
  REQUIRE(other.tables.size() == 1);
  REQUIRE(other.not_read.size() == 1);
  CHECK(other.not_read[0].why == NotReadWhy::ambiguous_columns);
  for (std::size_t c = 2; c < other.tables[0].columns.size(); ++c)
    CHECK(text(other.tables[0].rows.back(), c).empty());
}
