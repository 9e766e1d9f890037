// SPDX-License-Identifier: Apache-2.0
// Figure: a number as it was printed, with its text, unit and precision, and the amounts it may
// stand for. Blanks, dashes, labels and unreadable texts are figures too, and never become 0.
#pragma once

#include <budget/amount/decimal.hpp>
#include <budget/amount/interval.hpp>
#include <budget/amount/read_figure.hpp>
#include <budget/amount/reading.hpp>
#include <budget/amount/unit.hpp>
#include <budget/base/error.hpp>

#include <cstdint>
#include <iosfwd>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

namespace budget::inline v1 {

/// One printed figure. Immutable.
class Figure {
 public:
  /// A blank.
  Figure() = default;
  /// Reads `text`. A unit glued behind the number beats `unit`, which is that of the column or
  /// table; unknown when none is printed anywhere.
  explicit Figure(std::string text, Unit unit = Unit::unknown)
      : text_(std::move(text)), reading_(read_figure(text_)), unit_(unit) {
    if (reading_.unit != Unit::unknown) unit_ = reading_.unit;
    digits_ = reading_.value.scale();
  }

  [[nodiscard]] const std::string& text() const noexcept { return text_; }  ///< as printed
  [[nodiscard]] FigureState state() const noexcept { return reading_.state; }
  [[nodiscard]] bool is_number() const noexcept { return state() == FigureState::number; }
  /// The number as printed, in its own unit. Meaningful for a number only; else zero.
  [[nodiscard]] const Decimal& value() const noexcept { return reading_.value; }
  [[nodiscard]] Unit unit() const noexcept { return unit_; }  ///< nearest unit, or unknown
  [[nodiscard]] Suffix suffix() const noexcept { return reading_.suffix; }  ///< % or ‰
  [[nodiscard]] Unreadable why() const noexcept { return reading_.why; }  ///< reason if unreadable
  /// Digits after the point the figure is precise to, in its own unit.
  [[nodiscard]] int digits() const noexcept { return digits_; }

  /// The same figure, precise to `digits` after the point: for a table that cuts trailing zeros,
  /// where 3.6 may stand for 3.60. Throws DomainError for fewer digits than are printed, or for
  /// more than 37.
  [[nodiscard]] Figure with_digits(int digits) const;
  /// The same figure in a unit that was found later. A glued unit stays.
  [[nodiscard]] Figure with_unit(Unit unit) const;

  /// Every value that prints so, in the figure's own unit: half a unit of the last digit either
  /// side, ends included. Throws DomainError ("amount.not_a_number") unless it is a number.
  [[nodiscard]] Interval<Decimal> printed() const;

  /// Every amount that prints so, in 元: as printed(), ends moved inward to whole 分, so a figure
  /// printed to the 分 is one amount; one printed finer keeps its ends. Throws DomainError unless
  /// it is a number, UnitMismatch for an unknown unit or a percentage.
  [[nodiscard]] Interval<Decimal> amounts() const;

  /// Same text, unit and precision.
  friend bool operator==(const Figure& a, const Figure& b) {
    return a.text_ == b.text_ && a.unit_ == b.unit_ && a.digits_ == b.digits_;
  }

 private:
  std::string text_;
  Reading reading_;
  Unit unit_ = Unit::unknown;
  int digits_ = 0;
};

/// The figure that `text` prints: figure("3.60", Unit::wan_yuan).
[[nodiscard]] inline Figure figure(std::string text, Unit unit = Unit::unknown) {
  return Figure(std::move(text), unit);
}

/// How two figures for one quantity agree.
enum class Restatement : std::uint8_t {
  same,            ///< same unit, digits and value: 3,296.30 and 3296.30
  compatible,      ///< unit or digits differ, and some amount prints as both: 3296.30 and 3296.3
  different,       ///< no amount prints as both, or same unit and digits and another value
  not_comparable,  ///< one is no number, a unit is unknown, or one is a percentage
};

/// Compares two figures for one quantity. Rounding is a function: in one unit with the same digits
/// only the same value restates; intervals decide only where unit or digits differ.
[[nodiscard]] inline Restatement restatement(const Figure& a, const Figure& b);

/// The text as printed.
[[nodiscard]] inline std::string to_string(const Figure& figure) {
  return figure.text();
}

/// Prints the text as printed.
template <class Traits>
std::basic_ostream<char, Traits>& operator<<(std::basic_ostream<char, Traits>& stream,
                                             const Figure& figure) {
  return stream << std::string_view(figure.text());
}

// ---- details ----

namespace detail {

[[noreturn, gnu::cold]] inline void raise_not_a_number(const Figure& figure) {
  raise(DomainError(
      "amount.not_a_number",
      {"“" + figure.text() + "”不是数字",
       "\"" + figure.text() + "\" is " + std::string(symbol(figure.state())) + ", not a number"},
      figure.text()));
}

// 10^exponent for −38 ≤ exponent ≤ 38.
constexpr Decimal decimal_power(int exponent) {
  return exponent < 0 ? Decimal::scaled(1, -exponent) : Decimal::scaled(power_of_ten(exponent), 0);
}

}  // namespace detail

inline Figure Figure::with_digits(int digits) const {
  constexpr int most = Decimal::max_scale - 1;  // half a unit of the last digit needs one more
  if (digits < reading_.value.scale() || digits > most)
    detail::raise(DomainError(
        "amount.digits",
        {"精度不能低于所印位数，也不能超过 37 位", "precision below what is printed, or above 37"},
        std::to_string(digits)));
  Figure result = *this;
  result.digits_ = digits;
  return result;
}

inline Figure Figure::with_unit(Unit unit) const {
  Figure result = *this;
  if (reading_.unit == Unit::unknown) result.unit_ = unit;
  return result;
}

inline Interval<Decimal> Figure::printed() const {
  if (!is_number()) detail::raise_not_a_number(*this);
  const Decimal half = Decimal::scaled(5, digits_ + 1);
  return {value() - half, value() + half};
}

inline Interval<Decimal> Figure::amounts() const {
  if (!is_number()) detail::raise_not_a_number(*this);
  if (suffix() != Suffix::none)
    detail::raise(UnitMismatch("amount.percentage", std::string(symbol(suffix())), "元"));
  if (unit_ == Unit::unknown) detail::raise_unit_unknown(Unit::yuan);
  const int exponent = scale_exponent(unit_);
  const Decimal yuan = (value() * detail::decimal_power(exponent)).trimmed();
  const int digits_in_yuan = digits_ - exponent;
  // Printed to the 分: half a 分 either side, moved inward, leaves the one amount.
  if (digits_in_yuan == 2) return Interval<Decimal>(yuan);
  // Coarser ends are whole 分 already (half a 角 is 5 分); finer ends stay as they are.
  const Decimal half = (Decimal::of(5) * detail::decimal_power(-digits_in_yuan - 1)).trimmed();
  return {yuan - half, yuan + half};
}

inline Restatement restatement(const Figure& a, const Figure& b) {
  if (!a.is_number() || !b.is_number() || a.suffix() != b.suffix())
    return Restatement::not_comparable;
  if (a.unit() == b.unit()) {
    if (a.digits() == b.digits())
      return a.value() == b.value() ? Restatement::same : Restatement::different;
    return intersect(a.printed(), b.printed()) ? Restatement::compatible : Restatement::different;
  }
  if (a.unit() == Unit::unknown || b.unit() == Unit::unknown || a.suffix() != Suffix::none)
    return Restatement::not_comparable;
  return intersect(a.amounts(), b.amounts()) ? Restatement::compatible : Restatement::different;
}

}  // namespace budget::inline v1
