// SPDX-License-Identifier: Apache-2.0
// One section whose table is drawn as a grid → one table. Position decides: a header stands over the
// columns that its cell spans.
#pragma once

#include "disclosure/text_table.hpp"

namespace budget::inline v1::detail {

/// Whether a section has rows of a grid.
[[nodiscard]] bool has_grid(const Section&, const Document&);

/// Reads a section by its grids. Lines of it outside them are notes.
[[nodiscard]] TextTable read_grid_table(const Section&, const Document&, const Vocabulary&);

}  // namespace budget::inline v1::detail
