// SPDX-License-Identifier: Apache-2.0
#include <budget/base/text.hpp>

#include "disclosure/flaws.hpp"

#include <algorithm>
#include <string>
#include <string_view>

namespace budget::inline v1::detail {
namespace {

/// The text without blanks, and where each of its bytes stands in the passage.
struct Plain {
  std::string text;
  std::vector<std::size_t> bytes;
};

Plain plain_of(std::string_view text) {
  Plain plain;
  for (std::size_t i = 0; i < text.size();) {
    const CodePoint point = code_point_at(text, i);
    const char32_t code = half_width(point.value);
    if (!is_space(code) && !is_invisible(code)) {
      append_utf8(plain.text, code);
      plain.bytes.resize(plain.text.size(), i);
    }
    i += point.length;
  }
  return plain;
}

bool is_word(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
}

/// XX within a word or a number (XXL, W0XX01) stands for nothing.
bool within_word(std::string_view text, std::size_t at, std::string_view word) {
  if (!is_word(word.front())) return false;
  std::size_t first = at, last = at + word.size();
  while (first > 0 && text[first - 1] == word.front()) --first;
  while (last < text.size() && text[last] == word.front()) ++last;
  return (first > 0 && is_word(text[first - 1])) || (last < text.size() && is_word(text[last]));
}

/// The first of some words in a text at or behind `from`.
struct Hit {
  std::size_t at = std::string::npos;
  std::string_view word;
};
Hit first_of(std::string_view text, const std::vector<std::string>& words, std::size_t from) {
  for (std::size_t at = from; at < text.size(); ++at) {
    const std::string_view rest = text.substr(at);
    Hit longest;
    for (const std::string& word : words)
      if (rest.starts_with(word) && word.size() > longest.word.size() &&
          !within_word(text, at, word))
        longest = {at, word};
    if (!longest.word.empty()) return longest;
  }
  return {};
}

/// What was found as printed: a remark in brackets whole, where the words stand in one.
std::string printed(const Passage& passage, const Plain& plain, const Hit& hit) {
  constexpr std::size_t longest = 180;  // bytes
  const std::string_view text = plain.text;
  std::size_t begin = hit.at, end = hit.at + hit.word.size();
  const std::size_t open = text.rfind('(', end - 1);
  const std::size_t close = text.find(')', end - 1);
  if (open != std::string_view::npos && open < begin && close != std::string_view::npos &&
      close - open < longest &&
      text.substr(open, begin - open).find(')') == std::string_view::npos) {
    begin = open;
    end = close + 1;
  }
  const std::size_t first = plain.bytes[begin];
  const std::size_t last = end < plain.bytes.size() ? plain.bytes[end] : passage.text.size();
  return std::string(strip(std::string_view(passage.text).substr(first, last - first)));
}

const PassageLine* line_at(const Passage& passage, std::size_t at) {
  const auto after = std::ranges::upper_bound(passage.lines, at, {}, &PassageLine::begin);
  return &*(after - 1);
}

/// One flaw for all that a passage list has of some words.
void add_flaw(std::vector<Flaw>& flaws, FlawKind kind, const Narrative& narrative,
              const std::vector<std::string>& words) {
  Flaw flaw = flaw_of(kind, {}, {});
  for (const Passage& passage : narrative.passages) {
    const Plain plain = plain_of(passage.text);
    const PassageLine* last = nullptr;
    for (std::size_t from = 0; from < plain.text.size();) {
      const Hit hit = first_of(plain.text, words, from);
      if (hit.at == std::string::npos) break;
      from = hit.at + hit.word.size();
      // One place a line tells enough.
      const PassageLine* line = line_at(passage, plain.bytes[hit.at]);
      if (line == last) continue;
      last = line;
      if (flaw.text.empty()) flaw.text = printed(passage, plain, hit);
      flaw.places.push_back(place_in(passage, plain.bytes[hit.at]));
    }
  }
  if (!flaw.places.empty()) flaws.push_back(std::move(flaw));
}

}  // namespace

FoundFlaws template_residue(const Narrative& narrative, const Vocabulary& vocabulary) {
  if (narrative.passages.empty()) return std::nullopt;
  std::vector<Flaw> flaws;
  for (const std::vector<std::string>& words : vocabulary.template_residue())
    add_flaw(flaws, FlawKind::template_residue, narrative, words);
  return flaws;
}

FoundFlaws doubled_marks(const Narrative& narrative) {
  if (narrative.passages.empty()) return std::nullopt;
  static const std::vector<std::string> marks{"。。", ",,",  ";;", "、、", "。;", ";。",
                                              ",。",  "。,", "::", "、,",  ",、"};
  std::vector<Flaw> flaws;
  add_flaw(flaws, FlawKind::doubled_mark, narrative, marks);
  return flaws;
}

}  // namespace budget::inline v1::detail
