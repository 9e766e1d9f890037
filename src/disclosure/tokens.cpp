// SPDX-License-Identifier: Apache-2.0
#include "disclosure/tokens.hpp"

#include <budget/amount/figure.hpp>
#include <budget/base/text.hpp>

#include <algorithm>

namespace budget::inline v1::detail {
namespace {

constexpr char32_t ideographic_space = 0x3000;

bool all_digits(std::string_view text) {
  return !text.empty() && std::ranges::all_of(text, [](char c) { return c >= '0' && c <= '9'; });
}

/// 1. or （1） before a name, which belongs to it.
bool is_ordinal(std::string_view text) {
  if (all_digits(text.substr(0, text.size() - 1)) && (text.ends_with('.') || text.ends_with(')')))
    return true;
  constexpr std::string_view marks[] = {"．", "、", "）"};
  for (const std::string_view mark : marks)
    if (text.ends_with(mark) && all_digits(text.substr(0, text.size() - mark.size()))) return true;
  return false;
}

void join_ordinals(std::vector<Token>& tokens) {
  for (std::size_t i = 0; i + 1 < tokens.size(); ++i) {
    if (tokens[i + 1].gap != 1 || !tokens[i + 1].is_text() || !is_ordinal(tokens[i].text)) continue;
    tokens[i].text += tokens[i + 1].text;
    tokens[i].end = tokens[i + 1].end;
    tokens[i].kind = TokenKind::text;
    tokens.erase(tokens.begin() + static_cast<std::ptrdiff_t>(i) + 1);
  }
}

/// Cuts the token being built off and starts none.
void finish(TokenLine& result, std::string& current, int begin, int end, int& gap) {
  if (current.empty()) return;
  result.tokens.push_back({current, begin, end, gap, classify(current)});
  current.clear();
  gap = 0;
}

}  // namespace

TokenKind classify(std::string_view token) {
  switch (read_figure(token).state) {
    case FigureState::number:
      return all_digits(token) ? TokenKind::whole_number : TokenKind::amount;
    case FigureState::unreadable: return TokenKind::amount;
    case FigureState::dash: return TokenKind::dash;
    case FigureState::blank:
    case FigureState::label: break;
  }
  return TokenKind::text;
}

std::size_t glued_figure_length(std::string_view token) {
  std::size_t length = 0;
  bool point = false;
  while (length < token.size()) {
    const char c = token[length];
    if (c == '.') point = true;
    if (!((c >= '0' && c <= '9') || c == ',' || c == '.' || (c == '-' && length == 0))) break;
    ++length;
  }
  if (length == 0 || length == token.size() || !point) return 0;
  const std::string_view rest = token.substr(length);
  const auto lead = static_cast<unsigned char>(rest.front());
  if (lead < 0x80) return 0;
  return read_figure(token.substr(0, length)).state == FigureState::number ? length : 0;
}

TokenLine cut(std::size_t line, std::string_view text) {
  TokenLine result;
  result.line = line;
  std::string current;
  int column = 0;
  int begin = 0;
  int gap = 0;
  for (std::size_t i = 0; i < text.size();) {
    const CodePoint point = code_point_at(text, i);
    if (is_invisible(point.value)) {
      i += point.length;
      continue;
    }
    if (is_space(point.value)) {
      finish(result, current, begin, column, gap);
      if (point.value == ideographic_space && !result.printed()) {
        ++result.indent;
      } else {
        ++gap;
      }
    } else {
      if (current.empty()) begin = column;
      current.append(text, i, point.length);
    }
    ++column;
    i += point.length;
  }
  finish(result, current, begin, column, gap);
  join_ordinals(result.tokens);
  result.trail = result.printed() ? gap : 0;
  result.lead = result.printed() ? result.tokens.front().gap : gap;
  return result;
}

}  // namespace budget::inline v1::detail
