// SPDX-License-Identifier: Apache-2.0
// A year's targets as objects: what they cost, what came of them, and the score of a self-evaluation.
#include <budget/budget.hpp>

#include <iostream>
#include <string>
#include <vector>

namespace {

using namespace budget;

Indicator row(std::string level2, std::string name, const std::string& target,
              const std::string& actual, const std::string& weight) {
  Indicator indicator;
  indicator.level2 = std::move(level2);
  indicator.name = std::move(name);
  indicator.annual = Target(target);
  indicator.actual = Target(actual);
  indicator.weight = Figure(weight);
  return indicator;
}

}  // namespace

int main() {
  const QuantityRange cost =
      *Target("≤22名").range() * *Target("≤1980元/月/人").range() * parse_quantity("12个月");
  std::cout << "22 people for a year: " << cost << '\n';

  const std::vector<Indicator> year = {
      row("数量指标", "培训场次", "≥4次", "3次", "20"),
      row("质量指标", "培训合格率", "≥90%", "88%", "20"),
      row("时效指标", "完成时间", "每年11月底前完成", "2024年11月20日", "10"),
      row("社会效益指标", "业务能力", "有效提升", "达成预期", "30"),
      row("服务对象满意度指标", "参训人员满意度", "≥95%", "96.5%", "10"),
  };
  CardTotals totals;
  totals.budget = Money::parse("55万元", Unit::unknown);
  totals.executed = Money::parse("50.6万元", Unit::unknown);
  const Scorecard card = score(year, totals, {}, 2024);
  for (std::size_t i = 0; i < year.size(); ++i) {
    const RowScore& scored = card.rows[i];
    std::cout << year[i].name << ": " << symbol(scored.evaluation.attainment);
    if (scored.evaluation.margin) std::cout << " by " << *scored.evaluation.margin;
    std::cout << ", score " << scored.score << '\n';
  }
  std::cout << "execution " << card.execution_rate->percent(2, Rounding::half_up) << ", total "
            << card.total << ", grade";
  for (const std::string& grade : card.grades) std::cout << ' ' << grade;
  std::cout << '\n';
}
