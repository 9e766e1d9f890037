// SPDX-License-Identifier: Apache-2.0
#include <budget/obligation/judge.hpp>

#include <budget/base/error.hpp>

#include <algorithm>
#include <optional>
#include <vector>

#include "obligation/unlikely.hpp"

namespace budget::inline v1 {

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

struct Sum {
  Decimal printed;
  Interval<Decimal> amounts;
};

Interval<Decimal> amounts_of(const Figure& figure, bool in_yuan) {
  return in_yuan ? figure.amounts() : figure.printed();
}

Decimal printed_of(const Figure& figure, bool in_yuan) {
  if (!in_yuan) return figure.value();
  return (figure.value() * Decimal::scaled(detail::power_of_ten(scale_exponent(figure.unit())), 0))
      .trimmed();
}

Sum sum_of(const Operand& side, bool in_yuan) {
  Sum sum;
  for (const PrintedTerm& term : side.terms) {
    if (!term.figure.is_number()) continue;
    sum.printed = sum.printed + printed_of(term.figure, in_yuan) * Decimal::of(term.coefficient);
    sum.amounts = sum.amounts + amounts_of(term.figure, in_yuan) * term.coefficient;
  }
  return sum;
}

Outcome undecided(Status status, Undecided why) {
  Outcome outcome;
  outcome.status = status;
  outcome.why = why;
  return outcome;
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

struct Comparison {
  Operand left;
  Relation relation = Relation::equal;
  Operand right;
  Interval<Decimal> granted;  // by which the sides may differ beyond rounding
  bool in_yuan = true;
};

Outcome decide(const Comparison& given) {
  const Sum left = sum_of(given.left, given.in_yuan);
  const Sum right = sum_of(given.right, given.in_yuan);
  Outcome outcome;
  outcome.in_yuan = given.in_yuan;
  outcome.left_printed = left.printed;
  outcome.right_printed = right.printed;
  outcome.left = left.amounts + given.granted;
  outcome.right = right.amounts;

  const bool equal = given.relation == Relation::equal;
  if (equal ? left.printed == right.printed : left.printed <= right.printed) {
    outcome.status = Status::exact;
    return outcome;
  }
  if (equal && given.granted.is_point() && is_restatement(given.left, given.right)) {
    outcome.status = Status::violated;
    outcome.same_digits_demanded = true;
    return outcome;
  }
  // How far the two may move toward each other.
  const bool left_above = left.printed > right.printed;
  const Decimal slack =
      left_above ? (left.printed - outcome.left->low()) + (outcome.right->high() - right.printed)
                 : (outcome.left->high() - left.printed) + (right.printed - outcome.right->low());
  const Decimal difference = abs(left.printed - right.printed);
  if (difference > slack) {
    outcome.status = Status::violated;
    return outcome;
  }
  outcome.status = Status::rounding;
  outcome.strain = Ratio::of(difference) / Ratio::of(slack);
  outcome.unlikely_rounding =
      equal && (detail::unlikely_rounding(given.left.terms, given.right.terms) ||
                detail::unlikely_rounding(given.right.terms, given.left.terms));
  return outcome;
}

// The side as if its table had cut no zeros; the same side if it has not.
Operand with_own_digits(const Operand& side) {
  Operand own = side;
  for (PrintedTerm& term : own.terms) {
    if (term.figure.is_number() && term.figure.digits() != term.figure.value().scale()) {
      term.figure = Figure(term.figure.text(), term.figure.unit());
    }
  }
  return own;
}

Outcome judge_sides(const Operand& left, const Operand& right, Relation relation, bool one_table,
                    const std::vector<Figure>& zeros) {
  if (auto trouble = unreadable(left, right)) return *trouble;
  const std::size_t numbers = left.numbers() + right.numbers();
  if (numbers == 0) return undecided(Status::not_applicable, Undecided::nothing_printed);

  const Scale scale = scale_of(left, right, one_table);
  if (states_nothing(left, relation) || states_nothing(right, relation)) {
    Outcome outcome = undecided(Status::not_applicable, Undecided::not_stated);
    const Operand& stated = states_nothing(left, relation) ? right : left;
    outcome.in_yuan = scale == Scale::yuan;
    const bool may_exceed = relation == Relation::equal || &stated == &left;
    outcome.unstated_total = may_exceed && std::ranges::any_of(stated.terms, [](const auto& term) {
                               return term.figure.is_number() && !term.figure.value().is_zero();
                             });
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
    const Interval<Decimal> amounts = amounts_of(zero, in_yuan);
    granted = granted + hull(amounts, -amounts);
  }
  Outcome outcome = decide({left, relation, right, granted, in_yuan});
  if (outcome.status == Status::violated) {
    const Outcome own =
        decide({with_own_digits(left), relation, with_own_digits(right), granted, in_yuan});
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
  if (obligation.kind == ObligationKind::presence || obligation.kind == ObligationKind::form) {
    return undecided(obligation.met ? Status::exact : Status::violated, Undecided::none);
  }
  if (obligation.kind == ObligationKind::ratio) {
    const auto figure = [&](const std::vector<Term>& side) -> const Figure& {
      return at(dossier, side.front().cell).figure;
    };
    return judge_ratio(figure(obligation.left), figure(obligation.right), figure(obligation.base));
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
    return judge_sides(left, right, obligation.relation, one_table, zeros);
  } catch (const OverflowError&) {
    return undecided(Status::not_decided, Undecided::none);
  }
}

}  // namespace budget::inline v1
