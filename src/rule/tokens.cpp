// SPDX-License-Identifier: Apache-2.0
#include "rule/tokens.hpp"

#include <budget/base/split.hpp>
#include <budget/base/text.hpp>

#include <array>
#include <utility>

namespace budget::inline v1::detail::rules {

namespace {

struct Symbol {
  std::string_view written, text;
};
// Longer spellings first.
constexpr std::array symbols{
    Symbol{"<=", "≤"}, Symbol{">=", "≥"}, Symbol{"≤", "≤"},  Symbol{"≥", "≥"}, Symbol{"=", "="},
    Symbol{"＝", "="}, Symbol{"+", "+"},  Symbol{"＋", "+"}, Symbol{"-", "−"}, Symbol{"−", "−"},
    Symbol{"－", "−"}, Symbol{"[", "["},  Symbol{"]", "]"},  Symbol{"|", "|"}, Symbol{"/", "/"},
    Symbol{".", "."},  Symbol{"?", "?"},  Symbol{"？", "?"}, Symbol{":", ":"}, Symbol{"：", ":"},
    Symbol{",", ","},  Symbol{"，", ","}, Symbol{"Σ", "Σ"},  Symbol{"∑", "Σ"}, Symbol{"÷", "÷"},
};

const Symbol* symbol_at(std::string_view text) {
  // Letters, digits and the lead bytes of Chinese characters begin no symbol.
  const auto lead = static_cast<unsigned char>(text.front());
  const bool word = (lead >= 'a' && lead <= 'z') || (lead >= '0' && lead <= '9') ||
                    (lead >= 0xE3 && lead <= 0xE9);
  if (word) return nullptr;
  for (const Symbol& symbol : symbols) {
    if (text.starts_with(symbol.written)) return &symbol;
  }
  return nullptr;
}

// A hyphen between Latin letters belongs to a word: excludes-carry-over.
bool joins_letters(std::string_view text, std::size_t at) {
  const auto letter = [&](std::size_t i) {
    return i < text.size() &&
           ((text[i] >= 'a' && text[i] <= 'z') || (text[i] >= '0' && text[i] <= '9'));
  };
  return text[at] == '-' && at > 0 && letter(at - 1) && letter(at + 1);
}

// Bytes up to a comment: # at the beginning or after white space.
std::size_t comment_position(std::string_view line) {
  bool after_space = true;
  for (std::size_t i = 0; i < line.size();) {
    const CodePoint point = code_point_at(line, i);
    if (point.value == U'#' && after_space) return i;
    after_space = is_space(point.value);
    i += point.length;
  }
  return line.size();
}

Place place_at(const std::string& file, int line, int column) {
  Place place;
  place.source = file;
  place.line = line;
  place.column = column;
  return place;
}

}  // namespace

std::string LogicalLine::joined() const {
  std::string text;
  for (const Piece& piece : pieces) {
    if (!text.empty()) text += ' ';
    text += piece.text;
  }
  return text;
}

std::vector<LogicalLine> logical_lines(std::string_view text, const std::string& file) {
  std::vector<LogicalLine> lines;
  if (text.starts_with("\xEF\xBB\xBF")) text.remove_prefix(3);
  int number = 0;
  for (std::string_view raw : split(text, '\n')) {
    ++number;
    if (const auto bad = first_invalid_utf8(raw)) {
      const int column = static_cast<int>(count_code_points(raw.substr(0, *bad))) + 1;
      raise_rule_error("rule.encoding", "规则文件不是 UTF-8 编码", "the rule file is not UTF-8",
                       place_at(file, number, column), "UTF-8");
    }
    const std::size_t end = comment_position(raw);
    const std::string_view content = strip(raw.substr(0, end));
    if (content.empty()) continue;
    const std::string_view before =
        raw.substr(0, static_cast<std::size_t>(content.data() - raw.data()));
    const int indent = static_cast<int>(count_code_points(before));
    const LogicalLine::Piece piece{content, place_at(file, number, indent + 1)};
    const bool continues =
        !lines.empty() && lines.back().indent > 0 && indent > lines.back().indent;
    if (continues) {
      lines.back().pieces.push_back(piece);
      continue;
    }
    LogicalLine line;
    line.indent = indent;
    line.pieces.push_back(piece);
    if (end < raw.size()) line.comment = strip(raw.substr(end + 1));
    lines.push_back(std::move(line));
  }
  return lines;
}

std::vector<Token> tokenize(const LogicalLine& line, std::size_t skip) {
  std::vector<Token> tokens;
  Token end;
  for (const LogicalLine::Piece& piece : line.pieces) {
    std::string_view text = piece.text;
    Place place = piece.place;
    const auto advance = [&](std::size_t bytes) {
      place.column += static_cast<int>(count_code_points(text.substr(0, bytes)));
      text.remove_prefix(bytes);
    };
    if (skip > 0) advance(skip);
    skip = 0;
    bool spaced = true;
    while (!text.empty()) {
      const CodePoint point = code_point_at(text, 0);
      if (is_space(point.value)) {
        spaced = true;
        advance(point.length);
        continue;
      }
      Token token;
      token.place = place;
      token.spaced = spaced;
      spaced = false;
      if (const Symbol* symbol = symbol_at(text)) {
        token.kind = Token::Kind::symbol;
        token.text = symbol->text;
        advance(symbol->written.size());
      } else {
        std::size_t length = 0;
        while (length < text.size() &&
               (joins_letters(text, length) || symbol_at(text.substr(length)) == nullptr)) {
          const CodePoint next = code_point_at(text, length);
          if (is_space(next.value)) break;
          length += next.length;
        }
        token.kind = Token::Kind::name;
        token.text = text.substr(0, length);
        advance(length);
      }
      tokens.push_back(std::move(token));
    }
    end.place = place;
  }
  tokens.push_back(std::move(end));
  return tokens;
}

void raise_rule_error(std::string_view id, std::string zh, std::string en, Place place,
                      std::string expected) {
  raise(RuleError(id, Bilingual{std::move(zh), std::move(en)}, std::move(place),
                  std::move(expected)));
}

void raise_expected(const Token& found, std::string zh, std::string en) {
  const bool at_end = found.kind == Token::Kind::end;
  std::string expected = en;
  raise_rule_error(
      "rule.syntax", "此处应为" + zh + "，实为" + (at_end ? "行尾" : "“" + found.text + "”"),
      "expected " + en + ", found " + (at_end ? "the end of the line" : "\"" + found.text + "\""),
      found.place, std::move(expected));
}

}  // namespace budget::inline v1::detail::rules
