// SPDX-License-Identifier: Apache-2.0
#include "audit/quotients.hpp"

#include "audit/plausible.hpp"
#include "proof/fractions.hpp"

#include <budget/obligation/judge.hpp>

#include <map>
#include <string>
#include <utility>
#include <vector>

namespace budget::inline v1::detail {
namespace {

// The percentage of a quotient whose other figures nothing contradicts.
std::optional<Suspect> wrong_percentage(const Dossier& dossier, const Obligation& obligation,
                                        const Outcome& outcome) {
  const CellRef& cell = obligation.left.front().cell;
  const Figure& figure = at(dossier, cell).figure;
  if (!outcome.right || figure.suffix() == Suffix::permille) return std::nullopt;
  RepairRange range;
  range.digits = figure.digits();
  const Rational half = power(-range.digits) / 2;
  // 下降 5.00%: what is printed stands for less.
  const bool less = obligation.left.front().coefficient < 0;
  range.least = to_fraction(less ? -outcome.right->high() : outcome.right->low());
  range.greatest = to_fraction(less ? -outcome.right->low() : outcome.right->high());
  range.low = ceil_to(*range.least - half, range.digits);
  range.high = floor_to(*range.greatest + half, range.digits);
  if (!range.low || !range.high) return std::nullopt;
  const Plausible plausible = most_plausible(dossier, cell, range, {});
  Suspect suspect;
  suspect.cell = cell;
  suspect.low = range.low;
  suspect.high = range.high;
  suspect.value = plausible.value;
  suspect.cause = plausible.cause;
  return suspect;
}

// 元 for 万元 and the other way round: the same digits in the other unit.
std::optional<Figure> in_other_unit(const Figure& figure) {
  if (!figure.is_number() || figure.value().is_zero()) return std::nullopt;
  const std::string digits = to_string(figure.value());
  if (figure.unit() == Unit::yuan) return Figure(digits, Unit::wan_yuan);
  if (figure.unit() == Unit::wan_yuan) return Figure(digits, Unit::yuan);
  return std::nullopt;
}

bool holds_with(const Dossier& dossier, const Obligation& obligation, const CellRef& cell,
                const Figure& figure) {
  std::map<CellRef, QuotientTerm> terms;
  const auto term = [&](const CellRef& of) -> QuotientTerm& {
    const auto [at_cell, is_new] = terms.try_emplace(of);
    if (is_new) at_cell->second.figure = of == cell ? figure : at(dossier, of).figure;
    return at_cell->second;
  };
  for (const Term& above : obligation.right) term(above.cell).above += above.coefficient;
  for (const Term& below : obligation.base) term(below.cell).below += below.coefficient;
  std::vector<QuotientTerm> all;
  for (auto& [of, one] : terms) all.push_back(std::move(one));
  const Term& percentage = obligation.left.front();
  const Status status =
      judge_ratio(at(dossier, percentage.cell).figure, percentage.coefficient, all).status;
  return status == Status::exact || status == Status::rounding;
}

// The one amount of the narrative that makes the quotient hold in another unit.
std::optional<Suspect> slipped_unit(const Dossier& dossier, const Obligation& obligation,
                                    const std::set<CellRef>& confirmed) {
  std::optional<Suspect> found;
  for (const CellRef& cell : cells_of(obligation)) {
    if (cell.table != in_narrative || cell == obligation.left.front().cell ||
        confirmed.contains(cell))
      continue;
    const auto other = in_other_unit(at(dossier, cell).figure);
    if (!other || !holds_with(dossier, obligation, cell, *other)) continue;
    // What is as good as nothing in the other unit is no sign of it.
    if (holds_with(dossier, obligation, cell, Figure("0", other->unit()))) continue;
    if (found && found->cell != cell) return std::nullopt;
    const int exponent =
        scale_exponent(other->unit()) - scale_exponent(at(dossier, cell).figure.unit());
    const auto value = floor_to(to_fraction(other->value()) * power(exponent),
                                std::max(0, other->value().scale() - exponent));
    if (!value) continue;
    found.emplace();
    found->cell = cell;
    found->low = found->high = found->value = value;
    found->cause = Cause::unit_slip;
  }
  return found;
}

}  // namespace

std::optional<Suspect> suspect_of_quotient(const Dossier& dossier, const Obligation& obligation,
                                           const Outcome& outcome,
                                           const std::set<CellRef>& confirmed) {
  if (auto slipped = slipped_unit(dossier, obligation, confirmed)) return slipped;
  return wrong_percentage(dossier, obligation, outcome);
}

}  // namespace budget::inline v1::detail
