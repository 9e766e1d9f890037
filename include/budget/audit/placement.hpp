// SPDX-License-Identifier: Apache-2.0
// Placement: figures whose column neither place nor blanks decided are put where the sums of their
// row leave one way only. What is placed so is marked, and the sums that placed it check nothing.
#pragma once

#include <budget/rule/pack.hpp>

#include <span>

namespace budget::inline v1 {

/// The dossier with its loose figures placed where exactly one way satisfies every identity between
/// columns that the rules state for the table; cells filled so carry Mark::by_arithmetic. A row that
/// fits in no way or in several, or has no identity, stays as it is and is reported not read.
/// Call before audit, and render with the dossier that was audited.
[[nodiscard]] Dossier placed_by_arithmetic(Dossier, std::span<const Pack>);

}  // namespace budget::inline v1
