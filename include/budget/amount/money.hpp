// SPDX-License-Identifier: Apache-2.0
// Money: an exact amount of renminbi, a whole number of 分 in 64 bits.
// Leaving 64 bits throws OverflowError. A quotient of amounts is a Ratio. Nothing here rounds
// without a Rounding, and no float comes in or goes out.
#pragma once

#include <budget/amount/decimal.hpp>
#include <budget/amount/plain_number.hpp>
#include <budget/amount/ratio.hpp>
#include <budget/amount/read_figure.hpp>
#include <budget/amount/rounding.hpp>
#include <budget/amount/scaled_division.hpp>
#include <budget/amount/unit.hpp>
#include <budget/base/checked.hpp>
#include <budget/base/error.hpp>

#include <compare>
#include <concepts>
#include <cstdint>
#include <iosfwd>
#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace budget::inline v1 {

/// An exact amount of renminbi. A Money has no unit of its own: a Unit comes in where it is read
/// and goes out where it is printed.
class Money {
 public:
  /// No money.
  constexpr Money() noexcept = default;

  /// A number of 分 (1 元 = 100 分). Only an unsigned 64-bit number can throw OverflowError.
  template <WholeNumber T>
  [[nodiscard]] static constexpr Money of_fen(T fen) noexcept(!std::same_as<T, std::uint64_t>) {
    if constexpr (std::same_as<T, std::uint64_t>) return narrowed("of_fen", fen);
    return Money(static_cast<std::int64_t>(fen));
  }
  /// A number of whole 元. Throws OverflowError.
  template <WholeNumber T>
  [[nodiscard]] static constexpr Money of_yuan(T yuan) {
    return narrowed("of_yuan", Int128{yuan} * 100);
  }
  /// `amount` of `unit`, when that is a whole number of 分. Throws DomainError ("amount.inexact"),
  /// UnitMismatch for an unknown unit, OverflowError.
  [[nodiscard]] static constexpr Money of(const Decimal& amount, Unit unit);
  /// `amount` of `unit`, rounded to whole 分. Throws UnitMismatch, OverflowError.
  [[nodiscard]] static constexpr Money of(const Decimal& amount, Unit unit, Rounding rounding);

  /// Reads a printed amount in any form that read_figure knows, such as "3,296.30"; a unit glued
  /// behind beats `unit`. Throws ParseError, and what `of` throws.
  [[nodiscard]] static Money parse(std::string_view text, Unit unit);

  [[nodiscard]] constexpr std::int64_t fen() const noexcept { return fen_; }  ///< whole 分
  /// The amount in 元, two digits after the point.
  [[nodiscard]] constexpr Decimal yuan() const noexcept { return in_exactly(Unit::yuan); }
  /// The amount in `unit`, exact, with as many digits after the point as it needs and at least
  /// two. Throws UnitMismatch for an unknown unit.
  [[nodiscard]] constexpr Decimal in(Unit unit) const;

  [[nodiscard]] constexpr bool is_zero() const noexcept { return fen_ == 0; }
  [[nodiscard]] constexpr bool is_negative() const noexcept { return fen_ < 0; }

  /// This amount times an exact ratio, rounded to whole 分. Throws OverflowError.
  [[nodiscard]] constexpr Money times(const Ratio& ratio, Rounding rounding) const;

  /// Exact order.
  friend constexpr auto operator<=>(const Money&, const Money&) noexcept = default;

  constexpr Money& operator+=(Money other);  ///< throws OverflowError
  constexpr Money& operator-=(Money other);  ///< throws OverflowError

 private:
  constexpr explicit Money(std::int64_t fen) noexcept : fen_(fen) {}
  static constexpr Money narrowed(const char* operation, Int128 fen);
  constexpr Decimal in_exactly(Unit unit) const noexcept;

  std::int64_t fen_ = 0;
};

constexpr Money operator-(Money a);           ///< throws OverflowError for the least amount
constexpr Money operator+(Money a, Money b);  ///< throws OverflowError
constexpr Money operator-(Money a, Money b);  ///< throws OverflowError
constexpr Ratio operator/(Money a, Money b);  ///< exact; throws DivisionByZero
[[nodiscard]] constexpr Money abs(Money a);   ///< throws OverflowError for the least amount

