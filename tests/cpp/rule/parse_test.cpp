// SPDX-License-Identifier: Apache-2.0
#include <budget/rule/parse.hpp>

#include <doctest/doctest.h>

#include <string>

using namespace budget;

namespace {

Rule rule_of(const std::string& lines) {
  const auto rules = parse_rules(
      "rule a.b\n  source x\n" + lines + "  holds 1.00 = 1.00\n  breaks 2.00 = 1.00\n", "a.rules");
  REQUIRE(rules.size() == 1);
  return rules.front();
}

const Comparison& comparison_of(const Rule& rule) {
  return std::get<Comparison>(rule.statement.demand);
}

}  // namespace

TEST_CASE("bare columns") {
  const Rule rule =
      rule_of("  支出总表: 合计|小计 = 基本支出 + 项目支出? − 公务用车购置及运行费/小计\n");
  CHECK(rule.statement.table == TableKind::expenditure);
  const Comparison& c = comparison_of(rule);
  REQUIRE(c.left.size() == 1);
  CHECK(c.left[0].reference.column->names.size() == 2);
  CHECK_FALSE(c.left[0].reference.row);
  REQUIRE(c.right.size() == 3);
  CHECK(c.right[1].reference.optional);
  CHECK(c.right[2].sign == -1);
  CHECK(c.right[2].reference.column->names[0] == NamePath{{"公务用车购置及运行费", "小计"}});
}

TEST_CASE("a reference says whose table, which side, which row, which column") {
  const Rule rule =
      rule_of("  支出总表: [合计].合计 = 上年.收支总表.支出[支出总计|支出合计].全额\n");
  const Reference& ref = comparison_of(rule).right[0].reference;
  CHECK(ref.disclosure == DisclosureName::previous);
  CHECK(ref.table == TableKind::revenue_expenditure_summary);
  CHECK(ref.side == "支出");
  CHECK(ref.row->names.size() == 2);
  CHECK(ref.column->whole);
  CHECK(ref.text == "上年.收支总表.支出[支出总计|支出合计].全额");
}

TEST_CASE("sets of rows") {
  const Comparison tree = comparison_of(rule_of("  支出总表: [每科目] = Σ下级\n"));
  CHECK(tree.left[0].reference.row->each);
  CHECK(tree.left[0].reference.row->set == RowSet::subjects);
  CHECK(tree.right[0].reference.sum);
  CHECK(tree.right[0].reference.row->set == RowSet::children);
  const Comparison below = comparison_of(rule_of("  支出总表: [合计] = Σ[合计/下级]\n"));
  CHECK(below.right[0].reference.row->set == RowSet::children);
  CHECK(below.right[0].reference.row->names[0] == NamePath{{"合计"}});
  const Comparison same = comparison_of(rule_of("  支出总表: [每类] = 收支总表.支出[同科目]\n"));
  CHECK(same.right[0].reference.row->set == RowSet::same);
}

TEST_CASE("at least is at most the other way round") {
  const Rule rule = parse_rules(
      "rule a.b\n  source x\n  支出总表: 合计 >= 基本支出\n  holds 2 ≥ 1\n  breaks 1 >= 2\n",
      "")[0];
  const Comparison& c = comparison_of(rule);
  CHECK(c.relation == Relation::at_most);
  CHECK(c.left[0].reference.text == "基本支出");
  CHECK(c.right[0].reference.text == "合计");
}

TEST_CASE("names match as printed ones do: brackets, blanks and quotes make no difference") {
  const Comparison half = comparison_of(rule_of("  三公经费表: 合计 = 因公出国(境)费\n"));
  const Comparison full = comparison_of(rule_of("  三公经费表: 合计 = 因公出国（境）费\n"));
  CHECK(half.right[0].reference.column->names == full.right[0].reference.column->names);
}

