// SPDX-License-Identifier: Apache-2.0
// Narrative (文字说明): what a disclosure says in sentences, as passages of text with their places, and
// every figure that they print. What a figure means is decided by the claims of a later layer.
#pragma once

#include <budget/disclosure/table.hpp>
#include <budget/subject/ordinal.hpp>

#include <cstddef>
#include <string>
#include <vector>

namespace budget::inline v1 {

/// Where a printed line begins in the text of a passage.
struct PassageLine {
  std::size_t begin = 0;  ///< byte of the text
  Place place;            ///< of its first character that is kept
};

/// A heading, an item of a list or a paragraph: its printed lines joined, page marks between them
/// left out. Invariant: lines is not empty and begins at 0.
struct Passage {
  std::string text;
  std::vector<PassageLine> lines;
  OrdinalStyle ordinal = OrdinalStyle::none;  ///< before its text: 一、 （一） 1. …
  int number = 0;                             ///< that the ordinal counts
  bool heading = false;                       ///< names what follows and says nothing itself
  int parent = -1;  ///< index of the heading or item that it stands below; -1 none
};

/// What a figure of a text counts.
enum class TextFigureKind : std::uint8_t {
  amount,    ///< money: 90.60万元
  percent,   ///< 2.83%
  points,    ///< 1.2个百分点
  multiple,  ///< 3倍
  count,     ///< 13个, 8832.41平方米
  bare,      ///< a number with a point or with separators, and no unit behind it
};
[[nodiscard]] std::string_view to_string(TextFigureKind) noexcept;

/// A figure in the text of a passage, from its first digit to the end of its unit.
struct TextFigure {
  int passage = 0;
  std::size_t begin = 0, end = 0;  ///< bytes of the passage's text
  TextFigureKind kind = TextFigureKind::amount;
  std::string measure;         ///< of a count: 个, 平方米
  bool unit_is_short = false;  ///< 万 for 万元
};

/// The narrative of a disclosure. Its figures stand in a table of one column, so that they are judged
/// like those of any table: row i is figures[i], named by the words before it.
struct Narrative {
  std::vector<Passage> passages;
  std::vector<TextFigure> figures;
  Table table;
};

/// Place of a byte of a passage's text.
[[nodiscard]] Place place_in(const Passage&, std::size_t at);

/// The heading that a passage stands below, or the passage itself if it is one; -1 none.
[[nodiscard]] int heading_of(const Narrative&, int passage);

}  // namespace budget::inline v1
