// SPDX-License-Identifier: Apache-2.0
// Results of evaluations by grade: 优 4, 良 0, 合格 0, 不合格 0 of 4 projects.
#pragma once

#include "claim/told.hpp"

#include <vector>

namespace budget::inline v1::detail::claims {

/// For every run of counts by grade from the best to the worst: that they add up to what was evaluated,
/// where the passage counts it before.
[[nodiscard]] std::vector<Obligation> counted_by_grade(const Told&);

}  // namespace budget::inline v1::detail::claims
