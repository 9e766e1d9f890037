// SPDX-License-Identifier: Apache-2.0
#include "claim/clauses.hpp"

#include <budget/base/text.hpp>
#include <budget/subject/ordinal.hpp>

#include <algorithm>

namespace budget::inline v1::detail::claims {

std::size_t opened_behind(std::string_view text) {
  constexpr std::string_view made_of = "，由", because = "，由于";
  if (text.starts_with(made_of) && !text.starts_with(because)) return made_of.size();
  for (const std::string_view mark : {"：", ":"})
    if (text.starts_with(mark)) return mark.size();
  return std::string_view::npos;
}

std::string_view against(std::string_view clause) {
  for (const std::string_view mark : {"与", "等于", "大于", "小于", "高于", "低于"})
    if (const std::size_t found = clause.rfind(mark); found != std::string_view::npos)
      return clause.substr(found + mark.size());
  return clause;
}

std::size_t last_clause(std::string_view text) {
  constexpr std::u32string_view ends = U"，。；：！？,;:";
  std::size_t begin = 0;
  for (std::size_t i = 0; i < text.size();) {
    const CodePoint point = code_point_at(text, i);
    i += point.length;
    if (ends.find(point.value) != std::u32string_view::npos) begin = i;
  }
  return begin;
}

std::size_t first_clause(std::string_view text) {
  constexpr std::u32string_view ends = U"，。；：！？,;:（(";
  for (std::size_t i = 0; i < text.size();) {
    const CodePoint point = code_point_at(text, i);
    if (is_digit(point.value) || ends.find(point.value) != std::u32string_view::npos) return i;
    i += point.length;
  }
  return text.size();
}

bool opens_bracket(std::string_view text) {
  return text.starts_with("（") || text.starts_with("(");
}

Brackets brackets_in(std::string_view text) {
  Brackets brackets;
  for (std::size_t i = 0; i < text.size();) {
    const CodePoint point = code_point_at(text, i);
    i += point.length;
    if (point.value == U'（' || point.value == U'(') ++brackets.opened;
    if (point.value != U'）' && point.value != U')') continue;
    if (brackets.opened > 0)
      --brackets.opened;
    else
      ++brackets.closed;
  }
  return brackets;
}

std::string without_brackets(std::string_view text) {
  std::string kept;
  int open = 0;
  const std::string plain = without_spaces(text);
  for (const char32_t code : CodePoints(plain)) {
    if (code == U'(' || code == U'《') ++open;
    if (open == 0) append_utf8(kept, code);
    if ((code == U')' || code == U'》') && open > 0) --open;
  }
  return kept;
}

std::size_t last_semicolon(std::string_view text) {
  const std::size_t wide = text.rfind("；"), narrow = text.rfind(';');
  if (wide == std::string_view::npos || narrow == std::string_view::npos)
    return std::min(wide, narrow);
  return std::max(wide, narrow);
}

bool ends_open(std::string_view text) {
  return text.ends_with("：") || text.ends_with(":");
}

}  // namespace budget::inline v1::detail::claims
