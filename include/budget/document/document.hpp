// SPDX-License-Identifier: Apache-2.0
// Document: a published file as lines of text with their places, and the grids that some of the lines
// are rows of. It knows no budgets: what a line means is decided by the layers above. Pages and
// lines count from 1; page 0 means unknown. A sheet of a workbook is a page.
#pragma once

#include <budget/base/place.hpp>
#include <budget/document/grid.hpp>
#include <budget/document/turned_page.hpp>

#include <string>
#include <string_view>
#include <vector>

namespace budget::inline v1 {

/// One line of a document as published, without its line end.
struct Line {
  int page = 0;            ///< page, counted from 1; 0 where the text does not tell
  int number = 0;          ///< line, counted from 1 over the whole file; in a sheet its row
  std::string text;        ///< UTF-8, spaces kept
  std::optional<Box> box;  ///< on the page, where the source has pages of placed words
};

/// Why a line was set aside before reading.
enum class Furniture {
  page_mark,
  running_title,
  watermark,
  hidden,  ///< in the file and not to be seen: clipped away, without ink, a hidden row or sheet
};

/// A line that belongs to the page and not to its content, kept so that nothing is lost.
struct SetAside {
  std::size_t line = 0;  ///< index into Document::lines
  Furniture what = Furniture::page_mark;
};

/// A published file: where it came from, its lines and grids, and what was set aside as furniture.
/// Invariant: lines are ordered by page and number; set_aside is ordered and without repeats.
struct Document {
  std::string source;         ///< file name or "-"
  std::string sha256;         ///< of the published bytes, lower-case hex; "" where not supplied
  int pages = 0;              ///< number of pages; 0 where the text does not tell
  std::vector<int> pictures;  ///< pages that show pictures and print no text: not read
  std::vector<TurnedPage> turned;   ///< in the order of the pages
  std::vector<std::string> sheets;  ///< names of a workbook's sheets, one a page; else empty
  std::vector<Line> lines;
  std::vector<SetAside> set_aside;
  std::vector<Grid> grids;  ///< ordered by first_line; their rows are lines, no line of two grids

  /// Place of a line in this document.
  [[nodiscard]] Place place(std::size_t line) const;
  /// The grid that a line is a row of, or null. O(log grids).
  [[nodiscard]] const Grid* grid_of(std::size_t line) const noexcept;
};

}  // namespace budget::inline v1
