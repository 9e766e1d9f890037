// SPDX-License-Identifier: Apache-2.0
#include <budget/base/error.hpp>
#include <budget/base/wide.hpp>
#include <budget/obligation/judge.hpp>

#include <algorithm>
#include <optional>

#include "obligation/printed.hpp"

namespace budget::inline v1 {

using detail::judge_difference;
using detail::Printed;
using detail::printed_amount;
using detail::undecided;
using detail::with_own_digits;

namespace {

bool states_nothing(const Figure& figure) {
  return figure.state() == FigureState::blank || figure.state() == FigureState::dash;
}

Printed fraction_of(const Figure& percentage) {
  const Decimal scale = Decimal::scaled(1, percentage.suffix() == Suffix::permille ? 3 : 2);
  const Interval<Decimal> printed = percentage.printed();
  return {percentage.value() * scale, {printed.low() * scale, printed.high() * scale}};
}

// Every product of a value of each.
Interval<Decimal> product(const Interval<Decimal>& a, const Interval<Decimal>& b) {
  const auto [low, high] =
      std::minmax({a.low() * b.low(), a.low() * b.high(), a.high() * b.low(), a.high() * b.high()});
  return {low, high};
}

// above ÷ below in percent, rounded to so many digits after the point; nothing beyond 38 digits.
std::optional<Decimal> percent(const Decimal& above, const Decimal& below, int digits,
                               Rounding rounding) {
  if (below.is_zero()) return std::nullopt;
  try {
    return (Ratio::of(above) / Ratio::of(below) * Ratio::of(Decimal::of(100)))
        .to_decimal(digits, rounding);
  } catch (const OverflowError&) {
    return std::nullopt;
  }
}

// The sides for a reader: what the percentage can stand for, and what the quotient can.
void show_sides(Outcome& outcome, const Figure& percentage, const Printed& part,
                const Printed& base) {
  const Decimal scale =
      percentage.suffix() == Suffix::permille ? Decimal::scaled(1, 1) : Decimal::of(1);
  const Interval<Decimal> stated = percentage.printed();
  outcome.in_yuan = false;
  outcome.left_printed = percentage.value() * scale;
  outcome.left = Interval<Decimal>{stated.low() * scale, stated.high() * scale};
  const int digits = percentage.digits() + 2;
  outcome.right_printed = percent(part.value, base.value, digits, Rounding::half_up);
  std::optional<Decimal> low, high;
  for (const Decimal& a : {part.values.low(), part.values.high()}) {
    for (const Decimal& b : {base.values.low(), base.values.high()}) {
      const auto down = percent(a, b, digits, Rounding::floor);
      const auto up = percent(a, b, digits, Rounding::ceiling);
      if (!down || !up) return;
      low = low ? std::min(*low, *down) : *down;
      high = high ? std::max(*high, *up) : *up;
    }
  }
  const bool base_of_one_sign = base.values.low() > Decimal() || base.values.high() < Decimal();
  if (base_of_one_sign) outcome.right = Interval<Decimal>{*low, *high};
}

Outcome decide(const Figure& percentage, const Figure& part, const Figure& base, bool in_yuan) {
  const Printed p = fraction_of(percentage);
  const Printed a = printed_amount(part, in_yuan);
  const Printed b = printed_amount(base, in_yuan);
  Outcome outcome;
  show_sides(outcome, percentage, a, b);
  if (product(p.values, Interval<Decimal>(b.value)).contains(a.value)) {
    outcome.status = Status::exact;
    return outcome;
  }
  judge_difference(outcome, {p.value * b.value, product(p.values, b.values)}, a);
  return outcome;
}

Outcome judge_figures(const Figure& percentage, const Figure& part, const Figure& base) {
  for (const Figure* figure : {&percentage, &part, &base})
    if (figure->state() == FigureState::unreadable)
      return undecided(Status::not_read, Undecided::unreadable);
  for (const Figure* amount : {&part, &base})
    if (amount->state() == FigureState::label ||
        (amount->is_number() && amount->suffix() != Suffix::none))
      return undecided(Status::not_read, Undecided::label_in_cell);
  if (!percentage.is_number() || states_nothing(part))
    return undecided(Status::not_applicable, Undecided::not_stated);
  if (states_nothing(base) || base.value().is_zero()) {
    if (percentage.value().is_zero())
      return undecided(Status::not_applicable, Undecided::not_stated);
    Outcome outcome = undecided(Status::violated, Undecided::none);
    outcome.in_yuan = false;
    outcome.left_printed = percentage.value();
    return outcome;
  }
  const bool in_yuan = part.unit() != Unit::unknown && base.unit() != Unit::unknown;
  if (!in_yuan && part.unit() != base.unit())
    return undecided(Status::not_applicable, Undecided::unit_unknown);
  Outcome outcome = decide(percentage, part, base, in_yuan);
  if (outcome.status == Status::violated)
    outcome.only_if_zeros_cut =
        decide(with_own_digits(percentage), with_own_digits(part), with_own_digits(base), in_yuan)
            .status != Status::violated;
  return outcome;
}

}  // namespace

Outcome judge_ratio(const Figure& percentage, const Figure& part, const Figure& base) {
  try {
    return judge_figures(percentage, part, base);
  } catch (const OverflowError&) {
    return undecided(Status::not_decided, Undecided::none);
  }
}

}  // namespace budget::inline v1
