// SPDX-License-Identifier: Apache-2.0
#include "disclosure/cover.hpp"

#include <budget/base/text.hpp>
#include <budget/disclosure/vocabulary.hpp>

#include "base/contains.hpp"
#include "disclosure/titles.hpp"

#include <algorithm>
#include <array>
#include <map>

namespace budget::inline v1::detail {
namespace {

constexpr std::size_t longest_line = 60;  // code points of a title
constexpr std::size_t shortest_name = 3;  // code points of a body's name
constexpr std::size_t year_bytes = 4 + std::string_view("年").size();

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

bool drop(std::string_view& text, std::string_view prefix) {
  if (!text.starts_with(prefix)) return false;
  text.remove_prefix(prefix.size());
  return true;
}

/// [021]阳泉市财政局,… or 021-阳泉市财政局: a body with its code in a budget system.
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

/// Where 20xx年 begins, or npos.
std::size_t find_year(std::string_view text) {
  for (std::size_t at = text.find("20"); at != std::string_view::npos; at = text.find("20", at + 1))
    if (year_in(text.substr(at, year_bytes)) && (at == 0 || !is_digit(text[at - 1]))) return at;
  return std::string_view::npos;
}

bool may_be_name(std::string_view text) {
  constexpr std::array<std::string_view, 10> not_in_names{"。", "，", "；",   "：",   ":",
                                                          "、", "《", "目录", "公开", "关于"};
  return count_code_points(text) >= shortest_name && count_code_points(text) <= longest_line / 2 &&
         std::ranges::none_of(text, is_digit) &&
         std::ranges::none_of(not_in_names, [&](std::string_view w) { return contains(text, w); });
}

void drop_part_number(std::string_view& text) {
  std::string_view rest = text;
  if (drop(rest, "第") && !take_number(rest).empty() && drop(rest, "部分")) text = rest;
}

/// The body after one of the words that covers and captions put before it.
Body captioned_body(const std::string& text) {
  for (const std::string_view word : {"部门", "编制部门", "编制单位", "单位"}) {
    Body body = parse_body(caption_value(text, word));
    if (!body.name.empty() && !parse_unit(body.name)) return body;
  }
  return {};
}

std::string captioned_on_cover(const Document& document) {
  constexpr std::size_t cover = 15;  // lines
  const std::size_t count = std::min(cover, document.lines.size());
  for (std::size_t i = 0; i < count; ++i)
    if (const Body body = captioned_body(document.lines[i].text); !body.name.empty())
      return body.name;
  return {};
}

}  // namespace

std::optional<CoverTitle> cover_title(std::string_view line) {
  const std::string key = without_spaces(line);
  if (count_code_points(key) > longest_line || contains(key, "。") || contains(key, "，"))
    return std::nullopt;
  std::string_view text = key;
  drop_part_number(text);
  const std::size_t at = find_year(text);
  if (at == std::string_view::npos) return std::nullopt;
  CoverTitle title;
  title.year = *year_in(text.substr(at, year_bytes));
  std::string_view rest = text.substr(at + year_bytes);
  drop(rest, "度");
  for (const std::string_view level : {"区级", "市级", "县级", "省级", "本级"})
    if (drop(rest, level)) break;
  if (!drop(rest, "部门（单位）")) {
    if (drop(rest, "部门")) title.scope = BodyScope::department;
    if (drop(rest, "单位"))
      title.scope = title.scope == BodyScope::unknown ? BodyScope::unit : BodyScope::unknown;
  }
  if (rest.starts_with("决算"))
    title.kind = DisclosureKind::final_account;
  else if (!rest.starts_with("预算"))
    return std::nullopt;
  if (const std::string_view body = text.substr(0, at); may_be_name(body)) title.body = body;
  return title;
}

std::vector<CoverTitle> cover_titles(const Document& document) {
  std::vector<CoverTitle> titles;
  std::string above;
  for (const Line& line : document.lines) {
    std::string text = without_spaces(line.text);
    if (text.empty()) continue;
    auto title = cover_title(text);
    if (titles.empty()) {
      // A cover breaks its title anywhere: after the name, or after the year.
      if (title && title->body.empty() && text.starts_with("20") && may_be_name(above))
        title->body = above;
      else if (!title && find_year(above) != std::string::npos)
        title = cover_title(above + text);
    }
    if (title) titles.push_back(std::move(*title));
    above = std::move(text);
  }
  return titles;
}

Body find_body(const std::vector<Section>& sections, const Document& document,
               const std::vector<CoverTitle>& titles) {
  std::map<std::string, int> names;
  std::map<std::string, std::string> codes;
  for (const Section& section : sections) {
    for (const TokenLine& line : section.caption) {
      const Body body = captioned_body(plain(line));
      if (body.name.empty()) continue;
      ++names[body.name];
      if (!body.code.empty()) codes.try_emplace(body.name, body.code);
    }
    if (section.kind != SectionKind::target_table) continue;
    for (const TokenLine& line : section.lines)
      for (const Token& token : line.tokens)
        if (const Body body = parse_body(token.text); !body.code.empty())
          codes.try_emplace(body.name, body.code);
  }
  Body result;
  result.name = most_frequent(names).value_or("");
  if (result.name.empty()) result.name = captioned_on_cover(document);
  if (result.name.empty()) {
    std::map<std::string, int> titled;
    for (const CoverTitle& title : titles)
      if (!title.body.empty()) ++titled[title.body];
    result.name = most_frequent(titled).value_or("");
  }
  if (const auto code = codes.find(result.name); code != codes.end()) result.code = code->second;
  return result;
}

BodyScope scope_of(const std::vector<CoverTitle>& titles, const std::vector<Section>& sections) {
  const auto only = [](int departments, int units) {
    if (departments > 0 && units == 0) return BodyScope::department;
    return units > 0 && departments == 0 ? BodyScope::unit : BodyScope::unknown;
  };
  int departments = 0, units = 0;
  for (const Section& section : sections) {
    if (section.kind != SectionKind::table) continue;
    const bool unit = contains(section.title, "单位收") || contains(section.title, "单位支") ||
                      contains(section.title, "单位财");
    const bool department = contains(section.title, "部门收") ||
                            contains(section.title, "部门支") || contains(section.title, "部门财");
    units += unit ? 1 : 0;
    departments += department ? 1 : 0;
  }
  if (departments + units > 0) return only(departments, units);
  for (const CoverTitle& title : titles) {
    departments += title.scope == BodyScope::department ? 1 : 0;
    units += title.scope == BodyScope::unit ? 1 : 0;
  }
  return only(departments, units);
}

std::optional<int> year_of_cover(const Document& document) {
  constexpr std::size_t longest = 40;  // code points
  for (const Line& line : document.lines) {
    const std::string text = without_spaces(line.text);
    if (count_code_points(text) > longest) continue;
    if (!contains(text, "预算") && !contains(text, "决算")) continue;
    if (const auto year = year_in(text)) return year;
  }
  return std::nullopt;
}

}  // namespace budget::inline v1::detail
