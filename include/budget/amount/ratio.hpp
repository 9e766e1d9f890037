// SPDX-License-Identifier: Apache-2.0
// Ratio: an exact fraction, what a quotient of amounts is. Always reduced, denominator positive.
// Arithmetic is exact or throws OverflowError; digits are given up only by a named call.
#pragma once

#include <budget/amount/decimal.hpp>
#include <budget/amount/rounding.hpp>
#include <budget/amount/scaled_division.hpp>
#include <budget/base/checked.hpp>
#include <budget/base/error.hpp>

#include <compare>
#include <concepts>
#include <iosfwd>
#include <optional>
#include <string>
#include <string_view>

namespace budget::inline v1 {

/// numerator / denominator. Invariant: reduced, denominator > 0, both within ±(2^127 − 1).
class Ratio {
 public:
  /// Zero.
  constexpr Ratio() noexcept = default;
  /// A whole number, as generic numeric code writes it: Ratio(0), Ratio(1).
  template <std::same_as<int> T>
  constexpr explicit Ratio(T value) noexcept : numerator_(value) {}

  /// numerator / denominator. Throws DivisionByZero, or OverflowError for −2^127.
  template <WideWholeNumber N, WideWholeNumber D>
  [[nodiscard]] static constexpr Ratio of(N numerator, D denominator) {
    return reduced(numerator, denominator);
  }
  /// A whole number.
  template <WholeNumber T>
  [[nodiscard]] static constexpr Ratio of(T value) noexcept {
    return Ratio(value, 1);
  }
  /// The same value as a fraction.
  [[nodiscard]] static constexpr Ratio of(const Decimal& value) noexcept;

  [[nodiscard]] constexpr Int128 numerator() const noexcept { return numerator_; }      ///< signed
  [[nodiscard]] constexpr Int128 denominator() const noexcept { return denominator_; }  ///< > 0
  [[nodiscard]] constexpr bool is_zero() const noexcept { return numerator_ == 0; }
  [[nodiscard]] constexpr bool is_negative() const noexcept { return numerator_ < 0; }

  /// The value with `scale` digits after the point. Throws OverflowError, or DomainError for a
  /// scale outside 0..38.
  [[nodiscard]] constexpr Decimal to_decimal(int scale, Rounding rounding) const;

  /// The value in hundredths as printed: 0.84881 with scale 2 is "84.88%". Errors as to_decimal.
  [[nodiscard]] std::string percent(int scale, Rounding rounding) const;

  /// A binary float near the value, for plots only; nothing in the library computes with it.
  [[nodiscard]] constexpr double approximate() const noexcept {
    return static_cast<double>(numerator_) / static_cast<double>(denominator_);
  }

  constexpr Ratio& operator+=(const Ratio& other);  ///< as +
  constexpr Ratio& operator-=(const Ratio& other);  ///< as -
  constexpr Ratio& operator*=(const Ratio& other);  ///< as *
  constexpr Ratio& operator/=(const Ratio& other);  ///< as /

  /// Equal in value; reduced fractions are equal only when they are identical.
  friend constexpr bool operator==(const Ratio&, const Ratio&) noexcept = default;
  /// Exact order, never overflows.
  friend constexpr std::strong_ordering operator<=>(const Ratio& a, const Ratio& b) noexcept;

 private:
  constexpr Ratio(Int128 numerator, Int128 denominator) noexcept
      : numerator_(numerator), denominator_(denominator) {}
  static constexpr Ratio reduced(Int128 numerator, Int128 denominator);

