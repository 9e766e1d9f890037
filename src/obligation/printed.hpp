// SPDX-License-Identifier: Apache-2.0
// What a figure prints and all that could print so, and the verdict on two of these: the part of
// judging that sums and quotients share. Private to obligation and the layers above it.
#pragma once

#include <budget/amount/figure.hpp>
#include <budget/obligation/outcome.hpp>

namespace budget::inline v1::detail {

/// A value as printed, among all values that print so.
struct Printed {
  Decimal value;
  Interval<Decimal> values;
};

/// A figure as an amount, in 元 or in the scale it is printed in.
[[nodiscard]] Printed printed_amount(const Figure&, bool in_yuan);

/// The figure as if its table had cut no zeros; the same figure if it has not.
[[nodiscard]] Figure with_own_digits(const Figure&);

/// An outcome without arithmetic.
[[nodiscard]] Outcome undecided(Status, Undecided);

/// Decides whether two values that differ as printed can be one: sets status and strain.
void judge_difference(Outcome&, const Printed& left, const Printed& right);

}  // namespace budget::inline v1::detail
