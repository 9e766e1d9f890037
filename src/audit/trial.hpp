// SPDX-License-Identifier: Apache-2.0
// A figure of a dossier that is changed to see what would hold then. Private to audit.
#pragma once

#include <budget/disclosure/disclosure.hpp>
#include <budget/obligation/obligation.hpp>

#include <cstddef>

namespace budget::inline v1::detail {

/// The figure of a cell, to be changed. Precondition: the dossier has the cell.
[[nodiscard]] inline Figure& figure_of(Dossier& dossier, const CellRef& ref) {
  return dossier.disclosures[static_cast<std::size_t>(ref.disclosure)]
      .table(ref.table)
      .rows[static_cast<std::size_t>(ref.row)]
      .cells[static_cast<std::size_t>(ref.column)]
      .figure;
}

}  // namespace budget::inline v1::detail
