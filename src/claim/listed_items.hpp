// SPDX-License-Identifier: Apache-2.0
// Items that a text lists under an amount (人员经费…，主要包括：基本工资、津贴补贴…) against the rows of the
// table that prints it.
#pragma once

#include "claim/told.hpp"

#include <vector>

namespace budget::inline v1::detail::claims {

/// One obligation for every list of economic subjects under 人员经费 or 公用经费: each item that names a row
/// has an amount there, and where the list is closed (no 等) and names rows only, each row with an amount
/// has its item. Names of groups (社会保障缴费) and abbreviations are no rows and are not held against it.
[[nodiscard]] std::vector<Obligation> listed_items(const Told&);

}  // namespace budget::inline v1::detail::claims
