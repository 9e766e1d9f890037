// SPDX-License-Identifier: Apache-2.0
// Statements that hold each alone and cannot all hold: the proof over all tables at once. Private to
// audit.
#pragma once

#include "audit/localise.hpp"

#include <budget/audit/finding.hpp>

#include <span>
#include <vector>

namespace budget::inline v1::detail {

/// Statements with the multipliers of their contradiction, and the single figures that would end it.
struct Contradiction {
  std::vector<FindingStatement> statements;
  std::vector<CellRef> figures;   ///< whose ends are part of the proof
  std::vector<Suspect> suspects;  ///< equally good; empty where no single figure does
};

/// Contradictions among statements that hold, apart from the figures that are already suspected. Every
/// proof is checked by itself before it is returned.
[[nodiscard]] std::vector<Contradiction> contradictions(const Dossier&, std::span<const Obligation>,
                                                        std::span<const Outcome>,
                                                        std::span<const Explanation> known);

}  // namespace budget::inline v1::detail
