// SPDX-License-Identifier: Apache-2.0
// Code keys: codes in a form that sorts and compares fast, a code right before what lies below it.
#pragma once

#include <budget/amount/plain_number.hpp>

#include <bit>
#include <cstddef>
#include <cstdint>
#include <string_view>
#include <type_traits>

namespace budget::inline v1 {

// ---- details ----

namespace detail {

// A code of at most 15 digits in one number: four bits a digit from the top, their count in the
// last four. Numbers order as codes do.
class DigitKey {
 public:
  static constexpr std::size_t max_digits = 15;
  static constexpr std::size_t written = 16;  // characters that `write` fills

  constexpr DigitKey() noexcept = default;
  constexpr explicit DigitKey(std::uint64_t bits) noexcept : bits_(bits) {}
  // The code of `text`; a key of no digits for other text.
  static constexpr DigitKey of(std::string_view text) noexcept {
    const std::size_t size = text.size();
    if (size == 0 || size > max_digits) return {};
    std::uint64_t bits = 0;
    bool wrong = false;
    if (size >= 8) {  // the first eight and the last eight, which overlap
      const Eight head = eight_at(text.data());
      const Eight tail = eight_at(text.data() + size - 8);
      wrong = head.wrong || tail.wrong;
      const auto rest = static_cast<unsigned>(4 * (size - 8));
      const std::uint64_t mask = (std::uint64_t{1} << rest) - 1;
      bits = (std::uint64_t{head.digits} << rest) | (tail.digits & mask);
    } else {
      for (const char c : text) {
        const auto digit = static_cast<unsigned>(static_cast<unsigned char>(c)) - '0';
        wrong = wrong || digit > 9U;
        bits = (bits << 4U) | (digit & 0xFU);
      }
    }
    if (wrong) return {};
    return DigitKey((bits << (64U - 4U * size)) | size);
  }

  [[nodiscard]] constexpr std::uint64_t bits() const noexcept { return bits_; }
  [[nodiscard]] constexpr std::size_t digits() const noexcept { return bits_ & 0xFU; }
  // The first `digits` digits. Precondition: 0 < digits ≤ digits().
  [[nodiscard]] constexpr DigitKey prefix(std::size_t digits) const noexcept {
    const std::uint64_t kept = ~std::uint64_t{0} << (64U - 4U * digits);
    return DigitKey((bits_ & kept) | digits);
  }
  [[nodiscard]] constexpr bool is_above(DigitKey other) const noexcept {
    const std::size_t own = digits();
    return own != 0 && own < other.digits() && ((bits_ ^ other.bits_) >> (64U - 4U * own)) == 0;
  }
  // Writes the digits, and what else fills 16 characters; gives one past the last digit.
  constexpr char* write(char* at) const noexcept {
    write_eight(static_cast<std::uint32_t>(bits_ >> 32U), at);
    write_eight(static_cast<std::uint32_t>(bits_), at + 8);
    return at + digits();
  }

  friend constexpr bool operator==(DigitKey, DigitKey) noexcept = default;

 private:
  struct Eight {
    std::uint32_t digits = 0;
    bool wrong = false;
  };
  // Eight characters, the first in the highest byte.
  static constexpr std::uint64_t bytes_at(const char* at) noexcept {
    std::uint64_t bytes = 0;
    if (std::endian::native == std::endian::little && !std::is_constant_evaluated()) {
      __builtin_memcpy(&bytes, at, sizeof bytes);
      return __builtin_bswap64(bytes);
    }
    for (int i = 0; i < 8; ++i) bytes = (bytes << 8U) | static_cast<unsigned char>(at[i]);
    return bytes;
  }
  // Eight characters at once: each byte less '0', then the half bytes pushed together.
  static constexpr Eight eight_at(const char* at) noexcept {
    const std::uint64_t bytes = bytes_at(at);
    std::uint64_t halves = bytes & 0x0F0F0F0F0F0F0F0FU;
    halves = (halves | (halves >> 4U)) & 0x00FF00FF00FF00FFU;
    halves = (halves | (halves >> 8U)) & 0x0000FFFF0000FFFFU;
    halves = (halves | (halves >> 16U)) & 0x00000000FFFFFFFFU;
    return {static_cast<std::uint32_t>(halves), !all_digits(bytes)};
  }

  // Eight half bytes, the highest first, pulled apart to a byte each.
  static constexpr void write_eight(std::uint32_t digits, char* at) noexcept {
    std::uint64_t bytes = digits;
    bytes = (bytes | (bytes << 16U)) & 0x0000FFFF0000FFFFU;
    bytes = (bytes | (bytes << 8U)) & 0x00FF00FF00FF00FFU;
    bytes = (bytes | (bytes << 4U)) & 0x0F0F0F0F0F0F0F0FU;
    bytes |= eight_zeros;
    if (std::endian::native == std::endian::little && !std::is_constant_evaluated()) {
      bytes = __builtin_bswap64(bytes);
      __builtin_memcpy(at, &bytes, sizeof bytes);
      return;
    }
    for (unsigned i = 0; i < 8; ++i) at[i] = static_cast<char>((bytes >> (56U - 8U * i)) & 0xFFU);
  }

  std::uint64_t bits_ = 0;
};

constexpr bool is_separator(char c) noexcept {
  return c == '.' || c == '-' || c == '_' || c == '/' || c == ' ';
}

constexpr bool has_separator(std::string_view code) noexcept {
  for (const char c : code) {
    if (is_separator(c)) return true;
  }
  return false;
}

// The order of codes of any scheme: separators are alike and stand before all other characters, so
// that 1.1 comes before 1.1.1 and both before 1.10.
constexpr int compare_codes(std::string_view a, std::string_view b) noexcept {
  for (std::size_t i = 0; i < a.size() && i < b.size(); ++i) {
    const bool left = is_separator(a[i]), right = is_separator(b[i]);
    if (left && right) continue;
    if (left != right) return left ? -1 : 1;
    const auto x = static_cast<unsigned char>(a[i]), y = static_cast<unsigned char>(b[i]);
    if (x != y) return x < y ? -1 : 1;
  }
  return a.size() == b.size() ? 0 : a.size() < b.size() ? -1 : 1;
}

// Where codes have separators, one lies below another only from a separator on.
constexpr bool code_below(std::string_view code, std::string_view above, bool separated) noexcept {
  return !above.empty() && code.size() > above.size() &&
         compare_codes(code.substr(0, above.size()), above) == 0 &&
         (!separated || is_separator(code[above.size()]));
}

// A code of any other scheme, a view of its text.
class TextKey {
 public:
  TextKey(std::string_view text, bool separated) noexcept : text_(text), separated_(separated) {}
  [[nodiscard]] bool is_above(const TextKey& other) const noexcept {
    return code_below(other.text_, text_, separated_);
  }
  friend bool operator==(const TextKey& a, const TextKey& b) noexcept {
    return compare_codes(a.text_, b.text_) == 0;
  }
  friend bool operator<(const TextKey& a, const TextKey& b) noexcept {
    return compare_codes(a.text_, b.text_) < 0;
  }

 private:
  std::string_view text_;
  bool separated_;
};

template <class Key>
struct KeyedRow {
  Key key;
  std::int32_t row = 0;
};

}  // namespace detail

}  // namespace budget::inline v1