  Int128 numerator_ = 0;
  Int128 denominator_ = 1;
};

constexpr Ratio operator-(const Ratio& a) noexcept;  ///< never overflows
/// Exact, or OverflowError when the numerators over the common denominator do not fit.
constexpr Ratio operator+(const Ratio& a, const Ratio& b);
constexpr Ratio operator-(const Ratio& a, const Ratio& b);   ///< as +
constexpr Ratio operator*(const Ratio& a, const Ratio& b);   ///< exact or OverflowError
constexpr Ratio operator/(const Ratio& a, const Ratio& b);   ///< also DivisionByZero
[[nodiscard]] constexpr Ratio abs(const Ratio& a) noexcept;  ///< magnitude

/// "p/q", or "p" for a whole number.
[[nodiscard]] inline std::string to_string(const Ratio& value);

/// Prints as to_string.
template <class Traits>
std::basic_ostream<char, Traits>& operator<<(std::basic_ostream<char, Traits>& stream,
                                             const Ratio& value) {
  return stream << std::string_view(to_string(value));
}

// ---- details ----

namespace detail {

constexpr UInt128 greatest_common_divisor(UInt128 a, UInt128 b) noexcept {
  while (b != 0) {
    if (a <= UINT64_MAX && b <= UINT64_MAX) {  // 64-bit division is many times faster
      auto x = static_cast<std::uint64_t>(a);
      auto y = static_cast<std::uint64_t>(b);
      while (y != 0) {
        const std::uint64_t rest = x % y;
        x = y;
        y = rest;
      }
      return x;
    }
    const UInt128 rest = a % b;
    a = b;
    b = rest;
  }
  return a;
}

[[noreturn, gnu::cold]] inline void raise_ratio_overflow(const char* operation, const Ratio& a,
                                                         const Ratio& b) {
  raise(OverflowError("amount.overflow", operation, to_string(a), to_string(b)));
}

// a/b against c/d for a, c ≥ 0 and b, d > 0, by the terms of their continued fractions.
constexpr std::strong_ordering compare_fractions(UInt128 a, UInt128 b, UInt128 c,
                                                 UInt128 d) noexcept {
  bool swapped = false;  // taking reciprocals turns the order round
  for (;;) {
    const UInt128 whole_left = a / b;
    const UInt128 whole_right = c / d;
    const UInt128 rest_left = a % b;
    const UInt128 rest_right = c % d;
    auto order = whole_left <=> whole_right;
    if (order == 0 && (rest_left == 0 || rest_right == 0)) {
      order = rest_left <=> rest_right;  // only "zero or not" matters
      return swapped ? 0 <=> order : order;
    }
    if (order != 0) return swapped ? 0 <=> order : order;
    a = b;
    b = rest_left;
    c = d;
    d = rest_right;
    swapped = !swapped;
  }
}

// a/b + c/d with the common divisor of the denominators taken out first.
constexpr std::optional<Ratio> add_ratios(const Ratio& a, const Ratio& b) noexcept {
  const auto common = static_cast<Int128>(
      greatest_common_divisor(magnitude(a.denominator()), magnitude(b.denominator())));
  const Int128 share_a = a.denominator() / common;
  const Int128 share_b = b.denominator() / common;
  const auto left = checked_multiply(a.numerator(), share_b);
  const auto right = checked_multiply(b.numerator(), share_a);
  if (!left || !right) return std::nullopt;
  const auto numerator = checked_add(*left, *right);
  if (!numerator || magnitude(*numerator) > ~(UInt128{1} << 127U)) return std::nullopt;
  // What still cancels divides `common` (Knuth, TAOCP 4.5.1).
  const auto rest =
      static_cast<Int128>(greatest_common_divisor(magnitude(*numerator), magnitude(common)));
  const auto denominator = checked_multiply(share_a, b.denominator() / rest);
  if (!denominator) return std::nullopt;
  return Ratio::of(*numerator / rest, *denominator);
}

constexpr std::optional<Ratio> multiply_ratios(const Ratio& a, const Ratio& b) noexcept {
  const auto cross_a = static_cast<Int128>(
      greatest_common_divisor(magnitude(a.numerator()), magnitude(b.denominator())));
  const auto cross_b = static_cast<Int128>(
      greatest_common_divisor(magnitude(b.numerator()), magnitude(a.denominator())));
  const auto numerator = checked_multiply(a.numerator() / cross_a, b.numerator() / cross_b);
  const auto denominator = checked_multiply(a.denominator() / cross_b, b.denominator() / cross_a);
  if (!numerator || !denominator || magnitude(*numerator) > ~(UInt128{1} << 127U))
    return std::nullopt;
  return Ratio::of(*numerator, *denominator);
}

}  // namespace detail

constexpr Ratio Ratio::reduced(Int128 numerator, Int128 denominator) {
  if (denominator == 0) detail::raise(DivisionByZero(budget::to_string(numerator)));
  constexpr UInt128 least = UInt128{1} << 127U;
  if (detail::magnitude(numerator) == least || detail::magnitude(denominator) == least)
    detail::raise(OverflowError("amount.overflow", "ratio", budget::to_string(numerator),
                                budget::to_string(denominator)));
  if (denominator < 0) {
    numerator = -numerator;
    denominator = -denominator;
  }
  const auto common = static_cast<Int128>(detail::greatest_common_divisor(
      detail::magnitude(numerator), detail::magnitude(denominator)));
  return Ratio(numerator / common, denominator / common);
}

constexpr Ratio Ratio::of(const Decimal& value) noexcept {
  return of(value.coefficient(), detail::power_of_ten(value.scale()));
}

constexpr Decimal Ratio::to_decimal(int scale, Rounding rounding) const {
  if (scale < 0 || scale > Decimal::max_scale) detail::raise_bad_scale(scale);
  const auto result =
      detail::rounded_quotient(is_negative(), detail::magnitude(numerator_),
                               detail::magnitude(denominator_), scale, scale, rounding);
  if (!result) detail::raise_ratio_overflow("to_decimal", *this, Ratio::of(scale));
  return *result;
}

inline std::string Ratio::percent(int scale, Rounding rounding) const {
  // Two digits more after the point, then the point moved: 100 · numerator could overflow.
  if (scale < 0 || scale > Decimal::max_scale - 2) detail::raise_bad_scale(scale);
  const Decimal hundredths = to_decimal(scale + 2, rounding);
  return to_string(Decimal::scaled(hundredths.coefficient(), scale)) + "%";
}

constexpr std::strong_ordering operator<=>(const Ratio& a, const Ratio& b) noexcept {
  if (a.is_negative() != b.is_negative()) return b.is_negative() <=> a.is_negative();
  const UInt128 left = detail::magnitude(a.numerator_);
  const UInt128 right = detail::magnitude(b.numerator_);
  const auto order = detail::compare_fractions(left, detail::magnitude(a.denominator_), right,
                                               detail::magnitude(b.denominator_));
  return a.is_negative() ? 0 <=> order : order;
}

constexpr Ratio operator-(const Ratio& a) noexcept {
  return Ratio::of(-a.numerator(), a.denominator());
}

constexpr Ratio operator+(const Ratio& a, const Ratio& b) {
  const auto sum = detail::add_ratios(a, b);
  if (!sum) detail::raise_ratio_overflow("add", a, b);
  return *sum;
}

constexpr Ratio operator-(const Ratio& a, const Ratio& b) {
  const auto difference = detail::add_ratios(a, -b);
  if (!difference) detail::raise_ratio_overflow("subtract", a, b);
  return *difference;
}

constexpr Ratio operator*(const Ratio& a, const Ratio& b) {
  const auto product = detail::multiply_ratios(a, b);
  if (!product) detail::raise_ratio_overflow("multiply", a, b);
  return *product;
}

constexpr Ratio operator/(const Ratio& a, const Ratio& b) {
  if (b.is_zero()) detail::raise(DivisionByZero(to_string(a)));
  const auto quotient = detail::multiply_ratios(a, Ratio::of(b.denominator(), b.numerator()));
  if (!quotient) detail::raise_ratio_overflow("divide", a, b);
  return *quotient;
}

constexpr Ratio& Ratio::operator+=(const Ratio& other) {
  return *this = *this + other;
}
constexpr Ratio& Ratio::operator-=(const Ratio& other) {
  return *this = *this - other;
}
constexpr Ratio& Ratio::operator*=(const Ratio& other) {
  return *this = *this * other;
}
constexpr Ratio& Ratio::operator/=(const Ratio& other) {
  return *this = *this / other;
}

constexpr Ratio abs(const Ratio& a) noexcept {
  return a.is_negative() ? -a : a;
}

inline std::string to_string(const Ratio& value) {
  const std::string above = to_string(value.numerator());
  return value.denominator() == 1 ? above : above + "/" + to_string(value.denominator());
}

}  // namespace budget::inline v1

/// Equal ratios hash alike.
template <>
struct std::hash<budget::Ratio> {
  std::size_t operator()(const budget::Ratio& value) const noexcept {
    return budget::detail::hash_of(value.numerator(), value.denominator());
  }
};
