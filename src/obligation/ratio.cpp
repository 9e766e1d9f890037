// SPDX-License-Identifier: Apache-2.0
#include <budget/base/error.hpp>
#include <budget/base/wide.hpp>
#include <budget/obligation/judge.hpp>

#include <algorithm>
#include <optional>

namespace budget::inline v1 {

namespace {

Outcome undecided(Status status, Undecided why) {
  Outcome outcome;
  outcome.status = status;
  outcome.why = why;
  return outcome;
}

bool states_nothing(const Figure& figure) {
  return figure.state() == FigureState::blank || figure.state() == FigureState::dash;
}

// A percentage and two amounts in one scale, as printed and with all values that print so.
struct Printed {
  Decimal value;
  Interval<Decimal> values;
};

Printed fraction_of(const Figure& percentage) {
  const Decimal scale = Decimal::scaled(1, percentage.suffix() == Suffix::permille ? 3 : 2);
  const Interval<Decimal> printed = percentage.printed();
  return {percentage.value() * scale, {printed.low() * scale, printed.high() * scale}};
}

Printed amount_of(const Figure& figure, bool in_yuan) {
  if (!in_yuan) return {figure.value(), figure.printed()};
  const Decimal scale = Decimal::scaled(detail::power_of_ten(scale_exponent(figure.unit())), 0);
  return {(figure.value() * scale).trimmed(), figure.amounts()};
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
  const Printed a = amount_of(part, in_yuan);
  const Printed b = amount_of(base, in_yuan);
  Outcome outcome;
  show_sides(outcome, percentage, a, b);
  if (product(p.values, Interval<Decimal>(b.value)).contains(a.value)) {
    outcome.status = Status::exact;
    return outcome;
  }
  const Interval<Decimal> parts = product(p.values, b.values);
  const Decimal stated = p.value * b.value;
  const Decimal difference = abs(stated - a.value);
  const Decimal slack = stated > a.value ? (stated - parts.low()) + (a.values.high() - a.value)
                                         : (parts.high() - stated) + (a.value - a.values.low());
  if (difference > slack) {
    outcome.status = Status::violated;
    return outcome;
  }
  outcome.status = Status::rounding;
  outcome.strain = Ratio::of(difference) / Ratio::of(slack);
  return outcome;
}

Figure with_own_digits(const Figure& figure) {
  return figure.digits() == figure.value().scale() ? figure : Figure(figure.text(), figure.unit());
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
