// SPDX-License-Identifier: Apache-2.0
// Counts of what the text itself names: 内设科室3个：办公室、人事科、国库科.
#pragma once

#include "claim/told.hpp"

#include <vector>

namespace budget::inline v1::detail::claims {

/// That a count of bodies is that of the names listed behind it, 下属单位2家，即甲中心和乙中心, or in
/// front of it, 设有办公室、人事科和国库科3个科室. Lists of anything else, and names that may be cut in
/// more than one way, demand nothing.
[[nodiscard]] std::vector<Obligation> counted_names(const Told&);

}  // namespace budget::inline v1::detail::claims
