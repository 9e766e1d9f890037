// SPDX-License-Identifier: Apache-2.0
// How deep the names of a drawn table are set in: by blanks before them, or by where they begin.
#pragma once

#include "disclosure/grid_header.hpp"

#include <vector>

namespace budget::inline v1::detail {

/// The depth of each row of a table whose first `length` rows are its header; all 0 where nothing tells.
/// A table with several sides has none.
[[nodiscard]] std::vector<int> row_indents(const std::vector<GridRow>& rows, std::size_t length,
                                           const GridPlan& plan, const Vocabulary&);

}  // namespace budget::inline v1::detail
