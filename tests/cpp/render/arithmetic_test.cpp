// SPDX-License-Identifier: Apache-2.0
#include <budget/render/arithmetic.hpp>

#include "audit/dossier_builder.hpp"

#include <budget/obligation/judge.hpp>

#include <doctest/doctest.h>

#include <string>

using namespace budget;
using testing::cell;

namespace {

struct Line {
  std::string arithmetic, difference, intervals;
};

Line line(const Obligation& obligation, const Dossier& dossier, Language language = Language::zh) {
  const Outcome outcome = judge(obligation, dossier);
  return {arithmetic(obligation, outcome, dossier, language),
          printed_difference(obligation, outcome, dossier, language),
          side_intervals(obligation, outcome, dossier, language)};
}

Dossier one_row(const std::vector<std::string>& figures, Unit unit = Unit::wan_yuan) {
  std::vector<std::string> headers{"项目"}, row{"甲"};
  for (std::size_t i = 0; i < figures.size(); ++i) {
    headers.push_back("列" + std::to_string(i + 1));
    row.push_back(figures[i]);
  }
  return testing::dossier({testing::table(TableKind::other, "表", unit, headers, {row}, 1)});
}

Obligation total_of_two() {
  return testing::sum("r", testing::terms({cell(0, 0, 1)}),
                      testing::terms({cell(0, 0, 2), cell(0, 0, 3)}));
}

}  // namespace

TEST_CASE("a statement prints so that it can be redone on paper") {
  struct Case {
    std::vector<std::string> figures;
    Unit unit;
    std::string arithmetic;
    std::string difference;
  };
  for (const Case& one : {
           Case{{"2794.26", "1083.23", "1711.03"},
                Unit::wan_yuan,
                "2794.26 = 1083.23 + 1711.03 = 2794.26 万元",
                "0.00 万元"},
           Case{{"2749.26", "1083.23", "1711.03"},
                Unit::wan_yuan,
                "2749.26 ≠ 1083.23 + 1711.03 = 2794.26 万元",
                "-45.00 万元"},
           Case{{"64.55", "46.20", "18.36"},
                Unit::wan_yuan,
                "64.55 ≈ 46.20 + 18.36 = 64.56 万元",
                "-0.01 万元"},
           Case{{"1.00", "", "3.00"}, Unit::wan_yuan, "1.00 ≠ 3.00 万元", "-2.00 万元"},
           Case{{"1,800", "1,900", "-100"}, Unit::yuan, "1,800 = 1,900 + (-100) = 1800 元", "0 元"},
           Case{{"5", "2", "2"}, Unit::unknown, "5 ≈ 2 + 2 = 4", "1"},
           Case{{"9", "2", "2"}, Unit::unknown, "9 ≠ 2 + 2 = 4", "5"},
       }) {
    CAPTURE(one.arithmetic);
    const Line written = line(total_of_two(), one_row(one.figures, one.unit));
    CHECK(written.arithmetic == one.arithmetic);
    CHECK(written.difference == one.difference);
  }
}

TEST_CASE("figures in several units are summed in 元, each with its own unit beside it") {
  const Line written =
      line(total_of_two(), one_row({"3.60", "30000元", "6001 元"}, Unit::wan_yuan));
  CHECK(written.arithmetic == "3.60万元 = 36000 元 ≈ 30000元 + 6001 元 = 36001 元");
  const Obligation twice =
      testing::sum("r", testing::terms({cell(0, 0, 1)}), testing::terms({cell(0, 0, 2)}));
  CHECK(line(twice, one_row({"3.60", "3.60元"})).arithmetic == "3.60万元 = 36000 元 ≠ 3.60元");
}

TEST_CASE("blank sides, the literal 0 and inequalities") {
  CHECK(line(total_of_two(), one_row({"", "1.00", "2.00"})).arithmetic ==
        "（空白） =? 1.00 + 2.00 万元");
  Obligation zero = total_of_two();
  zero.right.clear();
  CHECK(line(zero, one_row({"1.00", "", ""})).arithmetic == "1.00 ≠ 0 万元");
  const Obligation part = testing::at_most("p", cell(0, 0, 1), cell(0, 0, 2));
  CHECK(line(part, one_row({"1.00", "2.00"})).arithmetic == "1.00 ≤ 2.00 万元");
  CHECK(line(part, one_row({"3.00", "2.00"})).arithmetic == "3.00 > 2.00 万元");
  Obligation difference = total_of_two();
  difference.right[1].coefficient = -2;
  CHECK(line(difference, one_row({"1.00", "5.00", "2.00"})).arithmetic ==
        "1.00 = 5.00 − 2 × 2.00 = 1.00 万元");
}

TEST_CASE("intervals are said in the unit of the figures") {
  CHECK(line(total_of_two(), one_row({"2749.26", "1083.23", "1711.03"}), Language::en).intervals ==
        "allowing for rounding, the left side lies in 2749.255 to 2749.265, the right side lies in "
        "2794.25 to 2794.27 (万元)");
  CHECK(line(total_of_two(), one_row({"1.00", "", "3"}, Unit::yuan)).intervals ==
        "考虑舍入，左边是 1.00，右边在 2.50 至 3.50 之间（元）");
}

TEST_CASE("a place says its page and line, a stretch its first and last") {
  const auto at = [](int page, int line) {
    Place place;
    place.page = page;
    place.line = line;
    return place;
  };
  struct Case {
    Place first, last;
    std::string zh, en;
  };
  for (const Case& one : {
           Case{at(1, 1), at(3, 167), "第1–3页（第1–167行）", "pages 1–3 (lines 1–167)"},
           Case{at(4, 9), at(4, 20), "第4页（第9–20行）", "page 4 (lines 9–20)"},
           Case{at(0, 9), at(0, 20), "第9–20行", "lines 9–20"},
           Case{at(2, 0), at(2, 0), "第2页", "page 2"},
           Case{at(5, 7), at(5, 7), "第5页（第7行）", "page 5 (line 7)"},
           Case{at(0, 0), at(0, 0), "", ""},
       }) {
    CHECK(describe(one.first, one.last, Language::zh) == one.zh);
    CHECK(describe(one.first, one.last, Language::en) == one.en);
  }
  CHECK(describe(at(2, 14), Language::zh) == "第2页第14行");
  CHECK(describe(at(2, 14), Language::en) == "page 2, line 14");
}
