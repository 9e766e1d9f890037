// SPDX-License-Identifier: Apache-2.0
// The rows of two columns matched to one another: by name within their level, whatever their order.
#pragma once

#include <budget/disclosure/target_table.hpp>

#include "disclosure/target_rows.hpp"

#include <functional>
#include <vector>

namespace budget::inline v1::detail::targets {

/// Indicators in the order of the period's rows, those of the year alone behind their neighbours.
[[nodiscard]] std::vector<Indicator> match_columns(const RowsRead&, bool has_two_columns,
                                                   const std::function<Place(std::size_t)>& place);

}  // namespace budget::inline v1::detail::targets
