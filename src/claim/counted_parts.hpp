// SPDX-License-Identifier: Apache-2.0
// Counts that a text lists as all the parts of one: 共有车辆7辆，其中：… 其他用车7辆.
#pragma once

#include "claim/told.hpp"

#include <vector>

namespace budget::inline v1::detail::claims {

/// For every list of counts of one measure that follows 其中: that they add up to the count before it
/// where the rest (其他…) closes the list or two leave nothing over (计容, 不计容), else that they do not
/// exceed it, things of one kind together, all else each alone.
[[nodiscard]] std::vector<Obligation> counted_parts(const Told&);

}  // namespace budget::inline v1::detail::claims
