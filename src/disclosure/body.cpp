// SPDX-License-Identifier: Apache-2.0
#include <budget/base/text.hpp>
#include <budget/subject/name.hpp>

#include "base/contains.hpp"
#include "disclosure/rows.hpp"
#include "disclosure/sections.hpp"

#include <algorithm>
#include <array>
#include <charconv>

namespace budget::inline v1::detail {
namespace {

bool total_word(std::string_view key) {
  constexpr std::array<std::string_view, 5> words{"合计", "总计", "部门合计", "单位合计",
                                                  "收入总计"};
  return std::ranges::find(words, key) != words.end();
}

/// The first line below the header.
bool starts_body(const TokenLine& line, bool header_has_amounts) {
  if (numbers_columns(line)) return true;
  const std::string text = plain(line);
  if (is_note_line(without_spaces(text))) return true;
  if (std::ranges::any_of(line.tokens, [](const Token& t) {
        return t.kind == TokenKind::amount || t.kind == TokenKind::whole_number;
      }))
    return true;
  const Token& first = line.tokens.front();
  if (split_name(first.text).ordinal != OrdinalStyle::none) return true;
  const std::string key = subject_key(text);
  if (header_has_amounts && total_word(key)) return true;
  return header_has_amounts && line.trail > 1;
}

}  // namespace

std::size_t column_numbers(const TokenLine& line) {
  if (line.tokens.size() < 2) return 0;
  int expected = 0;
  for (std::size_t i = 0; i < line.tokens.size(); ++i) {
    const std::string& text = line.tokens[i].text;
    if (i == 0 && (text == "栏次" || text == "行次")) continue;
    int value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (error != std::errc() || end != text.data() + text.size()) return 0;
    if (value != ++expected) return 0;
  }
  return expected > 1 ? static_cast<std::size_t>(expected) : 0;
}

bool numbers_columns(const TokenLine& line) {
  if (column_numbers(line) > 0) return true;
  bool said = false;
  for (const Token& token : line.tokens) {
    const bool word = token.text == "栏次" || token.text == "列次" || token.text == "行次";
    said = said || word;
    const bool formula = token.text.find_first_not_of("0123456789=+-*/%()") == std::string::npos;
    if (!word && !formula) return false;
  }
  return said;
}

bool is_note_line(std::string_view text) {
  return text.starts_with("注：") || text.starts_with("注:") || text.starts_with("备注：") ||
         text.starts_with("备注:") || text.starts_with("说明：") || text.starts_with("说明:") ||
         text.starts_with("注1") || text.starts_with("此表无数据") ||
         text.starts_with("本表无数据");
}

bool states_empty(std::string_view text) {
  return contains(text, "无数据") || contains(text, "无该项") || contains(text, "无此项") ||
         contains(text, "没有该项") || contains(text, "没有此项") || contains(text, "空表") ||
         contains(text, "没有数据") ||
         (contains(text, "无") && (contains(text, "收支") || contains(text, "预算") ||
                                   contains(text, "支出") || contains(text, "安排")));
}

std::size_t header_length(const std::vector<TokenLine>& lines, const Vocabulary& vocabulary) {
  bool amounts = false;
  for (std::size_t i = 0; i < lines.size(); ++i) {
    if (!lines[i].printed()) continue;
    if (starts_body(lines[i], amounts)) return i;
    for (const Token& token : lines[i].tokens)
      for (const ColumnTerm& term : vocabulary.column(token.text))
        amounts = amounts || term.role == ColumnRole::amount;
  }
  return lines.size();
}

}  // namespace budget::inline v1::detail
