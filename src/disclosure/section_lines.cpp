// SPDX-License-Identifier: Apache-2.0
#include "disclosure/section_lines.hpp"

#include <budget/base/text.hpp>
#include <budget/subject/name.hpp>

#include "base/contains.hpp"
#include "disclosure/rows.hpp"
#include "disclosure/sections.hpp"
#include "disclosure/titles.hpp"

#include <algorithm>
#include <array>

namespace budget::inline v1::detail {
namespace {}  // namespace

bool part_heading(std::string_view key) {
  constexpr std::string_view before = "第";
  constexpr std::string_view after = "部分";
  if (!key.starts_with(before)) return false;
  std::string_view rest = key.substr(before.size());
  return !take_number(rest).empty() && rest.starts_with(after);
}

bool is_note(std::string_view key) {
  return is_note_line(key) || key.starts_with("备注");
}

bool narrative_line(const TokenLine& line, const std::string& text) {
  if (is_note(without_spaces(text))) return false;
  if (contains(text, "。") || contains(text, "；")) return true;
  if (std::ranges::any_of(line.tokens, &Token::is_figure) || line.trail > 1) return false;
  const PrintedName name = split_name(text);
  constexpr std::array<std::string_view, 4> endings{"说明", "情况", "原因", "解释"};
  if (line.tokens.size() > 1 && name.ordinal == OrdinalStyle::none) return false;
  return name.key == "目录" ||
         std::ranges::any_of(endings, [&](std::string_view e) { return name.key.ends_with(e); });
}

bool row_like(const TokenLine& line) {
  return std::ranges::any_of(line.tokens, &Token::is_figure) || line.trail > 1 ||
         (line.lead > 1 && line.tokens.size() > 1);
}

bool caption_line(const std::string& text) {
  return !caption_value(text, "单位").empty() || !caption_value(text, "部门").empty() ||
         !caption_value(text, "部门名称").empty();
}

}  // namespace budget::inline v1::detail
