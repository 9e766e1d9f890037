// SPDX-License-Identifier: Apache-2.0
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

std::vector<Rule> rules_of(const std::string& lines) {
  return parse_rules("rule a.b\n  source x\n" + lines + "  holds 1.00 = 1.00\n  breaks 2 = 1\n",
                     "");
}
std::vector<Obligation> bound(const std::string& lines, const Dossier& dossier) {
  return bind(rules_of(lines), dossier);
}

// A number of a cell for reading a bound statement: row * 10 + column.
std::vector<int> cells(const std::vector<Term>& terms) {
  std::vector<int> result;
  for (const Term& term : terms) result.push_back(term.cell.row * 10 + term.cell.column);
  return result;
}

Table expenditure() {
  TableBuilder table(TableKind::expenditure, "支出总表");
  table.side("", {"合计", "基本支出", "项目支出"});
  table.add("", "合计", 0, -1, {"6.00", "2.00", "4.00"});
  table.add("201", "一般公共服务支出", 1, 0, {"6.00", "2.00", "4.00"});
  table.add("20106", "财政事务", 2, 1, {"5.00", "2.00", "3.00"});
  table.add("2010601", "行政运行", 3, 2, {"5.00", "2.00", "3.00"});
  table.add("20107", "税收事务", 2, 1, {"1.00", "", "1.00"});
  table.add("2010701", "行政运行", 3, 4, {"1.00", "", "1.00"});
  return table.table();
}

Table summary() {
  TableBuilder table(TableKind::revenue_expenditure_summary, "收支总表");
  table.side("收入", {"金额"}).side("支出", {"合计", "当年预算安排"});
  table.row(0, 0, "", "一般公共预算", 2, 2, {"6.00"});
  table.row(0, 1, "", "一般公共服务支出", 2, 2, {"6.00", "6.00"});
  table.row(1, 1, "", "外交支出", 2, 2, {});
  table.row(2, 0, "", "本年收入合计", 1, 4, {"6.00"});
  table.row(2, 1, "", "本年支出合计", 1, 4, {"6.00", "6.00"});
  table.row(3, 0, "", "上年结转", 1, 4, {});
  table.row(3, 1, "", "年终结转", 1, 4, {});
  table.row(4, 0, "", "收入总计", 0, -1, {"6.00"});
  table.row(4, 1, "", "支出总计", 0, -1, {"6.00", "6.00"});
  return table.table();
}

}  // namespace

TEST_CASE("bare columns bind to every row that prints something") {
  const auto bounds =
      bound("  支出总表: 合计 = 基本支出 + 项目支出\n", dossier_of({expenditure()}));
  REQUIRE(bounds.size() == 6);
  CHECK(bounds[2].id == "a.b@expenditure[20106].合计");
  CHECK(cells(bounds[2].left) == std::vector{21});
  CHECK(cells(bounds[2].right) == std::vector{22, 23});
  CHECK(bounds[2].kind == ObligationKind::linear);
}

TEST_CASE("a tree binds in every amount column, rows without parts not at all") {
  const auto bounds = bound("  支出总表: [每科目] = Σ下级\n", dossier_of({expenditure()}));
  REQUIRE(bounds.size() == 9);  // 201, 20106, 20107 in three columns
  CHECK(bounds[0].id == "a.b@expenditure[201].合计");
  CHECK(cells(bounds[0].right) == std::vector{21, 41});
  CHECK(bounds[3].kind == ObligationKind::restatement);
  const auto top = bound("  支出总表: [合计] = Σ[合计/下级]\n", dossier_of({expenditure()}));
  REQUIRE(top.size() == 3);
  CHECK(cells(top[1].right) == std::vector{12});
}

TEST_CASE("subjects of two tables meet by code, else by their names from the class down") {
  Table plain = expenditure();
  plain.kind = TableKind::general_public_expenditure;
  for (Row& row : plain.rows) row.labels[0].code.clear();
  // 行政运行 stands under two 款: the names above tell them apart.
  const auto bounds = bound("  一般公共预算支出表: [每科目].合计 = 支出总表[同科目].合计\n",
                            dossier_of({expenditure(), plain}));
  REQUIRE(bounds.size() == 5);
  for (const Obligation& obligation : bounds) {
    CHECK(obligation.left[0].cell.row == obligation.right[0].cell.row);
  }
}

