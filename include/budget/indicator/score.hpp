// SPDX-License-Identifier: Apache-2.0
// Scores a self-evaluation (绩效自评) as its tables do: credit in proportion to completion, never above
// the weight; the rate of budget execution as the first points; the total and its grade. Scores that
// a rule leaves to the evaluator are ranges. Printed scores are judged by what they may stand for.
//
// Source of the rules: 项目支出绩效评价管理办法 (财预〔2020〕10号), how 单位自评 gives points and grades; a
// threshold of completion below which there are none: 财预〔2021〕101号.
#pragma once

#include <budget/amount/figure.hpp>
#include <budget/amount/interval.hpp>
#include <budget/amount/money.hpp>
#include <budget/amount/ratio.hpp>
#include <budget/indicator/evaluate.hpp>
#include <budget/indicator/indicator.hpp>

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace budget::inline v1 {

/// By which rule the score of a row was found.
enum class ScoreRule : std::uint8_t {
  proportional,    ///< weight × completion, at most the weight (定量指标)
  all_or_nothing,  ///< the weight where it is met, else 0
  qualitative,  ///< 达成预期 100–80 %, 部分达成 80–60 %, 未达成 60–0 % (定性指标)
  execution,        ///< 预算执行率 × its points, at most its points
  below_threshold,  ///< 0, for completion lies below the method's threshold
  open,             ///< between 0 and the weight: not decidable from what is printed
};

/// A lowest score and its grade.
struct GradeBand {
  Ratio from;        ///< least total score, included
  std::string name;  ///< 优
};

/// How a province or a department scores. Defaults are those of 财预〔2020〕10号.
struct ScoringMethod {
  Ratio total = Ratio(100);            ///< full marks (总分)
  Ratio execution_points = Ratio(10);  ///< points of the execution rate; 0 for none
  bool is_proportional = true;         ///< else a quantity that is not met gets 0
  std::optional<Ratio> zero_below;     ///< completion under which a row gets 0
  std::vector<GradeBand> bands = {
      {Ratio(90), "优"}, {Ratio(80), "良"}, {Ratio(60), "中"}, {Ratio(0), "差"}};  ///< best first
};

/// What a row's score is, or may be.
struct RowScore {
  Evaluation evaluation;             ///< what came of the target
  ScoreRule rule = ScoreRule::open;  ///< how the score follows
  Interval<Ratio> score;             ///< exact score, or the range that the rule leaves open
};

/// What is wrong with a printed score.
enum class ScoreFault : std::uint8_t {
  above_weight,   ///< a score larger than its weight
  not_by_rule,    ///< a score that the rule does not give
  weights_total,  ///< weights and execution points do not add up to full marks
  wrong_total,  ///< the printed total is neither the sum of the printed scores nor of those by rule
  wrong_grade,  ///< the printed grade is not that of the total
};

/// One fault; `row` is the index of the indicator, nothing for the whole card.
struct ScoreDefect {
  ScoreFault fault;
  std::optional<std::size_t> row;
};

/// A scored self-evaluation.
struct Scorecard {
  std::vector<RowScore> rows;           ///< one an indicator, in order
  std::optional<Ratio> execution_rate;  ///< 全年执行数 / 全年预算数, where both are given
  Interval<Ratio> execution_score;      ///< points for it; 0 to all where it is not known
  Interval<Ratio> total;                ///< sum of all rows and the execution score
  std::vector<std::string> grades;      ///< grades that the total may have, best first
  std::vector<ScoreDefect> defects;     ///< what is wrong with what is printed
};

/// Budget and spending of the year, and what the card prints below its rows.
struct CardTotals {
  std::optional<Money> budget;    ///< 全年预算数
  std::optional<Money> executed;  ///< 全年执行数
  Figure execution_score;         ///< its 得分; blank where none is printed
  Figure total;                   ///< 总分; blank where none is printed
  std::string grade;              ///< printed grade; "" where none is
};

/// Scores indicators with their actual values. `budget_year` is the year of dates that print none.
/// Rows without a readable weight count nothing. Throws OverflowError.
[[nodiscard]] inline Scorecard score(std::span<const Indicator> indicators,
                                     const CardTotals& totals, const ScoringMethod& method,
                                     int budget_year);

/// The grade of a total: the first band that it reaches, or "" below all.
[[nodiscard]] inline std::string grade_of(const Ratio& total, const ScoringMethod& method);

/// The name as in the code: "proportional".
[[nodiscard]] constexpr std::string_view symbol(ScoreRule rule) noexcept {
  switch (rule) {
    case ScoreRule::proportional: return "proportional";
    case ScoreRule::all_or_nothing: return "all_or_nothing";
    case ScoreRule::qualitative: return "qualitative";
    case ScoreRule::execution: return "execution";
    case ScoreRule::below_threshold: return "below_threshold";
    case ScoreRule::open: return "open";
  }
  return "";
}

/// The name as in the code: "wrong_total".
[[nodiscard]] constexpr std::string_view symbol(ScoreFault fault) noexcept {
  switch (fault) {
    case ScoreFault::above_weight: return "above_weight";
    case ScoreFault::not_by_rule: return "not_by_rule";
    case ScoreFault::weights_total: return "weights_total";
    case ScoreFault::wrong_total: return "wrong_total";
    case ScoreFault::wrong_grade: return "wrong_grade";
  }
  return "";
}

// ---- details ----

namespace detail {

// More than all counts as all.
constexpr Ratio at_most_all(const Ratio& share) {
  return share < Ratio(1) ? share : Ratio(1);
}

inline Interval<Ratio> of_weight(const Ratio& weight, int low_percent, int high_percent) {
  return Interval<Ratio>(weight * Ratio::of(low_percent, 100),
                         weight * Ratio::of(high_percent, 100));
}

// The values that a printed score may stand for.
inline Interval<Ratio> printed_ratio(const Figure& figure) {
  const Interval<Decimal> printed = figure.printed();
  return Interval<Ratio>(Ratio::of(printed.low()), Ratio::of(printed.high()));
}

inline bool is_in_words(const Target& target) {
  return target.form() == TargetForm::grade || target.form() == TargetForm::list ||
         target.form() == TargetForm::text || target.form() == TargetForm::milestone;
}

// 部分达成 and 未达成 are said in these words.
inline std::optional<std::pair<int, int>> band_of(std::string_view told) {
  const std::string plain = without_spaces(told);
  const auto begins = [&](std::string_view word) { return plain.starts_with(word); };
  if (begins("部分达成") || begins("部分完成") || begins("基本达成") || begins("基本完成"))
    return std::pair(60, 80);
  if (begins("未达成") || begins("未完成") || begins("未达到")) return std::pair(0, 60);
  if (begins("达成预期") || begins("全部达成")) return std::pair(80, 100);
  return std::nullopt;
}

inline RowScore score_row(const Indicator& indicator, const ScoringMethod& method, int year) {
  RowScore row;
  row.evaluation = evaluate(indicator, year);
  if (!indicator.weight.is_number()) return row;
  const Ratio weight = Ratio::of(indicator.weight.value());
  row.score = weight.is_negative() ? Interval<Ratio>(weight, Ratio()) : of_weight(weight, 0, 100);
  const Target* target = indicator.target();
  if (target && is_in_words(*target)) {
    const auto band = indicator.actual ? band_of(indicator.actual->text()) : std::nullopt;
    if (row.evaluation.attainment == Attainment::met || band) {
      row.rule = ScoreRule::qualitative;
      const auto [low, high] = band.value_or(std::pair(80, 100));
      row.score = of_weight(weight, low, high);
    }
    return row;
  }
  if (row.evaluation.attainment == Attainment::met) {
    row.rule = method.is_proportional ? ScoreRule::proportional : ScoreRule::all_or_nothing;
    row.score = Interval<Ratio>(weight);
    return row;
  }
  if (row.evaluation.attainment == Attainment::not_decidable) return row;
  if (!method.is_proportional) {
    row.rule = ScoreRule::all_or_nothing;
    row.score = Interval<Ratio>();
    return row;
  }
  const auto& completion = row.evaluation.completion;
  if (!completion) return row;
  if (method.zero_below && *completion < *method.zero_below) {
    row.rule = ScoreRule::below_threshold;
    row.score = Interval<Ratio>();
    return row;
  }
  row.rule = ScoreRule::proportional;
  row.score = Interval<Ratio>(weight * at_most_all(*completion));
  return row;
}

// Whether a printed score can be one of those that the rule gives.
inline bool can_be(const Figure& printed, const Interval<Ratio>& score) {
  const Interval<Ratio> values = printed_ratio(printed);
  return values.low() <= score.high() && score.low() <= values.high();
}

// What a printed score was before it was rounded: what the rule gives, where that prints so. A score
// that the evaluator chose is the number that is printed.
inline Ratio unrounded(const Figure& printed, const Interval<Ratio>& score) {
  return score.is_point() && can_be(printed, score) ? score.low() : Ratio::of(printed.value());
}

inline void find_card_defects(std::span<const Indicator> indicators, const CardTotals& totals,
                              const ScoringMethod& method, Scorecard& card) {
  Ratio weights = method.execution_points;
  Ratio printed_sum, exact_sum;
  bool all_weights = !indicators.empty(), all_scores = !indicators.empty();
  for (std::size_t i = 0; i < indicators.size(); ++i) {
    const Indicator& indicator = indicators[i];
    all_weights = all_weights && indicator.weight.is_number();
    if (indicator.weight.is_number()) weights += Ratio::of(indicator.weight.value());
    all_scores = all_scores && indicator.score.is_number();
    if (!indicator.score.is_number()) continue;
    printed_sum += Ratio::of(indicator.score.value());
    exact_sum += unrounded(indicator.score, card.rows[i].score);
    if (indicator.weight.is_number() && indicator.score.value() > indicator.weight.value())
      card.defects.push_back({ScoreFault::above_weight, i});
    else if (indicator.weight.is_number() && !can_be(indicator.score, card.rows[i].score))
      card.defects.push_back({ScoreFault::not_by_rule, i});
  }
  if (all_weights && weights != method.total)
    card.defects.push_back({ScoreFault::weights_total, std::nullopt});
  if (totals.execution_score.is_number()) {
    printed_sum += Ratio::of(totals.execution_score.value());
    exact_sum += unrounded(totals.execution_score, card.execution_score);
    if (!can_be(totals.execution_score, card.execution_score))
      card.defects.push_back({ScoreFault::not_by_rule, std::nullopt});
  } else if (!method.execution_points.is_zero()) {
    all_scores = false;
  }
  if (all_scores && totals.total.is_number() &&
      !can_be(totals.total, Interval<Ratio>(printed_sum)) &&
      !can_be(totals.total, Interval<Ratio>(exact_sum)))
    card.defects.push_back({ScoreFault::wrong_total, std::nullopt});
  if (!totals.grade.empty() && totals.total.is_number() &&
      grade_of(Ratio::of(totals.total.value()), method) != totals.grade)
    card.defects.push_back({ScoreFault::wrong_grade, std::nullopt});
}

}  // namespace detail

inline std::string grade_of(const Ratio& total, const ScoringMethod& method) {
  for (const GradeBand& band : method.bands) {
    if (total >= band.from) return band.name;
  }
  return {};
}

inline Scorecard score(std::span<const Indicator> indicators, const CardTotals& totals,
                       const ScoringMethod& method, int budget_year) {
  Scorecard card;
  for (const Indicator& indicator : indicators) {
    card.rows.push_back(detail::score_row(indicator, method, budget_year));
    card.total = card.total + card.rows.back().score;
  }
  card.execution_score = detail::of_weight(method.execution_points, 0, 100);
  if (totals.budget && totals.executed && !totals.budget->is_zero()) {
    card.execution_rate = *totals.executed / *totals.budget;
    const Ratio share =
        *card.execution_rate < Ratio(0) ? Ratio(0) : detail::at_most_all(*card.execution_rate);
    card.execution_score = Interval<Ratio>(method.execution_points * share);
  }
  card.total = card.total + card.execution_score;
  const std::string best = grade_of(card.total.high(), method);
  const std::string worst = grade_of(card.total.low(), method);
  bool within = false;
  for (const GradeBand& band : method.bands) {
    within = within || band.name == best;
    if (within) card.grades.push_back(band.name);
    if (band.name == worst) break;
  }
  detail::find_card_defects(indicators, totals, method, card);
  return card;
}

}  // namespace budget::inline v1
