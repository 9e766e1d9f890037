// SPDX-License-Identifier: Apache-2.0
#include "disclosure/target_words.hpp"

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

std::string joined(std::span<const Word> words) {
  std::string text;
  for (std::size_t i = 0; i < words.size(); ++i) {
    if (i > 0 && !words[i].begins_line && words[i].gap > 0) text += ' ';
    text += words[i].text;
  }
  return text;
}

}  // namespace budget::inline v1::detail::targets
