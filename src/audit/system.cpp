// SPDX-License-Identifier: Apache-2.0
#include "audit/system.hpp"

#include "proof/fractions.hpp"

#include <algorithm>
#include <map>

namespace budget::inline v1::detail {
namespace {

// What a figure stands for as an addend; nothing where the judge cannot have used it.
std::optional<Unknown> unknown_of(const Dossier& dossier, const CellRef& ref) {
  const Figure& figure = at(dossier, ref).figure;
  switch (figure.state()) {
    case FigureState::blank:
    case FigureState::dash: return Unknown{ref, 0, 0, true, false, {}};
    case FigureState::number: {
      if (figure.suffix() != Suffix::none) return std::nullopt;
      const Interval<Decimal> range =
          figure.unit() == Unit::unknown ? figure.printed() : figure.amounts();
      return Unknown{ref, to_fraction(range.low()), to_fraction(range.high()), false, false, {}};
    }
    case FigureState::label:
    case FigureState::unreadable: return std::nullopt;
  }
  return std::nullopt;
}

// A count is what it prints and nothing beside it.
void count_exactly(const Dossier& dossier, Unknown& unknown) {
  const Figure& figure = at(dossier, unknown.cell).figure;
  if (!figure.is_number()) return;
  unknown.counted = true;
  unknown.low = unknown.high = to_fraction(figure.value());
}

bool decided(const Outcome& outcome) {
  return outcome.status == Status::exact || outcome.status == Status::rounding ||
         outcome.status == Status::violated;
}

Rational granted_by(const Obligation& obligation, const Dossier& dossier) {
  Rational granted = 0;
  for (const CellRef& cell : obligation.zero) {
    if (const auto zero = unknown_of(dossier, cell))
      granted += std::max(Rational(abs(zero->low)), Rational(abs(zero->high)));
  }
  return granted;
}

using Terms = std::vector<std::pair<CellRef, Int128>>;

// The terms of both sides on one, equal cells joined, in the order of their cells.
Terms joined(const Obligation& obligation) {
  Terms terms;
  for (const Term& term : obligation.left) terms.emplace_back(term.cell, term.coefficient);
  for (const Term& term : obligation.right)
    terms.emplace_back(term.cell, -Int128{term.coefficient});
  std::ranges::stable_sort(terms, {}, &Terms::value_type::first);
  Terms one_each;
  for (const auto& [cell, coefficient] : terms) {
    if (!one_each.empty() && one_each.back().first == cell)
      one_each.back().second += coefficient;
    else
      one_each.emplace_back(cell, coefficient);
  }
  std::erase_if(one_each, [](const auto& term) { return term.second == 0; });
  return one_each;
}

}  // namespace

Range intersect(const Range& a, const Range& b) {
  Range both{a.low, a.high, a.empty || b.empty};
  if (b.low && (!both.low || *both.low < *b.low)) both.low = b.low;
  if (b.high && (!both.high || *b.high < *both.high)) both.high = b.high;
  if (both.low && both.high && *both.high < *both.low) both.empty = true;
  return both;
}

bool contains(const Range& range, const Rational& value) {
  return !range.empty && (!range.low || *range.low <= value) &&
         (!range.high || value <= *range.high);
}

namespace {

/// The ends of a figure at which its term is least and greatest.
const Rational& least_end(const Unknown& figure, const Rational& coefficient) {
  return coefficient > 0 ? figure.low : figure.high;
}
const Rational& greatest_end(const Unknown& figure, const Rational& coefficient) {
  return coefficient > 0 ? figure.high : figure.low;
}

Rational least_of(const Unknown& figure, const Rational& coefficient) {
  return coefficient * least_end(figure, coefficient);
}

Rational greatest_of(const Unknown& figure, const Rational& coefficient) {
  return coefficient * greatest_end(figure, coefficient);
}

/// Terms are in the order of their cells, as unknowns are.
const Rational& coefficient_of(const SystemRow& row, std::size_t unknown) {
  return std::ranges::lower_bound(row.terms, unknown, {},
                                  [](const auto& term) { return term.first; })
      ->second;
}

bool all_numbers(const Dossier& dossier, const Obligation& obligation) {
  return std::ranges::all_of(cells_of(obligation), [&](const CellRef& cell) {
    return at(dossier, cell).figure.is_number();
  });
}

}  // namespace

System equations_of(const Dossier& dossier, std::span<const Obligation> obligations,
                    std::span<const Outcome> outcomes) {
  // Which obligations have figures only, and the figures of those, in the order of their cells.
  std::map<CellRef, Unknown> unknowns;
  std::vector<std::pair<std::size_t, Terms>> usable;
  for (std::size_t i = 0; i < obligations.size(); ++i) {
    // A ratio is no sum; it is judged and explained by itself.
    if (!is_over_figures(obligations[i]) || obligations[i].kind == ObligationKind::ratio ||
        !decided(outcomes[i]))
      continue;
    // Said of a blank cell, no figure is wrong by itself: the cell may be the one that lacks its own.
    if (is_said_again(obligations[i]) && !all_numbers(dossier, obligations[i])) continue;
    Terms terms = joined(obligations[i]);
    const bool complete = std::all_of(terms.begin(), terms.end(), [&](const auto& term) {
      if (unknowns.contains(term.first)) return true;
      auto unknown = unknown_of(dossier, term.first);
      if (unknown) unknowns.emplace(term.first, std::move(*unknown));
      return unknown.has_value();
    });
    if (complete && obligations[i].counted)
      for (const auto& [cell, coefficient] : terms) count_exactly(dossier, unknowns.at(cell));
    if (complete) usable.emplace_back(i, std::move(terms));
  }

  System system;
  for (auto& [cell, unknown] : unknowns) system.unknowns.push_back(std::move(unknown));
  for (const auto& [i, terms] : usable) {
    SystemRow row{i,
                  obligations[i].relation,
                  obligations[i].severity,
                  outcomes[i].status == Status::violated,
                  granted_by(obligations[i], dossier),
                  0,
                  0,
                  {}};
    for (const auto& [cell, coefficient] : terms) {
      const std::size_t at = *unknown_at(system, cell);
      row.terms.emplace_back(at, Integer(coefficient));
      system.unknowns[at].rows.push_back(system.rows.size());
    }
    system.rows.push_back(std::move(row));
  }
  return system;
}

System system_of(const Dossier& dossier, std::span<const Obligation> obligations,
                 std::span<const Outcome> outcomes) {
  System system = equations_of(dossier, obligations, outcomes);
  for (SystemRow& row : system.rows) {
    FractionSum low, high;
    for (const auto& [at, coefficient] : row.terms) {
      low.add(coefficient, least_end(system.unknowns[at], coefficient));
      high.add(coefficient, greatest_end(system.unknowns[at], coefficient));
    }
    row.low = low.value();
    row.high = high.value();
  }
  return system;
}

std::optional<std::size_t> unknown_at(const System& system, const CellRef& cell) {
  const auto found = std::ranges::lower_bound(system.unknowns, cell, {}, &Unknown::cell);
  if (found == system.unknowns.end() || found->cell != cell) return std::nullopt;
  return static_cast<std::size_t>(found - system.unknowns.begin());
}

void set_amounts(System& system, std::size_t unknown, const Rational& low, const Rational& high) {
  Unknown& figure = system.unknowns[unknown];
  const Unknown before = figure;
  figure.low = low;
  figure.high = high;
  for (const std::size_t r : figure.rows) {
    SystemRow& row = system.rows[r];
    const Rational& own = coefficient_of(row, unknown);
    row.low += least_of(figure, own) - least_of(before, own);
    row.high += greatest_of(figure, own) - greatest_of(before, own);
  }
}

Range amounts_allowed(const System& system, const SystemRow& row, std::size_t unknown) {
  const Rational& own = coefficient_of(row, unknown);
  const Unknown& figure = system.unknowns[unknown];
  // What the other terms add up to.
  const Rational low = row.low - least_of(figure, own) - row.granted;
  const Rational high = row.high - greatest_of(figure, own) + row.granted;
  // own · x = −others, or own · x ≤ −others.
  const Rational one = -high / own;
  const Rational two = -low / own;
  if (row.relation == Relation::equal) return {std::min(one, two), std::max(one, two), false};
  return own > 0 ? Range{std::nullopt, two, false} : Range{two, std::nullopt, false};
}

}  // namespace budget::inline v1::detail
