// SPDX-License-Identifier: Apache-2.0
#include <budget/base/text.hpp>
#include <budget/subject/name.hpp>

#include "disclosure/narrative.hpp"
#include "disclosure/section_lines.hpp"

#include <algorithm>
#include <array>
#include <string>
#include <utility>

namespace budget::inline v1::detail {
namespace {

constexpr std::size_t neighbours = 20;          // lines either side that tell how wide lines are
constexpr std::size_t longest_heading = 50;     // code points
constexpr std::size_t longest_page_number = 4;  // digits
constexpr std::size_t narrowest_prose = 30;     // columns of a line that is broken
constexpr std::size_t longest_piece = 4096;     // bytes of a line between two known places

struct PrintedLine {
  std::string_view text;  // stripped
  std::size_t width = 0;  // columns
  Place place;
  bool indented = false;
};

char32_t last_of(std::string_view text) {
  if (text.empty()) return 0;
  std::size_t begin = text.size() - 1;
  while (begin > 0 && is_inside_character(text, begin)) --begin;
  return code_point_at(text, begin).value;
}

bool is_one_of(char32_t code, std::u32string_view codes) {
  return codes.find(code) != std::u32string_view::npos;
}

bool ends_sentence(std::string_view text) {
  return is_one_of(last_of(text), U"。！？；：!?;:");
}

/// A mark that never begins a line of its own.
bool begins_with_mark(std::string_view text) {
  return is_one_of(code_point_at(text, 0).value, U"，。；：、！？）》”’％%,;)");
}

/// A figure cut from its unit, or within its digits.
bool cuts_figure(std::string_view before, std::string_view after) {
  const auto is_digit = [](char32_t c) { return c >= U'0' && c <= U'9'; };
  const char32_t last = last_of(before);
  const char32_t first = code_point_at(after, 0).value;
  if (is_digit(last)) return is_one_of(first, U"元万亿千百%％倍个家辆台人户");
  return is_one_of(last, U".,") && is_digit(first) && after.find("万元") != std::string_view::npos;
}

bool begins_item(std::string_view text) {
  return split_name(text).ordinal != OrdinalStyle::none || part_heading(without_spaces(text));
}

bool is_bare_number(std::string_view text) {
  return text.size() <= longest_page_number &&
         std::ranges::all_of(text, [](char c) { return c >= '0' && c <= '9'; });
}

bool ends_heading(std::string_view text) {
  constexpr std::array<std::string_view, 9> endings{"说明", "情况", "原因", "解释", "概况",
                                                    "职能", "构成", "设置", "目标"};
  const std::string key = without_spaces(text);
  return std::ranges::any_of(endings, [&](std::string_view e) { return key.ends_with(e); });
}

bool is_prose(std::string_view text) {
  return std::ranges::any_of(CodePoints(text),
                             [](char32_t code) { return is_one_of(code, U"，。；"); });
}

std::vector<PrintedLine> lines_of(const Section& section, const Document& document,
                                  const Contents& contents) {
  std::vector<PrintedLine> lines;
  for (const TokenLine& line : section.lines) {
    if (!line.printed() || (line.line >= contents.first && line.line < contents.end)) continue;
    const Grid* grid = document.grid_of(line.line);
    if (grid != nullptr && grid->columns > 1) continue;
    const std::string_view whole = document.lines[line.line].text;
    PrintedLine one{strip(whole), 0, document.place(line.line), false};
    const auto before = static_cast<std::size_t>(one.text.data() - whole.data());
    if (one.place.sheet.empty())
      one.place.column = 1 + static_cast<int>(count_code_points(whole.substr(0, before)));
    // An item of a list is set in by less.
    one.indented = display_width(whole.substr(0, before)) >= (begins_item(one.text) ? 1U : 4U);
    one.width = display_width(one.text);
    lines.push_back(std::move(one));
  }
  return lines;
}

/// How wide the lines around each line are.
std::vector<std::size_t> widths_around(const std::vector<PrintedLine>& lines) {
  std::vector<std::size_t> widest(lines.size());
  for (std::size_t i = 0; i < lines.size(); ++i) {
    const std::size_t first = i > neighbours ? i - neighbours : 0;
    const std::size_t end = std::min(lines.size(), i + neighbours + 1);
    for (std::size_t j = first; j < end; ++j) widest[i] = std::max(widest[i], lines[j].width);
  }
  return widest;
}

/// Bytes of the characters that a text begins with and that end within so many bytes.
std::size_t whole_characters(std::string_view text, std::size_t most) {
  if (text.size() <= most) return text.size();
  while (most > 1 && is_inside_character(text, most)) --most;
  return most;
}

class Joiner {
 public:
  explicit Joiner(std::vector<Passage>& passages) : passages_(passages) {}

  void add(const std::vector<PrintedLine>& lines) {
    const std::vector<std::size_t> widest = widths_around(lines);
    const PrintedLine* before = nullptr;
    for (std::size_t i = 0; i < lines.size(); ++i) {
      const PrintedLine& line = lines[i];
      if (is_bare_number(line.text) && is_page_number(lines, widest, i)) continue;
      if (before != nullptr && (goes_on(*before, widest[i], line) ||
                                (set_in_ && fills(*before, widest[i]) && is_flush(line)))) {
        append(line);
      } else {
        begin(line);
        set_in_ = line.indented;
      }
      before = &line;
    }
  }

