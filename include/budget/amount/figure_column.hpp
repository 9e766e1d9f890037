// SPDX-License-Identifier: Apache-2.0
// FigureColumn: the figures of a column in bulk, each an amount in whole 分 with half of its last
// printed digit either side. What a Figure is for one cell, without its text: 8 bytes a cell where
// all cells are equally precise, else 16.
#pragma once

#include <budget/amount/money.hpp>
#include <budget/amount/plain_number.hpp>
#include <budget/amount/read_figure.hpp>
#include <budget/amount/unit.hpp>
#include <budget/base/error.hpp>
#include <budget/base/large_vector.hpp>
#include <budget/base/shared.hpp>

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace budget::inline v1 {

/// A printed amount: every amount from fen − slack to fen + slack prints so.
struct PrintedAmount {
  static constexpr std::int64_t not_stated = -1;  ///< slack of a blank or a dash

  std::int64_t fen = 0;       ///< the figure's value in 分; 0 where nothing is stated
  std::int64_t slack = 0;     ///< half of the last printed digit in 分; 0 for an exact amount
  bool ends_in_zero = false;  ///< a zero stands last after the point

  /// Whether an amount is printed; a blank or a dash states none, and adds nothing to a sum.
  [[nodiscard]] constexpr bool is_stated() const noexcept { return slack >= 0; }

  /// Same amounts and state.
  friend constexpr bool operator==(const PrintedAmount& a, const PrintedAmount& b) noexcept {
    return a.fen == b.fen && a.slack == b.slack;
  }
};

/// Why a text is no amount in a column.
enum class NoAmount : std::uint8_t {
  not_a_number,  ///< a label, or a text that only looks like a number
  percentage,    ///< a percentage
  no_unit,       ///< the unit is printed nowhere
  finer,         ///< printed finer than 分, so that no amount prints so
  too_large,     ///< beyond 64 bits of 分
};

/// The reason in words.
[[nodiscard]] inline Bilingual explain(NoAmount why);

/// The amounts that print as `text`; a unit glued behind the number beats `unit`. No allocation.
[[nodiscard]] constexpr std::optional<PrintedAmount> read_amount(std::string_view text, Unit unit,
                                                                 NoAmount* why = nullptr) noexcept;

/// A text of a column is no amount: where, what, and why.
class ColumnError : public Error {
 public:
  ColumnError(std::size_t row, std::string text, NoAmount why)
      : Error("amount.column", message_for(row, text, why)),
        row_(row),
        text_(std::move(text)),
        why_(why) {}

  [[nodiscard]] std::size_t row() const noexcept { return row_; }           ///< from 0
  [[nodiscard]] const std::string& text() const noexcept { return text_; }  ///< as given
  [[nodiscard]] NoAmount why() const noexcept { return why_; }              ///< what is wrong

 private:
  static Bilingual message_for(std::size_t row, const std::string& text, NoAmount why);

  std::size_t row_;
  std::string text_;
  NoAmount why_;
};

namespace detail {

// |value|, or one less below zero: negating the least value would overflow.
constexpr std::uint64_t fen_bits(std::int64_t value) noexcept {
  return static_cast<std::uint64_t>(value ^ (value >> 63));
}

}  // namespace detail

/// Printed amounts by position.
class FigureColumn {
 public:
  FigureColumn() = default;
  /// Exact amounts, all stated.
  explicit FigureColumn(std::vector<std::int64_t> fen) {
    for (const std::int64_t value : fen) magnitude_ |= detail::fen_bits(value);
    const Shared<std::vector<std::int64_t>> kept(std::move(fen));
    others_ = *kept;
    owner_ = kept.keeper();
  }
  /// Exact amounts in memory that `owner` keeps alive and nobody changes; no copy is made.
  [[nodiscard]] static FigureColumn view(std::span<const std::int64_t> fen, Keeper owner) {
    FigureColumn column;
    column.others_ = fen;
    column.owner_ = std::move(owner);
    column.magnitude_ = std::uint64_t{INT64_MAX};
    return column;
  }
  /// Reads printed texts. Throws ColumnError for the first that is no amount. O(total length).
  [[nodiscard]] static FigureColumn parse(std::span<const std::string_view> texts, Unit unit);

  [[nodiscard]] std::size_t size() const noexcept { return fen().size(); }
  /// The values in 分, 0 where nothing is stated.
  [[nodiscard]] std::span<const std::int64_t> fen() const noexcept {
    return others_.empty() ? std::span<const std::int64_t>(fen_) : others_;
  }
  [[nodiscard]] PrintedAmount operator[](std::size_t row) const noexcept {
    if (!is_stated(row)) return {0, PrintedAmount::not_stated};
    return {fen()[row], slacks_.empty() ? slack_ : slacks_[row]};
  }
  [[nodiscard]] bool is_stated(std::size_t row) const noexcept {
    return stated_.empty() || ((stated_[row / 64] >> (row % 64)) & 1U) != 0;
  }
  /// Every |fen| is at most this: a bound, not the greatest.
  [[nodiscard]] std::uint64_t magnitude() const noexcept { return magnitude_ + 1; }
  /// Whether some figure ends in 0 after the point: its table then keeps its zeros.
  [[nodiscard]] bool keeps_zeros() const noexcept { return keeps_zeros_; }
  /// The slack of the most precise printed figure; nothing for exact amounts or without figures.
  [[nodiscard]] std::optional<std::int64_t> finest_slack() const noexcept { return finest_; }

  void reserve(std::size_t rows) { fen_.reserve(rows); }  ///< room for `rows` amounts
  void push_back(PrintedAmount amount);                   ///< adds one at the end
  /// The amounts of `rows` in their order; a row below 0 states nothing.
  [[nodiscard]] FigureColumn gathered(std::span<const std::int32_t> rows) const;

  /// Same amounts and states.
  friend bool operator==(const FigureColumn& a, const FigureColumn& b) noexcept;

 private:
  void set_stated(std::size_t row, bool stated);

  detail::LargeVector<std::int64_t> fen_;
  std::span<const std::int64_t> others_;  // the amounts, where they are not its own
  Keeper owner_;
  detail::LargeVector<std::int64_t> slacks_;  // empty: all are slack_
  std::vector<std::uint64_t> stated_;         // one bit a row; empty: all are stated
  std::int64_t slack_ = 0;
  std::uint64_t magnitude_ = 0;  // all bits that some |fen| has
  std::optional<std::int64_t> finest_ = std::nullopt;
  bool keeps_zeros_ = false;
};

// ---- details ----

namespace detail {

// Half of a unit of the digit that stands `exponent` places before the last 分.
constexpr std::int64_t slack_of_digit(int exponent) noexcept {
  if (exponent <= 0) return 0;
  constexpr int most = 18;  // 5 · 10^18 fits
  return static_cast<std::int64_t>(5 * power_of_ten((exponent < most ? exponent : most) - 1));
}

// The amounts of coefficient · 10^−scale of a unit; nothing beyond 64 bits or finer than 分.
constexpr std::optional<PrintedAmount> printed_amount_of(const Decimal& value, Unit unit,
                                                         NoAmount& why) noexcept {
  const auto fen = in_fen(value, unit, Rounding::down);
  if (!fen || !fen->exact) {
    why = fen ? NoAmount::finer : NoAmount::too_large;
    return std::nullopt;
  }
  return PrintedAmount{fen->fen, slack_of_digit(2 + scale_exponent(unit) - value.scale()),
                       value.scale() > 0 && value.coefficient() % 10 == 0};
}

}  // namespace detail

constexpr std::optional<PrintedAmount> read_amount(std::string_view text, Unit unit,
                                                   NoAmount* why) noexcept {
  const detail::Plain plain = detail::scan_plain(text.data(), text.data() + text.size());
  const int exponent = 2 + scale_exponent(unit) - plain.scale;
  if (plain.ok && exponent >= 0 && unit != Unit::unknown) [[likely]] {
    std::int64_t fen = 0;
    if (!__builtin_mul_overflow(plain.coefficient,
                                static_cast<std::int64_t>(detail::power_of_ten(exponent)), &fen))
      return PrintedAmount{fen, detail::slack_of_digit(exponent),
                           plain.scale > 0 && plain.coefficient % 10 == 0};
  }
  NoAmount reason = NoAmount::not_a_number;
  std::optional<PrintedAmount> amount;
  const Reading reading = read_figure(text);
  if (reading.state == FigureState::blank || reading.state == FigureState::dash) {
    amount = PrintedAmount{0, PrintedAmount::not_stated};
  } else if (reading.state == FigureState::number) {
    const Unit in = reading.unit == Unit::unknown ? unit : reading.unit;
    if (reading.suffix != Suffix::none)
      reason = NoAmount::percentage;
    else if (in == Unit::unknown)
      reason = NoAmount::no_unit;
    else
      amount = detail::printed_amount_of(reading.value, in, reason);
  }
  if (!amount && why != nullptr) *why = reason;
  return amount;
}

inline Bilingual explain(NoAmount why) {
  switch (why) {
    case NoAmount::not_a_number: return {"不是数字", "not a number"};
    case NoAmount::percentage: return {"是百分比，不是金额", "a percentage, not an amount"};
    case NoAmount::no_unit: return {"没有单位，请指定 unit", "without a unit; name one"};
    case NoAmount::finer:
      return {"精确到分以下，没有这样的金额", "finer than 分: no amount prints so"};
    case NoAmount::too_large: return {"超出可表示的范围", "out of range"};
  }
  return {};
}

inline Bilingual ColumnError::message_for(std::size_t row, const std::string& text, NoAmount why) {
  const Bilingual words = explain(why);
  const std::string number = std::to_string(row + 1);
  return {"第 " + number + " 行“" + text + "”：" + words.zh,
          "row " + number + ", \"" + text + "\": " + words.en};
}

inline void FigureColumn::set_stated(std::size_t row, bool stated) {
  if (stated && stated_.empty()) return;
  if (stated_.empty()) stated_.assign(fen_.capacity() / 64 + 1, ~std::uint64_t{0});
  if (row / 64 >= stated_.size()) stated_.resize(row / 64 + 1, ~std::uint64_t{0});
  const std::uint64_t bit = std::uint64_t{1} << (row % 64);
  stated_[row / 64] = stated ? stated_[row / 64] | bit : stated_[row / 64] & ~bit;
}

inline void FigureColumn::push_back(PrintedAmount amount) {
  if (!others_.empty()) {
    fen_.append(others_.data(), others_.size());
    others_ = {};
    owner_ = {};
  }
  const std::size_t row = fen_.size();
  fen_.push_back(amount.fen);
  magnitude_ |= detail::fen_bits(amount.fen);
  set_stated(row, amount.is_stated());
  if (amount.is_stated()) {
    keeps_zeros_ = keeps_zeros_ || amount.ends_in_zero;
    if (!finest_) slack_ = amount.slack;
    if (slacks_.empty() && amount.slack != slack_) {
      slacks_.reserve(fen_.capacity());
      slacks_.resize(row);
      for (std::int64_t& slack : slacks_) slack = slack_;
    }
    if (!finest_ || amount.slack < *finest_) finest_ = amount.slack;
  }
  if (!slacks_.empty()) slacks_.push_back(amount.is_stated() ? amount.slack : 0);
}

inline FigureColumn FigureColumn::gathered(std::span<const std::int32_t> rows) const {
  FigureColumn column;
  column.slack_ = slack_;
  column.finest_ = finest_;
  column.keeps_zeros_ = keeps_zeros_;
  column.fen_.resize(rows.size());
  // Rows stand all over the memory: what will be needed soon is asked for now.
  constexpr std::size_t ahead = 24, word = 64;  // rows whose states one number holds
  const std::int64_t* const from = fen().data();
  std::int64_t* const to = column.fen_.data();
  const bool all_stated = stated_.empty();
  std::uint64_t magnitude = 0;
  for (std::size_t begin = 0; begin < rows.size(); begin += word) {
    const std::size_t count = rows.size() - begin < word ? rows.size() - begin : word;
    std::uint64_t unstated = 0;
    for (std::size_t i = 0; i < count; ++i) {
      const std::size_t at = begin + i;
      if (at + ahead < rows.size() && rows[at + ahead] >= 0)
        __builtin_prefetch(from + rows[at + ahead]);
      const std::int32_t row = rows[at];
      if (row < 0 || (!all_stated && !is_stated(static_cast<std::size_t>(row)))) {
        unstated |= std::uint64_t{1} << i;
        to[at] = 0;
      } else {
        to[at] = from[row];
        magnitude |= detail::fen_bits(from[row]);
      }
    }
    if (unstated == 0) continue;
    if (column.stated_.empty())
      column.stated_.assign((rows.size() + word - 1) / word, ~std::uint64_t{0});
    column.stated_[begin / word] = ~unstated;
  }
  column.magnitude_ = magnitude;
  if (!slacks_.empty()) {
    column.slacks_.resize(rows.size());
    for (std::size_t i = 0; i < rows.size(); ++i) {
      column.slacks_[i] = rows[i] < 0 ? 0 : slacks_[static_cast<std::size_t>(rows[i])];
    }
  }
  return column;
}

inline FigureColumn FigureColumn::parse(std::span<const std::string_view> texts, Unit unit) {
  FigureColumn column;
  column.reserve(texts.size());
  for (std::size_t row = 0; row < texts.size(); ++row) {
    NoAmount why = NoAmount::not_a_number;
    const auto amount = read_amount(texts[row], unit, &why);
    if (!amount) detail::raise(ColumnError(row, std::string(texts[row]), why));
    column.push_back(*amount);
  }
  return column;
}

inline bool operator==(const FigureColumn& a, const FigureColumn& b) noexcept {
  if (a.size() != b.size()) return false;
  for (std::size_t row = 0; row < a.size(); ++row) {
    if (!(a[row] == b[row])) return false;
  }
  return true;
}

}  // namespace budget::inline v1
