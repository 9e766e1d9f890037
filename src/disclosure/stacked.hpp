// SPDX-License-Identifier: Apache-2.0
// Tables printed in two or three blocks side by side to save paper: one list of rows again.
#pragma once

#include "disclosure/rows.hpp"

namespace budget::inline v1::detail {

/// Where a plan repeats the same columns (codes, names, amounts), puts the rows of the second block
/// below those of the first. Sides with names of their own (收入, 支出) are no blocks.
void stack_blocks(ColumnPlan& plan, std::vector<RawRow>& rows);

}  // namespace budget::inline v1::detail
