// SPDX-License-Identifier: Apache-2.0
// Digit order: the rows of a table in the order of their codes, where these are plain digits.
#pragma once

#include <budget/base/large_vector.hpp>
#include <budget/base/run_both.hpp>
#include <budget/base/text.hpp>
#include <budget/base/text_column.hpp>
#include <budget/subject/code_key.hpp>

#include <array>
#include <cstddef>
#include <cstdint>
#include <utility>

namespace budget::inline v1 {

// ---- details ----

namespace detail {

// Pushes some half bytes of numbers together, and apart again, four steps a number: a half byte moves
// by the binary digits of its distance.
class HalfBytes {
 public:
  // The half bytes in which `chosen` has a bit.
  constexpr explicit HalfBytes(std::uint64_t chosen) noexcept {
    for (unsigned at = 0; at < 16; ++at) {
      if (((chosen >> (4 * at)) & 0xFU) == 0) continue;
      all_ |= half(at);
      unsigned place = at;
      for (unsigned step = 0; step < steps; ++step) {
        if ((((at - count_) >> step) & 1U) == 0) continue;
        moved_[step] |= half(place);
        place -= 1U << step;
      }
      ++count_;
    }
  }

  [[nodiscard]] constexpr unsigned count() const noexcept { return count_; }
  [[nodiscard]] constexpr std::uint64_t mask() const noexcept { return all_; }
  // The chosen half bytes of a number side by side, the lowest at the lowest place.
  [[nodiscard]] constexpr std::uint64_t gathered(std::uint64_t number) const noexcept {
    number &= all_;
    for (unsigned step = 0; step < steps; ++step) {
      const std::uint64_t moving = number & moved_[step];
      number = (number ^ moving) | (moving >> (4U << step));
    }
    return number;
  }
  // Half bytes that stand side by side, back at their places.
  [[nodiscard]] constexpr std::uint64_t spread(std::uint64_t halves) const noexcept {
    for (unsigned step = steps; step-- > 0;) {
      const std::uint64_t back = halves << (4U << step);
      halves = (halves & ~moved_[step]) | (back & moved_[step]);
    }
    return halves & all_;
  }

 private:
  static constexpr unsigned steps = 4;
  static constexpr std::uint64_t half(unsigned at) noexcept {
    return std::uint64_t{0xF} << (4 * at);
  }

  std::uint64_t all_ = 0;
  std::array<std::uint64_t, steps> moved_{};  // where the half bytes stand that a step moves
  unsigned count_ = 0;
};

// What the codes of some rows are, each a key or no text at all.
struct DigitCodes {
  static constexpr std::size_t none = static_cast<std::size_t>(-1);

  std::size_t blank = none;        // the first row without a code
  std::size_t blank_again = none;  // the second
  std::size_t unfit = none;        // the first row whose code does not fit
  std::uint64_t some = 0;          // the key of some row
  std::uint64_t differing = 0;     // the bits in which keys differ from it

  void add_blank(std::size_t row) noexcept {
    if (blank == none)
      blank = row;
    else if (blank_again == none)
      blank_again = row;
  }
  // Adds what the rows behind are.
  void add(const DigitCodes& behind) noexcept {
    for (const std::size_t row : {behind.blank, behind.blank_again})
      if (row != none) add_blank(row);
    if (unfit == none) unfit = behind.unfit;
    if (behind.some == 0) return;
    if (some == 0) some = behind.some;
    differing |= behind.differing | (some ^ behind.some);
  }
};

// The keys of all rows up to the first whose code does not fit.
struct DigitRows {
  // `fits`: whether a key may have so many digits; none are those of a text that has no key.
  template <class Fits>
  DigitRows(const TextColumn& codes, RunBoth run_both, Fits fits) : both(run_both) {
    keys.resize(codes.size());
    DigitCodes behind;
    run_halves(both, codes.size(), [&](std::size_t begin, std::size_t end) {
      (begin == 0 ? found : behind) = read(codes, begin, end, fits);
    });
    found.add(behind);
  }

  RunBoth both;
  LargeVector<std::uint64_t> keys;  // one a row, 0 for a blank
  DigitCodes found;