TEST_CASE("a name that two rows carry is ambiguous, not guessed") {
  const Dossier dossier = dossier_of({expenditure()});
  const auto twins = bound("  支出总表: [行政运行].合计 = [行政运行].基本支出\n", dossier);
  REQUIRE(twins.size() == 1);
  CHECK(twins[0].undecided == Undecided::ambiguous);
  const auto told = bound("  支出总表: [税收事务/行政运行].合计 = [2010701].项目支出\n", dossier);
  REQUIRE(told.size() == 1);
  CHECK(cells(told[0].left) == std::vector{51});
  CHECK(cells(told[0].right) == std::vector{53});
  CHECK(judge(told[0], dossier).status == Status::exact);
  const auto sum = bound("  支出总表: [合计].合计 = Σ[行政运行].合计\n", dossier);
  CHECK(cells(sum.at(0).right) == std::vector{31, 51});
}

TEST_CASE("what is not printed is said once") {
  const Dossier dossier = dossier_of({expenditure()});
  const auto why = [&](const std::string& lines) {
    const auto bounds = bound(lines, dossier);
    REQUIRE(bounds.size() == 1);
    return std::pair(bounds[0].undecided, bounds[0].about);
  };
  CHECK(why("  支出总表: 合计 = 基本支出 + 经营支出\n") ==
        std::pair(Undecided::column_missing, std::string("经营支出")));
  CHECK(why("  支出总表: [合计].合计 = [结转下年].合计\n") ==
        std::pair(Undecided::row_missing, std::string("[结转下年].合计")));
  CHECK(why("  支出总表: [每类].合计 = 收支总表.支出[同科目]\n") ==
        std::pair(Undecided::table_missing, std::string("收支总表")));
  CHECK(why("  收支总表: 合计 = 金额\n") ==
        std::pair(Undecided::table_missing, std::string("收支总表")));
  CHECK(why("  支出总表: [合计].合计 = 上年.支出总表[合计].合计\n") ==
        std::pair(Undecided::table_missing, std::string("上年.支出总表")));
}

TEST_CASE("optional parts count 0 where they are not printed, but something must be left") {
  const Dossier dossier = dossier_of({expenditure()});
  CHECK(bound("  支出总表: 合计 = 基本支出 + 项目支出 + 经营支出?\n", dossier).size() == 6);
  const auto none = bound("  支出总表: 合计 = 经营支出? + 上缴上级支出?\n", dossier);
  REQUIRE(none.size() == 1);
  CHECK(none[0].undecided == Undecided::column_missing);
}

TEST_CASE("sides: names decide, and rows of two sides are compared by their whole amounts") {
  const Dossier dossier = dossier_of({summary()});
  const auto balance = bound("  收支总表: 收入[收入总计] = 支出[支出总计]\n", dossier);
  REQUIRE(balance.size() == 1);
  CHECK(cells(balance[0].left) == std::vector{41});
  CHECK(cells(balance[0].right) == std::vector{43});
  const auto classes = bound("  收支总表.支出: [本年支出合计] = Σ[类]\n", dossier);
  REQUIRE(classes.size() == 2);  // 合计 and 当年预算安排
  CHECK(cells(classes[0].right) == std::vector{3, 13});
  const auto sources = bound("  收支总表.收入: [本年收入合计] = Σ[类]\n", dossier);
  REQUIRE(sources.size() == 1);
  CHECK(cells(sources[0].right) == std::vector{1});
}

