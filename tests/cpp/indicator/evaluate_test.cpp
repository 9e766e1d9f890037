// SPDX-License-Identifier: Apache-2.0
#include <budget/indicator/evaluate.hpp>

#include <doctest/doctest.h>

#include <string>

using namespace budget;

namespace {

Evaluation of(const std::string& target, const std::string& actual,
              Direction direction = Direction::more) {
  const Target wanted(target);
  const bool compared = wanted.comparator() != Comparator::none;
  return evaluate(wanted, Target(actual), compared ? direction_of(wanted, "", "") : direction,
                  2024);
}

std::string shown(const Evaluation& evaluation) {
  std::string text(symbol(evaluation.attainment));
  if (evaluation.attainment == Attainment::not_decidable)
    return text + " " + std::string(symbol(evaluation.why));
  if (evaluation.margin) text += " " + to_string(*evaluation.margin);
  if (evaluation.completion) text += " " + to_string(*evaluation.completion);
  return text;
}

}  // namespace

TEST_CASE("numbers are met, exceeded or missed by an exact margin") {
  CHECK(shown(of("≥95%", "96%")) == "met 1% 96/95");
  CHECK(shown(of("≥95%", "95%")) == "met 0% 1");
  CHECK(shown(of("≥95%", "90%")) == "not_met -5% 18/19");
  CHECK(shown(of("＞95%", "95%")) == "not_met 0% 1");
  CHECK(shown(of("≤380元/人/天", "350元/天/人")) == "met 30元/人/天 38/35");
  CHECK(shown(of("≤380元/人/天", "400元/人/天")) == "not_met -20元/人/天 19/20");
  CHECK(shown(of("≤10%", "0%")) == "met 10% 1");
  CHECK(shown(of("≤24小时", "1天")) == "met 0小时 1");
  CHECK(shown(of("=3次", "4次")) == "not_met -1次 3/4");
  CHECK(shown(of("3-5次", "4次")) == "met 0次 1");
  CHECK(shown(of("3-5次", "6次")) == "not_met -1次 5/6");
  CHECK(shown(of("3-5次", "2次")) == "not_met -1次 2/3");
}

TEST_CASE("a bare number is met from the side that is better") {
  CHECK(shown(of("800份", "900份")) == "met 100份 9/8");
  CHECK(shown(of("18000元/辆", "17000元/辆", Direction::less)) == "met 1000元/辆 18/17");
  CHECK(shown(of("18000元/辆", "19000元/辆", Direction::less)) == "not_met -1000元/辆 18/19");
  CHECK(shown(of("0%", "0%", Direction::less)) == "met 0% 1");
  CHECK(shown(of("0%", "2%", Direction::less)) == "not_met -2% 0");
  CHECK(direction_of(Target("0%"), "质量指标", "安全事故发生率") == Direction::less);
  CHECK(direction_of(Target("10万元"), "成本指标", "设备维修") == Direction::less);
  CHECK(direction_of(Target("3次"), "质量指标", "群众投诉次数") == Direction::less);
  CHECK(direction_of(Target("800份"), "数量指标", "文件印刷份数") == Direction::more);
  CHECK(direction_of(Target("≥80%"), "成本指标", "资金节约率") == Direction::more);
}

TEST_CASE("what cannot be decided says why") {
  CHECK(shown(of("≥3次", "5人")) == "not_decidable measures");
  CHECK(shown(of("≥380人/天/元", "5人")) == "not_decidable no_target");
  CHECK(shown(of("", "5人")) == "not_decidable no_target");
  CHECK(shown(of("≥3次", "")) == "not_decidable no_actual");
  CHECK(shown(of("有效提升", "有所提高")) == "not_decidable words");
  CHECK(shown(of("约30台", "29台")) == "not_decidable about");
  CHECK(shown(of("约30台", "30台")) == "met 0台 1");
  CHECK(shown(of("≥10人", "8-12人")) == "not_decidable several");
  CHECK(shown(of("≥10人", "≥12人")) == "met");
  CHECK(shown(of("≥10人", "1-3人")) == "not_met");
  CHECK(shown(of("按合同价", "45万元")) == "not_decidable other_text");
  CHECK(shown(of("≤预算数", "45万元")) == "not_decidable other_text");
  CHECK(explain(Undecidable::about, Language::en).find("rough") != std::string::npos);
}

TEST_CASE("a bare actual number counts what the target counts, but no money and no share") {
  CHECK(shown(of("≥3次/年", "4")) == "met 1次/年 4/3");
  CHECK(shown(of("≥95%", "96")) == "not_decidable measures");
  CHECK(shown(of("≤10万元", "9.5")) == "not_decidable measures");
}

TEST_CASE("dates and words") {
  CHECK(shown(of("每年11月底前完成", "2024年11月15日")) == "met 1");
  CHECK(shown(of("每年11月底前完成", "12月")) == "not_met");
  CHECK(shown(of("次年1月底前", "2025年1月31日")) == "met 1");
  CHECK(shown(of("按月发放", "按月发放")) == "met 1");
  CHECK(shown(of("有效提升", "达成预期")) == "met 1");
  CHECK(shown(of("合格", "合格")) == "met 1");
  CHECK(shown(of("每年11月底前完成", "已完成")) == "met 1");
}

TEST_CASE("an indicator takes the target of the year before that of the period") {
  Indicator indicator;
  CHECK(shown(evaluate(indicator, 2024)) == "not_decidable no_target");
  indicator.period = Target("≥4200人");
  CHECK(shown(evaluate(indicator, 2024)) == "not_decidable no_actual");
  indicator.actual = Target("4100人");
  CHECK(evaluate(indicator, 2024).attainment == Attainment::not_met);
  indicator.annual = Target("≥4000人");
  CHECK(evaluate(indicator, 2024).attainment == Attainment::met);
}
