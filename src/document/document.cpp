// SPDX-License-Identifier: Apache-2.0
#include <budget/document/document.hpp>

#include <algorithm>

namespace budget::inline v1 {

Place Document::place(std::size_t line) const {
  const Line& at = lines.at(line);
  const auto sheet = static_cast<std::size_t>(at.page) - 1;
  return Place{source, at.page, at.number,
               0,      at.box,  sheet < sheets.size() ? sheets[sheet] : std::string()};
}

const Grid* Document::grid_of(std::size_t line) const noexcept {
  const auto after = std::ranges::upper_bound(grids, line, {}, &Grid::first_line);
  if (after == grids.begin()) return nullptr;
  const Grid& grid = *(after - 1);
  return line < grid.first_line + static_cast<std::size_t>(grid.rows) ? &grid : nullptr;
}

}  // namespace budget::inline v1
