// SPDX-License-Identifier: Apache-2.0
// Quantity: an exact number of a Measure: 8438.41㎡, 1980元/人/月, 95%. Sums and comparisons ask for
// one dimension; products and quotients combine measures, 1980元/人/月 × 22人 × 12月 = 522720元.
#pragma once

#include <budget/amount/decimal.hpp>
#include <budget/amount/money.hpp>
#include <budget/amount/ratio.hpp>
#include <budget/base/error.hpp>
#include <budget/indicator/measure.hpp>

#include <compare>
#include <iosfwd>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

namespace budget::inline v1 {

/// value · measure, exact.
class Quantity {
 public:
  /// The pure number 0.
  Quantity() noexcept = default;
  /// A number of a measure.
  Quantity(const Ratio& value, Measure measure) : value_(value), measure_(std::move(measure)) {}
  /// A number of a measure.
  Quantity(const Decimal& value, Measure measure)
      : Quantity(Ratio::of(value), std::move(measure)) {}
  /// An amount of money, in 元.
  [[nodiscard]] static Quantity of(Money amount);

  [[nodiscard]] const Ratio& value() const noexcept { return value_; }        ///< number
  [[nodiscard]] const Measure& measure() const noexcept { return measure_; }  ///< of what

  /// The same in another measure: 24小时 in 天 is 1天. Throws DomainError ("indicator.measures") where
  /// the dimensions differ, OverflowError.
  [[nodiscard]] Quantity in(const Measure& measure) const;
  /// The amount of money, rounded to whole 分. Throws DomainError where it is no money.
  [[nodiscard]] Money money(Rounding rounding) const;

  /// Equal when of one dimension and of one size: 1年 == 12月. Throws OverflowError.
  friend bool operator==(const Quantity& a, const Quantity& b) { return (a <=> b) == 0; }
  /// Exact order within a dimension; unordered between dimensions. Throws OverflowError.
  friend std::partial_ordering operator<=>(const Quantity& a, const Quantity& b);

  friend Quantity operator-(const Quantity& a) { return {-a.value_, a.measure_}; }
  friend Quantity operator+(const Quantity& a, const Quantity& b);  ///< in a's measure; as `in`
  friend Quantity operator-(const Quantity& a, const Quantity& b);  ///< in a's measure; as `in`
  /// Units of one dimension are made one: 元/月 × 年 is 12 元. Throws OverflowError.
  friend Quantity operator*(const Quantity& a, const Quantity& b);
  /// As *; throws DivisionByZero too.
  friend Quantity operator/(const Quantity& a, const Quantity& b);

 private:
  Ratio value_;
  Measure measure_;
};

/// "8438.41㎡", "1/3元": a decimal where there is one that is exact.
[[nodiscard]] inline std::string to_string(const Quantity& quantity);

/// Prints as to_string.
template <class Traits>
std::basic_ostream<char, Traits>& operator<<(std::basic_ostream<char, Traits>& stream,
                                             const Quantity& quantity) {
  return stream << std::string_view(to_string(quantity));
}

// ---- details ----

namespace detail {

[[noreturn, gnu::cold]] inline void raise_measures(const Measure& a, const Measure& b) {
  const auto shown = [](const Measure& m) { return m.is_number() ? "1" : to_string(m); };
  raise(DomainError("indicator.measures",
                    {"计量单位不能相比：" + shown(a) + " 与 " + shown(b),
                     "measures that cannot be compared: " + shown(a) + " and " + shown(b)},
                    shown(b)));
}

// The digits after the point that write the fraction exactly, or nothing.
constexpr std::optional<int> exact_scale(const Ratio& value) noexcept {
  Int128 rest = value.denominator();
  int twos = 0, fives = 0;
  for (; rest % 2 == 0; rest /= 2) ++twos;
  for (; rest % 5 == 0; rest /= 5) ++fives;
  const int scale = twos > fives ? twos : fives;
  if (rest != 1 || scale > Decimal::max_scale) return std::nullopt;
  return scale;
}

// A decimal where one is exact and fits, else p/q.
inline std::string shortest(const Ratio& value) {
  const auto scale = exact_scale(value);
  if (!scale) return to_string(value);
  const auto written =
      rounded_quotient(value.is_negative(), magnitude(value.numerator()),
                       magnitude(value.denominator()), *scale, *scale, Rounding::half_up);
  return written ? to_string(*written) : to_string(value);
}

}  // namespace detail

inline Quantity Quantity::of(Money amount) {
  return {Ratio::of(amount.fen(), 100), Measure::of("元")};
}

inline Quantity Quantity::in(const Measure& measure) const {
  if (measure_ == measure) return *this;
  if (!comparable(measure_, measure)) detail::raise_measures(measure_, measure);
  return {value_ * measure_.size() / measure.size(), measure};
}

inline Money Quantity::money(Rounding rounding) const {
  const Quantity fen = in(Measure::of("元"));
  return Money::of(fen.value().to_decimal(2, rounding), Unit::yuan);
}

inline std::partial_ordering operator<=>(const Quantity& a, const Quantity& b) {
  if (a.measure_ == b.measure_) return a.value_ <=> b.value_;
  if (!comparable(a.measure_, b.measure_)) return std::partial_ordering::unordered;
  return a.value_ * a.measure_.size() <=> b.value_ * b.measure_.size();
}

inline Quantity operator+(const Quantity& a, const Quantity& b) {
  return {a.value_ + b.in(a.measure_).value_, a.measure_};
}

inline Quantity operator-(const Quantity& a, const Quantity& b) {
  return a + -b;
}

namespace detail {

// `b` with every unit that has another of its dimension in `a` written in that one.
inline Quantity in_units_of(const Quantity& b, const Measure& a) {
  Measure wanted;
  for (const MeasureFactor& factor : b.measure().factors()) {
    const Measure one = Measure::of(factor.unit);
    Measure unit = one;
    for (const MeasureFactor& other : a.factors()) {
      const Measure candidate = Measure::of(other.unit);
      if (!(one == candidate) && comparable(one, candidate)) unit = candidate;
    }
    for (int i = 0; i < factor.power; ++i) wanted = wanted * unit;
    for (int i = 0; i > factor.power; --i) wanted = wanted / unit;
  }
  return b.in(wanted);
}

// Hundredths and thousandths taken into the number: 5% of 100元 is 5元.
inline Quantity without_shares(const Quantity& a) {
  Measure rest;
  for (const MeasureFactor& factor : a.measure().factors()) {
    const MeasureUnit* known = find_measure_unit(factor.unit);
    if (known && known->base.empty()) continue;
    const Measure one = Measure::of(factor.unit);
    for (int i = 0; i < factor.power; ++i) rest = rest * one;
    for (int i = 0; i > factor.power; --i) rest = rest / one;
  }
  return a.in(rest);
}

}  // namespace detail

inline Quantity operator*(const Quantity& a, const Quantity& b) {
  const Quantity same = detail::in_units_of(b, a.measure_);
  const Quantity product(a.value_ * same.value_, a.measure_ * same.measure_);
  const bool one_is_number = a.measure_.is_number() || b.measure_.is_number();
  return one_is_number ? product : detail::without_shares(product);
}

inline Quantity operator/(const Quantity& a, const Quantity& b) {
  const Quantity same = detail::in_units_of(b, a.measure_);
  const Quantity quotient(a.value_ / same.value_, a.measure_ / same.measure_);
  return b.measure_.is_number() ? quotient : detail::without_shares(quotient);
}

inline std::string to_string(const Quantity& quantity) {
  return detail::shortest(quantity.value()) + to_string(quantity.measure());
}

}  // namespace budget::inline v1
