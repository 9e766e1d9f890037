// SPDX-License-Identifier: Apache-2.0
// MoneyArray: a column of amounts, each a whole number of 分 in 64 bits or missing. Immutable and
// cheap to copy: copies and slices share their memory, which may belong to somebody else.
// How texts become one stands in money_array_parse.hpp, arithmetic in money_array_math.hpp.
#pragma once

#include <budget/amount/money.hpp>
#include <budget/base/error.hpp>
#include <budget/base/shared.hpp>

#include <bit>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <utility>
#include <vector>

namespace budget::inline v1 {

/// Amounts by position, some of them missing. A missing amount is not 0: it is left out of sums,
/// and arithmetic with it is missing. Any number of threads may read one at the same time.
class MoneyArray {
 public:
  using value_type = std::optional<Money>;  ///< what stands at a position

  /// No amounts.
  MoneyArray() noexcept = default;
  /// Amounts in 分, none missing.
  [[nodiscard]] static MoneyArray of_fen(std::vector<std::int64_t> fen);
  /// Amounts in 分. Bit i of `validity`, the least of each byte first, says whether element i is
  /// there; an empty bitmap says that all are. Throws DomainError ("amount.length") when the
  /// bitmap is too short.
  [[nodiscard]] static MoneyArray of_fen(std::vector<std::int64_t> fen,
                                         std::vector<std::uint8_t> validity);
  /// The same amounts.
  [[nodiscard]] static MoneyArray of(std::span<const Money> amounts);
  /// The same amounts; nothing is missing.
  [[nodiscard]] static MoneyArray of(std::span<const std::optional<Money>> amounts);
  /// Amounts in memory that `owner` keeps alive and nobody changes. No copy is made of `fen`. What
  /// stands there at a missing position is never looked at.
  [[nodiscard]] static MoneyArray view(std::span<const std::int64_t> fen,
                                       std::vector<std::uint8_t> validity, Keeper owner);

  [[nodiscard]] std::size_t size() const noexcept { return size_; }              ///< elements
  [[nodiscard]] bool empty() const noexcept { return size_ == 0; }               ///< no element
  [[nodiscard]] std::size_t missing_count() const noexcept { return missing_; }  ///< missing
  [[nodiscard]] bool is_missing(std::size_t i) const noexcept;                   ///< i < size()
  /// The amounts in 分. At a missing position the number means nothing.
  [[nodiscard]] std::span<const std::int64_t> fen() const noexcept { return {fen_, size_}; }
  /// One bit an element as in `of_fen`; nullptr when nothing is missing. Bits beyond the last
  /// element mean nothing.
  [[nodiscard]] const std::uint8_t* validity() const noexcept { return validity_; }

  /// Element i, nothing when missing. Precondition: i < size().
  [[nodiscard]] value_type operator[](std::size_t i) const noexcept {
    if (is_missing(i)) return std::nullopt;
    return Money::of_fen(fen_[i]);
  }
  /// Element i. Throws DomainError ("amount.index").
  [[nodiscard]] value_type at(std::size_t i) const;

  /// `count` elements from `begin` on, in the same memory. Throws DomainError ("amount.index").
  [[nodiscard]] MoneyArray slice(std::size_t begin, std::size_t count) const;
  /// The elements at `positions`, in that order. Throws DomainError ("amount.index").
  [[nodiscard]] MoneyArray take(std::span<const std::int64_t> positions) const;
  /// The elements whose mask is not 0. Throws DomainError ("amount.length").
  [[nodiscard]] MoneyArray filter(std::span<const std::uint8_t> mask) const;

  /// Same size, same elements missing, same amounts.
  friend bool operator==(const MoneyArray& a, const MoneyArray& b) noexcept;

 private:
  struct Owned;

