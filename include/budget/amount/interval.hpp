// SPDX-License-Identifier: Apache-2.0
// Interval: all values between two exact ends, both included. What a rounded figure stands for.
#pragma once

#include <budget/amount/decimal.hpp>
#include <budget/amount/money.hpp>
#include <budget/amount/ratio.hpp>
#include <budget/base/checked.hpp>
#include <budget/base/error.hpp>

#include <concepts>
#include <iosfwd>
#include <optional>
#include <string>
#include <string_view>

namespace budget::inline v1 {

/// Values an interval can have ends of: exact, ordered, with + and −.
template <class T>
concept Exact = std::same_as<T, Money> || std::same_as<T, Decimal> || std::same_as<T, Ratio>;

/// Closed interval low..high. Invariant: low ≤ high. Arithmetic is exact: the result holds exactly
/// what can come out. Errors are those of T.
template <Exact T>
class Interval {
 public:
  /// The interval that holds zero only.
  constexpr Interval() noexcept = default;
  /// The interval that holds one value only.
  constexpr explicit Interval(const T& value) noexcept : low_(value), high_(value) {}
  /// low..high. Throws DomainError ("amount.interval_reversed") for low > high.
  constexpr Interval(const T& low, const T& high);
  /// Amounts of money, in 元.
  template <std::same_as<Money> Other>  // a template, so that it is no copy constructor for Money
  requires std::same_as<T, Decimal>
  constexpr Interval(const Interval<Other>& money) noexcept  // NOLINT: implicit because exact
      : low_(money.low().yuan()), high_(money.high().yuan()) {}

  [[nodiscard]] constexpr const T& low() const noexcept { return low_; }    ///< least value
  [[nodiscard]] constexpr const T& high() const noexcept { return high_; }  ///< greatest value
  [[nodiscard]] constexpr T width() const { return high_ - low_; }          ///< high − low
  [[nodiscard]] constexpr bool is_point() const noexcept { return low_ == high_; }

  /// Whether `value` lies in it, ends included.
  [[nodiscard]] constexpr bool contains(const T& value) const noexcept {
    return low_ <= value && value <= high_;
  }
  /// Whether all of `other` lies in it.
  [[nodiscard]] constexpr bool contains(const Interval& other) const noexcept {
    return low_ <= other.low_ && other.high_ <= high_;
  }

  /// Same ends.
  friend constexpr bool operator==(const Interval& a, const Interval& b) noexcept {
    return a.low_ == b.low_ && a.high_ == b.high_;
  }

  /// Everything a − value can be.
  friend constexpr Interval operator-(const Interval& a) { return Interval(-a.high_, -a.low_); }
  /// Everything a sum can be.
  friend constexpr Interval operator+(const Interval& a, const Interval& b) {
    return Interval(a.low_ + b.low_, a.high_ + b.high_);
  }
  /// Everything a difference of two independent values can be.
  friend constexpr Interval operator-(const Interval& a, const Interval& b) {
    return Interval(a.low_ - b.high_, a.high_ - b.low_);
  }
  /// A whole multiple.
  template <WholeNumber N>
  friend constexpr Interval operator*(const Interval& a, N factor) {
    const T one = multiple(a.low_, factor);
    const T other = multiple(a.high_, factor);
    return one < other ? Interval(one, other) : Interval(other, one);
  }
  /// A whole multiple.
  template <WholeNumber N>
  friend constexpr Interval operator*(N factor, const Interval& a) {
    return a * factor;
  }

 private:
  template <WholeNumber N>
  static constexpr T multiple(const T& value, N factor) {
    if constexpr (std::same_as<T, Money>)
      return value * factor;
    else
      return value * T::of(factor);
  }

  T low_{};
  T high_{};
};

/// What lies in both, or nothing where they do not even touch.
template <Exact T>
[[nodiscard]] constexpr std::optional<Interval<T>> intersect(const Interval<T>& a,
                                                             const Interval<T>& b) noexcept;

/// The least interval that holds both.
template <Exact T>
[[nodiscard]] constexpr Interval<T> hull(const Interval<T>& a, const Interval<T>& b) noexcept;

/// "[low, high]".
template <Exact T>
[[nodiscard]] std::string to_string(const Interval<T>& value) {
  return "[" + to_string(value.low()) + ", " + to_string(value.high()) + "]";
}

/// Prints as to_string.
template <class Traits, Exact T>
std::basic_ostream<char, Traits>& operator<<(std::basic_ostream<char, Traits>& stream,
                                             const Interval<T>& value) {
  return stream << std::string_view(to_string(value));
}

// ---- details ----

namespace detail {

[[noreturn, gnu::cold]] inline void raise_reversed(const std::string& low,
                                                   const std::string& high) {
  raise(DomainError("amount.interval_reversed",
                    {"区间下限大于上限：" + low + " > " + high,
                     "the lower end is above the upper: " + low + " > " + high},
                    low));
}

}  // namespace detail

template <Exact T>
constexpr Interval<T>::Interval(const T& low, const T& high) : low_(low), high_(high) {
  if (high < low) detail::raise_reversed(to_string(low), to_string(high));
}

template <Exact T>
constexpr std::optional<Interval<T>> intersect(const Interval<T>& a,
                                               const Interval<T>& b) noexcept {
  const T& low = a.low() < b.low() ? b.low() : a.low();
  const T& high = a.high() < b.high() ? a.high() : b.high();
  if (high < low) return std::nullopt;
  return Interval<T>(low, high);
}

template <Exact T>
constexpr Interval<T> hull(const Interval<T>& a, const Interval<T>& b) noexcept {
  return Interval<T>(a.low() < b.low() ? a.low() : b.low(),
                     a.high() < b.high() ? b.high() : a.high());
}

}  // namespace budget::inline v1
