// SPDX-License-Identifier: Apache-2.0
#include <budget/base/text.hpp>
#include <budget/subject/name.hpp>

#include "disclosure/contents.hpp"
#include "disclosure/flaws.hpp"
#include "disclosure/guess_kind.hpp"
#include "disclosure/sections.hpp"
#include "disclosure/titles.hpp"

#include <algorithm>
#include <set>
#include <string>

namespace budget::inline v1::detail {
namespace {

constexpr std::ptrdiff_t fewest_listed = 3;  // tables; fewer are a selection
constexpr std::size_t longest_entry = 80;    // code points

/// An entry without the dots and the page number behind it.
std::string_view without_leader(std::string_view text) {
  const auto in_leader = [](char32_t c) {
    return is_space(c) || (c >= U'0' && c <= U'9') || c == U'.' || c == U'-' || c == U'_' ||
           c == 0x2026 || c == 0x00B7 || c == 0x2014 || c == 0x2015 || c == 0x22EF || c == 0xFF0E ||
           c == 0x30FB || c == 0x2500;
  };
  std::size_t end = 0;
  for (std::size_t i = 0; i < text.size();) {
    const CodePoint point = code_point_at(text, i);
    i += point.length;
    if (!in_leader(point.value)) end = i;
  }
  return text.substr(0, end);
}

bool is_heading(std::string_view line) {
  if (line.find("目") == std::string_view::npos) return false;
  const std::string text = without_spaces(line);
  return text == "目录" || text == "目次";
}

struct Entry {
  std::string text;
  std::size_t line = 0;
  std::optional<Title> title;  // where it is a table
};

/// Whether an entry, 第二部分 部门预算表, is the heading of the tables that follow it.
bool heads(const Entry& entry, const Entry& next) {
  return next.title && split_name(entry.text).ordinal != split_name(next.text).ordinal;
}

/// The entries below 目录, up to the first that is printed again: there the document itself begins.
std::vector<Entry> entries_of(const Document& document, const Vocabulary& vocabulary) {
  const auto aside = [&](std::size_t line) {
    return std::ranges::binary_search(document.set_aside, line, {}, &SetAside::line);
  };
  std::size_t at = 0;
  while (at < document.lines.size() && !is_heading(document.lines[at].text)) ++at;
  std::vector<Entry> entries;
  std::set<std::string> seen;
  for (++at; at < document.lines.size(); ++at) {
    if (aside(at)) continue;
    const std::string_view line = strip(document.lines[at].text);
    if (line.empty()) continue;
    const std::string text(without_leader(line));
    const bool prose = text.find("。") != std::string::npos;
    if (prose || document.grid_of(at) != nullptr || caption_unit(line) != Unit::unknown ||
        count_code_points(text) > longest_entry || !seen.insert(subject_key(text)).second)
      break;
    entries.push_back({text, at, table_title(text, vocabulary)});
  }
  return entries;
}

/// Whether a title or an entry speaks of a kind of table, perhaps of another one as well
/// (“三公”经费和机关运行经费预算表).
bool speaks_of(const std::string& text, TableKind kind, const Vocabulary& vocabulary) {
  if (const auto title = table_title(text, vocabulary);
      title && title->known && title->kind == kind)
    return true;
  return std::ranges::any_of(vocabulary.table_words(), [&](const TableWords& line) {
    return line.kind == kind && contains_all(text, line.words);
  });
}

}  // namespace

Contents contents_of(const Document& document, const Vocabulary& vocabulary) {
  const std::vector<Entry> entries = entries_of(document, vocabulary);
  Contents contents;
  if (entries.empty()) return contents;
  contents.first = entries.front().line;
  contents.end = entries.back().line + 1;
  for (std::size_t i = 0; i < entries.size(); ++i) {
    const std::optional<Title>& title = entries[i].title;
    if (!title || title->target) continue;
    const bool last = i + 1 == entries.size();
    if (!title->known && !last && heads(entries[i], entries[i + 1])) continue;
    contents.tables.push_back({entries[i].text, document.place(entries[i].line),
                               title->known ? std::optional(title->kind) : std::nullopt});
  }
  return contents;
}

ContentsFlaws contents_flaws(const Disclosure& disclosure, const Vocabulary& vocabulary) {
  const std::vector<ListedTable>& listed = disclosure.contents;
  const auto known =
      std::ranges::count_if(listed, [](const auto& l) { return l.kind.has_value(); });
  // Tables published in a file of their own are listed and not there.
  if (known < fewest_listed || disclosure.tables.empty() || disclosure.of_government) return {};

  const auto is_there = [&](TableKind kind) {
    const auto titled = [&](const auto& one) { return speaks_of(one.title, kind, vocabulary); };
    return std::ranges::any_of(disclosure.tables,
                               [&](const Table& t) { return t.kind == kind || titled(t); }) ||
           std::ranges::any_of(disclosure.regions, titled) ||
           std::ranges::any_of(disclosure.targets, titled);
  };
  ContentsFlaws flaws;
  flaws.listed_not_there.emplace();
  for (const ListedTable& entry : listed)
    if (entry.kind && !is_there(*entry.kind))
      flaws.listed_not_there->push_back(
          flaw_of(FlawKind::listed_not_there, {entry.place}, entry.text));
  if (known < std::ssize(listed)) return flaws;
  flaws.there_not_listed.emplace();
  for (const Table& table : disclosure.tables) {
    const bool found = std::ranges::any_of(listed, [&](const ListedTable& entry) {
      return entry.kind == table.kind || speaks_of(entry.text, table.kind, vocabulary);
    });
    if (table.kind != TableKind::other && !found)
      flaws.there_not_listed->push_back(
          flaw_of(FlawKind::there_not_listed, {table.place}, table.title));
  }
  return flaws;
}

}  // namespace budget::inline v1::detail
