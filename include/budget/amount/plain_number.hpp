// SPDX-License-Identifier: Apache-2.0
// Plain number: the form that most figures have, read without a look at code points.
#pragma once

#include <bit>
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

// Eight characters at once, the first in the lowest byte.
using Eight = std::uint64_t;
inline constexpr Eight eight_zeros = 0x3030303030303030U;

constexpr Eight eight_of(char c) noexcept {
  return 0x0101010101010101U * static_cast<unsigned char>(c);
}

constexpr bool all_digits(Eight text) noexcept {
  constexpr Eight high_halves = 0xF0F0F0F0F0F0F0F0U;
  return (text & (text + 0x0606060606060606U) & high_halves) == eight_zeros;
}

// The number of eight values from 0 to 9: pairs, then fours, then all.
constexpr std::uint64_t number_of(Eight values) noexcept {
  values = (values * 2561U) >> 8U;
  values = ((values & 0x00FF00FF00FF00FFU) * 6553601U) >> 16U;
  return ((values & 0x0000FFFF0000FFFFU) * 42949672960001U) >> 32U;
}

// The number of eight digits.
constexpr std::uint64_t value_of(Eight digits) noexcept {
  return number_of(digits - eight_zeros);
}

// The first k characters, by k. A table: shifting by a variable takes longer.
inline constexpr Eight first_characters[] = {0,
                                             0xFFU,
                                             0xFFFFU,
                                             0xFFFFFFU,
                                             0xFFFFFFFFU,
                                             0xFFFFFFFFFFU,
                                             0xFFFFFFFFFFFFU,
                                             0xFFFFFFFFFFFFFFU,
                                             0xFFFFFFFFFFFFFFFFU};

// Without character `k` < 8; those before it move up and a zero comes in front.
constexpr Eight without(Eight text, unsigned k) noexcept {
  return (text & ~first_characters[k + 1]) | ((text & first_characters[k]) << 8U) | '0';
}

// All but the last `count` ≤ 8 characters made zeros.
constexpr Eight last_of(Eight text, unsigned count) noexcept {
  const Eight dropped = first_characters[8 - count];
  return (text & ~dropped) | (eight_zeros & dropped);
}

constexpr bool has_at(Eight text, unsigned k, char c) noexcept {
  return ((text >> (8 * k)) & 0xFFU) == static_cast<unsigned char>(c);
}

// `chosen` where the condition is 1, else `other`, without a branch.
constexpr Eight choose(unsigned condition, Eight chosen, Eight other) noexcept {
  return other ^ ((other ^ chosen) & (Eight{0} - static_cast<Eight>(condition)));
}

constexpr Plain plain_of(bool negative, std::uint64_t value, unsigned scale) noexcept {
  const auto magnitude = static_cast<std::int64_t>(value);
  return {negative ? -magnitude : magnitude, static_cast<int>(scale), true};
}

// 0x80 in every byte that is more than 9.
constexpr Eight beyond_nine(Eight values) noexcept {
  return ((values + 0x7676767676767676U) | values) & 0x8080808080808080U;
}

// What of the last eight characters, and of the two before them, belongs to a text of 4 to 10.
struct ShortText {
  Eight low;
  std::uint64_t high, too_short_for_a_separator;
};
inline constexpr ShortText short_texts[] = {
    {0xFFFFFFFF00000000U, 0, 1}, {0xFFFFFFFFFF000000U, 0, 1}, {0xFFFFFFFFFFFF0000U, 0, 1},
    {0xFFFFFFFFFFFFFF00U, 0, 1}, {~Eight{0}, 0, 0},           {~Eight{0}, 0xFF00U, 0},
    {~Eight{0}, 0xFFFFU, 0}};

