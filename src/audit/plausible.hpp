// SPDX-License-Identifier: Apache-2.0
// What may have happened to one figure, given what may stand there instead. Private to audit.
#pragma once

#include <budget/audit/cause.hpp>
#include <budget/base/wide.hpp>
#include <budget/obligation/obligation.hpp>

#include <array>
#include <map>
#include <optional>
#include <span>

namespace budget::inline v1::detail {

/// The printed values that would repair a figure, open-ended where no statement bounds them.
struct RepairRange {
  std::optional<Decimal> low, high;
  std::optional<Rational> least, greatest;  ///< the amounts behind them, in the figure's unit
  int digits = 0;         ///< after the point, as the figures around it are printed
  bool repeated = false;  ///< its row repeats the wrong figure: what stands beside it tells nothing
  bool again = false;     ///< other rows do: nor does what stands above and below
  [[nodiscard]] bool contains(const Decimal& value) const {
    return (!low || *low <= value) && (!high || value <= *high);
  }
};

struct Plausible {
  Cause cause = Cause::unknown;
  /// Where all that it settles holds to the digit with it; else only where every cause that fits leads to
  /// this one value.
  std::optional<Decimal> value;
  bool exact = false;  ///< the cause leads to the value with which all holds to the digit
};

/// Digits after the point that the figures of a cell's column are printed with, the cell aside; those
/// of its table, then its own where no other number stands there. Looks at a column once.
class DigitsAround {
 public:
  explicit DigitsAround(const Dossier& dossier) : dossier_(dossier) {}
  [[nodiscard]] int operator()(const CellRef&);

 private:
  struct Most {
    int digits = -1, times = 0;  ///< the most, and how many figures have them
    int next = -1;               ///< the most of the others
  };
  [[nodiscard]] const Most& most(const CellRef&, bool whole_table);

  const Dossier& dossier_;
  std::map<std::array<int, 3>, Most> known_;  ///< by disclosure, table and column, −1 for all
};

/// What a figure has to be for a statement to hold to the digit, in yuan; nothing where it takes a quotient, or bounds
/// the figure by more than one other.
[[nodiscard]] std::optional<Rational> exact_amount(const Dossier&, const CellRef&,
                                                   const Obligation&);

/// Whether a cell may stand for a negative amount in a range that has no other: one is printed so in its
/// column, its sign alone may be lost, or it tells of a change in a sentence.
[[nodiscard]] bool may_be_negative(const Dossier&, const CellRef&, const RepairRange&);

/// The simplest cause that leads into the range. `settled` are the statements that the repair
/// makes hold. An open-ended range claims nothing.
[[nodiscard]] Plausible most_plausible(const Dossier&, const CellRef&, const RepairRange&,
                                       std::span<const Obligation* const> settled);

}  // namespace budget::inline v1::detail
