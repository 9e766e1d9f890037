// SPDX-License-Identifier: Apache-2.0
// Small tables in the two forms that text comes in, and what must be read from them.
#include <doctest/doctest.h>

#include <budget/disclosure/recognise.hpp>
#include <budget/document/read_text.hpp>
#include <budget/standard/vocabulary.hpp>

#include <string>

using namespace budget;

namespace {

Disclosure read(const std::string& text) {
  return recognise(read_text(text, "a.txt"), standard_vocabulary());
}

/// A row as printed: cells between bars.
std::string cells(const Table& table, std::size_t row) {
  std::string text;
  for (const Cell& cell : table.rows.at(row).cells) text += cell.figure.text() + "|";
  return text;
}

const std::string expenditure_head =
    "2024年部门支出总表\n部门名称：[021]某局 单位：万元\n项目 2024年预算数\n"
    "科目编码 科目名称 合计 基本支出 项目支出\n";

}  // namespace

TEST_CASE("a plain table with codes") {
  const Disclosure d = read(expenditure_head +
                            "合计 9.90 3.50 6.40\n201 一般公共服务支出 9.90 3.50 6.40\n"
                            "20106 财政事务 9.90 3.50 6.40\n2010601 行政运行 3.50 3.50  \n"
                            "2010602 一般行政管理事务 6.40  6.40\n");
  CHECK(d.organisation == "某局");
  CHECK(d.organisation_code == "021");
  CHECK(d.year == 2024);
  CHECK(d.kind == DisclosureKind::budget);
  REQUIRE(d.tables.size() == 1);
  const Table& t = d.tables.front();
  CHECK(t.kind == TableKind::expenditure);
  CHECK(t.unit == Unit::wan_yuan);
  REQUIRE(t.columns.size() == 5);
  CHECK(t.columns[2].header == std::vector<std::string>{"2024年预算数", "合计"});
  CHECK(t.columns[3].key == "基本支出");
  REQUIRE(t.rows.size() == 5);
  CHECK(cells(t, 0) == "|合计|9.90|3.50|6.40|");
  CHECK(cells(t, 3) == "2010601|行政运行|3.50|3.50||");
  CHECK(cells(t, 4) == "2010602|一般行政管理事务|6.40||6.40|");
  CHECK(t.rows[4].place.line == 9);
  CHECK(t.total_row() == 0);
  CHECK(t.children(2) == std::vector<int>{3, 4});
  CHECK(t.children(0) == std::vector<int>{1});
  CHECK(d.not_read.empty());
}

TEST_CASE("a name broken over lines, before its figures") {
  const Disclosure d = read(expenditure_head +
                            "2080505\n机关事业单位基本养老保险缴费支\n出\n\n1.20 1.20  \n"
                            "2080506 机关事业单位职业年金缴费支出 0.60 0.60  \n");
  REQUIRE(d.tables.front().rows.size() == 2);
  CHECK(cells(d.tables.front(), 0) == "2080505|机关事业单位基本养老保险缴费支出|1.20|1.20||");
  CHECK(cells(d.tables.front(), 1) == "2080506|机关事业单位职业年金缴费支出|0.60|0.60||");
}

TEST_CASE("two sides on one line, glued, broken, with blanks") {
  const Disclosure d = read(
      "收支总表\n单位：万元\n收入 支出\n项目 2024年 项目 2024年合计 当年预算安排\n上年结转\n安排\n"
      "一、一般公共预算 9.90一、一般公共服务支出 8.00 8.00  \n"
      "二、政府性基金预算  二、外交支出    \n  \n三、文化旅游体育与传媒支\n出\n1.90 1.90  \n"
      "本年收入合计 9.90本年支出合计 9.90 9.90  \n上年结转  年终结转    \n"
      "收入总计 9.90支出总计 9.90 9.90  \n");
  const Table& t = d.tables.front();
  REQUIRE(t.columns.size() == 6);
  REQUIRE(t.sides.size() == 2);
  CHECK(t.sides[0].label == "收入");
  CHECK(t.sides[1].label == "支出");
  CHECK(t.columns[5].header == std::vector<std::string>{"支出", "上年结转安排"});
  REQUIRE(t.rows.size() == 6);
  CHECK(cells(t, 0) == "一、一般公共预算|9.90|一、一般公共服务支出|8.00|8.00||");
  CHECK(cells(t, 1) == "二、政府性基金预算||二、外交支出||||");
  CHECK(cells(t, 2) == "||三、文化旅游体育与传媒支出|1.90|1.90||");
  CHECK(t.rows[2].labels[1].key == "文化旅游体育与传媒支出");
  CHECK(t.rows[0].labels[0].parent == 3);
  CHECK(t.rows[3].labels[0].parent == 5);
  CHECK(t.total_row(1) == 5);
}

