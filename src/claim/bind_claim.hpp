// SPDX-License-Identifier: Apache-2.0
// Which cells print what a claim says. Private to claim.
#pragma once

#include <budget/claim/claim.hpp>

#include "claim/cells.hpp"
#include "claim/phrase.hpp"

#include <string_view>

namespace budget::inline v1::detail::claims {

inline constexpr std::string_view target_projects = "绩效目标项目";

/// The year or stage that words name; "" for the document's own.
[[nodiscard]] std::string period_of(const Disclosure&, const Phrase&);

/// What is spent on one value of a slot.
[[nodiscard]] QuantityName spent_on(Slot, std::string_view value);

/// Finds the cells of a claim and of its base, or says why there are none.
void bind(Claim&, const Disclosure&, const MeantCells&);

}  // namespace budget::inline v1::detail::claims
