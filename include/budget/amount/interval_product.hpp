// SPDX-License-Identifier: Apache-2.0
// Products and quotients of intervals: everything that two independent values, each from its
// interval, can give. Apart from interval.hpp because only derived figures need them.
#pragma once

#include <budget/amount/decimal.hpp>
#include <budget/amount/interval.hpp>
#include <budget/amount/money.hpp>
#include <budget/amount/ratio.hpp>
#include <budget/base/error.hpp>

#include <concepts>
#include <optional>
#include <string>

namespace budget::inline v1 {

/// Everything a product can be; exact. Money has no products. Errors are those of T.
template <Exact T>
requires(!std::same_as<T, Money>) [[nodiscard]] constexpr Interval<T> operator*(
    const Interval<T>& a, const Interval<T>& b);

/// Everything a quotient can be, as exact fractions. Throws DivisionByZero where the divisor holds
/// zero, and OverflowError.
template <Exact T>
[[nodiscard]] constexpr Interval<Ratio> operator/(const Interval<T>& a, const Interval<T>& b);

/// As a / b, or nothing where the divisor holds zero. Throws OverflowError.
template <Exact T>
[[nodiscard]] constexpr std::optional<Interval<Ratio>> quotient(const Interval<T>& a,
                                                                const Interval<T>& b);

// ---- details ----

namespace detail {

// The least interval that holds four values. A product or quotient of independent values
// is monotonous in each, so that its extremes lie at the ends.
template <Exact T>
constexpr Interval<T> hull_of(const T& a, const T& b, const T& c, const T& d) {
  T low = a, high = a;
  for (const T* value : {&b, &c, &d}) {
    if (*value < low) low = *value;
    if (high < *value) high = *value;
  }
  return Interval<T>(low, high);
}

template <Exact T>
constexpr Ratio exact_quotient(const T& a, const T& b) {
  if constexpr (std::same_as<T, Decimal>)
    return Ratio::of(a) / Ratio::of(b);
  else
    return a / b;
}

}  // namespace detail

template <Exact T>
requires(!std::same_as<T, Money>) constexpr Interval<T> operator*(const Interval<T>& a,
                                                                  const Interval<T>& b) {
  return detail::hull_of<T>(a.low() * b.low(), a.low() * b.high(), a.high() * b.low(),
                            a.high() * b.high());
}

template <Exact T>
constexpr std::optional<Interval<Ratio>> quotient(const Interval<T>& a, const Interval<T>& b) {
  if (b.contains(T{})) return std::nullopt;
  using detail::exact_quotient;
  return detail::hull_of<Ratio>(exact_quotient(a.low(), b.low()), exact_quotient(a.low(), b.high()),
                                exact_quotient(a.high(), b.low()),
                                exact_quotient(a.high(), b.high()));
}

template <Exact T>
constexpr Interval<Ratio> operator/(const Interval<T>& a, const Interval<T>& b) {
  const auto result = quotient(a, b);
  if (!result) detail::raise(DivisionByZero(to_string(a)));
  return *result;
}

}  // namespace budget::inline v1
