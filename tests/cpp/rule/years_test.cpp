// SPDX-License-Identifier: Apache-2.0
// Statements across documents: subjects that went by another code or name, merged and split ones, the
// sum of units, and settings that leave rules out.
#include <budget/base/error.hpp>
#include <budget/obligation/judge.hpp>
#include <budget/rule/bind_rules.hpp>
#include <budget/rule/parse.hpp>
#include <budget/rule/settings.hpp>
#include <budget/subject/catalog.hpp>

#include <doctest/doctest.h>

#include <string>
#include <utility>
#include <vector>

#include "rule/tables.hpp"

using namespace budget;
using budget::test::dossier_of;
using budget::test::TableBuilder;

namespace {

Table expenditure(const std::vector<std::pair<std::string, std::string>>& rows,
                  const std::vector<std::string>& names, const std::string& column) {
  TableBuilder table(TableKind::expenditure, "支出总表");
  table.side("", {column});
  for (std::size_t i = 0; i < rows.size(); ++i)
    table.add(rows[i].first, names[i], 1, -1, {rows[i].second});
  return table.table();
}

CatalogEntry entry(std::string_view code, std::string_view name, std::string_view successor = {}) {
  CatalogEntry made;
  made.code = code;
  made.name = name;
  made.status = CatalogStatus::verified;
  made.successor = successor;
  if (!successor.empty()) made.to_year = 2023;
  return made;
}

/// 20801 went on as 20811; 20802 and 20803 were merged into 20812; 20804 was split.
ReferenceLists lists() {
  ReferenceLists made;
  made.catalogs.push_back(Catalog(
      Classification::functional,
      {entry("20801", "甲", "20811 乙"), entry("20811", "乙"), entry("20802", "丙", "20812 戊"),
       entry("20803", "丁", "20812 戊"), entry("20812", "戊"),
       entry("20804", "己", "20813 庚|20814 辛"), entry("20813", "庚"), entry("20814", "辛")}));
  return made;
}

const std::string last_year =
    "rule r\n  source x\n  支出总表: [每科目].上年预算数 = Σ上年.支出总表[同科目].全额\n"
    "  holds 1.00 = 1.00\n  breaks 2 = 1\n";

std::vector<Status> outcomes(const std::string& rules, const Dossier& dossier,
                             const ReferenceLists& known = {}) {
  std::vector<Status> found;
  for (const Obligation& one : bind(parse_rules(rules, ""), dossier, known))
    found.push_back(judge(one, dossier).status);
  return found;
}

Dossier two_years(Table now, Table then) {
  Dossier dossier = dossier_of({std::move(now)}, 2024);
  Dossier earlier = dossier_of({std::move(then)}, 2023);
  dossier.disclosures.push_back(std::move(earlier.disclosures.front()));
  return dossier;
}

}  // namespace

TEST_CASE("a subject is followed to the code that it had") {
  const Dossier dossier = two_years(expenditure({{"20811", "5.00"}}, {"乙"}, "上年预算数"),
                                    expenditure({{"20801", "5.00"}}, {"甲"}, "合计"));
  CHECK(outcomes(last_year, dossier, lists()) == std::vector{Status::exact});
  CHECK(outcomes(last_year, dossier) == std::vector{Status::not_applicable});
  const Dossier other = two_years(expenditure({{"20811", "5.10"}}, {"乙"}, "上年预算数"),
                                  expenditure({{"20801", "5.00"}}, {"甲"}, "合计"));
  CHECK(outcomes(last_year, other, lists()) == std::vector{Status::violated});
}

TEST_CASE("subjects that were merged are summed") {
  const Dossier dossier =
      two_years(expenditure({{"20812", "5.00"}}, {"戊"}, "上年预算数"),
                expenditure({{"20802", "2.00"}, {"20803", "3.00"}}, {"丙", "丁"}, "合计"));
  CHECK(outcomes(last_year, dossier, lists()) == std::vector{Status::exact});
}

TEST_CASE("of a subject that was split nobody knows the part") {
  const Dossier dossier = two_years(expenditure({{"20813", "2.00"}}, {"庚"}, "上年预算数"),
                                    expenditure({{"20804", "5.00"}}, {"己"}, "合计"));
  CHECK(outcomes(last_year, dossier, lists()) == std::vector{Status::not_applicable});
}

TEST_CASE("a name without a code is followed to the name that it had") {
  ReferenceLists known;
  known.catalogs.push_back(Catalog(Classification::functional,
                                   {entry("207", "文化体育与传媒支出", "文化旅游体育与传媒支出"),
                                    entry("207", "文化旅游体育与传媒支出")}));
  const Dossier dossier =
      two_years(expenditure({{"", "5.00"}}, {"文化旅游体育与传媒支出"}, "上年预算数"),
                expenditure({{"", "5.00"}}, {"文化体育与传媒支出"}, "合计"));
  CHECK(outcomes(last_year, dossier, known) == std::vector{Status::exact});
  CHECK(outcomes(last_year, dossier) == std::vector{Status::not_applicable});
}

