// SPDX-License-Identifier: Apache-2.0
#include <budget/base/text.hpp>

#include "disclosure/flaws.hpp"

#include <algorithm>
#include <array>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace budget::inline v1::detail {
namespace {

/// The text without blanks, and where each of its bytes stands in the passage.
struct Unspaced {
  std::string text;
  std::vector<std::size_t> bytes;
};

Unspaced unspaced(std::string_view text) {
  Unspaced plain;
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

struct Hit {
  std::size_t at = std::string::npos;
  std::string_view word;
};

/// Words that are sought together.
class Words {
 public:
  explicit Words(const std::vector<std::string>& words) : words_(words) {
    for (const std::string& word : words) begins_[byte(word.front())] = true;
  }

  /// The first of them in a text at or behind `from`, the longest there.
  [[nodiscard]] Hit first_in(std::string_view text, std::size_t from) const {
    for (std::size_t at = from; at < text.size(); ++at) {
      if (!begins_[byte(text[at])]) continue;
      const std::string_view rest = text.substr(at);
      Hit longest;
      for (const std::string& word : words_)
        if (rest.starts_with(word) && word.size() > longest.word.size() &&
            !within_word(text, at, word))
          longest = {at, word};
      if (!longest.word.empty()) return longest;
    }
    return {};
  }

 private:
  static std::size_t byte(char c) { return static_cast<unsigned char>(c); }

  const std::vector<std::string>& words_;
  std::array<bool, 256> begins_{};
};

/// What was found as printed: a remark in brackets whole, where the words stand in one.
std::string printed(const Passage& passage, const Unspaced& plain, const Hit& hit) {
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

/// One flaw for all that the passages have of some words; it names the first of them, or of the first few
/// words.
void add_flaw(std::vector<Flaw>& flaws, FlawKind kind, const Narrative& narrative,
              const std::vector<Unspaced>& plains, const std::vector<std::string>& list,
              std::size_t most_named) {
  const Words words(list);
  std::vector<std::string_view> named;
  Flaw flaw = flaw_of(kind, {}, {});
  for (std::size_t p = 0; p < plains.size(); ++p) {
    const Passage& passage = narrative.passages[p];
    const Unspaced& plain = plains[p];
    const PassageLine* last = nullptr;
    for (Hit hit = words.first_in(plain.text, 0); hit.at != std::string::npos;
         hit = words.first_in(plain.text, hit.at + hit.word.size())) {
      // One place a line tells enough.
      const PassageLine* line = line_at(passage, plain.bytes[hit.at]);
      if (line == last) continue;
      last = line;
      if (named.size() < most_named && std::ranges::find(named, hit.word) == named.end()) {
        flaw.text += (named.empty() ? "" : "、") + printed(passage, plain, hit);
        named.push_back(hit.word);
      }
      flaw.places.push_back(place_in(passage, plain.bytes[hit.at]));
    }
  }
  if (!flaw.places.empty()) flaws.push_back(std::move(flaw));
}

}  // namespace

TextFlaws text_flaws(const Narrative& narrative, const Vocabulary& vocabulary) {
  static const std::vector<std::string> marks{"。。", ",,",  ";;", "、、", "。;", ";。",
                                              ",。",  "。,", "::", "、,",  ",、"};
  constexpr std::size_t most_words = 3;
  if (narrative.passages.empty()) return {};
  std::vector<Unspaced> plains;
  for (const Passage& passage : narrative.passages) plains.push_back(unspaced(passage.text));
  TextFlaws flaws{std::vector<Flaw>(), std::vector<Flaw>()};
  for (const std::vector<std::string>& words : vocabulary.template_residue())
    add_flaw(*flaws.template_residue, FlawKind::template_residue, narrative, plains, words,
             most_words);
  add_flaw(*flaws.doubled_marks, FlawKind::doubled_mark, narrative, plains, marks, 1);
  return flaws;
}

}  // namespace budget::inline v1::detail
