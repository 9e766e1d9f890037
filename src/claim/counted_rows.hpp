// SPDX-License-Identifier: Apache-2.0
// Counts of what a table lists row by row: 机关运行经费 of 2家单位, 绩效目标 of 13个项目.
#pragma once

#include "claim/told.hpp"

#include <vector>

namespace budget::inline v1::detail::claims {

/// That the units of the agency operating expenses are as many as their table has rows with amounts, and
/// that no more projects have targets than the table of projects lists.
[[nodiscard]] std::vector<Obligation> counted_rows(const Told&);

}  // namespace budget::inline v1::detail::claims