 private:
  /// A number alone between lines of prose is the page's: prose fills its lines.
  static bool is_page_number(const std::vector<PrintedLine>& lines,
                             const std::vector<std::size_t>& widest, std::size_t i) {
    const auto is_prose = [&](std::size_t other) {
      return other >= lines.size() || 2 * lines[other].width >= widest[i];
    };
    return is_prose(i - 1) && is_prose(i + 1);
  }

  static bool fills(const PrintedLine& line, std::size_t widest) {
    return line.width + 6 >= widest;
  }

  /// A line that begins no paragraph where paragraphs are set in.
  static bool is_flush(const PrintedLine& line) {
    return !line.indented && !begins_item(line.text) && !part_heading(without_spaces(line.text));
  }

  static bool goes_on(const PrintedLine& before, std::size_t widest, const PrintedLine& line) {
    if (begins_with_mark(line.text) || cuts_figure(before.text, line.text)) return true;
    if (begins_item(line.text) || part_heading(without_spaces(before.text))) return false;
    if (ends_sentence(before.text)) return false;
    if (is_prose(before.text)) return before.width >= narrowest_prose;
    // What has no pages comes in paragraphs and not in lines: a heading is whole.
    if (line.place.page == 0) return false;
    // Less than two characters short of full, for a heading; a line of prose may be cut sooner.
    if (ends_heading(before.text) && before.width + 4 < widest) return false;
    return 10 * before.width >= 8 * std::max(widest, narrowest_prose);
  }

  void begin(const PrintedLine& line) {
    Passage passage;
    put(passage, line);
    const PrintedName name = split_name(line.text);
    passage.ordinal = name.ordinal;
    passage.number = name.number;
    passages_.push_back(std::move(passage));
  }

  void append(const PrintedLine& line) {
    Passage& passage = passages_.back();
    const auto is_latin = [](char32_t c) {
      return (c >= U'a' && c <= U'z') || (c >= U'A' && c <= U'Z');
    };
    if (is_latin(last_of(passage.text)) && is_latin(code_point_at(line.text, 0).value))
      passage.text += ' ';
    put(passage, line);
  }

  static void put(Passage& passage, const PrintedLine& line) {
    Place place = line.place;
    std::string_view rest = line.text;
    do {
      const std::size_t bytes = whole_characters(rest, longest_piece);
      passage.lines.push_back({passage.text.size(), place});
      passage.text += rest.substr(0, bytes);
      if (place.column > 0)
        place.column += static_cast<int>(count_code_points(rest.substr(0, bytes)));
      rest.remove_prefix(bytes);
    } while (!rest.empty());
  }

  std::vector<Passage>& passages_;
  bool set_in_ = false;  // the first line of the last passage
};

bool is_heading(const Passage& passage) {
  if (count_code_points(passage.text) > longest_heading) return false;
  if (part_heading(without_spaces(passage.text))) return true;
  if (is_one_of(last_of(passage.text), U"。；，、,;.")) return false;
  if (passage.text.find("。") != std::string::npos ||
      passage.text.find("万元") != std::string::npos)
    return false;
  return passage.ordinal != OrdinalStyle::none || ends_heading(passage.text);
}

/// Gives every passage the heading or item that it stands below. Which style of ordinals is the outer
/// one differs between documents: a style that is open closes what was opened since.
void nest(std::vector<Passage>& passages) {
  std::vector<int> open;
  std::vector<OrdinalStyle> styles;
  for (std::size_t i = 0; i < passages.size(); ++i) {
    Passage& passage = passages[i];
    const bool part = part_heading(without_spaces(passage.text));
    passage.heading = is_heading(passage);
    if (part) {
      open.clear();
      styles.clear();
    } else if (passage.ordinal != OrdinalStyle::none) {
      const auto same = std::ranges::find(styles, passage.ordinal);
      if (same != styles.end()) {
        open.resize(static_cast<std::size_t>(same - styles.begin()));
        styles.resize(open.size());
      }
    } else if (passage.heading) {
      // A title without an ordinal heads what follows up to the next part.
      open.clear();
      styles.clear();
    }
    passage.parent = open.empty() ? -1 : open.back();
    if (part || passage.heading || passage.ordinal != OrdinalStyle::none) {
      open.push_back(static_cast<int>(i));
      styles.push_back(part ? OrdinalStyle::none : passage.ordinal);
    }
  }
}

}  // namespace

std::vector<Passage> passages_of(const std::vector<Section>& sections, const Document& document,
                                 const Contents& contents) {
  std::vector<Passage> passages;
  for (const Section& section : sections)
    if (section.kind == SectionKind::narrative)
      Joiner(passages).add(lines_of(section, document, contents));
  nest(passages);
  return passages;
}

}  // namespace budget::inline v1::detail
