// SPDX-License-Identifier: Apache-2.0
// Amounts that sentences tell of a project by its name, and the table of its targets funds.
#pragma once

#include "claim/told.hpp"

#include <vector>

namespace budget::inline v1::detail::claims {

/// 本年度拆违经费预算金额为349.80万元: the totals of the funds, of the year and of the period, in the tables of targets of the
/// one project that the words of a claim name beside words of amounts only. Empty without one; budgets only.
[[nodiscard]] std::vector<CellRef> funds_of_project(const Told&, int index);

}  // namespace budget::inline v1::detail::claims
