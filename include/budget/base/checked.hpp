// SPDX-License-Identifier: Apache-2.0
// Checked integers: arithmetic on 64 and 128 bits that says when it does not fit.
#pragma once

#include <array>
#include <concepts>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>

namespace budget::inline v1 {

/// Signed integer of 128 bits.
__extension__ typedef __int128 Int128;
/// Unsigned integer of 128 bits.
__extension__ typedef unsigned __int128 UInt128;

/// An integer type that stands for a whole number: no bool, no character.
template <class T>
concept WholeNumber =
    std::integral<T> && !std::same_as<T, bool> && !std::same_as<T, char> &&
    !std::same_as<T, wchar_t> && !std::same_as<T, char8_t> && !std::same_as<T, char16_t> &&
    !std::same_as<T, char32_t> && sizeof(T) <= sizeof(std::int64_t);

/// A WholeNumber or an Int128. Functions take it as a template so that no float slips in by
/// conversion.
template <class T>
concept WideWholeNumber = WholeNumber<T> || std::same_as<T, Int128>;

/// a + b, or nothing when it does not fit T.
template <WideWholeNumber T>
[[nodiscard]] constexpr std::optional<T> checked_add(T a, T b) noexcept {
  T result{};
  if (__builtin_add_overflow(a, b, &result)) return std::nullopt;
  return result;
}

/// a − b, or nothing when it does not fit T.
template <WideWholeNumber T>
[[nodiscard]] constexpr std::optional<T> checked_subtract(T a, T b) noexcept {
  T result{};
  if (__builtin_sub_overflow(a, b, &result)) return std::nullopt;
  return result;
}

/// a · b, or nothing when it does not fit T.
template <WideWholeNumber T>
[[nodiscard]] constexpr std::optional<T> checked_multiply(T a, T b) noexcept {
  T result{};
  if (__builtin_mul_overflow(a, b, &result)) return std::nullopt;
  return result;
}

/// −a, or nothing when it does not fit T (the least value of a two's complement type).
template <WideWholeNumber T>
[[nodiscard]] constexpr std::optional<T> checked_negate(T a) noexcept {
  return checked_subtract(T{0}, a);
}

/// The exact total of value(0) … value(count − 1), which are 64-bit numbers. It costs little more
/// than adding them unchecked.
template <class Value>
[[nodiscard]] constexpr Int128 exact_sum(std::size_t count, Value value) noexcept;

/// The whole number as decimal digits, with a leading '-' below zero.
[[nodiscard]] inline std::string to_string(Int128 value);

// ---- details ----

template <class Value>
constexpr Int128 exact_sum(std::size_t count, Value value) noexcept {
  // Seen as unsigned from the least value on, a number is high · 2^32 + low. The sum of the highs
  // gives a block's total but for less than 2^64, which the wrapped sum tells. No step depends on
  // a carry, so that compilers add several numbers at once.
  constexpr std::uint64_t offset = std::uint64_t{1} << 63U;
  constexpr std::size_t block = std::size_t{1} << 31U;
  Int128 total = 0;
  for (std::size_t begin = 0; begin < count; begin += block) {
    const std::size_t end = count - begin < block ? count : begin + block;
    std::uint64_t wrapped = 0, high = 0;
    for (std::size_t i = begin; i < end; ++i) {
      const std::uint64_t shifted = static_cast<std::uint64_t>(value(i)) ^ offset;
      wrapped += shifted;
      high += shifted >> 32U;
    }
    const UInt128 least = UInt128{high} << 32U;
    const UInt128 sum = least + (wrapped - static_cast<std::uint64_t>(least));
    total += static_cast<Int128>(sum) - static_cast<Int128>(UInt128{end - begin} << 63U);
  }
  return total;
}

namespace detail {

inline constexpr int max_power_of_ten = 38;  // 10^38 is the last that fits 128 signed bits

inline constexpr auto powers_of_ten = [] {
  std::array<Int128, max_power_of_ten + 1> table{};
  Int128 power = 1;
  for (std::size_t i = 0; i < table.size(); ++i) {
    table[i] = power;
    if (i + 1 < table.size()) power *= 10;
  }
  return table;
}();

// 10^exponent for 0 ≤ exponent ≤ 38.
constexpr Int128 power_of_ten(int exponent) noexcept {
  return powers_of_ten[static_cast<std::size_t>(exponent)];
}

// |value| without the overflow of negating the least value.
constexpr UInt128 magnitude(Int128 value) noexcept {
  return value < 0 ? ~static_cast<UInt128>(value) + 1 : static_cast<UInt128>(value);
}

// Writes the digits of `value` so that they end before `end`; gives where they begin.
constexpr char* write_digits_before(char* end, UInt128 value) noexcept {
  while (value > UINT64_MAX) {
    *--end = static_cast<char>('0' + static_cast<int>(value % 10));
    value /= 10;
  }
  auto low = static_cast<std::uint64_t>(value);
  do {
    *--end = static_cast<char>('0' + static_cast<int>(low % 10));
    low /= 10;
  } while (low != 0);
  return end;
}

// One hash of two wide integers, the same on every run.
constexpr std::size_t hash_of(Int128 a, Int128 b) noexcept {
  std::uint64_t seed = 0;
  for (const UInt128 part : {static_cast<UInt128>(a), static_cast<UInt128>(b)}) {
    for (const auto half :
         {static_cast<std::uint64_t>(part), static_cast<std::uint64_t>(part >> 64U)}) {
      seed = (seed ^ half) * 0x9E3779B97F4A7C15U;
      seed ^= seed >> 32U;
    }
  }
  return static_cast<std::size_t>(seed);
}

}  // namespace detail

inline std::string to_string(Int128 value) {
  std::array<char, 40> buffer{};
  char* const end = buffer.data() + buffer.size();
  char* begin = detail::write_digits_before(end, detail::magnitude(value));
  if (value < 0) *--begin = '-';
  return {begin, end};
}

}  // namespace budget::inline v1
