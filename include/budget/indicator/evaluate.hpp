// SPDX-License-Identifier: Apache-2.0
// Evaluates what came of a target: met or not, by how much, and how far. Exact; what words or
// different measures leave open is not decidable, with the reason.
#pragma once

#include <budget/amount/ratio.hpp>
#include <budget/base/language.hpp>
#include <budget/base/text.hpp>
#include <budget/indicator/indicator.hpp>
#include <budget/indicator/quantity.hpp>
#include <budget/indicator/target.hpp>

#include <cstdint>
#include <optional>
#include <string_view>

namespace budget::inline v1 {

/// Whether a target was met.
enum class Attainment : std::uint8_t { met, not_met, not_decidable };

/// Why it is not decidable.
enum class Undecidable : std::uint8_t {
  no,          ///< it is decided
  no_target,   ///< there is no target, or none that can be taken for one
  no_actual,   ///< nothing is told of what came of it
  words,       ///< target or actual is in words, and they are not the same
  measures,    ///< the two count different things
  about,       ///< the target is a rough number and the actual is another
  several,     ///< the actual is itself a bound or a range, and lies partly outside
  other_text,  ///< the target is what another text says: 按合同价, ≤预算数
};

/// What came of one target.
struct Evaluation {
  Attainment attainment = Attainment::not_decidable;
  Undecidable why = Undecidable::no_actual;
  /// By how much it was exceeded (above 0) or missed (below 0), in the target's measure; 0 where an
  /// exact number or a range is met. Nothing where it is no number.
  std::optional<Quantity> margin;
  /// 完成率: actual / target where more is better, target / actual where less is; 1 where dates and
  /// words are met. Of a range: to the nearer end. Nothing where a quotient has none.
  std::optional<Ratio> completion;
};

/// Holds an actual value against a target. Both are taken as printed: 94.96% printed as 95.0% meets
/// ≥95%. A bare number counts what the target counts, unless that is money or a share, whose unit
/// cannot be left out. `budget_year` is the year of dates that print none. Throws OverflowError.
[[nodiscard]] inline Evaluation evaluate(const Target& target, const Target& actual,
                                         Direction direction, int budget_year);

/// Same for an indicator with its actual value.
[[nodiscard]] inline Evaluation evaluate(const Indicator& indicator, int budget_year);

/// The name as in the code: "not_met".
[[nodiscard]] constexpr std::string_view symbol(Attainment attainment) noexcept {
  switch (attainment) {
    case Attainment::met: return "met";
    case Attainment::not_met: return "not_met";
    case Attainment::not_decidable: return "not_decidable";
  }
  return "";
}

/// The name as in the code: "measures".
[[nodiscard]] constexpr std::string_view symbol(Undecidable why) noexcept;
/// The reason in words; "" where it is decided.
[[nodiscard]] constexpr std::string_view explain(Undecidable why, Language language) noexcept;

// ---- details ----

constexpr std::string_view symbol(Undecidable why) noexcept {
  switch (why) {
    case Undecidable::no: return "no";
    case Undecidable::no_target: return "no_target";
    case Undecidable::no_actual: return "no_actual";
    case Undecidable::words: return "words";
    case Undecidable::measures: return "measures";
    case Undecidable::about: return "about";
    case Undecidable::several: return "several";
    case Undecidable::other_text: return "other_text";
  }
  return "";
}

constexpr std::string_view explain(Undecidable why, Language language) noexcept {
  const bool zh = language == Language::zh;
  switch (why) {
    case Undecidable::no: return "";
    case Undecidable::no_target:
      return zh ? "没有可用的指标值" : "there is no target to hold it against";
    case Undecidable::no_actual: return zh ? "没有实际完成值" : "no actual value is told";
    case Undecidable::words:
      return zh ? "指标值或完成值为文字，须由人判断"
                : "target or actual is in words: a person must judge";
    case Undecidable::measures:
      return zh ? "指标值与完成值的计量单位不能相比" : "target and actual count different things";
    case Undecidable::about:
      return zh ? "指标值为约数，完成值与之不同"
                : "the target is a rough number and the actual another";
    case Undecidable::several:
      return zh ? "完成值是范围，部分在指标值之外"
                : "the actual is a range, partly outside the target";
    case Undecidable::other_text:
      return zh ? "指标值须查合同、预算或其他文件"
                : "the target is what a contract or another text says";
  }
  return "";
}

namespace detail {

constexpr Evaluation undecided(Undecidable why) noexcept {
  Evaluation result;
  result.why = why;
  return result;
}

inline Evaluation decided(bool met) {
  Evaluation result;
  result.attainment = met ? Attainment::met : Attainment::not_met;
  result.why = Undecidable::no;
  return result;
}

// part / whole with 0/0 = 1: a target of nothing with nothing happening is kept whole.
inline std::optional<Ratio> completion_of(const Ratio& part, const Ratio& whole) {
  if (whole.is_zero()) return part.is_zero() ? std::optional(Ratio(1)) : std::nullopt;
  return part / whole;
}

inline Evaluation evaluate_number(const Target& target, const Range<Ratio>& values,
                                  const Ratio& actual, Direction direction) {
  const auto low = values.low(), high = values.high();
  const bool is_point = target.comparator() == Comparator::none && low && high && *low == *high;
  if (target.is_about() && is_point) {
    if (actual != *low) return undecided(Undecidable::about);
  }
  bool met = values.contains(actual);
  if (is_point && direction == Direction::more) met = actual >= *low;
  if (is_point && direction == Direction::less) met = actual <= *low;
  Evaluation result = decided(met);
  // The end that matters: the one missed, else the one asked for.
  Ratio margin;
  const bool from_low = is_point ? direction == Direction::more : !high || (low && actual < *low);
  if (low && from_low) {
    margin = actual - *low;
    result.completion = completion_of(actual, *low);
  } else if (high && (is_point ? direction == Direction::less : !low || actual > *high)) {
    margin = *high - actual;
    result.completion = completion_of(*high, actual);
    // Nothing spent or nothing gone wrong keeps a bound above it entirely.
    if (actual.is_zero() && !high->is_zero()) result.completion = Ratio(1);
  } else {
    result.completion = Ratio(1);
  }
  if (target.has(TargetFault::negative) || actual.is_negative()) result.completion.reset();
  result.margin = Quantity(margin, target.measure());
  return result;
}

// The actual values in the target's measure; nothing where they count something else.
inline std::optional<Range<Ratio>> told_values(const Target& target, const Target& actual) {
  const Measure& measure = target.measure();
  if (!actual.measure().is_number() || measure.is_number()) return values_in(actual, measure);
  const bool is_count = measure.power("元") == 0 && !measure.dimension().is_number();
  return is_count ? actual.values() : std::nullopt;
}

inline Evaluation evaluate_range(const Range<Ratio>& values, const Range<Ratio>& actual) {
  if (values.contains(actual)) return decided(true);
  if (intersect(values, actual).is_empty()) return decided(false);
  return undecided(Undecidable::several);
}

inline Evaluation evaluate_date(const DueDate& target, const DueDate& actual, int budget_year) {
  const auto due = target.latest(budget_year), done = actual.latest(budget_year);
  if (!due || !done) return undecided(Undecidable::words);
  Evaluation result = decided(*done <= *due);
  if (result.attainment == Attainment::met) result.completion = Ratio(1);
  return result;
}

inline bool says_the_same(const Target& target, const Target& actual) {
  const std::string wanted = without_spaces(target.text());
  const std::string told = without_spaces(actual.text());
  if (wanted == told) return true;
  for (const std::string_view word :
       {"达成预期", "达成预期指标", "已完成", "完成", "全部完成", "达标", "已达标", "达到预期"}) {
    if (told == word) return true;
  }
  return told == "已" + wanted;
}

}  // namespace detail

inline Evaluation evaluate(const Target& target, const Target& actual, Direction direction,
                           int budget_year) {
  const bool is_usable =
      target.form() != TargetForm::blank && target.form() != TargetForm::malformed;
  if (!is_usable) return detail::undecided(Undecidable::no_target);
  if (actual.form() == TargetForm::blank) return detail::undecided(Undecidable::no_actual);
  if (target.form() == TargetForm::reference ||
      (target.form() == TargetForm::contract && !target.values()))
    return detail::undecided(Undecidable::other_text);
  if (const auto& values = target.values(); values && actual.values()) {
    const auto told = detail::told_values(target, actual);
    if (!told) return detail::undecided(Undecidable::measures);
    if (const auto number = actual.quantity(); number && (actual.comparator() == Comparator::none ||
                                                          actual.comparator() == Comparator::equal))
      return detail::evaluate_number(target, *values, *told->low(), direction);
    return detail::evaluate_range(*values, *told);
  }
  if (target.due() && actual.due()) {
    const Evaluation dated = detail::evaluate_date(*target.due(), *actual.due(), budget_year);
    if (dated.attainment != Attainment::not_decidable) return dated;
  }
  if (!detail::says_the_same(target, actual)) return detail::undecided(Undecidable::words);
  Evaluation result = detail::decided(true);
  result.completion = Ratio(1);
  return result;
}

inline Evaluation evaluate(const Indicator& indicator, int budget_year) {
  const Target* target = indicator.target();
  if (!target) return detail::undecided(Undecidable::no_target);
  if (!indicator.actual) return detail::undecided(Undecidable::no_actual);
  return evaluate(*target, *indicator.actual, direction_of(indicator), budget_year);
}

}  // namespace budget::inline v1
