// SPDX-License-Identifier: Apache-2.0
// System: the decided statements of a dossier as rows over its figures, in exact fractions, and the
// question that localisation asks of it: which amounts of one figure would make a row hold, the
// other figures being what they print. Private to audit.
#pragma once

#include <budget/base/wide.hpp>
#include <budget/obligation/outcome.hpp>

#include <optional>
#include <span>
#include <vector>

namespace budget::inline v1::detail {

/// A closed interval that may be open-ended, or empty.
struct Range {
  std::optional<Rational> low;
  std::optional<Rational> high;
  bool empty = false;
};
[[nodiscard]] Range intersect(const Range&, const Range&);
[[nodiscard]] bool contains(const Range&, const Rational&);

/// A figure of the system: what it can stand for, in 元 or in the one unknown unit of its table.
struct Unknown {
  CellRef cell;
  Rational low, high;
  bool blank = false;             ///< blank or dash: exactly zero as an addend
  bool counted = false;           ///< a whole number that nobody rounds
  std::vector<std::size_t> rows;  ///< rows that it takes part in
};

/// sum(coefficient · unknown) relation 0, give or take `granted`.
struct SystemRow {
  std::size_t obligation = 0;
  Relation relation = Relation::equal;
  Severity severity = Severity::error;
  bool violated = false;
  Rational granted;    ///< what its condition leaves open: zeros that stand for an interval
  Rational low, high;  ///< what its terms add up to; 0 in equations alone
  std::vector<std::pair<std::size_t, Rational>> terms;  ///< index into unknowns, coefficient ≠ 0
};

struct System {
  std::vector<Unknown> unknowns;  ///< in the order of their cells, a cell once
  std::vector<SystemRow> rows;    ///< in the order of the obligations
};

/// The rows of every obligation over figures that was decided, as equations alone.
[[nodiscard]] System equations_of(const Dossier&, std::span<const Obligation>,
                                  std::span<const Outcome>);
/// As equations_of, with what the terms of each row add up to.
[[nodiscard]] System system_of(const Dossier&, std::span<const Obligation>,
                               std::span<const Outcome>);

/// The index of a cell's unknown; nothing where no row has it.
[[nodiscard]] std::optional<std::size_t> unknown_at(const System&, const CellRef&);

/// Narrows what a figure can stand for, in all its rows.
void set_amounts(System&, std::size_t unknown, const Rational& low, const Rational& high);

/// Amounts of one unknown that make a row hold with the others as they are.
[[nodiscard]] Range amounts_allowed(const System&, const SystemRow&, std::size_t unknown);

}  // namespace budget::inline v1::detail
