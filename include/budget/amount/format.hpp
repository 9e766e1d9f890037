// SPDX-License-Identifier: Apache-2.0
// Format: an amount printed in a unit, with digits, separators and signs as a table wants them, and
// the short specification of it that std::format and Python's format() share.
#pragma once

#include <budget/amount/chars_writer.hpp>
#include <budget/amount/decimal.hpp>
#include <budget/amount/money.hpp>
#include <budget/amount/ratio.hpp>
#include <budget/amount/rounding.hpp>
#include <budget/amount/unit.hpp>
#include <budget/base/chars.hpp>
#include <budget/base/error.hpp>
#include <budget/base/text.hpp>

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace budget::inline v1 {

/// Commas between the digits before the point.
enum class Grouping : std::uint8_t {
  none,       ///< 32963000
  thousands,  ///< 32,963,000
  myriads,    ///< 3296,3000, by 万
};

/// How a number shows its sign.
enum class SignStyle : std::uint8_t {
  minus,        ///< -3.60, and nothing above zero
  plus,         ///< -3.60, +3.60 and +0.00
  parentheses,  ///< (3.60)
  triangle,     ///< △3.60, as Chinese accounts print what is below zero
};

/// How to print an amount.
struct FormatStyle {
  Unit unit = Unit::yuan;                    ///< the unit it is printed in
  std::optional<int> digits = std::nullopt;  ///< after the point; nothing: all, at least two
  Rounding rounding = Rounding::half_away;   ///< where digits are given up; this is 四舍五入
  Grouping grouping = Grouping::none;
  SignStyle sign = SignStyle::minus;
  bool show_unit = true;  ///< whether the unit stands behind
};

/// Bytes that suffice for an amount in any style.
inline constexpr std::size_t max_format_chars = 80;

/// The amount in a style: "3,296.30万元". Throws UnitMismatch for an unknown unit, DomainError for
/// digits outside 0..38, OverflowError where the number then has more than 38 digits.
[[nodiscard]] inline std::string format(Money value, const FormatStyle& style = {});

/// Writes as format. `invalid_argument` for an unknown unit or digits outside 0..38,
/// `value_too_large` for more than 38 digits or a range too small; max_format_chars suffice.
constexpr ToCharsResult to_chars(char* first, char* last, Money value,
                                 const FormatStyle& style) noexcept;

/// A parsed specification: `[[fill]align][sign][width][,|,4][.digits][f|%][unit]`.
/// fill: any character · align: `<` `>` `^` · sign: `-` `+` `(` `△` · `,` by thousands, `,4` by 万 ·
/// `%`: a ratio in hundredths · unit: 元 千元 万元 百万元 亿元.
struct FormatSpec {
  std::string_view fill = " ";  ///< one character; a view into the text that was parsed
  char align = '>';             ///< '<', '>' or '^'
  std::size_t width = 0;        ///< least number of characters
  bool percent = false;         ///< the number in hundredths, % behind
  FormatStyle style = {.unit = Unit::unknown};  ///< unit unknown: none was named
};

/// Reads a specification; nothing when it is none.
[[nodiscard]] constexpr std::optional<FormatSpec> parse_format_spec(std::string_view text) noexcept;

/// The amount by a specification: in its unit with the unit behind, without one the number in 元
/// alone. Throws as format with a style, and DomainError ("amount.format") for %.
[[nodiscard]] inline std::string format(Money value, const FormatSpec& spec);
/// The number by a specification. DomainError ("amount.format") for a unit; errors as Decimal's.
[[nodiscard]] inline std::string format(const Decimal& value, const FormatSpec& spec);
/// The ratio by a specification; without digits and % as to_string, and % alone means `.2%`.
/// Errors as for a Decimal.
[[nodiscard]] inline std::string format(const Ratio& value, const FormatSpec& spec);

// ---- details ----

namespace detail {

constexpr std::size_t digits_in_group(Grouping grouping) noexcept {
  switch (grouping) {
    case Grouping::none: return 0;
    case Grouping::thousands: return 3;
    case Grouping::myriads: return 4;
  }
  return 0;
}

// The number with sign and separators, `behind` right after the digits and bracket.
constexpr void put_number(CharsWriter& writer, const Decimal& value, const FormatStyle& style,
                          std::string_view behind) noexcept {
  std::array<char, Decimal::max_chars> buffer{};
  const auto written = to_chars(buffer.data(), buffer.data() + buffer.size(), abs(value));
  const std::string_view digits(buffer.data(),
                                static_cast<std::size_t>(written.ptr - buffer.data()));
  const bool brackets = value.is_negative() && style.sign == SignStyle::parentheses;
  if (brackets)
    writer.put('(');
  else if (value.is_negative())
    writer.put(style.sign == SignStyle::triangle ? std::string_view("△") : std::string_view("-"));
  else if (style.sign == SignStyle::plus)
    writer.put('+');

  const std::size_t group = digits_in_group(style.grouping);
  const std::size_t point = digits.find('.');
  const std::size_t whole = point == std::string_view::npos ? digits.size() : point;
  for (std::size_t i = 0; i < digits.size(); ++i) {
    if (group != 0 && i > 0 && i < whole && (whole - i) % group == 0) writer.put(',');
    writer.put(digits[i]);
  }
  if (brackets) writer.put(')');
  writer.put(behind);
}

// The amount in the unit of the style, rounded; nothing when it does not fit. Precondition: unit
// and digits are valid.
constexpr std::optional<Decimal> styled(Money value, const FormatStyle& style) noexcept {
  const auto exact = Decimal::checked_scaled(value.fen(), 2 + scale_exponent(style.unit));
  if (!style.digits) return exact->trimmed(2);
  return rounded_quotient(value.is_negative(), magnitude(value.fen()), 1,
                          *style.digits - exact->scale(), *style.digits, style.rounding);
}

constexpr bool are_digits(int digits) noexcept {
  return digits >= 0 && digits <= Decimal::max_scale;
}

[[noreturn, gnu::cold]] inline void raise_format(std::string_view text) {
  raise(DomainError(
      "amount.format",
      {"格式应为 [[填充]对齐][符号][宽度][,][.位数][f|%][单位]，例如 ,.2f万元",
       "a format is [[fill]align][sign][width][,][.digits][f|%][unit], such as ,.2f万元"},
      std::string(text)));
}

// The text with fill on the sides that the specification asks for.
inline std::string padded(std::string text, const FormatSpec& spec) {
  const std::size_t length = count_code_points(text);
  const std::size_t missing = spec.width > length ? spec.width - length : 0;
  const std::size_t before = spec.align == '>' ? missing : spec.align == '^' ? missing / 2 : 0;
  std::string left, right;
  for (std::size_t i = 0; i < missing; ++i) (i < before ? left : right) += spec.fill;
  return left + text + right;
}

inline std::string format_number(const Decimal& value, const FormatSpec& spec,
                                 std::string_view behind) {
  std::array<char, max_format_chars> buffer{};
  CharsWriter writer(buffer.data(), buffer.data() + buffer.size());
  put_number(writer, value, spec.style, behind);
  return padded({buffer.data(), writer.result().ptr}, spec);
}

// Takes a number of at most three digits from the front; nothing where none stands there.
constexpr std::optional<int> take_number(std::string_view& rest) noexcept {
  int value = 0;
  std::size_t count = 0;
  while (count < rest.size() && count < 4 && rest[count] >= '0' && rest[count] <= '9')
    value = value * 10 + (rest[count++] - '0');
  if (count == 0 || count == 4) return std::nullopt;
  rest.remove_prefix(count);
  return value;
}

constexpr bool take(std::string_view& rest, std::string_view wanted) noexcept {
  if (!rest.starts_with(wanted)) return false;
  rest.remove_prefix(wanted.size());
  return true;
}

constexpr bool is_align(char c) noexcept {
  return c == '<' || c == '>' || c == '^';
}

}  // namespace detail

constexpr ToCharsResult to_chars(char* first, char* last, Money value,
                                 const FormatStyle& style) noexcept {
  if (style.unit == Unit::unknown || (style.digits && !detail::are_digits(*style.digits)))
    return {first, std::errc::invalid_argument};
  const auto number = detail::styled(value, style);
  if (!number) return {last, std::errc::value_too_large};
  detail::CharsWriter writer(first, last);
  detail::put_number(writer, *number, style,
                     style.show_unit ? symbol(style.unit) : std::string_view());
  return writer.result();
}

inline std::string format(Money value, const FormatStyle& style) {
  std::array<char, max_format_chars> buffer{};
  const auto written = to_chars(buffer.data(), buffer.data() + buffer.size(), value, style);
  if (!written) {
    if (style.unit == Unit::unknown) detail::raise_unit_unknown(Unit::yuan);
    const int digits = style.digits.value_or(2);  // all digits always fit
    if (!detail::are_digits(digits)) detail::raise_bad_scale(digits);
    detail::raise_decimal_overflow("format", value.in(style.unit), Decimal::of(digits));
  }
  return {buffer.data(), written.ptr};
}

constexpr std::optional<FormatSpec> parse_format_spec(std::string_view text) noexcept {
  FormatSpec spec;
  std::string_view rest = text;
  const std::size_t first = rest.empty() ? 0 : code_point_at(rest, 0).length;
  if (first < rest.size() && detail::is_align(rest[first])) {
    spec.fill = rest.substr(0, first);
    spec.align = rest[first];
    rest.remove_prefix(first + 1);
  } else if (!rest.empty() && detail::is_align(rest.front())) {
    spec.align = rest.front();
    rest.remove_prefix(1);
  }
  if (detail::take(rest, "+"))
    spec.style.sign = SignStyle::plus;
  else if (detail::take(rest, "("))
    spec.style.sign = SignStyle::parentheses;
  else if (detail::take(rest, "△"))
    spec.style.sign = SignStyle::triangle;
  else
    detail::take(rest, "-");
  if (const auto width = detail::take_number(rest)) spec.width = static_cast<std::size_t>(*width);
  if (detail::take(rest, ","))
    spec.style.grouping = detail::take(rest, "4") ? Grouping::myriads : Grouping::thousands;
  if (detail::take(rest, ".")) {
    spec.style.digits = detail::take_number(rest);
    if (!spec.style.digits || !detail::are_digits(*spec.style.digits)) return std::nullopt;
  }
  spec.percent = detail::take(rest, "%");
  if (!spec.percent) detail::take(rest, "f");
  if (!rest.empty()) {
    const auto unit = parse_unit(rest);
    if (!unit || spec.percent) return std::nullopt;
    spec.style.unit = *unit;
  }
  return spec;
}

inline std::string format(Money value, const FormatSpec& spec) {
  if (spec.percent) detail::raise_format("%");
  FormatStyle style = spec.style;
  style.show_unit = style.unit != Unit::unknown;
  if (!style.show_unit) style.unit = Unit::yuan;
  return detail::padded(format(value, style), spec);
}

inline std::string format(const Decimal& value, const FormatSpec& spec) {
  if (spec.percent || spec.style.unit != Unit::unknown) detail::raise_format("%");
  const auto& digits = spec.style.digits;
  return detail::format_number(digits ? value.rescaled(*digits, spec.style.rounding) : value, spec,
                               "");
}

inline std::string format(const Ratio& value, const FormatSpec& spec) {
  if (spec.style.unit != Unit::unknown) detail::raise_format(symbol(spec.style.unit));
  if (!spec.percent) {
    if (!spec.style.digits) return detail::padded(to_string(value), spec);
    return detail::format_number(value.to_decimal(*spec.style.digits, spec.style.rounding), spec,
                                 "");
  }
  const int digits = spec.style.digits.value_or(2);
  if (digits > Decimal::max_scale - 2) detail::raise_bad_scale(digits);
  const Decimal hundredths = value.to_decimal(digits + 2, spec.style.rounding);
  return detail::format_number(Decimal::scaled(hundredths.coefficient(), digits), spec, "%");
}

}  // namespace budget::inline v1