/// a whole multiple; throws OverflowError.
template <WholeNumber T>
constexpr Money operator*(Money a, T factor);
/// a whole multiple; throws OverflowError.
template <WholeNumber T>
constexpr Money operator*(T factor, Money a) {
  return a * factor;
}

/// a + b, or nothing when it leaves 64 bits.
[[nodiscard]] constexpr std::optional<Money> checked_add(Money a, Money b) noexcept;
/// a − b, or nothing when it leaves 64 bits.
[[nodiscard]] constexpr std::optional<Money> checked_subtract(Money a, Money b) noexcept;

/// The total. Throws OverflowError only when the total itself leaves 64 bits, whatever the order.
[[nodiscard]] constexpr Money sum(std::span<const Money> amounts);
/// The total, or nothing when it leaves 64 bits.
[[nodiscard]] constexpr std::optional<Money> checked_sum(std::span<const Money> amounts) noexcept;

/// Reads the whole range as Money::parse does; no exception, no allocation. `ec` is
/// `invalid_argument` for text that is no amount or a unit that is not known,
/// `argument_out_of_domain` for a fraction of a 分, `result_out_of_range` beyond 64 bits.
constexpr FromCharsResult from_chars(const char* first, const char* last, Unit unit,
                                     Money& value) noexcept;

/// Writes the amount in `unit` with the unit behind, as to_string. 40 bytes always suffice.
/// `invalid_argument` for an unknown unit.
constexpr ToCharsResult to_chars(char* first, char* last, Money value, Unit unit) noexcept;

/// The amount in `unit` with the unit behind: "3296.30万元". Throws UnitMismatch for unknown.
[[nodiscard]] inline std::string to_string(Money value, Unit unit = Unit::yuan);

/// Prints as to_string, in 元.
template <class Traits>
std::basic_ostream<char, Traits>& operator<<(std::basic_ostream<char, Traits>& stream,
                                             Money value) {
  return stream << std::string_view(to_string(value));
}

// ---- details ----

namespace detail {

[[noreturn, gnu::cold]] inline void raise_money_overflow(const char* operation, Money a, Money b) {
  raise(OverflowError("amount.overflow", operation, to_string(a), to_string(b)));
}

[[noreturn, gnu::cold]] inline void raise_unit_unknown(Unit needed) {
  raise(UnitMismatch("amount.unit_unknown", "", to_string(needed)));
}

// coefficient · 10^−scale of a unit in whole 分, rounded; nothing beyond 64 bits. `exact` says
// whether nothing was given up.
struct InFen {
  std::int64_t fen = 0;
  bool exact = true;
};
constexpr std::optional<InFen> in_fen(const Decimal& amount, Unit unit,
                                      Rounding rounding) noexcept {
  const int shift = 2 + scale_exponent(unit) - amount.scale();
  const auto division = divide_scaled(magnitude(amount.coefficient()), 1, shift);
  if (!division) return std::nullopt;
  auto fen = static_cast<Int128>(division->quotient);
  if (steps_away(rounding, amount.is_negative(), fen % 2 != 0, division->tail)) ++fen;
  if (amount.is_negative()) fen = -fen;
  if (fen < INT64_MIN || fen > INT64_MAX) return std::nullopt;
  return InFen{static_cast<std::int64_t>(fen), division->tail == Tail::zero};
}

constexpr InFen to_fen(const Decimal& amount, Unit unit, Rounding rounding) {
  if (unit == Unit::unknown) raise_unit_unknown(Unit::yuan);
  const auto result = in_fen(amount, unit, rounding);
  if (!result) raise(OverflowError("amount.overflow", "money", to_string(amount), to_string(unit)));
  return *result;
}

// A number of 分 times a ratio, rounded; nothing beyond 64 bits.
constexpr std::optional<std::int64_t> scaled_fen(std::int64_t fen, const Ratio& ratio,
                                                 Rounding rounding) noexcept {
  const UInt128 denominator = magnitude(ratio.denominator());
  const UInt128 numerator = magnitude(ratio.numerator());
  const auto factor = static_cast<std::uint64_t>(magnitude(fen));
  const auto [quotient, remainder] = multiply_divide(factor, numerator % denominator, denominator);
  const bool negative = (fen < 0) != ratio.is_negative();
  const auto whole = checked_multiply(static_cast<Int128>(numerator / denominator), Int128{factor});
  auto size = whole ? checked_add(*whole, static_cast<Int128>(quotient)) : whole;
  if (size && steps_away(rounding, negative, *size % 2 != 0, tail_of(remainder, denominator)))
    size = checked_add(*size, Int128{1});
  if (!size) return std::nullopt;
  const Int128 product = negative ? -*size : *size;
  if (product < INT64_MIN || product > INT64_MAX) return std::nullopt;
  return static_cast<std::int64_t>(product);
}

}  // namespace detail