 private:
  template <class Fits>
  DigitCodes read(const TextColumn& codes, std::size_t begin, std::size_t end, Fits fits) {
    DigitCodes read;
    for (std::size_t row = begin; row < end; ++row) {
      DigitKey key = DigitKey::of(codes[row]);
      if (key.digits() == 0) [[unlikely]] {
        const std::string_view code = strip_blanks(codes[row]);
        key = DigitKey::of(code);
        if (code.empty()) {
          read.add_blank(row);
          keys[row] = 0;
          continue;
        }
      }
      keys[row] = key.bits();
      if (!fits(key.digits())) {
        read.unfit = row;
        return read;
      }
      if (read.some == 0) read.some = key.bits();
      read.differing |= key.bits() ^ read.some;
    }
    return read;
  }
};

// Sorts by some bits of the numbers that `bits_of` gives, equals in their order. Radix sort, twelve
// bits a pass; a pass whose bits are the same in all is left out. O(n).
template <class Entry, class BitsOf>
void radix_sort(LargeVector<Entry>& entries, unsigned first_bit, unsigned last_bit, RunBoth both,
                BitsOf bits_of) {
  constexpr unsigned pass_bits = 12;
  constexpr std::size_t buckets = std::size_t{1} << pass_bits;
  bool sorted = true;
  for (std::size_t i = 1; sorted && i < entries.size(); ++i)
    sorted = bits_of(entries[i - 1]) >> first_bit <= bits_of(entries[i]) >> first_bit;
  if (sorted) return;

  LargeVector<Entry> other(entries.size());
  for (unsigned shift = first_bit; shift < last_bit; shift += pass_bits) {
    const auto bucket_of = [&](const Entry& entry) {
      return static_cast<std::size_t>((bits_of(entry) >> shift) & (buckets - 1));
    };
    // The entries of either half in each bucket, then where the next of them goes.
    LargeVector<std::uint32_t> places(2 * buckets, 0);
    const auto places_of = [&](std::size_t begin) {
      return places.data() + (begin == 0 ? 0 : buckets);
    };
    run_halves(both, entries.size(), [&](std::size_t begin, std::size_t end) {
      std::uint32_t* const counts = places_of(begin);
      for (std::size_t i = begin; i < end; ++i) ++counts[bucket_of(entries[i])];
    });
    const std::size_t front = bucket_of(entries[0]);
    if (places[front] + places[buckets + front] == entries.size()) continue;
    std::uint32_t before = 0;
    for (std::size_t i = 0; i < buckets; ++i) {
      for (std::uint32_t* const place : {&places[i], &places[buckets + i]})
        before += std::exchange(*place, before);
    }
    run_halves(both, entries.size(), [&](std::size_t begin, std::size_t end) {
      std::uint32_t* const next = places_of(begin);
      for (std::size_t i = begin; i < end; ++i) other[next[bucket_of(entries[i])]++] = entries[i];
    });
    entries.swap(other);
  }
}

// Rows in the order of their keys, rows of one key in their own order. Where the keys differ in at
// most eight of their half bytes, as those of most tables do, these and the row stand in one number:
// half the memory, and a third of the passes.
class DigitOrder {
 public:
  // Rows without a code are left out. Precondition: all codes fit, one at the most is blank.
  explicit DigitOrder(DigitRows rows) : halves_(rows.found.differing) {
    LargeVector<std::uint64_t>& keys = rows.keys;
    if (halves_.count() > most_halves) {
      wide_.reserve(keys.size());
      for (std::size_t row = 0; row < keys.size(); ++row)
        if (keys[row] != 0) wide_.push_back({DigitKey(keys[row]), static_cast<std::int32_t>(row)});
      keys = {};
      radix_sort(wide_, 0, 64, rows.both, [](const auto& entry) { return entry.key.bits(); });
      return;
    }
    common_ = rows.found.some & ~halves_.mask();
    run_halves(rows.both, keys.size(), [&](std::size_t begin, std::size_t end) {
      for (std::size_t row = begin; row < end; ++row)
        keys[row] = (halves_.gathered(keys[row]) << 32U) | row;
    });
    narrow_ = std::move(keys);
    if (rows.found.blank != DigitCodes::none) narrow_.erase(rows.found.blank);
    radix_sort(narrow_, 32, 32 + 4 * halves_.count(), rows.both,
               [](std::uint64_t entry) { return entry; });
  }

  [[nodiscard]] std::size_t size() const noexcept {
    return wide_.empty() ? narrow_.size() : wide_.size();
  }
  [[nodiscard]] KeyedRow<DigitKey> operator[](std::size_t i) const noexcept {
    if (!wide_.empty()) return wide_[i];
    return {DigitKey(common_ | halves_.spread(narrow_[i] >> 32U)),
            static_cast<std::int32_t>(narrow_[i] & 0x7FFFFFFFU)};
  }

 private:
  static constexpr unsigned most_halves = 8;

  LargeVector<std::uint64_t> narrow_;  // half bytes, row
  LargeVector<KeyedRow<DigitKey>> wide_;
  std::uint64_t common_ = 0;  // what all keys have in common
  HalfBytes halves_;          // those in which keys differ
};

}  // namespace detail

}  // namespace budget::inline v1
