// SPDX-License-Identifier: Apache-2.0
#include <budget/base/text.hpp>
#include <budget/subject/name.hpp>

#include "disclosure/flaws.hpp"

#include <algorithm>
#include <map>
#include <string>

namespace budget::inline v1::detail {
namespace {

constexpr std::size_t shortest_section = 40;   // code points of prose below a repeated heading
constexpr std::size_t shortest_passage = 20;   // code points of what follows itself
constexpr std::size_t longest_passage = 80;    // lines of what follows itself
constexpr std::size_t longest_section = 2000;  // lines compared
constexpr std::size_t most_earlier = 8;        // places of one text that are compared

struct NarrativeLine {
  std::string key;  // without blanks
  std::size_t line = 0;
  bool heading = false;  // 一、…, perhaps with its prose in the same paragraph
};

bool has_sentence(const std::string& text) {
  return text.find("。") != std::string::npos;
}

std::vector<NarrativeLine> narrative_of(const std::vector<Section>& sections) {
  std::vector<NarrativeLine> lines;
  for (const Section& section : sections) {
    if (section.kind != SectionKind::narrative) continue;
    for (const TokenLine& line : section.lines) {
      if (!line.printed()) continue;
      const std::string text = plain(line);
      lines.push_back(
          {without_spaces(text), line.line, split_name(text).ordinal == OrdinalStyle::chinese});
    }
  }
  return lines;
}

/// Whether lines hold prose, headings aside: a sentence, and enough of it.
bool holds_prose(const std::vector<NarrativeLine>& lines, std::size_t first, std::size_t count,
                 std::size_t least) {
  std::size_t length = 0;
  bool sentence = false;
  for (std::size_t i = first; i < first + count; ++i) {
    const bool ends = has_sentence(lines[i].key);
    if (lines[i].heading && !ends) continue;
    length += count_code_points(lines[i].key);
    sentence = sentence || ends;
  }
  return sentence && length >= least;
}

/// How many lines from `b` on repeat those from `a` on, at most up to `b`.
std::size_t run_length(const std::vector<NarrativeLine>& lines, std::size_t a, std::size_t b) {
  const std::size_t most = std::min({b - a, lines.size() - b, longest_section});
  std::size_t count = 0;
  while (count < most && lines[a + count].key == lines[b + count].key) ++count;
  return count;
}

}  // namespace

FoundFlaws repeated_passages(const std::vector<Section>& sections, const Document& document) {
  const std::vector<NarrativeLine> lines = narrative_of(sections);
  if (lines.empty()) return std::nullopt;
  std::vector<Flaw> flaws;
  std::map<std::string_view, std::vector<std::size_t>> before;  // where a line stood already
  for (std::size_t i = 0; i < lines.size();) {
    std::size_t repeated = 0;
    std::size_t first = 0;
    std::vector<std::size_t>& same = before[lines[i].key];
    for (const std::size_t earlier : same) {
      if (!lines[i].heading && i - earlier > longest_passage) continue;
      const std::size_t count = run_length(lines, earlier, i);
      const bool follows = earlier + count == i;
      const bool twice = (lines[i].heading && holds_prose(lines, i, count, shortest_section)) ||
                         (follows && holds_prose(lines, i, count, shortest_passage));
      if (!twice || count <= repeated) continue;
      repeated = count;
      first = earlier;
    }
    if (repeated > 0)
      flaws.push_back(flaw_of(FlawKind::repeated_passage,
                              {document.place(lines[i].line), document.place(lines[first].line)},
                              std::string(strip(document.lines[lines[i].line].text))));
    if (same.size() == most_earlier) same.erase(same.begin() + 1);
    same.push_back(i);
    i += std::max<std::size_t>(repeated, 1);
  }
  return flaws;
}

}  // namespace budget::inline v1::detail
