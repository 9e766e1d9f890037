// SPDX-License-Identifier: Apache-2.0
// Glyphs put together to lines of text: those that overlap in height stand on one line, whatever
// their fonts' baselines.
#pragma once

#include <budget/document/page.hpp>

#include <string>
#include <vector>

namespace budget::inline v1::detail {

/// A line of text with its place.
struct PlacedLine {
  std::string text;
  Box box;
  double size = 0;  ///< of its first character
};

/// A run of glyphs that stand together, with its place.
struct Word {
  std::string text;
  Box box;
  double size = 0;
  bool recognised = false;
};
/// The words of a line from left to right.
struct WordLine {
  std::vector<Word> words;
  Box box;
};
/// Joins glyphs to words and lines, from top to bottom: the same lines as `join_glyphs`.
[[nodiscard]] std::vector<WordLine> join_words(std::vector<const Glyph*> glyphs);

/// Joins glyphs to lines, from top to bottom. With `layout` the blanks in a line are as many as its
/// gaps are wide, counted from `left`, so that what stands below each other in print does so in the
/// text; without it words are one blank apart.
[[nodiscard]] std::vector<PlacedLine> join_glyphs(std::vector<const Glyph*> glyphs, bool layout,
                                                  double left = 0);

}  // namespace budget::inline v1::detail