TEST_CASE("the year's money and what was carried over are told apart by what they stand below") {
  TableBuilder table(TableKind::appropriation_summary, "财政拨款收支总表");
  table.side("收入", {"金额"});
  table.row(0, 0, "", "一般公共预算", 2, 1, {"6.00"});
  table.row(1, 0, "", "本年收入合计", 1, 4, {"6.00"});
  table.row(2, 0, "", "上年财政拨款结转", 1, 4, {"1.00"});
  table.row(3, 0, "", "一般公共预算", 2, 2, {"1.00"});
  table.row(4, 0, "", "收入总计", 0, -1, {"7.00"});
  const Dossier dossier = dossier_of({table.table()});
  const auto both = bound(
      "  财政拨款收支总表: [收入总计] = [本年/一般公共预算] + [结转/一般公共预算]\n", dossier);
  REQUIRE(both.size() == 1);
  CHECK(cells(both[0].right) == std::vector{1, 31});
  CHECK(bound("  财政拨款收支总表: [收入总计] = [一般公共预算]\n", dossier)[0].undecided ==
        Undecided::ambiguous);
  // A class is money of the year.
  const auto classes = bound("  财政拨款收支总表: [本年收入合计] = Σ[类]\n", dossier);
  CHECK(cells(classes.at(0).right) == std::vector{1});
}

TEST_CASE("conditions: proved, disproved, open") {
  const Dossier dossier = dossier_of({expenditure(), summary()});
  const auto with = [&](const std::string& condition) {
    return bound(condition + "  支出总表: [合计].合计 = 收支总表.支出[支出总计]\n", dossier)[0];
  };
  CHECK(with("  when zero 收支总表.收入[上年结转]\n").undecided == Undecided::none);
  CHECK(with("  when zero 收支总表.收入[单位资金]\n").undecided == Undecided::none);
  const Obligation failed = with("  when zero 收支总表.收入[一般公共预算]\n");
  CHECK(failed.undecided == Undecided::condition_not_met);
  CHECK(failed.about == "zero 收支总表.收入[一般公共预算]");
  CHECK(with("  when zero 项目支出表[合计].合计\n").undecided == Undecided::condition_open);
  CHECK(with("  when not present 项目支出表\n").undecided == Undecided::none);
  CHECK(with("  when printed 支出总表.项目支出 and not printed 支出总表.结转下年\n").undecided ==
        Undecided::none);
  CHECK(with("  when present 项目支出表 or printed 支出总表[20106]\n").undecided ==
        Undecided::none);
  CHECK(with("  when excludes-carry-over 支出总表\n").undecided == Undecided::condition_not_met);
}

TEST_CASE("a condition that holds within rounding grants as much") {
  Table income = summary();
  income.rows[3].cells[1].figure = Figure("0.00", Unit::wan_yuan);
  Table spent = expenditure();
  spent.rows[0].cells[1].figure = Figure("6.01", Unit::wan_yuan);
  const Dossier dossier = dossier_of({spent, income});
  const std::string statement = "  支出总表: [合计].合计 = 收支总表.支出[支出总计]\n";
  CHECK(judge(bound(statement, dossier)[0], dossier).status == Status::violated);
  const Obligation granted = bound("  when zero 收支总表.收入[上年结转]\n" + statement, dossier)[0];
  CHECK(granted.zero.size() == 1);
  CHECK(judge(granted, dossier).status == Status::rounding);
}

TEST_CASE("where chooses rows and leaves no trace of the others") {
  const Dossier dossier = dossier_of({expenditure(), summary()});
  const auto absent = bound(
      "  where not printed 支出总表[同科目]\n"
      "  支出总表: 收支总表.支出[每类].全额 = 0\n",
      dossier);
  REQUIRE(absent.size() == 1);  // 外交支出 is absent and blank
  CHECK(absent[0].undecided == Undecided::nothing_printed);
}

TEST_CASE("last year is another disclosure of the dossier") {
  Dossier dossier = dossier_of({expenditure()});
  Dossier before = dossier_of({expenditure()}, 2023);
  dossier.disclosures.push_back(before.disclosures[0]);
  const auto bounds = bound("  支出总表: [合计].合计 = 上年.支出总表[合计].合计\n", dossier);
  REQUIRE(bounds.size() == 1);
  CHECK(bounds[0].right[0].cell.disclosure == 1);
  CHECK(judge(bounds[0], dossier).status == Status::exact);
}

