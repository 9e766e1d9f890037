// SPDX-License-Identifier: Apache-2.0
// The reasons that a narrative gives for changes: announced and not given, or saying the opposite.
#pragma once

#include <budget/claim/claim.hpp>
#include <budget/obligation/obligation.hpp>

#include <vector>

namespace budget::inline v1::detail::claims {

/// One obligation for every reason that is announced behind a change or a rate of change: it is given,
/// and where it says nothing but that the same subject rose or fell, in the direction of the change.
[[nodiscard]] std::vector<Obligation> reasons_given(const Narrative&, const std::vector<Claim>&);

}  // namespace budget::inline v1::detail::claims
