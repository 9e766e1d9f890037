// SPDX-License-Identifier: Apache-2.0
#include <budget/base/error.hpp>
#include <budget/base/wide.hpp>
#include <budget/obligation/judge.hpp>

#include <algorithm>
#include <optional>
#include <span>
#include <vector>

#include "obligation/printed.hpp"

namespace budget::inline v1 {

using detail::Printed;
using detail::printed_amount;
using detail::undecided;

namespace {

// Terms above and below a line, every figure among them once, with each of its two ends.
class Quotient {
 public:
  Quotient(std::span<const QuotientTerm> terms, bool in_yuan) {
    for (const QuotientTerm& term : terms)
      if (term.figure.is_number())
        figures_.push_back({printed_amount(term.figure, in_yuan), term.above, term.below});
  }

  [[nodiscard]] Decimal below_printed() const { return sum(&Side::below, std::nullopt); }
  [[nodiscard]] Ratio printed() const {
    return Ratio::of(sum(&Side::above, std::nullopt)) / Ratio::of(below_printed());
  }

  /// Least and greatest quotient; nothing where what is below the line can be 0 or change its sign. A
  /// quotient of sums is monotonous in each figure, so its ends lie at theirs.
  [[nodiscard]] std::optional<Interval<Ratio>> values() const {
    std::optional<Ratio> low, high;
    for (std::size_t ends = 0; ends < (std::size_t{1} << figures_.size()); ++ends) {
      const Decimal below = sum(&Side::below, ends);
      if (below.is_zero() || (below < Decimal()) != (below_printed() < Decimal()))
        return std::nullopt;
      const Ratio value = Ratio::of(sum(&Side::above, ends)) / Ratio::of(below);
      low = low ? std::min(*low, value) : value;
      high = high ? std::max(*high, value) : value;
    }
    return Interval<Ratio>{*low, *high};
  }

  static constexpr std::size_t most_figures = 6;
  [[nodiscard]] bool decidable() const { return figures_.size() <= most_figures; }

 private:
  struct Side {
    Printed amount;
    std::int64_t above = 0, below = 0;
  };

  [[nodiscard]] Decimal sum(std::int64_t Side::*side, std::optional<std::size_t> ends) const {
    Decimal total;
    for (std::size_t i = 0; i < figures_.size(); ++i) {
      const Printed& amount = figures_[i].amount;
      const Decimal& value = !ends                    ? amount.value
                             : (*ends >> i & 1U) != 0 ? amount.values.high()
                                                      : amount.values.low();
      total = total + value * Decimal::of(figures_[i].*side);
    }
    return total;
  }

  std::vector<Side> figures_;
};

Ratio absolute(const Ratio& ratio) {
  return ratio < Ratio() ? -ratio : ratio;
}

// A ratio in percent as a decimal with so many digits, for a reader.
Decimal shown(const Ratio& ratio, int digits, Rounding rounding) {
  return (ratio * Ratio::of(Decimal::of(100))).to_decimal(digits, rounding);
}

Outcome judge_quotient(const Figure& percentage, std::int64_t sign,
                       std::span<const QuotientTerm> terms) {
  if (percentage.state() == FigureState::unreadable)
    return undecided(Status::not_read, Undecided::unreadable);
  bool known = false, unknown = false;
  for (const QuotientTerm& term : terms) {
    if (term.figure.state() == FigureState::unreadable)
      return undecided(Status::not_read, Undecided::unreadable);
    if (term.figure.is_number()) (term.figure.unit() == Unit::unknown ? unknown : known) = true;
  }
  if (!percentage.is_number() || (!known && !unknown))
    return undecided(Status::not_applicable, Undecided::not_stated);
  if (known && unknown) return undecided(Status::not_applicable, Undecided::unit_unknown);
  const Quotient quotient(terms, known);
  if (!quotient.decidable()) return undecided(Status::not_decided, Undecided::none);
  Outcome outcome;
  outcome.in_yuan = false;
  const Decimal scale = Decimal::scaled(1, 2);
  const Interval<Decimal> p = percentage.printed() * sign;
  outcome.left_printed = percentage.value() * Decimal::of(sign);
  outcome.left = p;
  if (quotient.below_printed().is_zero()) {
    if (percentage.value().is_zero())
      return undecided(Status::not_applicable, Undecided::not_stated);
    outcome.status = Status::violated;
    return outcome;
  }
  const Ratio printed = quotient.printed();
  const int digits = percentage.digits() + 2;
  outcome.right_printed = shown(printed, digits, Rounding::half_up);
  const auto values = quotient.values();
  if (!values) return undecided(Status::not_decided, Undecided::none);
  outcome.right = Interval<Decimal>{shown(values->low(), digits, Rounding::floor),
                                    shown(values->high(), digits, Rounding::ceiling)};
  const Ratio low = Ratio::of(p.low() * scale), high = Ratio::of(p.high() * scale);
  if (low <= printed && printed <= high) {
    outcome.status = Status::exact;
    return outcome;
  }
  const bool above_it = printed > high;
  const Ratio gap = above_it ? printed - high : low - printed;
  const Ratio slack = above_it ? printed - values->low() : values->high() - printed;
  if (gap > slack) {
    outcome.status = Status::violated;
    return outcome;
  }
  const Ratio half = (high - low) / Ratio::of(Decimal::of(2));
  outcome.status = Status::rounding;
  outcome.strain = absolute(gap + half) / (slack + half);
  return outcome;
}

}  // namespace

Outcome judge_ratio(const Figure& percentage, std::int64_t sign,
                    std::span<const QuotientTerm> terms) {
  try {
    return judge_quotient(percentage, sign, terms);
  } catch (const OverflowError&) {
    return undecided(Status::not_decided, Undecided::none);
  }
}

}  // namespace budget::inline v1
