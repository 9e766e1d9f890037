// SPDX-License-Identifier: Apache-2.0
// Grids put among the lines of a document.
#pragma once

#include <budget/document/document.hpp>

namespace budget::inline v1::detail {

/// Whether a row prints two cells; else the grid only lays out paragraphs.
[[nodiscard]] bool is_table(const Grid& grid);

/// Appends a grid that `check_grid` accepts, and a line for each of its rows.
void add_grid(Document& document, Grid grid);

/// Appends the texts of a grid that is no table, one line for each of theirs.
void add_texts(Document& document, Grid grid);

}  // namespace budget::inline v1::detail
