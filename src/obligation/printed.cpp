// SPDX-License-Identifier: Apache-2.0
#include "obligation/printed.hpp"

namespace budget::inline v1::detail {

Printed printed_amount(const Figure& figure, bool in_yuan) {
  if (!in_yuan) return {figure.value(), figure.printed()};
  const Decimal scale = Decimal::scaled(power_of_ten(scale_exponent(figure.unit())), 0);
  return {(figure.value() * scale).trimmed(), figure.amounts()};
}

Figure with_own_digits(const Figure& figure) {
  const bool cut = figure.is_number() && figure.digits() != figure.value().scale();
  return cut ? Figure(figure.text(), figure.unit()) : figure;
}

Outcome undecided(Status status, Undecided why) {
  Outcome outcome;
  outcome.status = status;
  outcome.why = why;
  return outcome;
}

void judge_difference(Outcome& outcome, const Printed& left, const Printed& right) {
  // How far the two may move toward each other.
  const Decimal slack =
      left.value > right.value
          ? (left.value - left.values.low()) + (right.values.high() - right.value)
          : (left.values.high() - left.value) + (right.value - right.values.low());
  const Decimal difference = abs(left.value - right.value);
  if (difference > slack) {
    outcome.status = Status::violated;
    return;
  }
  outcome.status = Status::rounding;
  outcome.strain = Ratio::of(difference) / Ratio::of(slack);
}

}  // namespace budget::inline v1::detail
