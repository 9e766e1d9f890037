// SPDX-License-Identifier: Apache-2.0
// From paragraphs and grids in reading order to a Document, for files that know their tables: XLSX,
// DOCX, HTML, CSV. Every row of a grid becomes a line as well, so that nothing is lost for reading
// by lines.
#pragma once

#include <budget/base/error.hpp>
#include <budget/document/document.hpp>
#include <budget/document/grid.hpp>

#include <string>
#include <variant>
#include <vector>

namespace budget::inline v1 {

/// A paragraph of text, or a table.
using Block = std::variant<std::string, Grid>;

/// What a document of blocks may be at most.
struct BlockLimits {
  std::size_t positions = std::size_t{1} << 24U;  ///< rows × columns of all grids together
  std::size_t cells =
      500'000;  ///< the same of rows that print something: what is read takes memory
};

/// The document of these blocks. A paragraph with line ends gives several lines; a row of a grid
/// gives one, its cells two blanks apart. A grid with a title is a sheet of a workbook, its own page;
/// a grid in which no row prints two cells is no table: its texts are paragraphs. Hidden rows and
/// columns are set aside. Throws ReadError: "document.empty" where nothing is
/// printed, "document.grid" for cells outside their grid or over one another,
/// "document.too_large". Linear in cells and positions.
[[nodiscard]] Document document_of_blocks(std::vector<Block> blocks, std::string source,
                                          std::string sha256 = {}, const BlockLimits& limits = {});

}  // namespace budget::inline v1