// The most frequent figures of all, d.dd to ddddddd.dd, with `Separators` also d,ddd.dd to
// ddd,ddd.dd: the number without its point, or −1 for any other text. Nothing here branches by the
// number. Precondition: 10 readable bytes end at `last`.
template <bool Separators>
inline std::int64_t short_hundredths(const char* last, std::size_t size) noexcept {
  if constexpr (std::endian::native != std::endian::little) return -1;
  if (size - 4 > 6) return -1;  // wraps round below 4
  const ShortText& text = short_texts[size - 4];
  Eight low = 0;
  std::uint16_t two = 0;
  __builtin_memcpy(&low, last - 8, sizeof low);
  __builtin_memcpy(&two, last - 10, sizeof two);
  const std::uint64_t high = (two ^ 0x3030U) & text.high;
  constexpr Eight point = Eight{'.' ^ '0'} << 40U, separator = Eight{',' ^ '0'} << 8U;
  low = ((low ^ eight_zeros) & text.low) ^ point;
  std::uint64_t wrong = beyond_nine(high), weight = 10'000'000, excess = 0;
  if constexpr (Separators) {
    // All ones where a separator stands; a comparison would be compiled to a branch.
    const std::uint64_t one = ((low ^ separator) & 0xFF00U) - 1;
    const std::uint64_t separated = std::uint64_t{0} - (one >> 63U);
    low ^= separated & separator;
    const auto leading_zero = static_cast<std::uint64_t>(*(last - size) == '0');
    wrong |= separated & (text.too_short_for_a_separator | leading_zero);
    // The separator, a zero now, took a digit's place.
    excess = separated & ((low & 0xFFU) * 900'000U);
    weight -= separated & 9'000'000U;
  }
  wrong |= beyond_nine(low) | (low & (Eight{0xFFU} << 40U));  // where only the point may stand
  if (wrong != 0) return -1;
  // The digits before the point, a zero now, move up into its place.
  low = (low & (Eight{0xFFFFU} << 48U)) | ((low << 8U) & ~(Eight{0xFFFFU} << 48U));
  const std::uint64_t above = (high & 0xFFU) * 10 + (high >> 8U);
  return static_cast<std::int64_t>(above * weight + number_of(low) - excess);
}

// As scan_plain, for text that 16 readable bytes end with: mostly without a branch that depends on
// the number, which a column of numbers of all lengths mispredicts.
inline Plain scan_plain_padded(const char* first, const char* last) noexcept {
  if constexpr (std::endian::native != std::endian::little) return scan_plain(first, last);
  const auto size = static_cast<std::size_t>(last - first);
  if (size - 1 >= 16) return scan_plain(first, last);  // none wraps round
  const bool negative = *first == '-';
  const unsigned count = static_cast<unsigned>(size) - (negative ? 1U : 0U);
  const char begin = first[negative ? 1 : 0];
  if (count == 0 || begin < '0' || begin > '9') return {};
  Eight high = 0, low = 0;
  __builtin_memcpy(&low, last - 8, sizeof low);
  const unsigned above = count > 8 ? count - 8 : 0;  // characters in `high`
  low = last_of(low, count - above);
  __builtin_memcpy(&high, last - 16, sizeof high);
  high = last_of(high, above);

  if (has_at(low, 5, '.')) [[likely]] {  // two digits after the point, as most tables print
    // d,ddd.dd to ddd,ddd,ddd.dd: one group in `low`, and where it is full one in `high`.
    const auto grouped = static_cast<unsigned>(has_at(low, 1, ','));
    const auto full = static_cast<unsigned>(above > 3);
    const unsigned misplaced =  // bit by bit: branches would depend on the number
        static_cast<unsigned>(begin == '0') | static_cast<unsigned>(above == 3) |
        static_cast<unsigned>(above > 6) | (full & static_cast<unsigned>(!has_at(high, 5, ',')));
    if ((grouped & misplaced) != 0) return scan_plain(first, last);
    low = without(low, 5);
    low = choose(grouped, without(low, 2), low);
    high = choose(grouped & full, without(high, 5), high);
    if (!all_digits(low) || !all_digits(high)) return {};
    const std::uint64_t weight = choose(grouped, 1'000'000, 10'000'000);
    return plain_of(negative, value_of(high) * weight + value_of(low), 2);
  }
  std::uint64_t weight = 100'000'000;
  unsigned scale = 0;
  const Eight from_point = low ^ eight_of('.');
  const Eight points = (from_point - eight_of(1)) & ~from_point & eight_of('\x80');
  if (points != 0) {
    const auto k = static_cast<unsigned>(std::countr_zero(points)) / 8;
    if (k == 7) return {};
    low = without(low, k);
    scale = 7 - k;
    weight = 10'000'000;
  }
  if (!all_digits(low) || !all_digits(high)) return scan_plain(first, last);
  return plain_of(negative, value_of(high) * weight + value_of(low), scale);
}

}  // namespace detail

}  // namespace budget::inline v1
