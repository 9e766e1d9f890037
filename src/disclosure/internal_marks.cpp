// SPDX-License-Identifier: Apache-2.0
#include <budget/base/text.hpp>

#include "disclosure/flaws.hpp"

#include <algorithm>
#include <string>

namespace budget::inline v1::detail {
namespace {

constexpr std::size_t longest_shown = 20;  // code points
constexpr std::size_t widely_set = 120;    // bytes

/// A text that is a shorter one several times over, as that one: 内部内部内部 → 内部.
std::string_view period_of(std::string_view text) {
  for (std::size_t size = 1; 2 * size <= text.size(); ++size) {
    if (text.size() % size != 0) continue;
    if (text.substr(size) == text.substr(0, text.size() - size)) return text.substr(0, size);
  }
  return text;
}

/// Whether a mark is all that a line says, or stands in brackets at an end of it: …报告（送审稿）.
bool stands_alone(std::string_view text, std::string_view mark) {
  if (text == mark) return true;
  if (text.find(mark) == std::string_view::npos) return false;
  for (const auto& [open, close] :
       {std::pair("（", "）"), std::pair("(", ")"), std::pair("【", "】"), std::pair("[", "]"),
        std::pair("〔", "〕")}) {
    const std::string bracketed = open + std::string(mark) + close;
    if (text.starts_with(bracketed) || text.ends_with(bracketed)) return true;
  }
  return false;
}

class Search {
 public:
  Search(const Document& document, const Vocabulary& vocabulary)
      : document_(document), vocabulary_(vocabulary) {}

  void line(std::string_view printed, std::size_t line) {
    // Only a short line is set with blanks between its characters.
    const std::string text =
        printed.size() <= widely_set ? without_spaces(printed) : std::string(printed);
    for (const InternalMark& mark : vocabulary_.internal_marks()) {
      const bool stands =
          mark.anywhere ? text.find(mark.text) != std::string::npos : stands_alone(text, mark.text);
      if (!stands) continue;
      add(mark, text, document_.place(line));
      return;
    }
  }

  std::vector<Flaw> flaws() && { return std::move(flaws_); }

 private:
  void add(const InternalMark& mark, const std::string& text, Place place) {
    const std::string shown = count_code_points(text) <= longest_shown ? text : mark.text;
    auto flaw = std::ranges::find(flaws_, shown, &Flaw::text);
    if (flaw == flaws_.end()) {
      flaws_.push_back(flaw_of(FlawKind::internal_mark, {}, shown));
      flaw = flaws_.end() - 1;
    }
    if (!flaw->places.empty() && place.page > 0 && flaw->places.back().page == place.page) return;
    flaw->places.push_back(std::move(place));
  }

  const Document& document_;
  const Vocabulary& vocabulary_;
  std::vector<Flaw> flaws_;
};

}  // namespace

FoundFlaws internal_marks(const std::vector<Section>& sections, const Document& document,
                          const Vocabulary& vocabulary) {
  Search search(document, vocabulary);
  // The pieces of a watermark stand below each other.
  const std::vector<SetAside>& aside = document.set_aside;
  for (std::size_t i = 0; i < aside.size(); ++i) {
    const std::size_t first = aside[i].line;
    std::string text = without_spaces(document.lines[first].text);
    if (aside[i].what == Furniture::watermark) {
      const int page = document.lines[first].page;
      for (; i + 1 < aside.size() && aside[i + 1].what == Furniture::watermark &&
             document.lines[aside[i + 1].line].page == page;
           ++i)
        text += without_spaces(document.lines[aside[i + 1].line].text);
    } else if (aside[i].what == Furniture::hidden) {
      continue;
    }
    search.line(std::string(period_of(text)), first);
  }
  for (const Section& section : sections) {
    for (const auto* lines : {&section.caption, &section.lines}) {
      for (const TokenLine& line : *lines)
        if (line.printed() && document.grid_of(line.line) == nullptr)
          search.line(document.lines[line.line].text, line.line);
    }
  }
  return std::move(search).flaws();
}

}  // namespace budget::inline v1::detail
