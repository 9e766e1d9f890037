// SPDX-License-Identifier: Apache-2.0
// Formatter: amounts, decimals and ratios in std::format, where the standard library has it.
#pragma once

#include <version>

#if defined(__cpp_lib_format)

#include <budget/amount/format.hpp>

#include <format>
#include <optional>
#include <string_view>

namespace budget::inline v1 {

// ---- details ----

namespace detail {

// What the formatters of all values share; an empty specification is to_string.
template <class Value>
class ValueFormatter {
 public:
  constexpr auto parse(std::format_parse_context& context) {
    auto end = context.begin();
    while (end != context.end() && *end != '}') ++end;
    const std::string_view text(context.begin(), end);
    if (text.empty()) return end;
    spec_ = parse_format_spec(text);
    if (!spec_) throw std::format_error("not a format of a budget value");
    return end;
  }

  template <class Context>
  auto format(const Value& value, Context& context) const {
    auto out = context.out();
    for (const char byte : spec_ ? budget::format(value, *spec_) : to_string(value)) *out++ = byte;
    return out;
  }

 private:
  std::optional<FormatSpec> spec_;
};

}  // namespace detail

}  // namespace budget::inline v1

/// std::format("{:,.2f万元}", amount); "{}" prints as to_string. See budget::FormatSpec.
template <>
struct std::formatter<budget::Money> : budget::detail::ValueFormatter<budget::Money> {};
/// std::format("{:,.2f}", decimal); "{}" prints as to_string.
template <>
struct std::formatter<budget::Decimal> : budget::detail::ValueFormatter<budget::Decimal> {};
/// std::format("{:.2%}", ratio); "{}" prints as to_string.
template <>
struct std::formatter<budget::Ratio> : budget::detail::ValueFormatter<budget::Ratio> {};

#endif
