// SPDX-License-Identifier: Apache-2.0
// PlacedPage: a page as it is drawn, glyphs and ruling lines where they stand. Coordinates are points
// from the top left corner of the page as it is shown, x to the right, y downwards.
#pragma once

#include <budget/base/place.hpp>

#include <vector>

namespace budget::inline v1 {

/// One printed character.
struct Glyph {
  char32_t code = 0;        ///< code point; U+FFFD where the font does not tell
  Box box;                  ///< its advance across and its font's height, not the ink alone
  double size = 0;          ///< of the font, in points
  double angle = 0;         ///< of the writing, in degrees, clockwise from the right
  bool hidden = false;      ///< not to be seen: clipped away, or without ink
  bool recognised = false;  ///< read from a picture of the text
  int run = 0;              ///< which of the page's runs of text set in one go it belongs to
};

/// A drawn line or edge, horizontal or vertical: one of its extents is its thickness.
struct Ruling {
  Box box;
};

/// A page with what stands on it, in any order.
struct PlacedPage {
  int number = 0;  ///< page, from 1
  double width = 0;
  double height = 0;
  std::vector<Glyph> glyphs;
  std::vector<Ruling> rulings;
  int turned = 0;        ///< degrees by which it was turned, counter-clockwise, to be upright
  bool picture = false;  ///< shows a picture and prints no text: what it shows was not read
};

}  // namespace budget::inline v1