  const std::int64_t* fen_ = nullptr;
  std::size_t size_ = 0;
  const std::uint8_t* validity_ = nullptr;
  std::size_t missing_ = 0;
  Keeper owner_;
};

/// The total of what is not missing. Throws OverflowError only when the total itself leaves 64 bits.
[[nodiscard]] inline Money sum(const MoneyArray& amounts);
/// The total of what is not missing, or nothing when it leaves 64 bits.
[[nodiscard]] inline std::optional<Money> checked_sum(const MoneyArray& amounts) noexcept;
/// The least amount; nothing when none is there.
[[nodiscard]] inline std::optional<Money> min(const MoneyArray& amounts) noexcept;
/// The greatest amount; nothing when none is there.
[[nodiscard]] inline std::optional<Money> max(const MoneyArray& amounts) noexcept;

// ---- details ----

namespace detail {

inline constexpr std::size_t word_bits = 64;

// Bits of a bitmap from element `begin` on, at most 64, the first lowest. `begin` is a multiple
// of 8; bits beyond `size` are 0. Without a bitmap all bits are 1.
inline std::uint64_t validity_word(const std::uint8_t* validity, std::size_t begin,
                                   std::size_t size) noexcept {
  const std::size_t count = size - begin < word_bits ? size - begin : word_bits;
  const std::uint64_t inside =
      count == word_bits ? ~std::uint64_t{0} : (std::uint64_t{1} << count) - 1;
  if (validity == nullptr) return inside;
  std::uint64_t word = 0;
  for (std::size_t byte = 0; byte * 8 < count; ++byte)
    word |= std::uint64_t{validity[begin / 8 + byte]} << (8 * byte);
  return word & inside;
}

inline std::size_t count_missing(const std::uint8_t* validity, std::size_t size) noexcept {
  if (validity == nullptr) return 0;
  std::size_t present = 0;
  for (std::size_t begin = 0; begin < size; begin += word_bits)
    present += static_cast<std::size_t>(std::popcount(validity_word(validity, begin, size)));
  return size - present;
}

inline bool bit_at(const std::uint8_t* bits, std::size_t i) noexcept {
  return ((bits[i / 8] >> (i % 8)) & 1U) != 0;
}

inline void clear_bit(std::vector<std::uint8_t>& bits, std::size_t i) noexcept {
  bits[i / 8] = static_cast<std::uint8_t>(bits[i / 8] & ~(1U << (i % 8)));
}

inline std::vector<std::uint8_t> all_valid(std::size_t size) {
  return std::vector<std::uint8_t>((size + 7) / 8, std::uint8_t{0xFF});
}

// Calls with every position that is not missing.
template <class Visit>
void for_each_present(const MoneyArray& amounts, Visit visit) {
  for (std::size_t begin = 0; begin < amounts.size(); begin += word_bits) {
    std::uint64_t word = validity_word(amounts.validity(), begin, amounts.size());
    for (; word != 0; word &= word - 1)
      visit(begin + static_cast<std::size_t>(std::countr_zero(word)));
  }
}

[[noreturn, gnu::cold]] inline void raise_index(const std::string& index, std::size_t size) {
  const std::string length = std::to_string(size);
  raise(DomainError("amount.index",
                    {"下标 " + index + " 超出范围，共 " + length + " 项",
                     "index " + index + " is outside an array of " + length},
                    index));
}

[[noreturn, gnu::cold]] inline void raise_length(std::size_t left, std::size_t right) {
  const std::string a = std::to_string(left), b = std::to_string(right);
  raise(DomainError("amount.length",
                    {"长度不同：" + a + " 与 " + b, "lengths differ: " + a + " and " + b}, b));
}

}  // namespace detail

struct MoneyArray::Owned {
  std::vector<std::int64_t> fen;
  std::vector<std::uint8_t> validity;
  Keeper beyond;
};

inline bool MoneyArray::is_missing(std::size_t i) const noexcept {
  return validity_ != nullptr && !detail::bit_at(validity_, i);
}

inline MoneyArray MoneyArray::view(std::span<const std::int64_t> fen,
                                   std::vector<std::uint8_t> validity, Keeper owner) {
  if (!validity.empty() && validity.size() < (fen.size() + 7) / 8)
    detail::raise_length(fen.size(), validity.size() * 8);
  MoneyArray array;
  array.fen_ = fen.data();
  array.size_ = fen.size();
  array.missing_ = detail::count_missing(validity.empty() ? nullptr : validity.data(), fen.size());
  if (array.missing_ == 0) {
    array.owner_ = std::move(owner);
    return array;
  }
  const Shared<Owned> owned(Owned{{}, std::move(validity), std::move(owner)});
  array.validity_ = owned->validity.data();
  array.owner_ = owned.keeper();
  return array;
}

inline MoneyArray MoneyArray::of_fen(std::vector<std::int64_t> fen,
                                     std::vector<std::uint8_t> validity) {
  const Shared<Owned> owned(Owned{std::move(fen), {}, {}});
  return view(owned->fen, std::move(validity), owned.keeper());
}

inline MoneyArray MoneyArray::of_fen(std::vector<std::int64_t> fen) {
  return of_fen(std::move(fen), {});
}

inline MoneyArray MoneyArray::of(std::span<const Money> amounts) {
  std::vector<std::int64_t> fen(amounts.size());
  for (std::size_t i = 0; i < fen.size(); ++i) fen[i] = amounts[i].fen();
  return of_fen(std::move(fen));
}

inline MoneyArray MoneyArray::of(std::span<const std::optional<Money>> amounts) {
  std::vector<std::int64_t> fen(amounts.size());
  std::vector<std::uint8_t> validity = detail::all_valid(amounts.size());
  for (std::size_t i = 0; i < fen.size(); ++i) {
    if (amounts[i])
      fen[i] = amounts[i]->fen();
    else
      detail::clear_bit(validity, i);
  }
  return of_fen(std::move(fen), std::move(validity));
}

inline MoneyArray::value_type MoneyArray::at(std::size_t i) const {
  if (i >= size_) detail::raise_index(std::to_string(i), size_);
  return (*this)[i];
}

inline MoneyArray MoneyArray::slice(std::size_t begin, std::size_t count) const {
  if (begin > size_) detail::raise_index(std::to_string(begin), size_);
  if (count > size_ - begin)
    detail::raise_index(std::to_string(begin) + "+" + std::to_string(count), size_);
  std::vector<std::uint8_t> validity;
  if (validity_ != nullptr) {
    validity = detail::all_valid(count);
    for (std::size_t i = 0; i < count; ++i)
      if (is_missing(begin + i)) detail::clear_bit(validity, i);
  }
  return view(fen().subspan(begin, count), std::move(validity), owner_);
}

inline MoneyArray MoneyArray::take(std::span<const std::int64_t> positions) const {
  std::vector<std::int64_t> fen(positions.size());
  std::vector<std::uint8_t> validity;
  if (validity_ != nullptr) validity = detail::all_valid(positions.size());
  for (std::size_t i = 0; i < positions.size(); ++i) {
    const auto from = static_cast<std::size_t>(positions[i]);
    if (positions[i] < 0 || from >= size_) detail::raise_index(std::to_string(positions[i]), size_);
    if (is_missing(from))
      detail::clear_bit(validity, i);
    else
      fen[i] = fen_[from];
  }
  return of_fen(std::move(fen), std::move(validity));
}

inline MoneyArray MoneyArray::filter(std::span<const std::uint8_t> mask) const {
  if (mask.size() != size_) detail::raise_length(size_, mask.size());
  std::vector<std::int64_t> positions;
  for (std::size_t i = 0; i < size_; ++i)
    if (mask[i] != 0) positions.push_back(static_cast<std::int64_t>(i));
  return take(positions);
}

inline bool operator==(const MoneyArray& a, const MoneyArray& b) noexcept {
  if (a.size_ != b.size_ || a.missing_ != b.missing_) return false;
  std::uint64_t differs = 0;
  for (std::size_t begin = 0; begin < a.size_; begin += detail::word_bits) {
    const std::uint64_t present = detail::validity_word(a.validity_, begin, a.size_);
    if (present != detail::validity_word(b.validity_, begin, b.size_)) return false;
    for (std::uint64_t word = present; word != 0; word &= word - 1) {
      const std::size_t i = begin + static_cast<std::size_t>(std::countr_zero(word));
      differs |= static_cast<std::uint64_t>(a.fen_[i] ^ b.fen_[i]);
    }
    if (differs != 0) return false;
  }
  return true;
}

inline std::optional<Money> checked_sum(const MoneyArray& amounts) noexcept {
  const auto fen = amounts.fen();
  const std::uint8_t* const validity = amounts.validity();
  const Int128 total =
      validity == nullptr
          ? exact_sum(fen.size(), [fen](std::size_t i) { return fen[i]; })
          : exact_sum(fen.size(), [fen, validity](std::size_t i) {
              // All bits of the number, or none.
              return fen[i] & -static_cast<std::int64_t>(detail::bit_at(validity, i));
            });
  if (total < INT64_MIN || total > INT64_MAX) return std::nullopt;
  return Money::of_fen(static_cast<std::int64_t>(total));
}

inline Money sum(const MoneyArray& amounts) {
  const auto total = checked_sum(amounts);
  if (!total)
    detail::raise(
        OverflowError("amount.overflow", "sum", std::to_string(amounts.size()) + " amounts", ""));
  return *total;
}

inline std::optional<Money> min(const MoneyArray& amounts) noexcept {
  std::optional<Money> least;
  detail::for_each_present(amounts, [&](std::size_t i) {
    const Money amount = Money::of_fen(amounts.fen()[i]);
    if (!least || amount < *least) least = amount;
  });
  return least;
}

inline std::optional<Money> max(const MoneyArray& amounts) noexcept {
  std::optional<Money> greatest;
  detail::for_each_present(amounts, [&](std::size_t i) {
    const Money amount = Money::of_fen(amounts.fen()[i]);
    if (!greatest || amount > *greatest) greatest = amount;
  });
  return greatest;
}

}  // namespace budget::inline v1
