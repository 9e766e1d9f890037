// SPDX-License-Identifier: Apache-2.0
// Self-evaluations: funds that add up, the rate of execution, scores that follow from targets and
// actual values.
#include "claim/target_checks.hpp"

#include <budget/indicator/score.hpp>

#include <string>
#include <string_view>
#include <utility>

namespace budget::inline v1::detail::targets {
namespace {

class Scores {
 public:
  explicit Scores(Checks& checks) : checks_(checks) {}

  void run() {
    for (table_ = 0; table_ < checks_.tables().size(); ++table_) {
      if (!checks_.tables()[table_].is_evaluation) {
        weights();
        continue;
      }
      funds();
      execution();
      scores();
    }
  }

 private:
  /// Weights that are printed beside targets add up to 100, or to 90 beside the execution rate.
  void weights() {
    Ratio sum;
    for (const Indicator& indicator : table().indicators) {
      if (!indicator.weight.is_number()) return;
      sum += Ratio::of(indicator.weight.value());
    }
    if (table().indicators.empty()) return;
    const std::string printed = shortest(sum);
    checks_.decide(sum == Ratio(100) || sum == Ratio(90), TargetDemand::scores, table_, "weights",
                   {checks_.name_of(table_).zh + "：各项权重之和为 " + printed +
                        "，应为 100（或不含执行率的 90）",
                    checks_.name_of(table_).en + ": the weights add up to " + printed +
                        ", not to 100, or to 90 without the execution rate"},
                   {table().place});
  }

  [[nodiscard]] const TargetTable& table() const { return checks_.tables()[table_]; }

  /// The row of the funds' total; −1 none.
  [[nodiscard]] int total_row() const {
    return table().funds.sides.empty() ? -1 : table().funds.total_row();
  }

  [[nodiscard]] int column(std::string_view key) const {
    const auto& columns = table().funds.columns;
    for (std::size_t c = 0; c < columns.size(); ++c)
      if (columns[c].key == key) return static_cast<int>(c);
    return -1;
  }

  /// The total of each column of money is the sum of its sources.
  void funds() {
    const Table& funds = table().funds;
    const int total = total_row();
    if (total < 0) return;
    for (const std::string_view key : {"年初预算数", "全年预算数", "全年执行数"}) {
      const int c = column(key);
      if (c < 0) continue;
      Obligation obligation = checks_.statement(table_, ObligationKind::linear, key);
      obligation.left = {{1, checks_.fund(table_, total, c)}};
      for (int r = 0; r < static_cast<int>(funds.rows.size()); ++r)
        if (funds.rows[static_cast<std::size_t>(r)].labels.front().parent == total)
          obligation.right.push_back({1, checks_.fund(table_, r, c)});
      if (!obligation.right.empty()) checks_.add(TargetDemand::funds, std::move(obligation));
    }
  }

  /// 执行率 = 全年执行数 ÷ 全年预算数.
  void execution() {
    const Table& funds = table().funds;
    const int rate = column("执行率"), budget = column("全年预算数"), spent = column("全年执行数");
    if (rate < 0 || budget < 0 || spent < 0) return;
    for (int r = 0; r < static_cast<int>(funds.rows.size()); ++r) {
      if (!funds.cell(r, rate).figure.is_number()) continue;
      Obligation obligation =
          checks_.statement(table_, ObligationKind::ratio, "rate" + std::to_string(r));
      obligation.left = {{1, checks_.fund(table_, r, rate)}};
      obligation.right = {{1, checks_.fund(table_, r, spent)}};
      obligation.base = {{1, checks_.fund(table_, r, budget)}};
      checks_.add(TargetDemand::execution, std::move(obligation));
    }
  }

  [[nodiscard]] std::optional<Money> money(std::string_view key) const {
    const Table& funds = table().funds;
    const int total = total_row(), c = column(key);
    if (total < 0 || c < 0) return std::nullopt;
    const Figure& figure = funds.cell(total, c).figure;
    if (!figure.is_number() || figure.unit() == Unit::unknown) return std::nullopt;
    return Money::of(figure.value(), figure.unit(), Rounding::half_up);
  }

  void scores() {
    CardTotals totals;
    totals.budget = money("全年预算数");
    totals.executed = money("全年执行数");
    const int score_column = column("得分");
    const int total = total_row();
    if (score_column >= 0 && total >= 0)
      totals.execution_score = table().funds.cell(total, score_column).figure;
    totals.total = table().total;
    const Scorecard card = score(table().indicators, totals, {}, checks_.year_of_days());
    bool any = false, any_total = false;
    for (const ScoreDefect& defect : card.defects) {
      const bool of_total =
          defect.fault != ScoreFault::not_by_rule && defect.fault != ScoreFault::weights_total;
      (of_total ? any_total : any) = true;
      const Indicator* row = defect.row ? &table().indicators[*defect.row] : nullptr;
      checks_.fail(of_total ? TargetDemand::score_totals : TargetDemand::scores, table_,
                   std::string(symbol(defect.fault)) + (row ? "/" + row->name : ""),
                   told(defect, card, row, totals), {row ? row->place : table().place});
    }
    if (table().indicators.empty()) return;
    if (!any) checks_.hold(TargetDemand::scores, table_, "scores");
    if (!any_total) checks_.hold(TargetDemand::score_totals, table_, "totals");
  }

  [[nodiscard]] Bilingual told(const ScoreDefect& defect, const Scorecard& card,
                               const Indicator* row, const CardTotals& totals) const {
    const std::string name = row ? "“" + row->name + "”" : checks_.name_of(table_).zh;
    const auto by_rule = [](const Interval<Ratio>& score) {
      const std::string low = shortest(score.low()), high = shortest(score.high());
      return low == high ? low : low + "–" + high;
    };
    switch (defect.fault) {
      case ScoreFault::above_weight:
        return {name + "：得分 " + row->score.text() + " 超过分值 " + row->weight.text(),
                name + ": a score of " + row->score.text() + " above its weight of " +
                    row->weight.text()};
      case ScoreFault::not_by_rule: {
        const std::string printed = row ? row->score.text() : totals.execution_score.text();
        const std::string right =
            by_rule(row ? card.rows[*defect.row].score : card.execution_score);
        const std::string what = row ? name : name + "的预算执行率";
        return {what + "：得分 " + printed + "，按完成情况应为 " + right,
                what + ": a score of " + printed + "; what came of it gives " + right};
      }
      case ScoreFault::weights_total:
        return {name + "：各项分值与执行率的 10 分之和不是 100 分",
                name + ": the weights and the 10 points of execution do not add up to 100"};
      case ScoreFault::wrong_total:
        return {name + "：总分 " + totals.total.text() + " 不是各项得分之和",
                name + ": the total of " + totals.total.text() + " is not the sum of the scores"};
      case ScoreFault::wrong_grade:
        return {name + "：等级 " + totals.grade + " 与总分 " + totals.total.text() + " 不符",
                name + ": the grade " + totals.grade + " is not that of " + totals.total.text()};
    }
    return {};
  }

  Checks& checks_;
  std::size_t table_ = 0;
};

}  // namespace

void check_scores(Checks& checks) {
  Scores(checks).run();
}

}  // namespace budget::inline v1::detail::targets
