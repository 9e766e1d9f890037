// SPDX-License-Identifier: Apache-2.0
// Grids put among the lines of a document.
#pragma once

#include <budget/document/document.hpp>

namespace budget::inline v1::detail {

/// Appends a grid that `check_grid` accepts, and a line for each of its rows.
void add_grid(Document& document, Grid grid);

}  // namespace budget::inline v1::detail
