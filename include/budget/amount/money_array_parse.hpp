// SPDX-License-Identifier: Apache-2.0
// Texts of a column → MoneyArray. Every text is read as Money::parse reads one; the first that is
// no amount is named by its row.
#pragma once

#include <budget/amount/figure_column.hpp>
#include <budget/amount/money_array.hpp>
#include <budget/amount/plain_number.hpp>
#include <budget/amount/unit.hpp>
#include <budget/base/error.hpp>

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace budget::inline v1 {

/// What a blank or a dash in a column of amounts is. Neither is ever 0.
enum class Blanks : std::uint8_t {
  missing,  ///< a missing amount
  error,    ///< no amount: a ColumnError
};

/// The name as in the code: "missing".
[[nodiscard]] constexpr std::string_view symbol(Blanks blanks) noexcept {
  return blanks == Blanks::missing ? "missing" : "error";
}

/// Makes a MoneyArray element by element.
class MoneyArrayBuilder {
 public:
  /// Texts without a unit of their own are in `unit`.
  explicit MoneyArrayBuilder(Unit unit = Unit::unknown, Blanks blanks = Blanks::missing) noexcept
      : unit_(unit), blanks_(blanks) {
    if (unit == Unit::unknown) return;
    for (int scale = 0, digits = 2 + scale_exponent(unit); digits >= 0; ++scale, --digits)
      weights_[static_cast<std::size_t>(scale)] =
          static_cast<std::int64_t>(detail::power_of_ten(digits));
  }

  void reserve(std::size_t count) { fen_.reserve(count); }                 ///< room for elements
  [[nodiscard]] std::size_t size() const noexcept { return fen_.size(); }  ///< elements so far
  void push(Money amount) { fen_.push_back(amount.fen()); }                ///< adds an amount
  void push_missing();                                                     ///< adds a missing one
  /// Adds the amount that `text` prints. Throws ColumnError.
  void push(std::string_view text) {
    push_scanned(detail::scan_plain(text.data(), text.data() + text.size()), text);
  }
  /// As push, faster. Precondition: the 16 bytes before the text's end are readable, and part of
  /// one object with it.
  void push_padded(std::string_view text) {
    const char* const last = text.data() + text.size();
    // A column prints separators or does not, so this branch is foreseen.
    const std::int64_t hundredths = separated_ ? detail::short_hundredths<true>(last, text.size())
                                               : detail::short_hundredths<false>(last, text.size());
    std::int64_t fen = 0;
    if (hundredths >= 0 && weights_[2] != 0 &&
        !__builtin_mul_overflow(hundredths, weights_[2], &fen)) [[likely]]
      fen_.push_back(fen);
    else
      push_longer(text);
  }
  /// What was added; the builder is empty afterwards.
  [[nodiscard]] MoneyArray finish();

 private:
  // What is not plain is read anew.
  void push_scanned(const detail::Plain& plain, std::string_view text) {
    std::int64_t fen = 0;
    const std::int64_t weight = weights_[static_cast<std::size_t>(plain.scale)];
    if (plain.ok && weight != 0 && !__builtin_mul_overflow(plain.coefficient, weight, &fen))
        [[likely]] {
      fen_.push_back(fen);
    } else {
      push_unusual(text);
    }
  }
  void push_longer(std::string_view text);
  void push_unusual(std::string_view text);

  Unit unit_;
  Blanks blanks_;
  // What one of the last digit is in 分, by the digits after the point; 0 for finer than 分 and
  // for all without a unit.
  std::array<std::int64_t, 19> weights_{};
  bool separated_ = false;  // a number with a separator was seen
  std::vector<std::int64_t> fen_;
  std::vector<std::size_t> missing_;
};

/// Reads the texts of a column; a unit glued behind a number beats `unit`. Throws ColumnError for
/// the first text that is no amount.
[[nodiscard]] inline MoneyArray parse_money_array(std::span<const std::string_view> texts,
                                                  Unit unit, Blanks blanks = Blanks::missing);

// ---- details ----

inline void MoneyArrayBuilder::push_missing() {
  missing_.push_back(fen_.size());
  fen_.push_back(0);
}

// Padded text that is not of the shortest forms.
[[gnu::noinline]] inline void MoneyArrayBuilder::push_longer(std::string_view text) {
  const char* const last = text.data() + text.size();
  separated_ = separated_ || (text.size() > 7 && last[-7] == ',');
  push_scanned(detail::scan_plain_padded(text.data(), last), text);
}

[[gnu::noinline]] inline void MoneyArrayBuilder::push_unusual(std::string_view text) {
  NoAmount why = NoAmount::not_a_number;
  const auto amount = read_amount(text, unit_, &why);
  if (!amount || (!amount->is_stated() && blanks_ == Blanks::error))
    detail::raise(ColumnError(fen_.size(), std::string(text), why));
  if (amount->is_stated())
    fen_.push_back(amount->fen);
  else
    push_missing();
}

inline MoneyArray MoneyArrayBuilder::finish() {
  std::vector<std::uint8_t> validity;
  if (!missing_.empty()) validity = detail::all_valid(fen_.size());
  for (const std::size_t i : missing_) detail::clear_bit(validity, i);
  missing_.clear();
  return MoneyArray::of_fen(std::exchange(fen_, {}), std::move(validity));
}

inline MoneyArray parse_money_array(std::span<const std::string_view> texts, Unit unit,
                                    Blanks blanks) {
  MoneyArrayBuilder builder(unit, blanks);
  builder.reserve(texts.size());
  for (const std::string_view text : texts) builder.push(text);
  return builder.finish();
}

}  // namespace budget::inline v1
