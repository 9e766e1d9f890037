// SPDX-License-Identifier: Apache-2.0
// Reads tariffs: 工程费用≤500万元，按0.35%收费；500＜工程费用≤2000，按0.3%收费 and
// 财政直接支付按照资金量的0.05‰标准和每笔10元的标准计付手续费.
#pragma once

#include <budget/base/split.hpp>
#include <budget/base/text.hpp>
#include <budget/indicator/fees.hpp>
#include <budget/indicator/target_scanner.hpp>
#include <budget/indicator/target_words.hpp>

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace budget::inline v1 {

// ---- details ----

namespace detail {

// What it found; meaningful after the call that answered true.
class FeeReader {
 public:
  explicit FeeReader(std::string_view text) : text_(text) {}

  std::vector<Tier> tiers;
  std::vector<Fee> fees;
  bool unit_taken_over = false;  // a tier's amounts had no unit of their own
  bool cut = false;              // the last part is shorter than those before it say

  bool read_tiers() {
    std::string first_ending;
    std::optional<Ratio> unit;  // of the tier before, in 元
    const auto parts = parts_of(text_);
    for (const std::string_view part : parts) {
      const auto rate = rate_in(part);
      if (!rate || rate->begin == 0 || !is_tariff(part)) {
        if (tiers.empty()) return false;
        cut = true;
        continue;
      }
      const auto amounts = amounts_in(part.substr(0, rate->begin), unit);
      if (!amounts) return false;
      tiers.push_back({*amounts, rate->value});
      const std::string_view ending = part.substr(rate->end);
      if (tiers.size() == 1)
        first_ending = ending;
      else if (ending.size() < first_ending.size() && first_ending.starts_with(ending))
        cut = true;
    }
    return !tiers.empty();
  }

  bool read_fees() {
    for (const std::string_view part : parts_of(text_)) {
      Fee fee;
      std::size_t first = part.size();
      if (const auto rate = rate_in(part)) {
        fee.rate = rate->value;
        first = rate->begin;
        if (!is_tariff(part)) return false;
      }
      if (const auto each = each_in(part)) {
        fee.per_item = each->value;
        if (each->begin < first) first = each->begin;
      }
      if (!fee.rate && !fee.per_item) {
        if (fees.empty()) return false;
        cut = true;
        continue;
      }
      if (!fee.rate && fees.empty()) return false;  // a unit price alone is no tariff
      fee.scope = scope_of(part.substr(0, first));
      fees.push_back(std::move(fee));
    }
    return !fees.empty();
  }

 private:
  template <class Value>
  struct Found {
    Value value;
    std::size_t begin = 0, end = 0;
  };

  // Parts between semicolons; an empty last one is none.
  static std::vector<std::string_view> parts_of(std::string_view text) {
    std::vector<std::string_view> parts;
    for (const std::string_view part : split(text, ';')) {
      if (!part.empty()) parts.push_back(part);
    }
    return parts;
  }

  // A share of something is a fee only where the words say so: not 同比增长5%.
  static bool is_tariff(std::string_view part) {
    for (const std::string_view word : {"按", "费率", "收费", "收取", "计付", "计收", "计提"}) {
      if (part.find(word) != part.npos) return true;
    }
    return false;
  }

  static bool is_digit(char c) { return c >= '0' && c <= '9'; }

  // The first number with % or ‰ behind.
  static std::optional<Found<Ratio>> rate_in(std::string_view part) {
    for (std::size_t i = 0; i < part.size(); ++i) {
      if (!is_digit(part[i])) continue;
      TargetScanner at(part.substr(i));
      bool unreadable = false;
      const auto number = at.take_number(unreadable);
      const std::size_t behind = part.size() - at.rest().size();
      if (number) {
        const bool percent = at.take("%");
        if (percent || at.take("‰"))
          return Found<Ratio>{Ratio::of(number->value) / Ratio(percent ? 100 : 1000), i,
                              part.size() - at.rest().size()};
      }
      i = behind > i ? behind - 1 : i;
    }
    return std::nullopt;
  }

  // 每笔10元 and 10元/笔.
  static std::optional<Found<Quantity>> each_in(std::string_view part) {
    const std::size_t each = part.find("每");
    if (each == part.npos) return std::nullopt;
    std::size_t digit = each;
    while (digit < part.size() && !is_digit(part[digit])) ++digit;
    TargetScanner at(part.substr(digit));
    bool unreadable = false;
    const auto number = at.take_number(unreadable);
    if (!number || !at.take("元")) return std::nullopt;
    const auto item = Measure::read(part.substr(each, digit - each));
    if (!item) return std::nullopt;
    return Found<Quantity>{Quantity(number->value, Measure::of("元") * *item), each,
                           part.size() - at.rest().size()};
  }

  // The words before 按 that say what is paid.
  static std::string scope_of(std::string_view words) {
    const std::size_t by = words.find("按");
    if (by != words.npos) words = words.substr(0, by);
    return std::string(words);
  }

  // A≤500万元 · 500＜A≤2000 · 10000＜A: in 元; a number without a unit takes that of the tier before.
  std::optional<Range<Ratio>> amounts_in(std::string_view words, std::optional<Ratio>& unit) {
    while (!words.empty()) {
      bool trimmed = false;
      for (const std::string_view end : {",", "按照", "按", "的", "部分", "以"}) {
        if (words.ends_with(end)) {
          words.remove_suffix(end.size());
          trimmed = true;
        }
      }
      if (!trimmed) break;
    }
    Range<Ratio> range;
    bool any = false;
    std::optional<std::pair<Ratio, bool>> left;  // a number before a comparator; with its own unit
    TargetScanner at(words);
    while (!at.done()) {
      const auto* word = at.take_entry(comparator_words);
      if (word && left) {
        range = intersect(range, bound(mirrored(word->comparator), left->first));
        left.reset();
        any = true;
        continue;
      }
      if (word) {
        const auto amount = take_amount(at, unit);
        if (!amount) return std::nullopt;
        range = intersect(range, bound(word->comparator, *amount));
        any = true;
        continue;
      }
      if (at.at_digit()) {
        TargetScanner ahead = at;
        const auto amount = take_amount(ahead, unit);
        if (!amount) return std::nullopt;
        at = ahead;
        if (const auto* ending = at.take_entry(comparator_endings)) {
          range = intersect(range, bound(ending->comparator, *amount));
          any = true;
        } else if (at.take("-") || at.take("~") || at.take("—") || at.take("至")) {
          range = intersect(range, bound(Comparator::more_than, *amount));
          const auto high = take_amount(at, unit);
          if (!high) return std::nullopt;
          range = intersect(range, bound(Comparator::at_most, *high));
          any = true;
        } else {
          left.emplace(*amount, true);
        }
        continue;
      }
      at.skip(code_point_at(at.rest(), 0).length);  // the name of what is measured
    }
    if (!any || left || range.is_empty()) return std::nullopt;
    return range;
  }

  // A number of money in 元.
  std::optional<Ratio> take_amount(TargetScanner& at, std::optional<Ratio>& unit) {
    TargetScanner ahead = at;
    bool unreadable = false;
    const auto plain = ahead.take_number(unreadable);
    if (!plain) return std::nullopt;
    if (ahead.take("元")) {
      // The multiple that the unit carries (万元) goes on to the numbers after it.
      const std::string_view digits = at.rest();
      const std::size_t length = digits.find_first_not_of("0123456789.,");
      const auto bare = Decimal::parse(without_commas(digits.substr(0, length)));
      const Ratio value = Ratio::of(plain->value);
      unit = bare.is_zero() ? Ratio(1) : value / Ratio::of(bare);
      at = ahead;
      return value;
    }
    at = ahead;
    if (unit) unit_taken_over = true;
    return Ratio::of(plain->value) * unit.value_or(Ratio(1));
  }

  static std::string without_commas(std::string_view text) {
    std::string digits;
    for (const char c : text) {
      if (c != ',') digits += c;
    }
    return digits;
  }

  static constexpr Comparator mirrored(Comparator comparator) noexcept {
    switch (comparator) {
      case Comparator::at_least: return Comparator::at_most;
      case Comparator::more_than: return Comparator::less_than;
      case Comparator::at_most: return Comparator::at_least;
      case Comparator::less_than: return Comparator::more_than;
      default: return comparator;
    }
  }

  static Range<Ratio> bound(Comparator comparator, const Ratio& value) {
    switch (comparator) {
      case Comparator::at_least: return Range<Ratio>::at_least(value);
      case Comparator::more_than: return Range<Ratio>::more_than(value);
      case Comparator::at_most: return Range<Ratio>::at_most(value);
      case Comparator::less_than: return Range<Ratio>::less_than(value);
      default: return Range<Ratio>::exactly(value);
    }
  }

  std::string_view text_;
};

}  // namespace detail

}  // namespace budget::inline v1
