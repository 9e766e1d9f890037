// SPDX-License-Identifier: Apache-2.0
// Changes against amounts of the year before that another section tells. Private to claim.
#pragma once

#include "claim/told.hpp"

#include <vector>

namespace budget::inline v1::detail::claims {

/// 比上年减少0.58万元 against 2021年…12.39万元 of another section: that the change is the difference. A text may compare
/// with the budget of the year before and tell what was spent in it: nothing where not most of its changes, and two of
/// them at least, are such differences.
[[nodiscard]] std::vector<Obligation> changes_against_told(const Told&);

}  // namespace budget::inline v1::detail::claims
