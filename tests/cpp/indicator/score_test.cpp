// SPDX-License-Identifier: Apache-2.0
#include <budget/indicator/score.hpp>

#include <doctest/doctest.h>

#include <string>
#include <vector>

using namespace budget;

namespace {

Indicator row(const std::string& target, const std::string& actual, const std::string& weight,
              const std::string& printed = "") {
  Indicator indicator;
  indicator.annual = Target(target);
  indicator.actual = Target(actual);
  indicator.weight = Figure(weight);
  indicator.score = Figure(printed);
  return indicator;
}

// Five rows of 90 points: all met but the second, which reached 90 of 100.
std::vector<Indicator> card() {
  return {row("≥3次", "3次", "20", "20"), row("≥100人", "90人", "30", "27"),
          row("100%", "100%", "20", "20"), row("≤5万元", "4万元", "10", "10"),
          row("≥95%", "96%", "10", "10")};
}

CardTotals totals(const std::string& execution, const std::string& total) {
  CardTotals given;
  given.budget = Money::of_yuan(1'000'000);
  given.executed = Money::of_yuan(987'600);
  given.execution_score = Figure(execution);
  given.total = Figure(total);
  return given;
}

std::vector<std::string> faults(const Scorecard& scored) {
  std::vector<std::string> all;
  for (const ScoreDefect& defect : scored.defects)
    all.push_back(std::string(symbol(defect.fault)) +
                  (defect.row ? " " + std::to_string(*defect.row) : ""));
  return all;
}

Scorecard scored(const std::vector<Indicator>& rows, const CardTotals& given,
                 const ScoringMethod& method = {}) {
  return score(rows, given, method, 2024);
}

}  // namespace

TEST_CASE("credit is proportional, capped, and the execution rate has the first points") {
  const Scorecard result = scored(card(), totals("9.88", "96.88"));
  CHECK(result.rows[1].score == Interval<Ratio>(Ratio(27)));
  CHECK(result.rows[4].score == Interval<Ratio>(Ratio(10)));
  CHECK(result.rows[1].rule == ScoreRule::proportional);
  CHECK(result.execution_rate == Ratio::of(9876, 10'000));
  CHECK(result.execution_score == Interval<Ratio>(Ratio::of(9876, 1000)));
  CHECK(result.total == Interval<Ratio>(Ratio::of(96'876, 1000)));
  CHECK(result.grades == std::vector<std::string>{"优"});
  CHECK(faults(result).empty());
}

TEST_CASE("a printed score that cannot be is found, rounding is not") {
  auto rows = card();
  rows[1] = row("≥7次", "5次", "30", "21.43");  // 21.428…
  CHECK(faults(scored(rows, totals("9.88", "91.31"))).empty());
  rows[1].score = Figure("21.5");
  CHECK(faults(scored(rows, totals("9.88", "91.38"))) == std::vector<std::string>{"not_by_rule 1"});
  rows[1].score = Figure("31");
  CHECK(faults(scored(rows, totals("9.88", "100.88"))) ==
        std::vector<std::string>{"above_weight 1"});
}

TEST_CASE("totals, weights and grades") {
  CHECK(faults(scored(card(), totals("9.88", "97.88"))) == std::vector<std::string>{"wrong_total"});
  CHECK(faults(scored(card(), totals("9.98", "96.98"))) == std::vector<std::string>{"not_by_rule"});
  auto rows = card();
  rows[0].weight = Figure("25");
  CHECK(faults(scored(rows, totals("9.88", "96.88"))) ==
        std::vector<std::string>{"not_by_rule 0", "weights_total"});
  CardTotals given = totals("9.88", "96.88");
  given.grade = "良";
  CHECK(faults(scored(card(), given)) == std::vector<std::string>{"wrong_grade"});
  const ScoringMethod method;
  CHECK(grade_of(Ratio(90), method) == "优");
  CHECK(grade_of(Ratio::of(8999, 100), method) == "良");
  CHECK(grade_of(Ratio(60), method) == "中");
  CHECK(grade_of(Ratio(0), method) == "差");
}

TEST_CASE("words leave the evaluator a band") {
  CHECK(scored({row("有效提升", "有效提升", "10")}, {}).rows[0].score ==
        Interval<Ratio>(Ratio(8), Ratio(10)));
  CHECK(scored({row("有效提升", "部分达成预期指标", "10")}, {}).rows[0].score ==
        Interval<Ratio>(Ratio(6), Ratio(8)));
  CHECK(scored({row("有效提升", "未达成", "10")}, {}).rows[0].score ==
        Interval<Ratio>(Ratio(0), Ratio(6)));
  const Scorecard open = scored({row("有效提升", "有所提升", "10")}, {});
  CHECK(open.rows[0].rule == ScoreRule::open);
  CHECK(open.rows[0].score == Interval<Ratio>(Ratio(0), Ratio(10)));
  // 80 to 100 with the rest met: two grades are possible.
  auto rows = card();
  rows[0] = row("有效提升", "有效提升", "20");
  rows[1] = row("有效提升", "部分达成", "30");
  CHECK(scored(rows, totals("9.88", "")).grades == std::vector<std::string>{"优", "良"});
}

TEST_CASE("a method may ask for all or nothing or set a threshold") {
  ScoringMethod method;
  method.zero_below = Ratio::of(60, 100);
  CHECK(scored({row("≥100人", "59人", "10")}, {}, method).rows[0].rule ==
        ScoreRule::below_threshold);
  CHECK(scored({row("≥100人", "60人", "10")}, {}, method).rows[0].score ==
        Interval<Ratio>(Ratio(6)));
  method.is_proportional = false;
  CHECK(scored({row("≥100人", "99人", "10")}, {}, method).rows[0].score == Interval<Ratio>());
}

TEST_CASE("without budget or weights nothing is made up") {
  const Scorecard result = scored({row("≥3次", "3次", "")}, {});
  CHECK_FALSE(result.execution_rate.has_value());
  CHECK(result.execution_score == Interval<Ratio>(Ratio(0), Ratio(10)));
  CHECK(result.rows[0].evaluation.attainment == Attainment::met);
  CHECK(result.defects.empty());
}
