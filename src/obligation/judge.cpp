// SPDX-License-Identifier: Apache-2.0
#include <budget/obligation/judge.hpp>

#include <budget/base/error.hpp>

#include <algorithm>
#include <optional>
#include <vector>

#include "obligation/printed.hpp"
#include "obligation/unlikely.hpp"

namespace budget::inline v1 {

using detail::judge_difference;
using detail::Printed;
using detail::printed_amount;
using detail::undecided;

namespace {

// One side of a statement.
struct Operand {
  std::vector<PrintedTerm> terms;

  bool literal_zero() const { return terms.empty(); }
  std::size_t numbers() const {
    return static_cast<std::size_t>(std::ranges::count_if(
        terms, [](const PrintedTerm& term) { return term.figure.is_number(); }));
  }
  // The only number of the side, if it stands there once and positive.
  const Figure* alone() const {
    const Figure* found = nullptr;
    for (const PrintedTerm& term : terms) {
      if (!term.figure.is_number()) continue;
      if (found != nullptr || term.coefficient != 1) return nullptr;
      found = &term.figure;
    }
    return found;
  }
};

Printed sum_of(const Operand& side, bool in_yuan) {
  Printed sum;
  for (const PrintedTerm& term : side.terms) {
    if (!term.figure.is_number()) continue;
    const Printed addend = printed_amount(term.figure, in_yuan);
    sum.value = sum.value + addend.value * Decimal::of(term.coefficient);
    sum.values = sum.values + addend.values * term.coefficient;
  }
  return sum;
}

// What keeps figures from being compared at all.
std::optional<Outcome> unreadable(const Operand& left, const Operand& right) {
  bool label = false;
  for (const Operand* side : {&left, &right}) {
    for (const PrintedTerm& term : side->terms) {
      const FigureState state = term.figure.state();
      if (state == FigureState::unreadable)
        return undecided(Status::not_read, Undecided::unreadable);
      // A percentage is no amount: it can only have strayed into an amount column.
      label = label || state == FigureState::label ||
              (state == FigureState::number && term.figure.suffix() != Suffix::none);
    }
  }
  if (label) return undecided(Status::not_read, Undecided::label_in_cell);
  return std::nullopt;
}

enum class Scale { yuan, unknown_unit, mixed };

Scale scale_of(const Operand& left, const Operand& right, bool one_table) {
  bool known = false, unknown = false;
  for (const Operand* side : {&left, &right}) {
    for (const PrintedTerm& term : side->terms) {
      if (!term.figure.is_number()) continue;
      (term.figure.unit() == Unit::unknown ? unknown : known) = true;
    }
  }
  if (!unknown) return Scale::yuan;
  return known || !one_table ? Scale::mixed : Scale::unknown_unit;
}

// A side that is neither a number nor the literal 0 states nothing, unless it is a sum of several
// addends against a stated total: those are zero.
bool states_nothing(const Operand& side, Relation relation) {
  if (side.literal_zero() || side.numbers() > 0) return false;
  return side.terms.size() == 1 || relation == Relation::at_most;
}

// One quantity printed twice: the same unit, the same digits, one number on each side.
bool is_restatement(const Operand& left, const Operand& right) {
  const Figure* a = left.alone();
  const Figure* b = right.alone();
  return a != nullptr && b != nullptr && a->unit() == b->unit() && a->digits() == b->digits();
}

// What so many times an average may be. A quotient is rounded at its last digit even where no amount has
// a finer one, as 82.35元.
Printed times_average(const PrintedTerm& term, bool in_yuan) {
  const Decimal times = Decimal::of(term.coefficient);
  Printed each = printed_amount(term.figure, in_yuan);
  if (each.values.is_point()) {
    const Decimal unit =
        Decimal::scaled(detail::power_of_ten(in_yuan ? scale_exponent(term.figure.unit()) : 0), 0);
    const Decimal half = Decimal::scaled(5, term.figure.digits() + 1) * unit;
    each.values = {each.value - half, each.value + half};
  }
  return {each.value * times, each.values * term.coefficient};
}

struct Comparison {
  Operand left;
  Relation relation = Relation::equal;
  Operand right;
  Interval<Decimal> granted;  // by which the sides may differ beyond rounding
  bool in_yuan = true;
  bool averaged = false;  // right is so many times an average
};

Outcome decide(const Comparison& given) {
  Printed left = sum_of(given.left, given.in_yuan);
  const Printed right = given.averaged ? times_average(given.right.terms.front(), given.in_yuan)
                                       : sum_of(given.right, given.in_yuan);
  left.values = left.values + given.granted;
  Outcome outcome;
  outcome.in_yuan = given.in_yuan;
  outcome.left_printed = left.value;
  outcome.right_printed = right.value;
  outcome.left = left.values;
  outcome.right = right.values;

  const bool equal = given.relation == Relation::equal;
  if (equal ? left.value == right.value : left.value <= right.value) {
    outcome.status = Status::exact;
    return outcome;
  }
  if (given.averaged && right.values.contains(left.value)) {
    outcome.status = Status::exact;
    return outcome;
  }
  if (equal && given.granted.is_point() && is_restatement(given.left, given.right)) {
    outcome.status = Status::violated;
    outcome.same_digits_demanded = true;
    return outcome;
  }
  judge_difference(outcome, left, right);
  outcome.unlikely_rounding = outcome.status == Status::rounding && equal &&
                              (detail::unlikely_rounding(given.left.terms, given.right.terms) ||
                               detail::unlikely_rounding(given.right.terms, given.left.terms));
  return outcome;
}

Operand with_own_digits(Operand side) {
  for (PrintedTerm& term : side.terms) term.figure = detail::with_own_digits(term.figure);
  return side;
}

enum class Way { sum, said_again, count, average };

Way way_of(const Obligation& obligation) {
  if (is_said_again(obligation)) return Way::said_again;
  if (obligation.averaged) return Way::average;
  return obligation.counted ? Way::count : Way::sum;
}

// A figure said again of a cell that is blank: 0 says the same, anything else does not.
std::optional<Outcome> against_blank(const Operand& left, const Operand& right) {
  const Operand* stated = left.numbers() > 0 ? &left : &right;
  if (left.numbers() > 0 && right.numbers() > 0) return std::nullopt;
  Outcome outcome;
  outcome.status =
      std::ranges::all_of(stated->terms,
                          [](const PrintedTerm& term) {
                            return !term.figure.is_number() || term.figure.value().is_zero();
                          })
          ? Status::exact
          : Status::violated;
  return outcome;
}

Outcome judge_sides(const Operand& left, const Operand& right, Relation relation, bool one_table,
                    const std::vector<Figure>& zeros, Way way = Way::sum) {
  if (auto trouble = unreadable(left, right)) return *trouble;
  const std::size_t numbers = left.numbers() + right.numbers();
  if (numbers == 0) return undecided(Status::not_applicable, Undecided::nothing_printed);

  const Scale scale = scale_of(left, right, one_table);
  if (way == Way::said_again) {
    if (auto outcome = against_blank(left, right)) return *outcome;
  }
  if (states_nothing(left, relation) || states_nothing(right, relation)) {
    Outcome outcome = undecided(Status::not_applicable, Undecided::not_stated);
    const Operand& stated = states_nothing(left, relation) ? right : left;
    outcome.in_yuan = scale == Scale::yuan;
    const bool may_exceed = relation == Relation::equal || &stated == &left;
    const bool anything = std::ranges::any_of(stated.terms, [](const auto& term) {
      return term.figure.is_number() && !term.figure.value().is_zero();
    });
    // What came in less what went out can be nothing.
    outcome.unstated_total =
        may_exceed && anything &&
        (scale == Scale::mixed || !sum_of(stated, outcome.in_yuan).values.contains(Decimal()));
    return outcome;
  }
  if (scale == Scale::mixed) return undecided(Status::not_applicable, Undecided::unit_unknown);

  const bool in_yuan = scale == Scale::yuan;
  Interval<Decimal> granted;
  for (const Figure& zero : zeros) {
    if (!zero.is_number()) continue;
    if (in_yuan && zero.unit() == Unit::unknown) {
      return undecided(Status::not_applicable, Undecided::unit_unknown);
    }
    const Interval<Decimal> amounts = printed_amount(zero, in_yuan).values;
    granted = granted + hull(amounts, -amounts);
  }
  const auto exactly = [way](Outcome outcome) {
    if (way == Way::count && outcome.status == Status::rounding) outcome.status = Status::violated;
    return outcome;
  };
  const bool averaged = way == Way::average;
  Outcome outcome = exactly(decide({left, relation, right, granted, in_yuan, averaged}));
  if (outcome.status == Status::violated) {
    const Outcome own = exactly(decide(
        {with_own_digits(left), relation, with_own_digits(right), granted, in_yuan, averaged}));
    outcome.only_if_zeros_cut = own.status != Status::violated;
  }
  return outcome;
}

}  // namespace

Outcome judge(std::span<const PrintedTerm> left, Relation relation,
              std::span<const PrintedTerm> right) {
  try {
    return judge_sides({{left.begin(), left.end()}}, {{right.begin(), right.end()}}, relation, true,
                       {});
  } catch (const OverflowError&) {
    return undecided(Status::not_decided, Undecided::none);
  }
}

Outcome judge(const Obligation& obligation, const Dossier& dossier) {
  if (obligation.undecided != Undecided::none) {
    return undecided(Status::not_applicable, obligation.undecided);
  }
  if (!is_over_figures(obligation)) {
    return undecided(obligation.met ? Status::exact : Status::violated, Undecided::none);
  }
  if (obligation.kind == ObligationKind::ratio) {
    const auto figure = [&](const std::vector<Term>& side) -> const Figure& {
      return at(dossier, side.front().cell).figure;
    };
    const auto single = [](const std::vector<Term>& side) {
      return side.size() == 1 && side.front().coefficient == 1;
    };
    if (single(obligation.left) && single(obligation.right) && single(obligation.base))
      return judge_ratio(figure(obligation.left), figure(obligation.right),
                         figure(obligation.base));
    std::vector<CellRef> cells;
    std::vector<QuotientTerm> terms;
    const auto add = [&](const std::vector<Term>& side, std::int64_t QuotientTerm::*place) {
      for (const Term& term : side) {
        const auto same = std::ranges::find(cells, term.cell);
        const auto index = static_cast<std::size_t>(same - cells.begin());
        if (same == cells.end()) {
          cells.push_back(term.cell);
          terms.push_back({at(dossier, term.cell).figure, 0, 0});
        }
        terms[index].*place += term.coefficient;
      }
    };
    add(obligation.right, &QuotientTerm::above);
    add(obligation.base, &QuotientTerm::below);
    return judge_ratio(figure(obligation.left), obligation.left.front().coefficient, terms);
  }
  bool one_table = true;
  const CellRef* first = nullptr;
  const auto side_of = [&](const std::vector<Term>& terms) {
    Operand operand;
    for (const Term& term : terms) {
      operand.terms.push_back({term.coefficient, at(dossier, term.cell).figure});
      if (first == nullptr) first = &term.cell;
      one_table =
          one_table && term.cell.disclosure == first->disclosure && term.cell.table == first->table;
    }
    return operand;
  };
  const Operand left = side_of(obligation.left);
  const Operand right = side_of(obligation.right);
  std::vector<Figure> zeros;
  for (const CellRef& cell : obligation.zero) zeros.push_back(at(dossier, cell).figure);
  try {
    return judge_sides(left, right, obligation.relation, one_table, zeros, way_of(obligation));
  } catch (const OverflowError&) {
    return undecided(Status::not_decided, Undecided::none);
  }
}

}  // namespace budget::inline v1
