// SPDX-License-Identifier: Apache-2.0
// The printed words of a table of targets in reading order, with what they are joined by.
#pragma once

#include <budget/document/document.hpp>

#include "disclosure/sections.hpp"
#include "disclosure/target_labels.hpp"

#include <cstddef>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace budget::inline v1::detail::targets {

/// A word of a line.
struct Word {
  std::string text;
  std::size_t line = 0;     ///< index into Document::lines
  bool begins_line = true;  ///< nothing of the table stands before it on its line
  int gap = 0;              ///< blanks before it
  bool is_cell = false;     ///< the whole text of a drawn cell
  bool is_level2 = false;   ///< a second level by its place in the line, whatever its name
  int column = -1;          ///< of a drawn cell
};

/// The words of lines.
[[nodiscard]] std::vector<Word> words_of(std::span<const TokenLine> lines);

/// The words without what stands at the heads of lines and is of no row: letters of the upright label
/// (绩 · 效 · 指 · 标), points of a level broken off its name （50分）.
[[nodiscard]] std::vector<Word> without_margin(std::vector<Word> words);

/// How a text fits labels: it is none, it begins one, or it is one.
enum class LabelFit { none, begins, whole };

using FitOfLabel = LabelFit (*)(std::string_view);

/// Puts the pieces of labels together that narrow cells broke over lines, where the row stands beside
/// the first piece: 服务对象 · 读者满意度 · ≥95% above 满意度指标. `fit` tells which labels there are.
[[nodiscard]] std::vector<Word> rejoined(std::vector<Word> words, FitOfLabel fit);

/// How a text without spaces fits the levels of indicators, and the labels of texts.
[[nodiscard]] LabelFit level_fit(std::string_view plain);
[[nodiscard]] LabelFit text_label_fit(std::string_view plain);

/// The lines that words make in their cell, and what speaks against it: a line is broken where its cell
/// is full, so none is much shorter than what follows it, and no cell is narrower than five ideographs.
class CellLines {
 public:
  /// Adds a word as a line of its own, or to the last line.
  void add(const Word& word);
  [[nodiscard]] std::size_t count() const noexcept { return widths_.size(); }
  [[nodiscard]] int price() const;

 private:
  std::vector<std::size_t> widths_;
  int joins_ = 0;
};

/// The levels of which a word is a full name (产出指标, 数量指标): short names are none of these.
[[nodiscard]] FullLevels full_levels(std::span<const Word> words);

/// Words as one text: parted by a blank on one line, joined where the line was broken.
[[nodiscard]] std::string joined(std::span<const Word> words);

}  // namespace budget::inline v1::detail::targets
