// SPDX-License-Identifier: Apache-2.0
// Grids put among the lines of a document.
#pragma once

#include <budget/document/document.hpp>

#include <string>
#include <string_view>

namespace budget::inline v1::detail {

/// The lines of a cell as one: a word or a number broken at the cell's edge is whole again.
[[nodiscard]] std::string one_line(std::string_view text);

/// Appends a grid that `check_grid` accepts, and a line for each of its rows.
void add_grid(Document& document, Grid grid);

}  // namespace budget::inline v1::detail