constexpr Money Money::narrowed(const char* operation, Int128 fen) {
  if (fen < INT64_MIN || fen > INT64_MAX)
    detail::raise(OverflowError("amount.overflow", operation, budget::to_string(fen), ""));
  return Money(static_cast<std::int64_t>(fen));
}

constexpr Money Money::of(const Decimal& amount, Unit unit, Rounding rounding) {
  return of_fen(detail::to_fen(amount, unit, rounding).fen);
}

constexpr Money Money::of(const Decimal& amount, Unit unit) {
  const detail::InFen result = detail::to_fen(amount, unit, Rounding::down);
  if (!result.exact) detail::raise_inexact(amount, "0.01元");
  return of_fen(result.fen);
}

constexpr Decimal Money::in_exactly(Unit unit) const noexcept {
  return Decimal::checked_scaled(fen_, 2 + scale_exponent(unit))->trimmed(2);
}

constexpr Decimal Money::in(Unit unit) const {
  if (unit == Unit::unknown) detail::raise_unit_unknown(Unit::yuan);
  return in_exactly(unit);
}

constexpr Money Money::times(const Ratio& ratio, Rounding rounding) const {
  const auto product = detail::scaled_fen(fen_, ratio, rounding);
  if (!product)
    detail::raise(OverflowError("amount.overflow", "times", to_string(*this), to_string(ratio)));
  return of_fen(*product);
}

constexpr std::optional<Money> checked_add(Money a, Money b) noexcept {
  const auto fen = checked_add(a.fen(), b.fen());
  if (!fen) return std::nullopt;
  return Money::of_fen(*fen);
}

constexpr std::optional<Money> checked_subtract(Money a, Money b) noexcept {
  const auto fen = checked_subtract(a.fen(), b.fen());
  if (!fen) return std::nullopt;
  return Money::of_fen(*fen);
}

constexpr Money& Money::operator+=(Money other) {
  return *this = *this + other;
}
constexpr Money& Money::operator-=(Money other) {
  return *this = *this - other;
}

constexpr Money operator+(Money a, Money b) {
  const auto result = checked_add(a, b);
  if (!result) detail::raise_money_overflow("add", a, b);
  return *result;
}

constexpr Money operator-(Money a, Money b) {
  const auto result = checked_subtract(a, b);
  if (!result) detail::raise_money_overflow("subtract", a, b);
  return *result;
}

constexpr Money operator-(Money a) {
  return Money() - a;
}

constexpr Money abs(Money a) {
  return a.is_negative() ? -a : a;
}

template <WholeNumber T>
constexpr Money operator*(Money a, T factor) {
  const Int128 product = Int128{a.fen()} * factor;  // 64 · 64 bits fit
  if (product < INT64_MIN || product > INT64_MAX)
    detail::raise(
        OverflowError("amount.overflow", "multiply", to_string(a), to_string(Int128{factor})));
  return Money::of_fen(static_cast<std::int64_t>(product));
}

constexpr Ratio operator/(Money a, Money b) {
  if (b.is_zero()) detail::raise(DivisionByZero(to_string(a)));
  return Ratio::of(a.fen(), b.fen());
}