TEST_CASE("ordinals say the side where the blanks before a name vanished") {
  const Disclosure d = read(
      "收支总表\n单位：万元\n收入 支出\n项目 金额 项目 金额\n"
      "一、一般公共预算 9.90 一、一般公共服务支出 8.00\n  二、外交支出  \n三、国防支出\n 1.90\n"
      "收入总计 9.90 支出总计 9.90\n");
  REQUIRE(d.tables.front().rows.size() == 4);
  CHECK(d.tables.front().rows[2].labels[0].name.empty());
  CHECK(d.tables.front().rows[2].labels[1].key == "国防支出");
}

TEST_CASE("headers whose cells come row by row") {
  struct Case {
    const char* header;
    std::vector<std::string> keys;
  };
  const Case cases[] = {
      {"项目 本年收入\n上年结转\n科目编码 科目名称 合计 一般公共预算 "
       "政府性基金\n国有资本经营预\n算\n",
       {"科目编码", "科目名称", "合计", "一般公共预算", "政府性基金预算", "国有资本经营预算",
        "上年结转"}},
      {"项目名称 "
       "合计\n2024年财政拨款\n财政专户管\n理资金\n单位资金\n一般公共预算\n政府性\n基金预\n算\n",
       {"项目", "合计", "一般公共预算", "政府性基金预算", "财政专户管理资金", "单位资金"}},
      {"国有资本经营预算收入 国有资本经营预算支出\n项目\n国有资本经\n营收入预算\n科目编码 科目名称 "
       "合计 基本支出 "
       "项目支出\n收入科目编码 科目名称\n",
       {"科目编码", "科目名称", "金额", "科目编码", "科目名称", "合计", "基本支出", "项目支出"}},
  };
  for (const Case& one : cases) {
    CAPTURE(one.header);
    const Disclosure d = read(std::string("收支总表\n单位：万元\n") + one.header + "合计 1.00\n");
    std::vector<std::string> got;
    for (const Column& column : d.tables.front().columns) got.push_back(column.key);
    CHECK(got == one.keys);
  }
}

TEST_CASE("indentation is the tree of units and projects") {
  const Disclosure d = read(
      "项目支出预算表（本年预算）\n单位：万元\n项目名称 合计 一般公共预算\n1 2 3\n"
      "某局 9.00 9.00\n　某局 5.00 5.00\n　　考务费 5.00 5.00\n　某中心（某某\n中心）\n4.00 4.00\n"
      "　　系统2.0推广\n经费\n4.00 4.00\n");
  const Table& t = d.tables.front();
  REQUIRE(t.rows.size() == 5);
  CHECK(t.rows[3].labels[0].name == "某中心（某某中心）");
  CHECK(t.rows[4].labels[0].name == "系统2.0推广经费");
  CHECK(t.children(0) == std::vector<int>{1, 3});
  CHECK(t.children(3) == std::vector<int>{4});
  CHECK(t.rows[2].labels[0].level == 2);
}

TEST_CASE("a table that states that it is empty") {
  const Disclosure d = read(
      "政府性基金预算支出表\n单位:万元\n科目编码 科目名称 合计 基本支出 项目支出\n合计      \n     "
      "\n注：本表无数据\n");
  CHECK(d.tables.front().stated_empty);
  REQUIRE(d.tables.front().rows.size() == 1);
  CHECK(cells(d.tables.front(), 0) == "|合计||||");
}

