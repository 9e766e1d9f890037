// SPDX-License-Identifier: Apache-2.0
// Decimal: an exact decimal number of at most 38 digits, with the digits after the point it was
// written with. 3.60 and 3.6 are equal and hash alike; they print differently.
// Addition, subtraction and multiplication are exact or throw; division needs a scale and a Rounding.
#pragma once

#include <budget/amount/rounding.hpp>
#include <budget/amount/scaled_division.hpp>
#include <budget/base/chars.hpp>
#include <budget/base/checked.hpp>
#include <budget/base/error.hpp>

#include <array>
#include <compare>
#include <cstddef>
#include <iosfwd>
#include <optional>
#include <string>
#include <string_view>

namespace budget::inline v1 {

/// coefficient · 10^−scale. Invariant: |coefficient| < 10^38 and 0 ≤ scale ≤ 38.
class Decimal {
 public:
  static constexpr int max_digits = 38;         ///< most digits a coefficient has
  static constexpr int max_scale = 38;          ///< most digits after the point
  static constexpr std::size_t max_chars = 41;  ///< longest text: sign, "0.", 38 digits

  /// Zero, without digits after the point.
  constexpr Decimal() noexcept = default;

  /// A whole number.
  template <WholeNumber T>
  [[nodiscard]] static constexpr Decimal of(T value) noexcept {
    return Decimal(value, 0);
  }

  /// coefficient · 10^−scale. Throws OverflowError outside the invariant.
  template <WideWholeNumber T>
  [[nodiscard]] static constexpr Decimal scaled(T coefficient, int scale) {
    const auto result = checked_scaled(coefficient, scale);
    if (!result) raise_unfit(coefficient, scale);
    return *result;
  }

  /// Same, or nothing outside the invariant.
  template <WideWholeNumber T>
  [[nodiscard]] static constexpr std::optional<Decimal> checked_scaled(T coefficient,
                                                                       int scale) noexcept {
    if (!fits(coefficient, scale)) return std::nullopt;
    return Decimal(coefficient, scale);
  }

  /// Reads plain notation, `-12.50`: ASCII digits, an optional sign, an optional point between
  /// digits. Throws ParseError. Printed figures (separators, units) are read by Figure.
  [[nodiscard]] static Decimal parse(std::string_view text);

  [[nodiscard]] constexpr Int128 coefficient() const noexcept { return coefficient_; }  ///< signed
  [[nodiscard]] constexpr int scale() const noexcept { return scale_; }  ///< digits after the point
  [[nodiscard]] constexpr bool is_zero() const noexcept { return coefficient_ == 0; }
  [[nodiscard]] constexpr bool is_negative() const noexcept { return coefficient_ < 0; }

  /// The value with `scale` digits after the point, rounded where digits are given up.
  /// Throws OverflowError when it does not fit, DomainError for a scale outside 0..38.
  [[nodiscard]] constexpr Decimal rescaled(int scale, Rounding rounding) const;

  /// The equal value with `scale` digits after the point. Throws DomainError
  /// (id "amount.inexact") when a digit other than 0 would be lost.
  [[nodiscard]] constexpr Decimal exact_rescaled(int scale) const;

  /// The equal value without trailing zeros after the point, down to `least_scale` digits there.
  [[nodiscard]] constexpr Decimal trimmed(int least_scale = 0) const noexcept;

  /// Equal in value: 3.60 == 3.6.
  friend constexpr bool operator==(const Decimal& a, const Decimal& b) noexcept {
    return (a <=> b) == 0;
  }
  /// Exact order by value.
  friend constexpr std::strong_ordering operator<=>(const Decimal& a, const Decimal& b) noexcept;

 private:
  constexpr Decimal(Int128 coefficient, int scale) noexcept
      : coefficient_(coefficient), scale_(scale) {}
  static constexpr bool fits(Int128 coefficient, int scale) noexcept;
  [[noreturn]] static void raise_unfit(Int128 coefficient, int scale);

