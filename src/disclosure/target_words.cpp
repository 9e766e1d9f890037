// SPDX-License-Identifier: Apache-2.0
#include "disclosure/target_words.hpp"

#include <budget/base/text.hpp>

#include "disclosure/target_labels.hpp"

#include <algorithm>

namespace budget::inline v1::detail::targets {

std::vector<Word> words_of(std::span<const TokenLine> lines) {
  std::vector<Word> words;
  for (const TokenLine& line : lines) {
    bool first = true;
    for (const Token& token : line.tokens) {
      words.push_back({token.text, line.line, first, token.gap, false});
      first = false;
    }
  }
  return words;
}

void CellLines::add(const Word& word) {
  constexpr int line_joined = 1, blank_joined = 4;
  const std::size_t width = display_width(word.text);
  if (widths_.empty()) {
    widths_.push_back(width);
  } else if (word.begins_line) {
    joins_ += line_joined;
    widths_.push_back(width);
  } else {
    joins_ += blank_joined;
    widths_.back() += 1 + width;
  }
}

int CellLines::price() const {
  constexpr std::size_t narrowest = 10;  // columns
  constexpr int narrow_line = 4, broken_early = 2;
  int price = joins_;
  for (std::size_t i = 0; i + 1 < widths_.size(); ++i) {
    if (widths_[i] < narrowest) price += narrow_line;
    if (widths_[i] + 2 < widths_[i + 1]) price += broken_early;
  }
  return price;
}

FullLevels full_levels(std::span<const Word> words) {
  FullLevels full;
  for (const Word& word : words) {
    const std::string plain = without_spaces(word.text);
    const auto label = level_label(plain);
    if (label && label->used == plain.size() && !label->is_cut)
      (label->level == 1 ? full.first : full.second) = true;
  }
  return full;
}

std::string joined(std::span<const Word> words) {
  std::string text;
  for (std::size_t i = 0; i < words.size(); ++i) {
    if (i > 0 && !words[i].begins_line && words[i].gap > 0) text += ' ';
    text += words[i].text;
  }
  return text;
}

}  // namespace budget::inline v1::detail::targets
