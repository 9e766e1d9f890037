// SPDX-License-Identifier: Apache-2.0
// Code keys: codes in a form that sorts and compares fast, a code right before what lies below it.
#pragma once

#include <budget/amount/plain_number.hpp>

#include <array>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <string_view>
#include <type_traits>
#include <utility>
#include <vector>

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

// Sorts by the numbers that `bits_of` gives from bit `first_bit` on, equals in their order. Radix
// sort, twelve bits a pass; a pass whose bits are the same in all is left out. O(n).
template <class Entry, class BitsOf>
void radix_sort(std::vector<Entry>& entries, unsigned first_bit, BitsOf bits_of) {
  constexpr unsigned pass_bits = 12, most_passes = (64 + pass_bits - 1) / pass_bits;
  constexpr std::size_t buckets = std::size_t{1} << pass_bits;
  const unsigned passes = (64 - first_bit + pass_bits - 1) / pass_bits;
  bool sorted = true;
  for (std::size_t i = 1; sorted && i < entries.size(); ++i)
    sorted = bits_of(entries[i - 1]) >> first_bit <= bits_of(entries[i]) >> first_bit;
  if (sorted) return;

  std::vector<std::uint32_t> counts(most_passes * buckets);
  for (const Entry& entry : entries) {
    std::uint64_t bits = bits_of(entry) >> first_bit;
    for (unsigned pass = 0; pass < passes; ++pass, bits >>= pass_bits)
      ++counts[pass * buckets + (bits & (buckets - 1))];
  }
  std::vector<Entry> other(entries.size());
  for (unsigned pass = 0; pass < passes; ++pass) {
    const unsigned shift = first_bit + pass * pass_bits;
    std::uint32_t* const place = counts.data() + pass * buckets;
    const auto bucket_of = [&](const Entry& entry) {
      return static_cast<std::size_t>((bits_of(entry) >> shift) & (buckets - 1));
    };
    if (place[bucket_of(entries.front())] == entries.size()) continue;
    std::uint32_t before = 0;
    for (std::size_t i = 0; i < buckets; ++i) {
      const std::uint32_t here = place[i];
      place[i] = before;
      before += here;
    }
    for (const Entry& entry : entries) other[place[bucket_of(entry)]++] = entry;
    entries.swap(other);
  }
}

// The rows of a table in the order of their keys, rows of one key in their own order. Where the keys
// differ in at most eight of their half bytes, as those of most tables do, these and the row stand
// in one number: half the memory, and a third of the passes.
class DigitOrder {
 public:
  // `keys`: one a row; those of no digits are left out.
  explicit DigitOrder(std::vector<std::uint64_t> keys) {
    std::size_t count = 0;
    std::uint64_t differing = 0;
    for (const std::uint64_t key : keys) {
      if (key == 0) continue;
      if (count++ == 0) common_ = key;
      differing |= key ^ common_;
    }
    for (unsigned shift = 0; shift < 64; shift += 4) {
      if (((differing >> shift) & 0xFU) == 0) continue;
      common_ &= ~(std::uint64_t{0xF} << shift);
      if (halves_ < most_halves) shifts_[halves_] = shift;
      ++halves_;
    }
    if (halves_ > most_halves) {
      wide_.reserve(count);
      for (std::size_t row = 0; row < keys.size(); ++row)
        if (keys[row] != 0) wide_.push_back({DigitKey(keys[row]), static_cast<std::int32_t>(row)});
      keys = {};
      radix_sort(wide_, 0, [](const auto& entry) { return entry.key.bits(); });
      return;
    }
    std::size_t at = 0;
    for (std::size_t row = 0; row < keys.size(); ++row)
      if (keys[row] != 0) keys[at++] = (gathered(keys[row]) << 32U) | row;
    keys.resize(count);
    narrow_ = std::move(keys);
    radix_sort(narrow_, 32, [](std::uint64_t entry) { return entry; });
  }

  [[nodiscard]] std::size_t size() const noexcept {
    return wide_.empty() ? narrow_.size() : wide_.size();
  }
  [[nodiscard]] KeyedRow<DigitKey> operator[](std::size_t i) const noexcept {
    if (!wide_.empty()) return wide_[i];
    return {DigitKey(common_ | spread(narrow_[i] >> 32U)),
            static_cast<std::int32_t>(narrow_[i] & 0x7FFFFFFFU)};
  }

 private:
  static constexpr unsigned most_halves = 8;

  // The half bytes in which keys differ, side by side, and back.
  [[nodiscard]] std::uint64_t gathered(std::uint64_t key) const noexcept {
    std::uint64_t halves = 0;
    for (unsigned i = 0; i < halves_; ++i) halves |= ((key >> shifts_[i]) & 0xFU) << (4 * i);
    return halves;
  }
  [[nodiscard]] std::uint64_t spread(std::uint64_t halves) const noexcept {
    std::uint64_t key = 0;
    for (unsigned i = 0; i < halves_; ++i) key |= ((halves >> (4 * i)) & 0xFU) << shifts_[i];
    return key;
  }

  std::vector<std::uint64_t> narrow_;  // half bytes, row
  std::vector<KeyedRow<DigitKey>> wide_;
  std::uint64_t common_ = 0;  // what all keys have in common
  unsigned halves_ = 0;
  std::array<unsigned, most_halves> shifts_{};
};

}  // namespace detail

}  // namespace budget::inline v1
