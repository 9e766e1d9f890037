// SPDX-License-Identifier: Apache-2.0
// Reads the numbers of a target: one bound (≥95%, 约30台, 5次以上) or two (3-5次, ≥10且≤20人).
#pragma once

#include <budget/amount/range.hpp>
#include <budget/amount/ratio.hpp>
#include <budget/base/text.hpp>
#include <budget/indicator/measure.hpp>
#include <budget/indicator/target_scanner.hpp>
#include <budget/indicator/target_symbols.hpp>
#include <budget/indicator/target_words.hpp>

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace budget::inline v1 {

// ---- details ----

namespace detail {

struct TargetBounds {
  Comparator comparator = Comparator::none;
  bool about = false;
  bool each = false;
  Measure measure;
  Range<Ratio> values;
  std::optional<Ratio> number;  // of a single bound
  std::string trailing;         // words behind the measure: 试点单位 of ≥2个试点单位
  std::vector<TargetFault> faults;
};

// Whether every unit is one that is counted with everywhere.
inline bool is_common(const Measure& measure) {
  if (measure.is_number()) return false;
  for (const MeasureFactor& factor : measure.factors()) {
    if (!is_common_unit(factor.unit)) return false;
  }
  return true;
}

class BoundsReader {
 public:
  explicit BoundsReader(std::string_view text) noexcept : at_(text) {}

  std::optional<TargetBounds> read() {
    read_each_period();
    auto first = read_one(true);
    if (!first) return std::nullopt;
    if (!at_.done() && !read_trailing() && !read_second(*first)) return std::nullopt;
    result_.measure = first->measure ? *first->measure : Measure();
    if (period_) result_.measure = result_.measure / *period_;
    return result_;
  }

 private:
  struct One {
    Comparator comparator = Comparator::none;
    Decimal value;
    std::optional<Measure> measure;
    bool about = false;
  };

  // 每年≥2次 asks for 2次/年, 每人每天30元 for 30元/人/天.
  void read_each_period() {
    for (bool more = true; more;) {
      more = false;
      TargetScanner ahead = at_;
      if (!ahead.take("每")) return;
      for (const std::string_view unit : common_units.entries()) {
        if (!ahead.take(unit)) continue;
        ahead.take(":");
        period_ = period_ ? *period_ * Measure::of(unit) : Measure::of(unit);
        at_ = ahead;
        more = true;
        break;
      }
    }
  }

  // Words that say what is counted end the text: letters alone.
  bool read_trailing() {
    constexpr std::size_t longest = 60;  // twenty ideographs
    const std::string_view rest = at_.rest();
    if (rest.size() > longest || !measure_taken_ || in_words_) return false;
    for (const char32_t code : CodePoints(rest)) {
      if (!is_unit_letter(code)) return false;
    }
    for (const std::string_view word : {"且", "至", "到", "并"}) {
      if (rest.starts_with(word)) return false;
    }
    result_.trailing = std::string(rest);
    at_.skip(rest.size());
    return true;
  }

  void take_openings(One& one) {
    for (bool more = !at_.at_digit(); more;) {
      more = at_.take_one_of(number_openings);
      if (at_.take_one_of(about_words)) one.about = more = true;
      if (at_.take_one_of(each_words)) result_.each = more = true;
    }
  }

  // One number with its comparator and measure.
  std::optional<One> read_one(bool first) {
    One one;
    if (first) take_openings(one);
    if (!at_.at_digit()) {
      if (const auto* word = at_.take_entry(comparator_words)) {
        one.comparator = word->comparator;
        take_openings(one);
      }
    }
    bool unreadable = false;
    const bool numeral = !at_.at_digit() && !at_.rest().starts_with("-");
    in_words_ = numeral;
    const auto number = at_.take_number(unreadable);
    if (!number) return std::nullopt;
    one.value = number->value;
    one.about = one.about || number->more;
    if (number->more && one.comparator == Comparator::none) one.comparator = Comparator::at_least;
    if (one.value.is_negative()) result_.faults.push_back(TargetFault::negative);
    one.measure = take_measure_or_brackets(one.value);
    if (numeral && (!one.measure || !is_common(*one.measure))) return std::nullopt;
    measure_taken_ = one.measure.has_value();
    at_.take("(含)");
    if (at_.take("左右")) one.about = true;
    if (const auto* word = at_.take_entry(comparator_endings)) {
      const bool same = one.comparator == Comparator::none || one.comparator == word->comparator;
      if (!same) result_.faults.push_back(TargetFault::comparators);
      if (one.comparator == Comparator::none) one.comparator = word->comparator;
    }
    if (first) set_single(one);
    return one;
  }

  // The unit of ≥95(%) and =3(万人次) stands in brackets; a multiple in them belongs to the number.
  std::optional<Measure> take_measure_or_brackets(Decimal& value) {
    TargetScanner ahead = at_;
    if (!ahead.take("(")) return at_.take_measure();
    while (const auto* multiple = ahead.take_entry(multiples)) {
      const auto power = Decimal::of(static_cast<std::int64_t>(power_of_ten(multiple->exponent)));
      const auto scaled = checked_multiply(value, power);
      if (!scaled) return std::nullopt;
      value = *scaled;
    }
    const std::size_t close = ahead.rest().find(')');
    if (close == std::string_view::npos) return std::nullopt;
    auto measure = Measure::read(ahead.rest().substr(0, close));
    if (!measure) return std::nullopt;
    ahead.skip(close + 1);
    at_ = ahead;
    return measure;
  }

  void set_single(const One& one) {
    const Ratio value = Ratio::of(one.value);
    result_.comparator = one.comparator;
    result_.about = one.about;
    result_.number = value;
    result_.values = values_of(one.comparator, value);
  }

  static Range<Ratio> values_of(Comparator comparator, const Ratio& value) {
    switch (comparator) {
      case Comparator::at_least: return Range<Ratio>::at_least(value);
      case Comparator::more_than: return Range<Ratio>::more_than(value);
      case Comparator::at_most: return Range<Ratio>::at_most(value);
      case Comparator::less_than: return Range<Ratio>::less_than(value);
      case Comparator::none:
      case Comparator::equal: break;
    }
    return Range<Ratio>::exactly(value);
  }

  // The second bound: 3-5次, ≥10且≤20, 10≤x≤20 is not among them.
  bool read_second(One& first) {
    bool joined = false, spans = false;
    for (const std::string_view word : {"且", "并且", "并", ",", ";", "、", "和"})
      joined = joined || at_.take(word);
    if (!joined) {
      for (const std::string_view word : {"-", "~", "—", "–", "～", "至", "到"})
        spans = spans || at_.take(word);
    }
    const auto second = read_one(false);
    if (!second || !at_.done()) return false;
    if (first.measure && second->measure && !(*first.measure == *second->measure)) return false;
    if (!first.measure) first.measure = second->measure;
    const Ratio low = Ratio::of(first.value), high = Ratio::of(second->value);
    if (spans && first.comparator == Comparator::none && second->comparator == Comparator::none) {
      result_.values = low <= high ? Range<Ratio>(low, Bound::closed, high, Bound::closed)
                                   : Range<Ratio>(low, Bound::open, low, Bound::open);
    } else if (!spans && first.comparator != Comparator::none &&
               second->comparator != Comparator::none) {
      result_.values =
          intersect(result_.values, values_of(second->comparator, Ratio::of(second->value)));
    } else {
      return false;
    }
    result_.comparator = Comparator::none;
    result_.about = result_.about || second->about;
    result_.number.reset();
    return true;
  }

  TargetScanner at_;
  TargetBounds result_;
  std::optional<Measure> period_;
  bool measure_taken_ = false;  // the last number had a measure
  bool in_words_ = false;       // the last number was 三, not 3
};

// The bounds that are the whole text, or nothing.
inline std::optional<TargetBounds> read_bounds(std::string_view text) {
  return BoundsReader(text).read();
}

}  // namespace detail

}  // namespace budget::inline v1
