// SPDX-License-Identifier: Apache-2.0
// The interval judge: decides one obligation from what its cells print. A printed figure stands for
// all amounts that print so; a statement is violated only if no such amounts satisfy it. Blank and
// dash are exactly zero as addends; as a total or a side of their own they state nothing.
#pragma once

#include <budget/amount/figure.hpp>
#include <budget/obligation/obligation.hpp>
#include <budget/obligation/outcome.hpp>

#include <cstdint>
#include <span>

namespace budget::inline v1 {

/// Decides an obligation. Throws std::out_of_range where a cell is not in the dossier; every other
/// trouble (unreadable figures, unknown units, sums beyond 38 digits) is an outcome.
[[nodiscard]] Outcome judge(const Obligation&, const Dossier&);

/// A printed figure with its sign in a sum.
struct PrintedTerm {
  std::int64_t coefficient = 1;
  Figure figure;
};

/// Decides whether a percentage is part ÷ base, all printed in one table. It is exact where the
/// figures as printed give it, rounding where some amounts that print so do. A percentage without a
/// sign is in percent. Blank or dashed figures state nothing, nor do words in place of the percentage
/// (不可比). On a base that prints as zero any percentage but 0 is violated. The sides of the outcome
/// are in percent.
[[nodiscard]] Outcome judge_ratio(const Figure& percentage, const Figure& part, const Figure& base);

/// A figure with its coefficients above and below a line.
struct QuotientTerm {
  Figure figure;
  std::int64_t above = 0, below = 0;
};

/// Decides whether a percentage, times its sign, is a sum of figures ÷ a sum of figures, each counted
/// once: growth is change ÷ (amount − change). What stands below may not be 0 nor change its sign
/// within rounding: else it is not decided. At most six figures.
[[nodiscard]] Outcome judge_ratio(const Figure& percentage, std::int64_t sign,
                                  std::span<const QuotientTerm> terms);

/// Decides a statement between printed figures of one table; an empty side is the literal 0.
[[nodiscard]] Outcome judge(std::span<const PrintedTerm> left, Relation,
                            std::span<const PrintedTerm> right);

}  // namespace budget::inline v1