constexpr std::optional<Money> checked_sum(std::span<const Money> amounts) noexcept {
  const Int128 total =
      exact_sum(amounts.size(), [amounts](std::size_t i) { return amounts[i].fen(); });
  if (total < INT64_MIN || total > INT64_MAX) return std::nullopt;
  return Money::of_fen(static_cast<std::int64_t>(total));
}

constexpr Money sum(std::span<const Money> amounts) {
  const auto total = checked_sum(amounts);
  if (!total)
    detail::raise(
        OverflowError("amount.overflow", "sum", std::to_string(amounts.size()) + " amounts", ""));
  return *total;
}

namespace detail {

[[gnu::noinline]] constexpr FromCharsResult from_printed(const char* first, const char* last,
                                                         Unit unit, Money& value) noexcept {
  const Reading reading = read_figure({first, static_cast<std::size_t>(last - first)});
  if (reading.state != FigureState::number || reading.suffix != Suffix::none) {
    const bool too_long = reading.why == Unreadable::too_long;
    return {first + reading.position,
            too_long ? std::errc::result_out_of_range : std::errc::invalid_argument};
  }
  const Unit in = reading.unit == Unit::unknown ? unit : reading.unit;
  if (in == Unit::unknown) return {first, std::errc::invalid_argument};
  const auto result = in_fen(reading.value, in, Rounding::down);
  if (!result) return {first, std::errc::result_out_of_range};
  if (!result->exact) return {first, std::errc::argument_out_of_domain};
  value = Money::of_fen(result->fen);
  return {last, std::errc{}};
}

}  // namespace detail

constexpr FromCharsResult from_chars(const char* first, const char* last, Unit unit,
                                     Money& value) noexcept {
  const detail::Plain plain = detail::scan_plain(first, last);
  const int shift = 2 + scale_exponent(unit) - plain.scale;
  if (plain.ok && shift >= 0 && unit != Unit::unknown) [[likely]] {
    const auto power = static_cast<std::int64_t>(detail::power_of_ten(shift));
    std::int64_t fen = 0;
    if (__builtin_mul_overflow(plain.coefficient, power, &fen))
      return {first, std::errc::result_out_of_range};
    value = Money::of_fen(fen);
    return {last, std::errc{}};
  }
  return detail::from_printed(first, last, unit, value);
}

constexpr ToCharsResult to_chars(char* first, char* last, Money value, Unit unit) noexcept {
  if (unit == Unit::unknown) return {first, std::errc::invalid_argument};
  // Not value.in(unit), which throws for an unknown one: this must be there without exceptions.
  const Decimal amount = Decimal::checked_scaled(value.fen(), 2 + scale_exponent(unit))->trimmed(2);
  const auto written = to_chars(first, last, amount);
  const std::string_view behind = symbol(unit);
  if (!written || static_cast<std::size_t>(last - written.ptr) < behind.size())
    return {last, std::errc::value_too_large};
  char* at = written.ptr;
  for (const char byte : behind) *at++ = byte;
  return {at, std::errc{}};
}

inline std::string to_string(Money value, Unit unit) {
  return to_string(value.in(unit)) + to_string(unit);
}

inline Money Money::parse(std::string_view text, Unit unit) {
  const Reading reading = read_figure(text);
  if (reading.state == FigureState::number && reading.suffix == Suffix::none)
    return of(reading.value, reading.unit == Unit::unknown ? unit : reading.unit);
  if (reading.state == FigureState::unreadable)
    detail::raise(ParseError("amount.parse", std::string(text), symbol(reading.why),
                             {std::string(explain(reading.why, Language::zh)),
                              std::string(explain(reading.why, Language::en))},
                             reading.position));
  const bool percentage = reading.state == FigureState::number;
  detail::raise(ParseError("amount.parse", std::string(text),
                           percentage ? "percentage" : symbol(reading.state),
                           {"不是金额", "not an amount of money"}, reading.position));
}

}  // namespace budget::inline v1

/// Hash of the 分.
template <>
struct std::hash<budget::Money> {
  std::size_t operator()(const budget::Money& value) const noexcept {
    return budget::detail::hash_of(value.fen(), 0);
  }
};
