// SPDX-License-Identifier: Apache-2.0
#include "disclosure/target_words.hpp"

#include <budget/base/text.hpp>

#include "disclosure/target_labels.hpp"

#include <algorithm>
#include <utility>

namespace budget::inline v1::detail::targets {
namespace {

using Lines = std::vector<std::span<Word>>;

Lines lines_of(std::vector<Word>& words) {
  Lines lines;
  for (std::size_t w = 0, begin = 0; w < words.size(); ++w) {
    if (w + 1 < words.size() && !words[w + 1].begins_line) continue;
    lines.push_back(std::span(words).subspan(begin, w + 1 - begin));
    begin = w + 1;
  }
  return lines;
}

/// Whether a line holds pieces of labels and no row.
bool is_of_pieces(std::span<const Word> line, FitOfLabel fit) {
  return std::ranges::all_of(line, [&](const Word& word) {
    return word.text.empty() || fit(without_spaces(word.text)) != LabelFit::none;
  });
}

/// The pieces that end a label in the lines below it, each among the first words of its line; empty
/// where they do not end it. Below a line of pieces alone its rows come first.
std::vector<Word*> rest_of_label(const Word& label, std::span<const Word> line,
                                 std::span<const std::span<Word>> below, FitOfLabel fit) {
  constexpr std::size_t most_lines = 3, most_heads = 3;
  std::string text = without_spaces(label.text);
  if (fit(text) != LabelFit::begins) return {};
  const bool has_rows_below = is_of_pieces(line, fit);
  std::vector<Word*> pieces;
  for (const std::span<Word> next : below.first(std::min(most_lines, below.size()))) {
    const auto heads = next.first(std::min(most_heads, next.size()));
    const auto piece = std::ranges::find_if(heads, [&](const Word& word) {
      return !word.text.empty() && fit(text + without_spaces(word.text)) != LabelFit::none;
    });
    if (piece == heads.end()) {
      if (has_rows_below && pieces.empty()) continue;
      return {};
    }
    text += without_spaces(piece->text);
    pieces.push_back(&*piece);
    if (fit(text) == LabelFit::whole) return pieces;
  }
  return {};
}

/// Drops words that were emptied; the next one of their line begins it.
void drop_blank(std::vector<Word>& words) {
  bool begins_line = false;
  std::erase_if(words, [&](Word& word) {
    begins_line = begins_line || word.begins_line;
    if (word.text.empty()) return true;
    word.begins_line = std::exchange(begins_line, false);
    return false;
  });
}

/// （50分）
bool is_points(const std::string& plain) {
  constexpr std::string_view ending = "分)";
  return plain.starts_with('(') && plain.ends_with(ending) && plain.size() > ending.size() + 1 &&
         plain.find_first_not_of("0123456789.", 1) == plain.size() - ending.size();
}

}  // namespace

std::vector<Word> without_margin(std::vector<Word> words) {
  for (std::size_t w = 0; w + 1 < words.size(); ++w) {
    if (!words[w].begins_line || words[w + 1].begins_line) continue;  // alone: the end of a label
    const std::string plain = without_spaces(words[w].text);
    const bool letter = count_code_points(plain) == 1 && is_side_label(plain);
    if (letter || is_points(plain)) words[w].text.clear();
  }
  drop_blank(words);
  return words;
}

std::vector<Word> rejoined(std::vector<Word> words, FitOfLabel fit) {
  const Lines lines = lines_of(words);
  for (std::size_t l = 0; l + 1 < lines.size(); ++l) {
    for (Word& word : lines[l]) {
      if (word.text.empty()) continue;
      const auto pieces = rest_of_label(word, lines[l], std::span(lines).subspan(l + 1), fit);
      if (pieces.empty() && fit(without_spaces(word.text)) == LabelFit::none) break;
      for (Word* piece : pieces) {
        word.text += piece->text;
        piece->text.clear();
      }
    }
  }
  drop_blank(words);
  return words;
}

LabelFit level_fit(std::string_view plain) {
  const auto label = level_label(plain);
  if (label && label->used == plain.size() && !label->is_cut) return LabelFit::whole;
  return begins_level(plain) ? LabelFit::begins : LabelFit::none;
}

LabelFit text_label_fit(std::string_view plain) {
  const FieldLabel label = field_label(plain);
  if (label.kind == FieldKind::text && label.used == plain.size()) return LabelFit::whole;
  return begins_text_label(plain) ? LabelFit::begins : LabelFit::none;
}

std::vector<Word> words_of(std::span<const TokenLine> lines) {
  std::vector<Word> words;
  for (const TokenLine& line : lines) {
    bool first = true;
    for (const Token& token : line.tokens) {
      words.push_back({token.text, line.line, first, token.gap});
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
