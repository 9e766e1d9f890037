// SPDX-License-Identifier: Apache-2.0
#include <doctest/doctest.h>

#include <budget/base/lookup_error.hpp>
#include <budget/disclosure/recognise.hpp>
#include <budget/disclosure/table_tree.hpp>
#include <budget/document/read_text.hpp>
#include <budget/standard/vocabulary.hpp>
#include <budget/subject/rollup.hpp>
#include <budget/subject/tree_check.hpp>

#include <string>

using namespace budget;

namespace {

Disclosure read(const std::string& text) {
  return recognise(read_text(text, "a.txt"), standard_vocabulary());
}

const std::string head =
    "2024年部门支出总表\n部门名称：[021]某局 单位：万元\n项目 2024年预算数\n"
    "科目编码 科目名称 合计 基本支出 项目支出\n";

const std::string rows =
    "合计 9.90 3.50 6.40\n201 一般公共服务支出 9.90 3.50 6.40\n20106 财政事务 9.90 3.50 6.40\n"
    "2010601 行政运行 3.50 3.50  \n2010602 一般行政管理事务 6.40  6.40\n";

}  // namespace

TEST_CASE("the tree of a table: its total above all, its rows below, every amount column") {
  const Disclosure d = read(head + rows);
  const Table& table = d.tables.front();
  const SubjectTree tree = tree_of(table);
  REQUIRE(tree.columns().size() == 3);
  CHECK(tree.columns()[1].name == "基本支出");
  CHECK(tree.name(0) == "合计");
  CHECK(tree.row(0) == 0);
  CHECK(tree.height() == 3);
  CHECK(tree.code(3) == "2010601");
  CHECK(tree.printed(3, 0) == PrintedAmount{3'500'000, 5'000});
  CHECK_FALSE(tree.printed(3, 2).is_stated());
  for (const TotalCheck& line : check(tree)) CHECK(line.outcome == TotalOutcome::exact);
}

TEST_CASE("columns are found by term, header or id") {
  const Disclosure d = read(head + rows);
  const Table& table = d.tables.front();
  CHECK(amount_column(table, "基本支出") == 3);
  CHECK(amount_column(table, "2024年预算数/项目支出") == 4);
  CHECK(amount_column(table, "") == 2);
  CHECK(amount_column(table, table.columns[4].id) == 4);
  CHECK(tree_of(table, {4}).columns().size() == 1);
  try {
    (void)amount_column(table, "项目支");
    FAIL("found");
  } catch (const LookupError& error) {
    CHECK(error.id() == "disclosure.column");
    CHECK(error.suggestions().at(0).find("项目支出") != std::string::npos);
  }
}

TEST_CASE("a figure that was not read is named, not taken for nothing") {
  const Disclosure d = read(head + "201 一般公共服务支出 9.9O 3.50 6.40\n");
  try {
    (void)tree_of(d.tables.front());
    FAIL("made a tree");
  } catch (const CellNotRead& error) {
    CHECK(error.text() == "9.9O");
    CHECK(error.place().line == 5);
  }
  CHECK(tree_of(d.tables.front(), {3}).size() == 2);
}

TEST_CASE("a side of a two-sided table makes a tree of its own") {
  const Disclosure d = read(
      "收支总表\n单位：万元\n收入 支出\n项目 金额 项目 金额\n"
      "一、一般公共预算 9.90 一、一般公共服务支出 8.00\n二、政府性基金预算  二、国防支出 1.90\n"
      "本年收入合计 9.90 本年支出合计 9.90\n收入总计 9.90 支出总计 9.90\n");
  const Table& table = d.tables.front();
  REQUIRE(table.sides.size() == 2);
  const SubjectTree tree = tree_of(table, {3});
  CHECK(tree.name(0) == "支出总计");
  for (const TotalCheck& line : check(tree)) CHECK(line.outcome == TotalOutcome::exact);
  CHECK_THROWS_AS((void)tree_of(table, {1, 3}), DomainError);
}
