// SPDX-License-Identifier: Apache-2.0
// Scaled division: a · 10^shift / b and a · b / c over whole numbers, exactly, with what is cut off.
// The one division behind every rounding of decimals, ratios and money, and behind allocation.
#pragma once

#include <budget/amount/rounding.hpp>
#include <budget/base/checked.hpp>

#include <cstdint>
#include <optional>

namespace budget::inline v1 {

// ---- details ----

namespace detail {

// How a remainder compares with half of its divisor. Precondition: divisor ≤ 2^127.
constexpr Tail tail_of(UInt128 remainder, UInt128 divisor) noexcept {
  if (remainder == 0) return Tail::zero;
  const UInt128 twice = remainder * 2;
  return twice < divisor ? Tail::below_half : twice == divisor ? Tail::half : Tail::above_half;
}

// ⌊a · 10^shift / b⌋ and what is cut off; nothing when the quotient reaches 10^38.
// Preconditions: 0 < b ≤ 2^127, shift ≥ −38.
struct ScaledQuotient {
  UInt128 quotient = 0;
  Tail tail = Tail::zero;
};
constexpr std::optional<ScaledQuotient> divide_scaled(UInt128 a, UInt128 b, int shift) noexcept {
  UInt128 quotient = a / b;
  UInt128 remainder = a % b;
  constexpr auto limit = static_cast<UInt128>(power_of_ten(max_power_of_ten));
  if (shift < 0) {
    const auto divisor = static_cast<UInt128>(power_of_ten(-shift));
    Tail tail = tail_of(quotient % divisor, divisor);
    // Something below the last digit of the first quotient breaks a tie and makes zero a little.
    if (remainder != 0 && tail == Tail::zero) tail = Tail::below_half;
    if (remainder != 0 && tail == Tail::half) tail = Tail::above_half;
    quotient /= divisor;
    if (quotient >= limit) return std::nullopt;
    return ScaledQuotient{quotient, tail};
  }
  for (int i = 0; i < shift; ++i) {
    if (quotient >= limit / 10) return std::nullopt;
    // remainder · 10 may leave 128 bits: ten additions modulo b, counting how often b went in.
    unsigned digit = 0;
    UInt128 tenfold = 0;
    for (int k = 0; k < 10; ++k) {
      tenfold += remainder;
      if (tenfold >= b) {
        tenfold -= b;
        ++digit;
      }
    }
    quotient = quotient * 10 + digit;
    remainder = tenfold;
  }
  if (quotient >= limit) return std::nullopt;
  return ScaledQuotient{quotient, tail_of(remainder, b)};
}

// a · b / c with its remainder, though a · b may need 191 bits. Preconditions: b < c ≤ 2^127.
struct DivisionResult {
  UInt128 quotient = 0;   // < a
  UInt128 remainder = 0;  // < c
};
constexpr DivisionResult multiply_divide(std::uint64_t a, UInt128 b, UInt128 c) noexcept {
  if (b <= UINT64_MAX) {
    const UInt128 product = b * a;
    return {product / c, product % c};
  }
  UInt128 quotient = 0, remainder = 0;  // of the bits of `a` taken so far, times b
  for (int bit = 63; bit >= 0; --bit) {
    quotient *= 2;
    remainder *= 2;
    if (remainder >= c) {
      remainder -= c;
      ++quotient;
    }
    if (((a >> static_cast<unsigned>(bit)) & 1U) != 0) {
      remainder += b;
      if (remainder >= c) {
        remainder -= c;
        ++quotient;
      }
    }
  }
  return {quotient, remainder};
}

}  // namespace detail

}  // namespace budget::inline v1