TEST_CASE("scope: document kind, years and province") {
  Dossier dossier = dossier_of({expenditure()});
  const std::string statement = "  支出总表: 合计 = 基本支出 + 项目支出\n";
  CHECK(bound("  document final_account\n" + statement, dossier).empty());
  CHECK(bound("  years 2023\n" + statement, dossier)[0].undecided == Undecided::condition_not_met);
  CHECK(bound("  years 2023..\n" + statement, dossier).size() == 6);
  CHECK(bound("  province 江苏\n" + statement, dossier)[0].undecided == Undecided::condition_open);
  dossier.disclosures[0].organisation = "江苏省高级人民法院";
  CHECK(bound("  province 江苏\n" + statement, dossier).size() == 6);
}

TEST_CASE("a table of figures alone has one row, its total") {
  TableBuilder one(TableKind::expenditure, "支出总表");
  one.side("", {"合计", "基本支出", "项目支出"});
  one.add("", "", -1, -1, {"6.00", "2.00", "4.00"});
  const auto bounds = bound("  支出总表: [合计].合计 = 收支总表.支出[支出总计]\n",
                            dossier_of({one.table(), summary()}));
  REQUIRE(bounds.size() == 1);
  CHECK(bounds[0].undecided == Undecided::none);
}

TEST_CASE("a total printed for two kinds of expenditure serves both") {
  TableBuilder table(TableKind::revenue_expenditure_summary, "收支总表");
  table.side("收入", {"金额"}).side("支出", {"金额"}).side("支出用途", {"金额"});
  table.row(0, 0, "", "财政拨款收入", 1, 1, {"6.00"});
  table.row(0, 1, "", "公共安全支出", 1, 1, {"6.00"});
  table.row(0, 2, "", "基本支出", 1, -1, {"6.00"});
  table.row(1, 0, "", "收入总计", 0, -1, {"6.00"});
  table.row(1, 1, "", "支出总计", 0, -1, {""});
  table.table().rows[1].cells[5].figure = Figure("6.00", Unit::wan_yuan);
  const Dossier dossier = dossier_of({table.table()});
  const auto bounds = bound("  收支总表: 收入[收入总计] = 支出用途[支出总计]\n", dossier);
  REQUIRE(bounds.size() == 1);
  CHECK(judge(bounds[0], dossier).status == Status::exact);
}

TEST_CASE("notes under tables: open while lines of the table are unread") {
  TableBuilder table(TableKind::government_fund_expenditure, "政府性基金预算支出表");
  table.side("", {"合计"});
  table.add("", "合计", 0, -1, {""});
  Dossier dossier = dossier_of({table.table()});
  const std::string note =
      "rule a.b\n  source x\n  note 政府性基金预算支出表\n"
      "  holds 无数据 有说明\n  breaks 无数据 无说明\n";
  const auto status = [&] {
    return judge(bind(parse_rules(note, ""), dossier).at(0), dossier).status;
  };
  CHECK(status() == Status::violated);
  dossier.disclosures[0].not_read.push_back({{}, "3.00", NotReadWhy::no_place_in_table, "t1"});
  CHECK(status() == Status::not_applicable);
  dossier.disclosures[0].not_read.clear();
  dossier.disclosures[0].tables[0].stated_empty = true;
  CHECK(status() == Status::exact);
  dossier.disclosures[0].tables[0].rows[0].cells[1].figure = Figure("3.00", Unit::wan_yuan);
  CHECK(status() == Status::violated);
}

TEST_CASE("identities between columns, for placing figures") {
  const Table table = expenditure();
  const auto rules = rules_of("  支出总表: 合计 = 基本支出 + 项目支出 + 经营支出?\n");
  const auto identities = row_identities(rules, table);
  REQUIRE(identities.size() == 1);
  CHECK(identities[0].left == std::vector<SignedColumn>{{1, 1}});
  CHECK(identities[0].right == std::vector<SignedColumn>{{1, 2}, {1, 3}});
  CHECK(row_identities(rules_of("  支出总表: [合计] = Σ[合计/下级]\n"), table).empty());
  CHECK(row_identities(rules, summary()).empty());
}