TEST_CASE("fields, scope and conditions") {
  const auto rules = parse_rules(
      "\xEF\xBB\xBF# a comment\n"
      "condition none\n  when zero 收支总表.收入[上年结转], 收支总表.支出[年终结转]\n\n"
      "rule a.b-c.d2   # another\n"
      "  source   预算公开表3；说明#1\n"
      "  severity warning\n"
      "  document final_account\n"
      "  province 江苏\n"
      "  years    2018..2024\n"
      "  when     none\n"
      "  when     printed 支出总表.结转下年 and not present 项目支出表\n"
      "           or excludes-carry-over 支出总表\n"
      "  where    not zero [同科目].合计\n"
      "  支出总表: [每类].合计 =\n"
      "     收支总表.支出[同科目]\n"
      "  holds    1.00 = 1.00   # why\n"
      "  breaks   2.00 = 1.00\n",
      "a.rules");
  REQUIRE(rules.size() == 1);
  const Rule& rule = rules.front();
  CHECK(rule.id == "a.b-c.d2");
  CHECK(rule.source == "预算公开表3；说明#1");
  CHECK(rule.severity == Severity::warning);
  CHECK(rule.document == DisclosureKind::final_account);
  CHECK(rule.province == "江苏");
  CHECK(rule.first_year == 2018);
  CHECK(rule.last_year == 2024);
  REQUIRE(rule.when.size() == 2);
  CHECK(rule.when[0].any_of[0][0].references.size() == 2);
  REQUIRE(rule.when[1].any_of.size() == 2);
  REQUIRE(rule.when[1].any_of[0].size() == 2);
  CHECK(rule.when[1].any_of[0][1].negated);
  CHECK(rule.where.size() == 1);
  CHECK(rule.holds[0].comment == "why");
  CHECK(rule.statement.text == "支出总表: [每类].合计 = 收支总表.支出[同科目]");
  CHECK(rule.place.line == 5);
}

TEST_CASE("other demands") {
  const auto rules = parse_rules(
      "rule n.o\n  source x\n  note 支出总表, 收入总表\n  holds 无数据 有说明\n  breaks 无数据 "
      "无说明\n"
      "rule p.q\n  source x\n  基本支出表: 甲, 乙|丙 in some-list\n  holds a, b\n  breaks a, c\n"
      "rule r.s\n  source x\n  国有资本经营预算表.支出: codes 223, 224\n  holds 22301\n  breaks "
      "212\n"
      "rule s.u\n  source x\n  subjects name-of-year 支出总表, 收入总表\n  holds 210 甲 2024\n  "
      "breaks 210 乙 2024\n",
      "");
  REQUIRE(rules.size() == 4);
  CHECK(std::get<EmptyTableNote>(rules[0].statement.demand).tables.size() == 2);
  const auto& pair = std::get<PairListed>(rules[1].statement.demand);
  CHECK(pair.list == "some-list");
  CHECK(pair.second.names.size() == 2);
  CHECK(std::get<CodesBegin>(rules[2].statement.demand).prefixes.size() == 2);
  const auto& subjects = std::get<SubjectsFit>(rules[3].statement.demand);
  CHECK(subjects.demand == SubjectDemand::name_of_year);
  CHECK(subjects.tables.size() == 2);
}

TEST_CASE("every table name leads to its kind and back") {
  for (const std::string_view name : rule_table_names()) {
    const Rule rule = rule_of("  " + std::string(name) + ": 合计 = 基本支出\n");
    CHECK(rule_table_name(*rule.statement.table) == name);
  }
  CHECK(rule_table_name(TableKind::other) == "其他表");
}

TEST_CASE("hostile input ends in an error or in rules, nothing else") {
  for (const char* text :
       {"", "\n\n#\n", "rule", "rule a\n", "rule a\n  [", "rule a\n  source x\n  支出总表",
        "rule a\n  source x\n  支出总表:", "rule a\n  source x\n  支出总表: [[[[",
        "rule a\n  source x\n  支出总表: Σ", "rule a\n  source x\n  支出总表: 合计 = Σ[",
        "rule a\n  when not\n", "rule a\n  when printed\n", "condition\n",
        "condition x\n  holds 1\n", "rule a\n  years ..\n", "rule a\n  note\n", "   rule a\n",
        "rule a\n  支出总表: = = =\n", "rule a\n  支出总表: 0 = 0\n"}) {
    CAPTURE(text);
    try {
      static_cast<void>(parse_rules(text, "x"));
    } catch (const RuleError& error) {
      CHECK(error.id().starts_with("rule."));
    }
  }
}
