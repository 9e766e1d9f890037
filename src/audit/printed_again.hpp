// SPDX-License-Identifier: Apache-2.0
// Where a figure is printed again: the cells that may all have been copied from one wrong amount.
// Private to audit.
#pragma once

#include "audit/system.hpp"

#include <map>
#include <tuple>
#include <vector>

namespace budget::inline v1::detail {

/// Finds the cells that print the same figure as another and belong with it. The system and the dossier must
/// outlive it.
class PrintedAgain {
 public:
  PrintedAgain(const System&, const Dossier&);

  /// The cell itself and, in their order, those that print its figure: held against it by a statement (a class and
  /// its only subclass, a table and another), or in the text, as far as something is wrong with it there too, and
  /// so on from these. Empty where no statement has the cell, or more print the figure than could be copies.
  [[nodiscard]] std::vector<CellRef> operator()(const CellRef&) const;

 private:
  using Print = std::tuple<Unit, int, Decimal>;  ///< unit, digits after the point, value
  [[nodiscard]] static Print print_of(const Figure&);
  [[nodiscard]] bool belong_together(std::size_t a, std::size_t b) const;
  [[nodiscard]] bool is_wrong_in_text(std::size_t unknown) const;

  const System& system_;
  const Dossier& dossier_;
  std::map<Print, std::vector<std::size_t>> alike_;  ///< unknowns
};

/// Whether cells stand in several rows.
[[nodiscard]] bool are_apart(const std::vector<CellRef>&);

}  // namespace budget::inline v1::detail
