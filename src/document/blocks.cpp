// SPDX-License-Identifier: Apache-2.0
#include <budget/base/split.hpp>
#include <budget/base/text.hpp>
#include <budget/document/blocks.hpp>

#include "document/furniture.hpp"
#include "document/grid_lines.hpp"

#include <algorithm>
#include <vector>

namespace budget::inline v1 {
namespace {

ReadError bad_grid(const Grid& grid, std::size_t number, const std::string& source) {
  const std::string name = grid.title.empty() ? std::to_string(number) : grid.title;
  return {"document.grid",
          {"表格“" + name + "”的单元格越界或重叠",
           "grid " + name + ": a cell lies outside the grid or over another one"},
          Place{source, grid.page, 0, 0, {}}};
}

ReadError too_large(const Grid& grid, std::size_t most, const std::string& source) {
  const std::string limit = std::to_string(most);
  return {
      "document.too_large",
      {"表格过大，上限为 " + limit + " 格", "tables too large, the limit is " + limit + " cells"},
      Place{source, grid.page, 0, 0, {}}};
}

/// Rows × columns of the rows that print something.
std::size_t printed_cells(const Grid& grid) {
  std::vector<bool> printed(static_cast<std::size_t>(grid.rows));
  for (const GridCell& cell : grid.cells) printed[static_cast<std::size_t>(cell.row)] = true;
  const auto rows = static_cast<std::size_t>(std::ranges::count(printed, true));
  return rows * static_cast<std::size_t>(grid.columns);
}

void add_paragraph(Document& document, std::string_view text) {
  for (const std::string_view line : split(text, '\n'))
    document.lines.push_back(
        {0, static_cast<int>(document.lines.size()) + 1, std::string(line), {}});
}

}  // namespace

Document document_of_blocks(std::vector<Block> blocks, std::string source, std::string sha256,
                            const BlockLimits& limits) {
  Document document;
  document.source = std::move(source);
  document.sha256 = std::move(sha256);
  std::size_t positions = 0;
  std::size_t cells = 0;
  for (Block& block : blocks) {
    if (const auto* text = std::get_if<std::string>(&block)) {
      add_paragraph(document, *text);
      continue;
    }
    Grid& grid = std::get<Grid>(block);
    const std::size_t number = document.grids.size() + 1;
    if (grid.rows < 0 || grid.columns < 0) throw bad_grid(grid, number, document.source);
    positions += static_cast<std::size_t>(grid.rows) * static_cast<std::size_t>(grid.columns);
    if (positions > limits.positions) throw too_large(grid, limits.positions, document.source);
    if (check_grid(grid) != GridFault::none) throw bad_grid(grid, number, document.source);
    std::ranges::sort(grid.hidden_rows);
    std::ranges::sort(grid.hidden_columns);
    std::erase_if(grid.cells, [](const GridCell& cell) { return strip(cell.text).empty(); });
    cells += printed_cells(grid);
    if (cells > limits.cells) throw too_large(grid, limits.cells, document.source);
    if (detail::is_table(grid))
      detail::add_grid(document, std::move(grid));
    else
      detail::add_texts(document, std::move(grid));
  }
  if (std::ranges::all_of(document.lines, [](const Line& l) { return strip(l.text).empty(); }))
    throw detail::empty_document(document.source);
  for (const Line& line : document.lines) document.pages = std::max(document.pages, line.page);
  return document;
}

}  // namespace budget::inline v1