TEST_CASE("text that keeps the layout of the page") {
  const Disclosure d = read(
      "                    2025年部门支出预算总表\n编制部门：某办公室                          "
      "单位：元\n"
      "               项目                      支出预算\n功能分类科目编码\n"
      "                 功能分类科目名称        合计        基本支出      项目支出\n类   款   项\n"
      "201             一般公共服务支出        12,500.50    2,500.50    10,000.00\n"
      "201  03         政府办公厅及相关机构事务      12,500.50    2,500.50    10,000.00\n"
      "201  03   01    行政运行             2,500.50    2,500.50\n"
      "201  03   02    一般行政管理事务         10,000.00                10,000.00\n"
      "                合计            12,500.50    2,500.50    10,000.00\n");
  CHECK(d.organisation == "某办公室");
  const Table& t = d.tables.front();
  CHECK(t.unit == Unit::yuan);
  REQUIRE(t.columns.size() == 7);
  REQUIRE(t.rows.size() == 5);
  CHECK(t.rows[2].labels[0].code == "2010301");
  CHECK(cells(t, 2) == "201|03|01|行政运行|2,500.50|2,500.50||");
  CHECK(cells(t, 3) == "201|03|02|一般行政管理事务|10,000.00||10,000.00|");
  CHECK(t.total_row() == 4);
}

TEST_CASE("a table cuts trailing zeros if no figure ends in one") {
  const std::string cut = expenditure_head + "201 一般公共服务支出 9.9 3.55 6.35\n";
  CHECK(read(cut).tables.front().rows[0].cells[2].figure.digits() == 2);
  const std::string kept = expenditure_head + "201 一般公共服务支出 9.9 3.50 6.4\n";
  CHECK(read(kept).tables.front().rows[0].cells[2].figure.digits() == 1);
}

TEST_CASE("what is not a table is kept as a region; what finds no place is named") {
  const Disclosure d =
      read("第一部分 概况\n某局负责某事。\n" + expenditure_head +
           "201 一般公共服务支出 1.00 2.00 3.00 4.00 5.00\n第三部分 情况说明\n某年预算1.00万元。\n"
           "项目支出绩效目标表\n项目名称 考务费\n产出指标 数量指标 ≥3次\n");
  REQUIRE(d.regions.size() == 1);
  CHECK(d.regions[0].kind == RegionKind::target_table);
  REQUIRE(d.narrative.passages.size() == 4);
  CHECK(d.narrative.passages[3].text == "某年预算1.00万元。");
  CHECK(d.narrative.passages[3].parent == 2);
  REQUIRE(d.narrative.figures.size() == 1);
  CHECK(d.narrative.table.rows[0].labels[0].name == "某年预算");
  REQUIRE(d.not_read.size() == 1);
  CHECK(d.not_read[0].why == NotReadWhy::too_many_figures);
  CHECK(d.not_read[0].table == "t1");
  CHECK(d.not_read[0].place.line == 7);
}

TEST_CASE("no table is an error of its own; a list of contents is no table") {
  for (const char* text : {"今天天气好\n", "目录\n收支总表\n收入总表\n支出总表\n"}) {
    CAPTURE(text);
    CHECK_THROWS_AS(read(text), ReadError);
  }
}

TEST_CASE("hostile text neither crashes nor hangs") {
  std::string deep = "收支总表\n单位：万元\n";
  for (int i = 0; i < 40; ++i) deep += "项目 金额 合计 小计\n";
  for (const std::string& text :
       {deep + "合计 1.00\n", "收支总表\n" + std::string(5000, '1') + " x\n",
        expenditure_head + std::string(2000, ' ') + "\n" + std::string(60, '9') + ".00\n",
        expenditure_head + "201 O.5 ####  12..5\n"}) {
    try {
      const std::size_t tables = read(text).tables.size();
      CHECK(tables == 1);
    } catch (const ReadError& error) {
      CHECK(error.id() == "disclosure.no_table");
    }
  }
}

TEST_CASE("a unit broken over two lines of a narrow box is read") {
  const Disclosure d = read(
      "收支总表\n                      单位：万\n部门名称：某局                 元\n"
      "项目                金额\n合计               1.00\n");
  REQUIRE(d.tables.size() == 1);
  CHECK(d.tables.front().unit == Unit::wan_yuan);
}
