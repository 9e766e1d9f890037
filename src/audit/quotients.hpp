// SPDX-License-Identifier: Apache-2.0
// What is wrong with a percentage that is not the quotient of its figures. Private to audit.
#pragma once

#include "audit/localise.hpp"

#include <optional>
#include <set>

namespace budget::inline v1::detail {

/// The figure to suspect of a violated quotient whose other figures nothing contradicts: an amount of
/// the narrative that fits in another unit, else the percentage itself.
/// Amounts that are `confirmed` by a statement that holds are not suspected.
[[nodiscard]] std::optional<Suspect> suspect_of_quotient(const Dossier&, const Obligation&,
                                                         const Outcome&,
                                                         const std::set<CellRef>& confirmed);

}  // namespace budget::inline v1::detail
