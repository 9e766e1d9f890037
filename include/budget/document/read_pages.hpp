// SPDX-License-Identifier: Apache-2.0
// From pages of placed glyphs to a Document: glyphs that overlap in height are a line, drawn lines
// that meet are a grid, what stands outside grids is text in reading order.
#pragma once

#include <budget/base/error.hpp>
#include <budget/document/document.hpp>
#include <budget/document/page.hpp>

#include <cstddef>
#include <string>
#include <vector>

namespace budget::inline v1 {

/// What placed pages may be at most.
struct PageLimits {
  std::size_t glyphs = std::size_t{1} << 24U;  ///< of all pages together
};

/// The document of these pages, ordered by number. Page marks, running titles and watermarks
/// (writing at an angle) are set aside, hidden glyphs are lines of their own set aside as hidden. A
/// grid that a page end cut is marked as going on. Throws ReadError: "document.empty" where no page
/// has a glyph to be seen, "document.garbled" where most glyphs have no code point,
/// "document.too_large". O(n log n) in glyphs and rulings of a page.
[[nodiscard]] Document read_pages(std::vector<PlacedPage> pages, std::string source,
                                  std::string sha256 = {}, const PageLimits& limits = {});

}  // namespace budget::inline v1
