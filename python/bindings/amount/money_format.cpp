// SPDX-License-Identifier: Apache-2.0
#include "amount/money_format.hpp"

#include <budget/base/text.hpp>

#include <optional>

namespace budget::python {
namespace {

struct Specification {
  std::string fill = " ";
  char align = '>';
  bool plus = false;
  std::size_t width = 0;
  bool grouped = false;
  std::optional<int> digits;
  Unit unit = Unit::unknown;
};

[[noreturn]] void refuse(std::string_view text) {
  detail::raise(
      DomainError("amount.format",
                  {"格式应为 [[填充]对齐][+][宽度][,][.位数[f]][单位]，例如 ,.2f万元",
                   "a format is [[fill]align][+][width][,][.digits[f]][unit], such as ,.2f万元"},
                  std::string(text)));
}

bool is_align(char c) {
  return c == '<' || c == '>' || c == '^';
}

/// Takes a number from the front, at most three digits of it; nothing where none stands there.
std::optional<int> take_number(std::string_view& rest) {
  int value = 0;
  std::size_t count = 0;
  while (count < rest.size() && count < 4 && rest[count] >= '0' && rest[count] <= '9')
    value = value * 10 + (rest[count++] - '0');
  if (count == 0 || count == 4) return std::nullopt;
  rest.remove_prefix(count);
  return value;
}

bool take(std::string_view& rest, char wanted) {
  if (!rest.starts_with(wanted)) return false;
  rest.remove_prefix(1);
  return true;
}

Specification parse(std::string_view text) {
  Specification result;
  std::string_view rest = text;
  const std::size_t first = rest.empty() ? 0 : code_point_at(rest, 0).length;
  if (first < rest.size() && is_align(rest[first])) {
    result.fill = rest.substr(0, first);
    result.align = rest[first];
    rest.remove_prefix(first + 1);
  } else if (!rest.empty() && is_align(rest.front())) {
    result.align = rest.front();
    rest.remove_prefix(1);
  }
  result.plus = take(rest, '+') || (take(rest, '-') && false);
  if (const auto width = take_number(rest)) result.width = static_cast<std::size_t>(*width);
  result.grouped = take(rest, ',');
  if (take(rest, '.')) {
    result.digits = take_number(rest);
    if (!result.digits || *result.digits > Decimal::max_scale) refuse(text);
  }
  take(rest, 'f');
  if (!rest.empty()) {
    const auto unit = parse_unit(rest);
    if (!unit) refuse(text);
    result.unit = *unit;
  }
  return result;
}

std::string grouped(std::string digits) {
  const std::size_t point = digits.find('.');
  std::size_t at = point == std::string::npos ? digits.size() : point;
  for (; at > 3; at -= 3) digits.insert(at - 3, ",");
  return digits;
}

}  // namespace

std::string format_money(Money amount, std::string_view specification) {
  if (specification.empty()) return to_string(amount);
  const Specification asked = parse(specification);
  Decimal value = amount.in(asked.unit == Unit::unknown ? Unit::yuan : asked.unit);
  if (asked.digits) value = value.rescaled(*asked.digits, Rounding::half_away);
  std::string number = to_string(abs(value));
  if (asked.grouped) number = grouped(std::move(number));
  if (value.is_negative())
    number.insert(0, "-");
  else if (asked.plus)
    number.insert(0, "+");
  number += symbol(asked.unit);

  const std::size_t length = count_code_points(number);
  const std::size_t missing = asked.width > length ? asked.width - length : 0;
  const std::size_t before = asked.align == '>' ? missing : asked.align == '^' ? missing / 2 : 0;
  std::string result;
  for (std::size_t i = 0; i < missing + 1; ++i) {
    if (i == before) result += number;
    if (i < missing) result += asked.fill;
  }
  return result;
}

}  // namespace budget::python
