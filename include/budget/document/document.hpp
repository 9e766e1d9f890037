// SPDX-License-Identifier: Apache-2.0
// Document: a published file as lines of text with their places. It knows no budgets: what a line
// means is decided by the layers above. Pages and lines count from 1; page 0 means unknown.
#pragma once

#include <budget/base/place.hpp>

#include <string>
#include <string_view>
#include <vector>

namespace budget::inline v1 {

/// One line of a document as published, without its line end.
struct Line {
  int page = 0;      ///< page, counted from 1; 0 where the text does not tell
  int number = 0;    ///< line, counted from 1 over the whole file
  std::string text;  ///< UTF-8, spaces kept
};

/// Why a line was set aside before reading.
enum class Furniture { page_mark, running_title, watermark };

/// A line that belongs to the page and not to its content, kept so that nothing is lost.
struct SetAside {
  std::size_t line = 0;  ///< index into Document::lines
  Furniture what = Furniture::page_mark;
};

/// A published file: where it came from, its lines, and what was set aside as page furniture.
/// Invariant: lines are ordered by number; set_aside is ordered and without repeats.
struct Document {
  std::string source;  ///< file name or "-"
  std::string sha256;  ///< of the published bytes, lower-case hex; "" where not supplied
  int pages = 0;       ///< number of pages; 0 where the text does not tell
  std::vector<Line> lines;
  std::vector<SetAside> set_aside;

  /// Place of a line in this document.
  [[nodiscard]] Place place(std::size_t line) const;
};

}  // namespace budget::inline v1
