// SPDX-License-Identifier: Apache-2.0
// Rules that say the same of the same cells, lists of names, years of titles, quotients.
#include <budget/obligation/judge.hpp>
#include <budget/rule/bind_rules.hpp>
#include <budget/rule/parse.hpp>

#include <doctest/doctest.h>

#include <string>
#include <utility>
#include <vector>

#include "rule/tables.hpp"

using namespace budget;
using budget::test::dossier_of;
using budget::test::TableBuilder;

namespace {

std::string rule(const std::string& id, const std::string& lines,
                 const std::string& severity = "error") {
  return "rule " + id + "\n  source x\n  severity " + severity + "\n" + lines +
         "  holds 1.00 = 1.00\n  breaks 2 = 1\n";
}

Table table_of(TableKind kind, const std::string& title) {
  TableBuilder table(kind, title);
  table.side("", {"合计", "基本支出"});
  table.add("", "合计", 0, -1, {"6.00", "2.00"});
  table.add("201", "一般公共服务支出", 1, 0, {"6.00", "2.00"});
  return table.table();
}

std::vector<std::pair<std::string, Undecided>> said(const std::string& rules,
                                                    const Dossier& dossier) {
  std::vector<std::pair<std::string, Undecided>> result;
  for (const Obligation& o : bind(parse_rules(rules, ""), dossier))
    result.emplace_back(o.rule, o.undecided);
  return result;
}

using Said = std::vector<std::pair<std::string, Undecided>>;

}  // namespace

TEST_CASE("the same statement stands once, the strongest stays") {
  const Dossier dossier = dossier_of({table_of(TableKind::expenditure, "支出总表"),
                                      table_of(TableKind::general_public_expenditure, "表")});
  const std::string within = "  一般公共预算支出表: [合计].合计 ≤ 支出总表[合计].合计\n";
  const std::string equal = "  一般公共预算支出表: [合计].合计 = 支出总表[合计].合计\n";
  const std::string turned = "  支出总表: [合计].合计 = 一般公共预算支出表[合计].合计\n";

  CHECK(said(rule("a.within", within) + rule("a.equal", equal), dossier) ==
        Said{{"a.within", Undecided::implied}, {"a.equal", Undecided::none}});
  CHECK(said(rule("a.equal", equal) + rule("a.turned", turned), dossier) ==
        Said{{"a.equal", Undecided::none}, {"a.turned", Undecided::implied}});
  CHECK(said(rule("a.equal", equal, "note") + rule("a.turned", turned), dossier) ==
        Said{{"a.equal", Undecided::implied}, {"a.turned", Undecided::none}});
  // A note does not take the place of an error.
  CHECK(said(rule("a.within", within) + rule("a.equal", equal, "note"), dossier) ==
        Said{{"a.within", Undecided::none}, {"a.equal", Undecided::none}});
  // The other direction is another statement.
  const std::string reverse = "  一般公共预算支出表: [合计].合计 ≥ 支出总表[合计].合计\n";
  CHECK(said(rule("a.within", within) + rule("a.reverse", reverse), dossier) ==
        Said{{"a.within", Undecided::none}, {"a.reverse", Undecided::none}});
  const auto bound =
      bind(parse_rules(rule("a.within", within) + rule("a.equal", equal), ""), dossier);
  CHECK(bound[0].about == "a.equal");
}

TEST_CASE("a rule that still says something else keeps silent about what another says") {
  const Dossier dossier = dossier_of({table_of(TableKind::expenditure, "支出总表")});
  const auto ids = said(rule("a.total", "  支出总表: [合计].合计 = Σ[合计/下级].合计\n") +
                            rule("a.each", "  支出总表: [合计] = Σ[合计/下级]\n"),
                        dossier);
  CHECK(ids == Said{{"a.total", Undecided::none}, {"a.each", Undecided::none}});
}

TEST_CASE("a statement that rests on a printed zero does not replace one that rests on none") {
  TableBuilder summary(TableKind::revenue_expenditure_summary, "收支总表");
  summary.side("收入", {"金额"});
  summary.row(0, 0, "", "上年结转", 1, -1, {"0.00"});
  const Dossier dossier =
      dossier_of({table_of(TableKind::expenditure, "支出总表"),
                  table_of(TableKind::general_public_expenditure, "表"), std::move(summary)});
  const std::string when = "  when zero 收支总表.收入[上年结转]\n";
  const std::string within = "  一般公共预算支出表: [合计].合计 ≤ 支出总表[合计].合计\n";
  const std::string equal = "  一般公共预算支出表: [合计].合计 = 支出总表[合计].合计\n";
  CHECK(said(rule("a.within", within) + rule("a.equal", when + equal), dossier) ==
        Said{{"a.within", Undecided::none}, {"a.equal", Undecided::none}});
  CHECK(said(rule("a.within", when + within) + rule("a.equal", equal), dossier) ==
        Said{{"a.within", Undecided::implied}, {"a.equal", Undecided::none}});
}

