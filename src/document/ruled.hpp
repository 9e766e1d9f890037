// SPDX-License-Identifier: Apache-2.0
// Grids from drawn lines: lines that meet are one table; where no line parts two neighbours they are
// one cell. Lines may be broken, doubled or dashed, and the outer ones missing.
#pragma once

#include <budget/document/grid.hpp>
#include <budget/document/page.hpp>

#include <span>
#include <vector>

namespace budget::inline v1::detail {

/// A grid without texts, and where its rows part.
struct RuledGrid {
  Grid grid;  ///< every cell, with its box
  Box box;
  std::vector<double> row_edges;  ///< upper edges of the rows and the last lower one
  std::vector<int> cell_at;       ///< [row × columns + column]: index into grid.cells

  /// The cell around a point, or −1. O(log rows + log columns).
  [[nodiscard]] int find(double x, double y) const noexcept;
};

/// The tables that a page's rulings draw, from top to bottom. Frames around one text, and lines that
/// meet no other, are none.
[[nodiscard]] std::vector<RuledGrid> find_ruled_grids(std::span<const Ruling> rulings);

}  // namespace budget::inline v1::detail
