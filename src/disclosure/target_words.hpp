// SPDX-License-Identifier: Apache-2.0
// The printed words of a table of targets in reading order, with what they are joined by.
#pragma once

#include <budget/document/document.hpp>

#include "disclosure/sections.hpp"

#include <cstddef>
#include <span>
#include <string>
#include <vector>

namespace budget::inline v1::detail::targets {

/// A word of a line.
struct Word {
  std::string text;
  std::size_t line = 0;     ///< index into Document::lines
  bool begins_line = true;  ///< nothing of the table stands before it on its line
  int gap = 0;              ///< blanks before it
  bool is_cell = false;     ///< the whole text of a drawn cell
};

/// The words of lines.
[[nodiscard]] std::vector<Word> words_of(std::span<const TokenLine> lines);

/// Words as one text: parted by a blank on one line, joined where the line was broken.
[[nodiscard]] std::string joined(std::span<const Word> words);

}  // namespace budget::inline v1::detail::targets
