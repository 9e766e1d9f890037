// SPDX-License-Identifier: Apache-2.0
#include "audit/plausible.hpp"

#include "proof/fractions.hpp"

#include <algorithm>
#include <map>
#include <vector>

namespace budget::inline v1::detail {
namespace {

const Figure& figure_at(const Dossier& dossier, const CellRef& ref) {
  return at(dossier, ref).figure;
}

bool is_amount(const Table& table, const CellRef& ref) {
  return table.columns[static_cast<std::size_t>(ref.column)].role == ColumnRole::amount &&
         table.cell(ref.row, ref.column).figure.is_number();
}

// The next number in a direction along a row or column, if one stands there.
const Figure* next_number(const Table& table, const CellRef& from, int down, int right) {
  const int rows = static_cast<int>(table.rows.size());
  const int columns = static_cast<int>(table.columns.size());
  for (int r = from.row + down, c = from.column + right;
       r >= 0 && r < rows && c >= 0 && c < columns; r += down, c += right) {
    const ColumnRole role = table.columns[static_cast<std::size_t>(c)].role;
    if (role != ColumnRole::amount && role != ColumnRole::count) continue;
    if (table.cell(r, c).figure.is_number()) return &table.cell(r, c).figure;
  }
  return nullptr;
}

bool shows_neighbour(const Dossier& dossier, const CellRef& ref, bool along_row) {
  const Table& table = table_at(dossier, ref);
  const Figure& own = figure_at(dossier, ref);
  if (own.value().is_zero()) return false;  // nothing beside nothing is no sign of a copy
  for (const int step : {-1, 1}) {
    const Figure* other = next_number(table, ref, along_row ? 0 : step, along_row ? step : 0);
    if (other && other->value() == own.value() && other->unit() == own.unit()) return true;
  }
  return false;
}

Rational as_printed(const Figure& figure) {
  return figure.is_number() ? to_fraction(figure.value()) * power(scale_exponent(figure.unit()))
                            : Rational(0);
}

// Where the figure is a total, alone on its side: whether it lacks one of its parts or has one twice.
Cause part_cause(const Dossier& dossier, const CellRef& ref, const Obligation& obligation) {
  const auto alone = [&](const std::vector<Term>& side) {
    return side.size() == 1 && side.front().coefficient == 1 && side.front().cell == ref;
  };
  const bool left = alone(obligation.left);
  if (obligation.relation != Relation::equal || (!left && !alone(obligation.right)))
    return Cause::unknown;
  const std::vector<Term>& parts = left ? obligation.right : obligation.left;
  Rational missing = -as_printed(figure_at(dossier, ref));
  int printed_parts = 0;
  for (const Term& part : parts) {
    missing += part.coefficient * as_printed(figure_at(dossier, part.cell));
    if (figure_at(dossier, part.cell).is_number()) ++printed_parts;
  }
  if (printed_parts < 2) return Cause::unknown;
  for (const Term& part : parts) {
    const Rational amount = part.coefficient * as_printed(figure_at(dossier, part.cell));
    if (amount == 0) continue;
    if (missing == amount) return Cause::omitted_row;
    if (missing == -amount) return Cause::doubled_row;
  }
  return Cause::unknown;
}

// The printed value in the range with which most statements hold to the digit; nothing where two are alike.
std::optional<Decimal> exact_value(const Dossier& dossier, const CellRef& ref,
                                   const RepairRange& range,
                                   std::span<const Obligation* const> statements) {
  const Rational to_unit = power(-scale_exponent(figure_at(dossier, ref).unit()));
  std::map<Decimal, int> times;
  for (const Obligation* statement : statements) {
    const auto amount = exact_amount(dossier, ref, *statement);
    if (!amount) continue;
    const auto value = floor_to(*amount * to_unit, range.digits);
    if (value && to_fraction(*value) == *amount * to_unit && range.contains(*value))
      ++times[*value];
  }
  std::optional<Decimal> most;
  int best = 0;
  for (const auto& [value, count] : times) {
    if (count == best) most.reset();
    if (count > best) most = value;
    best = std::max(best, count);
  }
  return most;
}

// The values of an origin that lie in the range; at most two, which says "not one".
void collect(const Origin& origin, const RepairRange& range, std::vector<Decimal>& values) {
  const Decimal low = std::max(origin.low, *range.low);
  const Decimal high = std::min(origin.high, *range.high);
  if (high < low) return;
  for (const Decimal& value : {low, high})
    if (std::find(values.begin(), values.end(), value) == values.end()) values.push_back(value);
}

bool fits(const Origin& origin, const RepairRange& range) {
  if (*range.high < origin.low || origin.high < *range.low) return false;
  if (origin.cause != Cause::truncated || origin.low != origin.high) return true;
  // Cut off, not rounded: the amount lies short of the next printed value.
  const Rational next = to_fraction(origin.low);
  return next > 0 ? *range.least < next : *range.greatest > next;
}

// A count in the text is as whole as it is printed, whatever the amounts around it.
bool is_count(const Dossier& dossier, const CellRef& ref) {
  if (ref.table != in_narrative) return false;
  const Narrative& narrative =
      dossier.disclosures[static_cast<std::size_t>(ref.disclosure)].narrative;
  return narrative.figures[static_cast<std::size_t>(ref.row)].kind == TextFigureKind::count;
}

// Of the figures of the text that are of one kind and near.
int digits_near(const Narrative& narrative, int row) {
  constexpr int near = 16;
  const TextFigureKind kind = narrative.figures[static_cast<std::size_t>(row)].kind;
  int most = -1;
  const int end = std::min(static_cast<int>(narrative.figures.size()), row + near + 1);
  for (int r = std::max(0, row - near); r < end; ++r) {
    const Figure& figure = narrative.table.cell(r, 0).figure;
    if (r != row && narrative.figures[static_cast<std::size_t>(r)].kind == kind &&
        figure.is_number())
      most = std::max(most, figure.value().scale());
  }
  return most;
}

}  // namespace

const DigitsAround::Most& DigitsAround::most(const CellRef& ref, bool whole_table) {
  const auto [found, fresh] =
      known_.try_emplace(std::array{ref.disclosure, ref.table, whole_table ? -1 : ref.column});
  Most& most = found->second;
  if (!fresh) return most;
  const Table& table = table_at(dossier_, ref);
  for (int r = 0; r < static_cast<int>(table.rows.size()); ++r) {
    for (int c = 0; c < static_cast<int>(table.columns.size()); ++c) {
      const CellRef cell{ref.disclosure, ref.table, r, c};
      if ((!whole_table && c != ref.column) || !is_amount(table, cell)) continue;
      const int digits = table.cell(r, c).figure.value().scale();
      if (digits > most.digits) most = {digits, 0, most.digits};
      if (digits == most.digits)
        ++most.times;
      else
        most.next = std::max(most.next, digits);
    }
  }
  return most;
}

int DigitsAround::operator()(const CellRef& ref) {
  const Figure& own = figure_at(dossier_, ref);
  if (is_count(dossier_, ref)) return own.digits();
  if (ref.table == in_narrative) {
    const int digits = digits_near(
        dossier_.disclosures[static_cast<std::size_t>(ref.disclosure)].narrative, ref.row);
    return digits >= 0 ? digits : own.digits();
  }
  const bool is_one = is_amount(table_at(dossier_, ref), ref);
  for (const bool whole_table : {false, true}) {
    const Most& most = this->most(ref, whole_table);
    const bool is_only_one = is_one && most.times == 1 && own.value().scale() == most.digits;
    const int digits = is_only_one ? most.next : most.digits;
    if (digits >= 0) return digits;
  }
  return own.digits();
}

std::optional<Rational> exact_amount(const Dossier& dossier, const CellRef& ref,
                                     const Obligation& obligation) {
  const bool is_one = obligation.left.size() == 1 && obligation.right.size() == 1;
  if (obligation.kind == ObligationKind::ratio ||
      (obligation.relation != Relation::equal && !is_one))
    return std::nullopt;
  Rational others, own;
  for (const bool left : {true, false})
    for (const Term& term : left ? obligation.left : obligation.right) {
      const Rational coefficient = left ? Rational(term.coefficient) : -Rational(term.coefficient);
      if (term.cell == ref)
        own += coefficient;
      else
        others += coefficient * as_printed(figure_at(dossier, term.cell));
    }
  if (own == 0) return std::nullopt;
  return -others / own;
}

bool may_be_negative(const Dossier& dossier, const CellRef& ref, const RepairRange& range) {
  const Table& table = table_at(dossier, ref);
  const Figure& own = figure_at(dossier, ref);
  if (ref.table == in_narrative || (own.is_number() && range.contains(-own.value()))) return true;
  return std::ranges::any_of(table.rows, [&](const Row& row) {
    const Figure& figure = row.cells[static_cast<std::size_t>(ref.column)].figure;
    return figure.is_number() && figure.value().is_negative();
  });
}

Plausible most_plausible(const Dossier& dossier, const CellRef& ref, const RepairRange& range,
                         std::span<const Obligation* const> settled) {
  Plausible result;
  if (!range.low || !range.high) return result;
  const bool single = *range.low == *range.high;
  if (single) result.value = range.low;
  const Figure& printed = figure_at(dossier, ref);
  if (!printed.is_number()) {
    result.cause = Cause::missing_part;
    return result;
  }

  std::vector<Cause> causes;
  std::vector<Decimal> values;
  const std::optional<Decimal> exact = exact_value(dossier, ref, range, settled);
  Cause of_exact = Cause::unknown;  // the simplest cause that leads to it
  for (const Origin& origin : origins(printed.value(), range.digits)) {
    if (!fits(origin, range)) continue;
    causes.push_back(origin.cause);
    collect(origin, range, values);
    if (exact && origin.low <= *exact && *exact <= origin.high)
      of_exact = of_exact == Cause::unknown ? origin.cause : std::min(of_exact, origin.cause);
  }
  // What leads to it is likelier than what needs the rounding of others.
  result.exact = of_exact != Cause::unknown;
  if (result.exact) causes = {of_exact};
  bool of_parts = false;
  for (const Obligation* obligation : settled) {
    const Cause cause = part_cause(dossier, ref, *obligation);
    if (cause == Cause::unknown) continue;
    causes.push_back(cause);
    of_parts = result.exact = true;
  }
  if (!range.repeated && shows_neighbour(dossier, ref, true))
    causes.push_back(Cause::neighbouring_column);
  // A total that lacks all rows but one shows what that row shows: no sign of a copied row. The text has
  // no rows.
  if (!of_parts && !range.again && ref.table != in_narrative &&
      shows_neighbour(dossier, ref, false))
    causes.push_back(Cause::neighbouring_row);
  if (!causes.empty()) result.cause = *std::min_element(causes.begin(), causes.end());
  const bool from_figure =
      result.cause != Cause::neighbouring_column && result.cause != Cause::neighbouring_row;
  if (!single && from_figure && values.size() == 1) result.value = values.front();
  if (!single && exact && (result.exact || values.empty())) result.value = exact;
  return result;
}

}  // namespace budget::inline v1::detail
