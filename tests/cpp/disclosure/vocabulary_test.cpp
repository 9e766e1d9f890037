// SPDX-License-Identifier: Apache-2.0
#include <doctest/doctest.h>

#include <budget/disclosure/vocabulary.hpp>
#include <budget/standard/vocabulary.hpp>

#include <string>

using namespace budget;

TEST_CASE("a leading year is dropped, other digits are not") {
  struct Case {
    const char* text;
    const char* rest;
  };
  for (const Case& one :
       {Case{"2024年度收入总表", "收入总表"}, Case{"2024年合计", "合计"},
        Case{"2024预算数", "预算数"}, Case{"2024年", ""}, Case{"20241年", "20241年"},
        Case{"2101年", "2101年"}, Case{"收入2024年", "收入2024年"}, Case{"", ""}}) {
    CAPTURE(one.text);
    CHECK(without_year(one.text) == one.rest);
  }
}

TEST_CASE("the year of a title") {
  CHECK(year_in("阳泉市财政局2024年部门预算公开") == 2024);
  CHECK(year_in("2018 年") == std::nullopt);  // callers drop blanks first
  CHECK(year_in("表12024年") == std::nullopt);
  CHECK(year_in("2101101 行政单位医疗") == std::nullopt);
}

TEST_CASE("names in print find their terms") {
  const Vocabulary& words = standard_vocabulary();
  CHECK(words.table("财政拨款收支总表") == TableKind::appropriation_summary);
  CHECK(words.table("财政拨款") == std::nullopt);
  REQUIRE_FALSE(words.column("国有资本经营预 算").empty());
  CHECK(words.column("国有资本经营预算").front().key == "国有资本经营预算");
  CHECK(words.column("2024年").front().key == "金额");
  CHECK(words.column("某列").empty());
  CHECK(words.row("当年收入小计").key == "本年收入合计");
  CHECK(words.row("当年收入小计").rank == RowRank::subtotal);
  CHECK(words.row("一、一般公共服务支出").key == "一般公共服务支出");
  CHECK(words.row("一、一般公共服务支出").rank == RowRank::plain);
}

TEST_CASE("every kind of table has its interface name and back") {
  for (int k = 0; k <= static_cast<int>(TableKind::other); ++k) {
    const auto kind = static_cast<TableKind>(k);
    CHECK_FALSE(to_string(kind).empty());
    CHECK(parse_table_kind(to_string(kind)) == kind);
  }
  CHECK(parse_table_kind("") == std::nullopt);
}
