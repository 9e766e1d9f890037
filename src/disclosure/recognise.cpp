// SPDX-License-Identifier: Apache-2.0
#include <budget/base/error.hpp>
#include <budget/base/text.hpp>
#include <budget/disclosure/recognise.hpp>

#include "disclosure/grid_table.hpp"
#include "disclosure/header.hpp"
#include "disclosure/sections.hpp"
#include "disclosure/text_table.hpp"

#include <algorithm>
#include <map>

namespace budget::inline v1 {
namespace {

using detail::Section;
using detail::SectionKind;
using detail::TokenLine;

template <class Key>
std::optional<Key> most_frequent(const std::map<Key, int>& counts) {
  const auto most = std::ranges::max_element(counts, {}, [](const auto& c) { return c.second; });
  return most == counts.end() ? std::nullopt : std::optional(most->first);
}

/// [021]阳泉市财政局,… or 021-阳泉市财政局: a body with its code in a budget system.
struct Body {
  std::string code;
  std::string name;
};

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

Body parse_body(std::string_view text) {
  Body body;
  std::string_view rest = text;
  if (rest.starts_with('[')) {
    const auto end = rest.find(']');
    if (end != std::string_view::npos && std::ranges::all_of(rest.substr(1, end - 1), is_digit)) {
      body.code = rest.substr(1, end - 1);
      rest.remove_prefix(end + 1);
    }
  } else {
    std::size_t digits = 0;
    while (digits < rest.size() && is_digit(rest[digits])) ++digits;
    if (digits >= 3 && digits < rest.size() && rest[digits] == '-') {
      body.code = rest.substr(0, digits);
      rest.remove_prefix(digits + 1);
    }
  }
  body.name = rest.substr(0, rest.find(','));
  return body;
}

/// The body that captions name, the name most of them print, and its code wherever one is printed
/// before that name.
Body find_body(const std::vector<Section>& sections) {
  std::map<std::string, int> names;
  std::map<std::string, std::string> codes;
  for (const Section& section : sections) {
    for (const TokenLine& line : section.caption) {
      const std::string text = detail::plain(line);
      for (const std::string_view word : {"部门", "编制部门", "编制单位", "单位"}) {
        const Body body = parse_body(detail::caption_value(text, word));
        if (body.name.empty() || parse_unit(body.name)) continue;
        ++names[body.name];
        if (!body.code.empty()) codes.try_emplace(body.name, body.code);
        break;
      }
    }
    if (section.kind != SectionKind::target_table) continue;
    for (const TokenLine& line : section.lines)
      for (const detail::Token& token : line.tokens)
        if (const Body body = parse_body(token.text); !body.code.empty())
          codes.try_emplace(body.name, body.code);
  }
  Body result;
  result.name = most_frequent(names).value_or("");
  if (const auto code = codes.find(result.name); code != codes.end()) result.code = code->second;
  return result;
}

/// The year in the first short line that names a budget or final account, as covers print it.
std::optional<int> year_of_cover(const Document& document) {
  constexpr std::size_t longest = 40;  // code points
  for (const Line& line : document.lines) {
    const std::string text = without_spaces(line.text);
    if (count_code_points(text) > longest) continue;
    if (text.find("预算") == std::string::npos && text.find("决算") == std::string::npos) continue;
    if (const auto year = year_in(text)) return year;
  }
  return std::nullopt;
}

RegionKind region_kind(SectionKind kind) {
  switch (kind) {
    case SectionKind::target_table: return RegionKind::target_table;
    case SectionKind::unrecognised_table: return RegionKind::unrecognised_table;
    case SectionKind::narrative:
    case SectionKind::table: break;
  }
  return RegionKind::narrative;
}

void add_region(Disclosure& disclosure, const Section& section, const Document& document) {
  const auto printed = [](const TokenLine& line) { return line.printed(); };
  const auto first = std::ranges::find_if(section.lines, printed);
  if (first == section.lines.end()) return;
  const auto last = std::ranges::find_if(section.lines.rbegin(), section.lines.rend(), printed);
  disclosure.regions.push_back({region_kind(section.kind), section.title,
                                document.place(first->line), document.place(last->line)});
}

void add_table(Disclosure& disclosure, const Section& section, const Document& document,
               const Vocabulary& vocabulary) {
  detail::TextTable read = detail::has_grid(section, document)
                               ? detail::read_grid_table(section, document, vocabulary)
                               : detail::read_text_table(section, document, vocabulary);
  const std::string id = detail::numbered('t', disclosure.tables.size() + 1);
  if (read.understood) {
    read.table.id = id;
    disclosure.tables.push_back(std::move(read.table));
  } else {
    disclosure.regions.push_back(
        {RegionKind::unrecognised_table, section.title, read.table.place, read.table.last});
  }
  for (NotRead& line : read.not_read) {
    if (read.understood) line.table = id;
    disclosure.not_read.push_back(std::move(line));
  }
}

/// Says what stands there instead of tables, and where.
ReadError no_table(const Document& document, const std::vector<Section>& sections) {
  const auto titled =
      std::ranges::find_if(sections, [](const Section& s) { return s.kind == SectionKind::table; });
  const Place file{document.source, 0, 0, 0, {}};
  if (titled == sections.end())
    return {
        "disclosure.no_table",
        {"没有找到任何预算或决算公开表：没有一个已知的表名之下有表格",
         "no table of a budget or final account found: no known table title has a table below it"},
        file};
  return {"disclosure.no_table",
          {"没有找到任何预算或决算公开表：“" + titled->title + "”之下没有表格",
           "no table of a budget or final account found: no table stands below “" + titled->title +
               "”"},
          document.place(titled->caption.front().line)};
}

}  // namespace

Disclosure recognise(const Document& document, const Vocabulary& vocabulary) {
  const std::vector<Section> sections = detail::find_sections(document, vocabulary);
  Disclosure disclosure;
  disclosure.source = document.source;
  disclosure.sha256 = document.sha256;
  disclosure.pages = document.pages;
  std::map<int, int> years;
  int final_accounts = 0;
  int titles = 0;
  for (const Section& section : sections) {
    if (section.kind == SectionKind::table) {
      add_table(disclosure, section, document, vocabulary);
      for (const TokenLine& line : section.caption)
        if (const auto year = year_in(detail::plain(line))) ++years[*year];
      ++titles;
      if (section.title.find("决算") != std::string::npos) ++final_accounts;
    } else {
      add_region(disclosure, section, document);
    }
  }
  if (disclosure.tables.empty()) throw no_table(document, sections);
  const Body body = find_body(sections);
  disclosure.organisation = body.name;
  disclosure.organisation_code = body.code;
  disclosure.year = years.empty() ? year_of_cover(document) : most_frequent(years);
  disclosure.kind =
      2 * final_accounts > titles ? DisclosureKind::final_account : DisclosureKind::budget;
  return disclosure;
}

}  // namespace budget::inline v1
