// SPDX-License-Identifier: Apache-2.0
// QuantityRange: all quantities between two bounds, what targets combine to: ≤22名 × ≤1980元/月/人 ×
// 12月 is ≤522720元, to be held against a budget.
#pragma once

#include <budget/amount/range.hpp>
#include <budget/amount/ratio.hpp>
#include <budget/base/error.hpp>
#include <budget/indicator/measure.hpp>
#include <budget/indicator/quantity.hpp>

#include <iosfwd>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

namespace budget::inline v1 {

/// Values of one measure.
class QuantityRange {
 public:
  /// Every pure number.
  QuantityRange() noexcept = default;
  /// The values of a measure.
  QuantityRange(const Range<Ratio>& values, Measure measure)
      : values_(values), measure_(std::move(measure)) {}
  /// One quantity.
  QuantityRange(const Quantity& quantity)  // NOLINT: implicit because exact
      : QuantityRange(Range<Ratio>::exactly(quantity.value()), quantity.measure()) {}

  [[nodiscard]] const Range<Ratio>& values() const noexcept { return values_; }  ///< numbers
  [[nodiscard]] const Measure& measure() const noexcept { return measure_; }     ///< of what

  /// The same in another measure. Throws DomainError ("indicator.measures"), OverflowError.
  [[nodiscard]] QuantityRange in(const Measure& measure) const;
  /// Whether a quantity lies in it. Throws DomainError where the two cannot be compared.
  [[nodiscard]] bool contains(const Quantity& quantity) const {
    return values_.contains(quantity.in(measure_).value());
  }
  /// Whether all of another lies in it. Throws DomainError where the two cannot be compared.
  [[nodiscard]] bool contains(const QuantityRange& other) const {
    return values_.contains(other.in(measure_).values_);
  }

  /// Same values of comparable measures.
  friend bool operator==(const QuantityRange& a, const QuantityRange& b) {
    return comparable(a.measure_, b.measure_) && a.values_ == b.in(a.measure_).values_;
  }
  /// Everything that products of the two can be. Counts and prices are meant: neither goes below 0,
  /// so an end that is absent below is 0. Throws DomainError ("indicator.negative") for a range with
  /// an end below 0, OverflowError.
  friend QuantityRange operator*(const QuantityRange& a, const QuantityRange& b);

 private:
  Range<Ratio> values_;
  Measure measure_;
};

/// "≤522720元", "3元", "[3, 5]次".
[[nodiscard]] inline std::string to_string(const QuantityRange& range);

/// Prints as to_string.
template <class Traits>
std::basic_ostream<char, Traits>& operator<<(std::basic_ostream<char, Traits>& stream,
                                             const QuantityRange& range) {
  return stream << std::string_view(to_string(range));
}

// ---- details ----

namespace detail {

// The range with both ends times a factor above 0.
inline Range<Ratio> scaled(const Range<Ratio>& values, const Ratio& factor) {
  const auto times = [&](const std::optional<Ratio>& end) { return end ? *end * factor : Ratio(); };
  return Range<Ratio>(times(values.low()), values.low_bound(), times(values.high()),
                      values.high_bound());
}

[[noreturn, gnu::cold]] inline void raise_negative(const QuantityRange& range) {
  raise(DomainError("indicator.negative",
                    {"不是数量或单价：" + to_string(range) + " 含有负值",
                     "no count or price: " + to_string(range) + " goes below 0"},
                    to_string(range)));
}

}  // namespace detail

inline QuantityRange QuantityRange::in(const Measure& measure) const {
  if (measure_ == measure) return *this;
  if (!comparable(measure_, measure)) detail::raise_measures(measure_, measure);
  return {detail::scaled(values_, measure_.size() / measure.size()), measure};
}

inline QuantityRange operator*(const QuantityRange& a, const QuantityRange& b) {
  // What one of each measure multiplies to carries the conversion of units: 月 × 年 is 12 月².
  const Quantity unit = Quantity(Ratio(1), a.measure_) * Quantity(Ratio(1), b.measure_);
  for (const QuantityRange* one : {&a, &b}) {
    for (const auto& end : {one->values_.low(), one->values_.high()}) {
      if (end && end->is_negative()) detail::raise_negative(*one);
    }
  }
  const auto bound = [](Bound one, Bound other) {
    return one == Bound::closed && other == Bound::closed ? Bound::closed : Bound::open;
  };
  const Range<Ratio>&x = a.values_, &y = b.values_;
  const bool low_absent = !x.low() || !y.low();
  const Ratio low = low_absent ? Ratio() : *x.low() * *y.low();
  const Bound low_bound = low_absent ? Bound::closed : bound(x.low_bound(), y.low_bound());
  const bool high_absent = !x.high() || !y.high();
  const Ratio high = high_absent ? Ratio() : *x.high() * *y.high();
  const Bound high_bound = high_absent ? Bound::unbounded : bound(x.high_bound(), y.high_bound());
  const Range<Ratio> product(low, low_bound, high, high_bound);
  return {detail::scaled(product, unit.value()), unit.measure()};
}

inline std::string to_string(const QuantityRange& range) {
  const Range<Ratio>& values = range.values();
  const auto low = values.low(), high = values.high();
  const std::string unit = to_string(range.measure());
  if (values.is_empty()) return "∅" + unit;
  if (low && high && *low == *high) return detail::shortest(*low) + unit;
  const bool from_zero = low && low->is_zero() && values.low_bound() == Bound::closed;
  if (high && (!low || from_zero))
    return (values.high_bound() == Bound::closed ? "≤" : "＜") + detail::shortest(*high) + unit;
  if (low && !high)
    return (values.low_bound() == Bound::closed ? "≥" : "＞") + detail::shortest(*low) + unit;
  if (!low) return "(-∞, ∞)" + unit;
  return (values.low_bound() == Bound::closed ? "[" : "(") + detail::shortest(*low) + ", " +
         detail::shortest(*high) + (values.high_bound() == Bound::closed ? "]" : ")") + unit;
}

}  // namespace budget::inline v1
