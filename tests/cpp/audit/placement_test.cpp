// SPDX-License-Identifier: Apache-2.0
#include <budget/audit/placement.hpp>

#include "audit/dossier_builder.hpp"

#include <budget/audit/audit.hpp>

#include <doctest/doctest.h>

#include <string>
#include <vector>

using namespace budget;
using testing::cell;

namespace {

std::vector<Pack> split_pack() {
  return {
      load_pack("rule expenditure.split\n"
                "  source   预算公开表3\n"
                "  支出总表: 合计 = 基本支出 + 项目支出\n"
                "  holds    3.00 = 1.00 + 2.00\n"
                "  breaks   3.00 = 1.00 + 1.00\n",
                "test.rules")};
}

// 支出总表 with one row whose figures have no column.
Dossier loose_row(const std::vector<std::string>& figures) {
  Dossier given = testing::dossier({testing::table(
      TableKind::expenditure, "支出总表", Unit::wan_yuan,
      {"科目编码", "科目名称", "合计", "基本支出", "项目支出"}, {{"201", "甲", "", "", ""}}, 10)});
  Row& row = given.disclosures[0].tables[0].rows[0];
  for (std::size_t c = 2; c < 5; ++c) row.cells[c].mark = Mark::unreadable;
  for (const std::string& text : figures) {
    Cell one;
    one.figure = Figure(text, Unit::wan_yuan);
    row.loose.push_back(one);
  }
  return given;
}

std::vector<std::string> texts(const Dossier& dossier) {
  std::vector<std::string> result;
  for (int c = 2; c < 5; ++c) result.push_back(at(dossier, cell(0, 0, c)).figure.text());
  return result;
}

}  // namespace

TEST_CASE("figures that fit in one way are placed, marked, and their sum checks nothing") {
  const std::vector<Pack> packs = split_pack();
  const Dossier placed = placed_by_arithmetic(loose_row({"3.00", "1.00", "2.00"}), packs);
  CHECK(texts(placed) == std::vector<std::string>{"3.00", "1.00", "2.00"});
  for (int c = 2; c < 5; ++c) CHECK(at(placed, cell(0, 0, c)).mark == Mark::by_arithmetic);
  CHECK(placed.disclosures[0].tables[0].rows[0].loose.empty());

  const Report report = audit(placed, packs);
  REQUIRE(report.outcomes.size() == 1);
  CHECK(report.outcomes[0].status == Status::not_applicable);
  CHECK(report.outcomes[0].why == Undecided::used_for_reading);
  CHECK(report.coverage.figures.checked == 0);
  CHECK(report.coverage.figures.unchecked == 3);
}

TEST_CASE("figures that fit in several ways or in none stay loose") {
  // 3.00 and 3.00 can be the total with either part; 3.00 and 2.00 add up in no way.
  for (const auto& figures :
       {std::vector<std::string>{"3.00", "3.00"}, {"3.00", "2.00"}, {"3.00"}}) {
    const Dossier given = placed_by_arithmetic(loose_row(figures), split_pack());
    CHECK(texts(given) == std::vector<std::string>{"", "", ""});
    CHECK(given.disclosures[0].tables[0].rows[0].loose.size() == figures.size());
    const Report report = audit(given, split_pack());
    for (const Outcome& outcome : report.outcomes)
      CHECK((outcome.status == Status::not_read || outcome.status == Status::not_applicable));
    CHECK(report.coverage.figures.unreadable == static_cast<int>(figures.size()));
  }
}

TEST_CASE("without a rule nothing is placed, and a row without loose figures is left alone") {
  CHECK(texts(placed_by_arithmetic(loose_row({"3.00", "1.00", "2.00"}), {})) ==
        std::vector<std::string>{"", "", ""});
  const testing::Sample sample = testing::sample();
  const Dossier same = placed_by_arithmetic(sample.dossier, split_pack());
  for (int r = 0; r < 5; ++r)
    for (int c = 2; c < 5; ++c) CHECK(at(same, cell(0, r, c)).mark == Mark::none);
}