TEST_CASE("a department is the sum of its units") {
  const std::string rule =
      "rule r\n  source x\n  when all-units\n  支出总表: [每科目] = Σ单位.支出总表[同科目]?\n"
      "  holds 3.00 = 1.00 + 2.00\n  breaks 4 = 1 + 2\n";
  const std::string within =
      "rule r\n  source x\n  when not all-units\n  支出总表: [每科目] ≥ Σ单位.支出总表[同科目]?\n"
      "  holds 3.00 ≥ 1.00\n  breaks 1 ≥ 2\n";
  const auto department = [](const std::vector<std::string>& units, bool all) {
    Dossier dossier = dossier_of({expenditure({{"201", "3.00"}}, {"甲"}, "合计")}, 2024);
    for (const std::string& amount : units) {
      dossier.units.push_back(static_cast<int>(dossier.disclosures.size()));
      const std::string code = amount.empty() ? "202" : "201";
      Dossier unit = dossier_of({expenditure({{code, amount}}, {"甲"}, "合计")}, 2024);
      dossier.disclosures.push_back(std::move(unit.disclosures.front()));
    }
    dossier.all_units = all;
    return dossier;
  };
  CHECK(outcomes(rule, department({"1.00", "2.00"}, true)) == std::vector{Status::exact});
  CHECK(outcomes(rule, department({"1.00", "2.10"}, true)) == std::vector{Status::violated});
  // What no unit prints none has.
  CHECK(outcomes(rule, department({""}, true)) == std::vector{Status::violated});
  CHECK(outcomes(rule, department({"1.00"}, false)) == std::vector{Status::not_applicable});
  CHECK(outcomes(within, department({"1.00"}, false)) == std::vector{Status::exact});
  CHECK(outcomes(within, department({"1.00", "2.10"}, false)) == std::vector{Status::violated});
  CHECK(outcomes(rule, department({}, true)) == std::vector{Status::not_applicable});
}

TEST_CASE("a unit's disclosure is nobody's last year") {
  Dossier dossier = two_years(expenditure({{"201", "5.00"}}, {"甲"}, "上年预算数"),
                              expenditure({{"201", "4.00"}}, {"甲"}, "合计"));
  dossier.units = {1};
  CHECK(outcomes(last_year, dossier) == std::vector{Status::not_applicable});
}

TEST_CASE("2023年预算数 beside 2024年预算数 is last year's") {
  TableBuilder now(TableKind::expenditure, "支出总表");
  now.side("", {"2023年预算数/合计", "2024年预算数/合计"});
  now.add("201", "甲", 1, -1, {"4.00", "5.00"});
  const Dossier dossier = two_years(now.table(), expenditure({{"201", "4.00"}}, {"甲"}, "合计"));
  const std::string rule =
      "rule r\n  source x\n  支出总表: [每科目].上年预算数/合计 = 上年.支出总表[同科目].全额\n"
      "  holds 1.00 = 1.00\n  breaks 2 = 1\n";
  CHECK(outcomes(rule, dossier) == std::vector{Status::exact});
}

TEST_CASE("settings leave rules out and change how grave they are") {
  const Pack pack = load_pack(last_year +
                                  "rule r.b\n  source x\n  支出总表: 合计 = 基本支出\n"
                                  "  holds 1.00 = 1.00\n  breaks 2 = 1\n",
                              "mine.rules");
  const std::vector packs{pack};
  const ConfiguredPacks without = configured(packs, {{"r"}, {{"r.*", Severity::note}}});
  CHECK(without.off == std::vector<std::string>{"r"});
  REQUIRE(without.packs.front().rules.size() == 1);
  CHECK(without.packs.front().rules.front().severity == Severity::note);
  CHECK(configured(packs, {{"r*"}, {}}).packs.front().rules.empty());
  CHECK(configured(packs, {}).packs.front().rules.size() == 2);
  CHECK_THROWS_AS(static_cast<void>(configured(packs, {{"r.c"}, {}})), RuleError);
  CHECK_THROWS_AS(static_cast<void>(configured(packs, {{}, {{"s.*", Severity::note}}})), RuleError);
}

TEST_CASE("bound by packs, over figures alone") {
  const Pack pack = load_pack(last_year, "mine.rules");
  const std::vector packs{pack};
  const Dossier dossier = two_years(expenditure({{"201", "5.00"}}, {"甲"}, "上年预算数"),
                                    expenditure({{"201", "5.00"}}, {"甲"}, "合计"));
  CHECK(bind(packs, dossier).size() == 1);
  CHECK(bind(packs, dossier, {}, Wanted::over_figures).size() == 1);
}