TEST_CASE("the year of a title is the document's") {
  const std::string years = "  title-year 支出总表, 收入总表\n";
  const std::string text = "rule a.year\n  source x\n" + years +
                           "  holds 2024年支出总表 2024\n  breaks 2023年支出总表 2024\n";
  const auto bound = [&](const std::string& title, std::optional<int> year) {
    Dossier dossier = dossier_of({table_of(TableKind::expenditure, title)});
    dossier.disclosures[0].year = year;
    return bind(parse_rules(text, ""), dossier).at(0);
  };
  CHECK(bound("2024年支出总表", 2024).met);
  CHECK_FALSE(bound("2023年支出总表", 2024).met);
  CHECK(bound("2023年支出总表", 2024).stale_year);
  CHECK_FALSE(bound("2025年支出总表", 2024).stale_year);
  CHECK(bound("2023年支出总表", 2024).requirement.en.find("2024") != std::string::npos);
  CHECK(bound("支出总表", 2024).undecided == Undecided::nothing_printed);
  CHECK(bound("2023年支出总表", std::nullopt).undecided == Undecided::condition_open);
}

TEST_CASE("names of one table among those of another, as a demand and as a condition") {
  const auto units = [](TableKind kind, const std::vector<std::string>& names) {
    TableBuilder table(kind, "表");
    table.side("", {"合计"});
    table.table().columns[0].key = "单位名称";
    table.add("", "合计", 0, -1, {"3.00"});
    for (const std::string& name : names) table.add("", name, 1, 0, {"1.00"});
    return table.table();
  };
  const Dossier dossier = dossier_of({units(TableKind::revenue, {"甲", "乙", "丙"}),
                                      units(TableKind::agency_operating, {"甲", "丁"})});
  const std::string text =
      "rule a.units\n  source x\n  when printed 收入总表.单位名称\n"
      "  机关运行经费表: [合计/下级] in 收入总表[合计/下级]\n"
      "  holds 甲 in 甲, 乙\n  breaks 丁 in 甲, 乙\n";
  const auto bound = bind(parse_rules(text, ""), dossier);
  REQUIRE(bound.size() == 2);
  CHECK(bound[0].met);
  CHECK_FALSE(bound[1].met);
  CHECK(bound[1].requirement.zh.find("丁") != std::string::npos);

  const auto all_have = [&](const std::vector<std::string>& names) {
    const Dossier given = dossier_of(
        {units(TableKind::revenue, {"甲", "乙"}), units(TableKind::agency_operating, names)});
    const std::string when = "  when listed 收入总表[合计/下级] in 机关运行经费表[合计/下级]\n";
    return bind(
               parse_rules(
                   rule("a.b", when + "  收入总表: [合计].合计 = 机关运行经费表[合计].合计\n"), ""),
               given)
        .at(0)
        .undecided;
  };
  CHECK(all_have({"乙", "甲"}) == Undecided::none);
  CHECK(all_have({"甲"}) == Undecided::condition_not_met);
}

TEST_CASE("a quotient stands in every row that prints a percentage") {
  TableBuilder table(TableKind::three_public, "表");
  table.side("", {"上年预算数", "增减额", "增减%"});
  table.table().columns[3].role = ColumnRole::count;
  table.table().columns[3].unit = Unit::unknown;
  table.add("", "合计", 0, -1, {"100.00", "5.00", ""});
  table.add("", "公务接待费", 1, 0, {"80.00", "4.00", ""});
  table.add("", "公务用车购置费", 1, 0, {"20.00", "1.00", ""});
  table.table().rows[0].cells[3].figure = Figure("5.00");
  table.table().rows[1].cells[3].figure = Figure("50.00");
  const Dossier dossier = dossier_of({table.table()});
  const std::string text =
      "rule a.growth\n  source x\n  三公经费表: 增减% = 增减额 ÷ 上年预算数\n"
      "  holds 5.00% = 5.00 ÷ 100.00\n  breaks 50.00% = 5.00 ÷ 100.00\n";
  const auto bound = bind(parse_rules(text, ""), dossier);
  REQUIRE(bound.size() == 2);
  CHECK(bound[0].id == "a.growth@three_public[合计].增减%");
  CHECK(judge(bound[0], dossier).status == Status::exact);
  CHECK(judge(bound[1], dossier).status == Status::violated);
}