  Int128 coefficient_ = 0;
  int scale_ = 0;
};

/// Exact sum, with the larger scale; nothing when it has no 38-digit form.
[[nodiscard]] constexpr std::optional<Decimal> checked_add(const Decimal& a,
                                                           const Decimal& b) noexcept;
/// Exact product, with the scales added (fewer where trailing zeros must go to fit); or nothing.
[[nodiscard]] constexpr std::optional<Decimal> checked_multiply(const Decimal& a,
                                                                const Decimal& b) noexcept;

constexpr Decimal operator-(const Decimal& a) noexcept;           ///< never overflows
constexpr Decimal operator+(const Decimal& a, const Decimal& b);  ///< exact or OverflowError
constexpr Decimal operator-(const Decimal& a, const Decimal& b);  ///< exact or OverflowError
constexpr Decimal operator*(const Decimal& a, const Decimal& b);  ///< exact or OverflowError
[[nodiscard]] constexpr Decimal abs(const Decimal& a) noexcept;   ///< magnitude

/// a / b with `scale` digits after the point. Throws DivisionByZero, OverflowError, or DomainError
/// for a scale outside 0..38.
[[nodiscard]] constexpr Decimal divide(const Decimal& a, const Decimal& b, int scale,
                                       Rounding rounding);

/// Reads the whole range as plain notation (see Decimal::parse). No allocation.
constexpr FromCharsResult from_chars(const char* first, const char* last, Decimal& value) noexcept;

/// Writes all digits, trailing zeros included. Decimal::max_chars always suffice.
constexpr ToCharsResult to_chars(char* first, char* last, const Decimal& value) noexcept;

/// All digits, trailing zeros included: "-12.50".
[[nodiscard]] inline std::string to_string(const Decimal& value);

/// Prints as to_string.
template <class Traits>
std::basic_ostream<char, Traits>& operator<<(std::basic_ostream<char, Traits>& stream,
                                             const Decimal& value) {
  return stream << std::string_view(to_string(value));
}

// ---- details ----

namespace detail {

inline constexpr Int128 decimal_limit = power_of_ten(Decimal::max_digits);  // exclusive

constexpr bool fits_decimal(Int128 coefficient) noexcept {
  return coefficient > -decimal_limit && coefficient < decimal_limit;
}

[[noreturn, gnu::cold]] inline void raise_decimal_overflow(const char* operation, const Decimal& a,
                                                           const Decimal& b) {
  raise(OverflowError("amount.overflow", operation, to_string(a), to_string(b)));
}

[[noreturn, gnu::cold]] inline void raise_bad_scale(int scale) {
  raise(DomainError("amount.scale",
                    {"小数位数必须在 0 到 38 之间", "digits after the point must be 0 to 38"},
                    std::to_string(scale)));
}

[[noreturn, gnu::cold]] inline void raise_inexact(const Decimal& value, const std::string& step) {
  raise(DomainError("amount.inexact",
                    {to_string(value) + " 不是 " + step + " 的整数倍，须指定舍入方式",
                     to_string(value) + " is no whole number of " + step + "; name a Rounding"},
                    to_string(value)));
}

// The decimal ± a · 10^scale / b, rounded; nothing when it does not fit.
constexpr std::optional<Decimal> rounded_quotient(bool negative, UInt128 a, UInt128 b, int shift,
                                                  int scale, Rounding rounding) noexcept {
  const auto division = divide_scaled(a, b, shift);
  if (!division) return std::nullopt;
  auto magnitude = static_cast<Int128>(division->quotient);
  if (steps_away(rounding, negative, magnitude % 2 != 0, division->tail)) ++magnitude;
  return Decimal::checked_scaled(negative ? -magnitude : magnitude, scale);
}

// The magnitude with `by` zeros more; nothing from 2 · 10^38 on.
constexpr std::optional<UInt128> widened(UInt128 magnitude, int by) noexcept {
  constexpr UInt128 limit = 2 * static_cast<UInt128>(decimal_limit);
  const auto power = static_cast<UInt128>(power_of_ten(by));
  if (magnitude > (limit - 1) / power) return std::nullopt;
  return magnitude * power;
}

constexpr std::optional<Decimal> add_as_written(const Decimal& a, const Decimal& b) noexcept {
  const int scale = a.scale() > b.scale() ? a.scale() : b.scale();
  const auto left = widened(magnitude(a.coefficient()), scale - a.scale());
  const auto right = widened(magnitude(b.coefficient()), scale - b.scale());
  if (!left || !right) return std::nullopt;
  const auto limit = static_cast<UInt128>(decimal_limit);
  bool negative = a.is_negative();
  UInt128 total = 0;
  if (a.is_negative() == b.is_negative()) {
    if (*left >= limit || *right >= limit) return std::nullopt;
    total = *left + *right;
  } else if (*left >= *right) {
    total = *left - *right;  // may be small enough though `left` alone is not
  } else {
    total = *right - *left;
    negative = !negative;
  }
  if (total >= limit) return std::nullopt;
  const auto coefficient = static_cast<Int128>(total);
  return Decimal::checked_scaled(negative ? -coefficient : coefficient, scale);
}

constexpr std::optional<Decimal> multiply_as_written(const Decimal& a, const Decimal& b) noexcept {
  const auto product = checked_multiply(a.coefficient(), b.coefficient());
  if (!product) return std::nullopt;
  return Decimal::checked_scaled(*product, a.scale() + b.scale());
}

// The product with as few digits as it can have: before multiplying, every pair of factors 2 and 5
// is traded for a digit after the point.
constexpr std::optional<Decimal> multiply_shortest(const Decimal& a, const Decimal& b) noexcept {
  Int128 left = a.coefficient();
  Int128 right = b.coefficient();
  if (left == 0 || right == 0) return Decimal();
  int scale = a.scale() + b.scale();
  for (bool traded = true; traded && scale > 0;) {
    traded = true;
    if (left % 10 == 0) {
      left /= 10;
    } else if (right % 10 == 0) {
      right /= 10;
    } else if (left % 5 == 0 && right % 2 == 0) {
      left /= 5;
      right /= 2;
    } else if (left % 2 == 0 && right % 5 == 0) {
      left /= 2;
      right /= 5;
    } else {
      traded = false;
    }
    if (traded) --scale;
  }
  const auto product = checked_multiply(left, right);
  if (!product) return std::nullopt;
  return Decimal::checked_scaled(*product, scale);
}

}  // namespace detail

constexpr bool Decimal::fits(Int128 coefficient, int scale) noexcept {
  return scale >= 0 && scale <= max_scale && detail::fits_decimal(coefficient);
}

[[gnu::cold]] inline void Decimal::raise_unfit(Int128 coefficient, int scale) {
  if (scale < 0 || scale > max_scale) detail::raise_bad_scale(scale);
  detail::raise(OverflowError("amount.overflow", "decimal", budget::to_string(coefficient), ""));
}

constexpr Decimal Decimal::rescaled(int scale, Rounding rounding) const {
  if (scale < 0 || scale > max_scale) detail::raise_bad_scale(scale);
  const auto result = detail::rounded_quotient(is_negative(), detail::magnitude(coefficient_), 1,
                                               scale - scale_, scale, rounding);
  if (!result) detail::raise_decimal_overflow("rescale", *this, Decimal::of(scale));
  return *result;
}

constexpr Decimal Decimal::exact_rescaled(int scale) const {
  const Decimal result = rescaled(scale, Rounding::down);
  if (result != *this) detail::raise_inexact(*this, to_string(Decimal::scaled(1, scale)));
  return result;
}

constexpr Decimal Decimal::trimmed(int least_scale) const noexcept {
  Decimal result = *this;
  while (result.scale_ > least_scale && result.coefficient_ % 10 == 0) {
    result.coefficient_ /= 10;
    --result.scale_;
  }
  return result;
}

constexpr std::strong_ordering operator<=>(const Decimal& a, const Decimal& b) noexcept {
  if (a.scale_ == b.scale_) return a.coefficient_ <=> b.coefficient_;
  // Whole parts first; then the fractions, which fit at the common scale.
  const Int128 one_a = detail::power_of_ten(a.scale_);
  const Int128 one_b = detail::power_of_ten(b.scale_);
  const Int128 whole_a = a.coefficient_ / one_a;
  const Int128 whole_b = b.coefficient_ / one_b;
  if (whole_a != whole_b) return whole_a <=> whole_b;
  Int128 rest_a = a.coefficient_ % one_a;
  Int128 rest_b = b.coefficient_ % one_b;
  if (a.scale_ < b.scale_)
    rest_a *= detail::power_of_ten(b.scale_ - a.scale_);
  else
    rest_b *= detail::power_of_ten(a.scale_ - b.scale_);
  return rest_a <=> rest_b;
}

constexpr std::optional<Decimal> checked_add(const Decimal& a, const Decimal& b) noexcept {
  if (const auto sum = detail::add_as_written(a, b)) return sum;
  return detail::add_as_written(a.trimmed(), b.trimmed());
}

constexpr std::optional<Decimal> checked_multiply(const Decimal& a, const Decimal& b) noexcept {
  if (const auto product = detail::multiply_as_written(a, b)) return product;
  return detail::multiply_shortest(a, b);
}

constexpr Decimal operator-(const Decimal& a) noexcept {
  return *Decimal::checked_scaled(-a.coefficient(), a.scale());
}

constexpr Decimal operator+(const Decimal& a, const Decimal& b) {
  const auto sum = checked_add(a, b);
  if (!sum) detail::raise_decimal_overflow("add", a, b);
  return *sum;
}

constexpr Decimal operator-(const Decimal& a, const Decimal& b) {
  const auto difference = checked_add(a, -b);
  if (!difference) detail::raise_decimal_overflow("subtract", a, b);
  return *difference;
}

constexpr Decimal operator*(const Decimal& a, const Decimal& b) {
  const auto product = checked_multiply(a, b);
  if (!product) detail::raise_decimal_overflow("multiply", a, b);
  return *product;
}

constexpr Decimal abs(const Decimal& a) noexcept {
  return a.is_negative() ? -a : a;
}

constexpr Decimal divide(const Decimal& a, const Decimal& b, int scale, Rounding rounding) {
  if (scale < 0 || scale > Decimal::max_scale) detail::raise_bad_scale(scale);
  if (b.is_zero()) detail::raise(DivisionByZero(to_string(a)));
  const auto result = detail::rounded_quotient(
      a.is_negative() != b.is_negative(), detail::magnitude(a.coefficient()),
      detail::magnitude(b.coefficient()), scale + b.scale() - a.scale(), scale, rounding);
  if (!result) detail::raise_decimal_overflow("divide", a, b);
  return *result;
}

constexpr FromCharsResult from_chars(const char* first, const char* last, Decimal& value) noexcept {
  const char* at = first;
  const bool negative = at != last && *at == '-';
  if (at != last && (*at == '-' || *at == '+')) ++at;
  Int128 coefficient = 0;
  int scale = 0;
  bool digit_before = false;  // a digit stands right before `at`
  bool point = false;
  for (; at != last; ++at) {
    if (*at >= '0' && *at <= '9') {
      if (coefficient >= detail::decimal_limit / 10 || scale == Decimal::max_scale)
        return {at, std::errc::result_out_of_range};
      coefficient = coefficient * 10 + (*at - '0');
      if (point) ++scale;
      digit_before = true;
    } else if (*at == '.' && digit_before && !point) {
      point = true;
      digit_before = false;
    } else {
      return {at, std::errc::invalid_argument};
    }
  }
  if (!digit_before) return {at, std::errc::invalid_argument};
  value = *Decimal::checked_scaled(negative ? -coefficient : coefficient, scale);
  return {last, std::errc{}};
}

constexpr ToCharsResult to_chars(char* first, char* last, const Decimal& value) noexcept {
  std::array<char, Decimal::max_chars + 1> buffer{};
  char* const end = buffer.data() + buffer.size();
  const auto one = static_cast<UInt128>(detail::power_of_ten(value.scale()));
  const UInt128 magnitude = detail::magnitude(value.coefficient());
  char* begin = end;
  if (value.scale() > 0) {
    char* const point = end - value.scale() - 1;
    begin = detail::write_digits_before(end, magnitude % one);
    while (begin > point + 1) *--begin = '0';
    *--begin = '.';
  }
  begin = detail::write_digits_before(begin, magnitude / one);
  if (value.is_negative()) *--begin = '-';
  if (last - first < end - begin) return {last, std::errc::value_too_large};
  while (begin != end) *first++ = *begin++;
  return {first, std::errc{}};
}

inline std::string to_string(const Decimal& value) {
  std::array<char, Decimal::max_chars> buffer{};
  const auto written = to_chars(buffer.data(), buffer.data() + buffer.size(), value);
  return {buffer.data(), written.ptr};
}

inline Decimal Decimal::parse(std::string_view text) {
  Decimal value;
  const auto read = from_chars(text.data(), text.data() + text.size(), value);
  if (!read) {
    const bool too_long = read.ec == std::errc::result_out_of_range;
    detail::raise(ParseError("amount.parse", std::string(text),
                             too_long ? "too_long" : "not_a_decimal",
                             too_long ? Bilingual{"超过 38 位数字", "more than 38 digits"}
                                      : Bilingual{"不是十进制数", "not a decimal number"},
                             static_cast<std::size_t>(read.ptr - text.data())));
  }
  return value;
}

}  // namespace budget::inline v1

/// Equal decimals hash alike, whatever their scale.
template <>
struct std::hash<budget::Decimal> {
  std::size_t operator()(const budget::Decimal& value) const noexcept {
    const budget::Decimal least = value.trimmed();
    return budget::detail::hash_of(least.coefficient(), least.scale());
  }
};
