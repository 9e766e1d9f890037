// SPDX-License-Identifier: Apache-2.0
// Plain number: the form that most figures have, read without a look at code points.
#pragma once

#include <cstddef>
#include <cstdint>

namespace budget::inline v1 {

// ---- details ----

namespace detail {

// The plain form most figures have, at most 18 digits: -?ddd[,ddd]*[.dd]. Anything else, wrong or
// only unusual, is not `ok` and goes the long way.
struct Plain {
  std::int64_t coefficient = 0;
  int scale = 0;
  bool ok = false;
};

constexpr Plain scan_plain(const char* first, const char* last) noexcept {
  const char* at = first;
  const bool negative = at != last && *at == '-';
  if (negative) ++at;
  std::uint64_t value = 0;
  const auto digit_at = [last](const char* p) {
    return p == last ? 10U : static_cast<unsigned>(static_cast<unsigned char>(*p)) - '0';
  };
  const char* const digits = at;
  unsigned digit = 10;
  while ((digit = digit_at(at)) < 10U) {
    value = value * 10 + digit;
    ++at;
  }
  auto count = at - digits;
  if (count == 0 || last - digits > 24) return {};
  if (at != last && *at == ',') {
    if (count > 3 || *digits == '0') return {};
    do {
      if (last - at < 4) return {};
      for (int i = 1; i <= 3; ++i) {
        digit = digit_at(at + i);
        if (digit > 9U) return {};
        value = value * 10 + digit;
      }
      at += 4;
      count += 3;
    } while (at != last && *at == ',');
  }
  std::ptrdiff_t scale = 0;
  if (at != last && *at == '.') {
    const char* const fraction = ++at;
    while ((digit = digit_at(at)) < 10U) {
      value = value * 10 + digit;
      ++at;
    }
    scale = at - fraction;
    if (scale == 0) return {};
  }
  if (at != last || count + scale > 18) return {};
  const auto magnitude = static_cast<std::int64_t>(value);
  return {negative ? -magnitude : magnitude, static_cast<int>(scale), true};
}

}  // namespace detail

}  // namespace budget::inline v1
