// SPDX-License-Identifier: Apache-2.0
#include <budget/proof/row_text.hpp>

#include <budget/base/error.hpp>
#include <budget/base/text.hpp>

#include <algorithm>
#include <optional>
#include <string>
#include <unordered_map>

namespace budget::inline v1::proof {
namespace {

constexpr std::size_t longest_number = 200;  // digits

class RowReader {
 public:
  RowReader(std::string_view text, int number) : text_(text), number_(number) {}

  NamedRow read() {
    sum(1);
    relation();
    sum(-1);
    skip();
    if (at_ < text_.size()) fail("+、- 或行尾", "+, - or the end of the row");
    // ≥ and > are ≤ and < with both sides exchanged.
    if (reversed_) {
      for (auto& [name, coefficient] : row_.terms) coefficient = -coefficient;
      constant_ = -constant_;
    }
    std::erase_if(row_.terms, [](const auto& term) { return term.second == 0; });
    row_.constant = -constant_;
    return std::move(row_);
  }

 private:
  [[noreturn]] void fail(const std::string& zh, const std::string& en) const {
    const std::string_view rest = text_.substr(at_);
    const std::string found = rest.empty() ? std::string() : std::string(rest.substr(0, 24));
    const int column = static_cast<int>(count_code_points(text_.substr(0, at_))) + 1;
    const std::string shown = found.empty() ? "end of the row" : "\"" + found + "\"";
    const std::string shown_zh = found.empty() ? "行尾" : "“" + found + "”";
    throw RuleError(
        "proof.row",
        {"此处应为" + zh + "，写的是" + shown_zh, "expected " + en + ", found " + shown},
        Place{"row", 0, number_, column, {}}, en);
  }

  void skip() {
    while (at_ < text_.size()) {
      const CodePoint point = code_point_at(text_, at_);
      if (!is_space(point.value)) return;
      at_ += point.length;
    }
  }

  [[nodiscard]] bool take(std::string_view sign) {
    skip();
    if (!text_.substr(at_).starts_with(sign)) return false;
    at_ += sign.size();
    return true;
  }

  void relation() {
    struct Sign {
      std::string_view text;
      RowRelation relation;
      bool reversed;
    };
    constexpr Sign signs[] = {
        {"<=", RowRelation::at_most, false}, {">=", RowRelation::at_most, true},
        {"≤", RowRelation::at_most, false},  {"≥", RowRelation::at_most, true},
        {"==", RowRelation::equal, false},   {"=", RowRelation::equal, false},
        {"<", RowRelation::less, false},     {">", RowRelation::less, true}};
    for (const Sign& sign : signs)
      if (take(sign.text)) {
        row_.relation = sign.relation;
        reversed_ = sign.reversed;
        return;
      }
    fail("+、-、= <= >= < 或 >", "+, - or one of = <= >= < >");
  }

  void sum(int side) {
    bool first = true;
    for (;;) {
      int sign = side;
      if (take("+")) {
      } else if (take("-") || take("−")) {
        sign = -side;
      } else if (!first) {
        return;
      }
      term(sign);
      first = false;
    }
  }

  void term(int sign) {
    skip();
    if (const auto factor = number()) {
      if (!take("*") && !take("×")) {
        constant_ += sign * *factor;
        return;
      }
      add(name(), sign * *factor);
      return;
    }
    add(name(), Rational(sign));
  }

  void add(std::string name, const Rational& coefficient) {
    const auto [known, is_new] = index_.try_emplace(name, row_.terms.size());
    if (is_new)
      row_.terms.emplace_back(std::move(name), coefficient);
    else
      row_.terms[known->second].second += coefficient;
  }

  /// Digits with an optional point.
  std::optional<Rational> number() {
    const std::size_t begin = at_;
    std::string digits;
    int scale = -1;
    for (; at_ < text_.size(); ++at_) {
      const char c = text_[at_];
      if (c >= '0' && c <= '9') {
        digits += c;
        if (scale >= 0) ++scale;
      } else if (c == '.' && scale < 0) {
        scale = 0;
      } else {
        break;
      }
    }
    if (digits.empty()) {
      at_ = begin;
      return std::nullopt;
    }
    if (digits.size() > longest_number || scale == 0) {
      at_ = begin;
      fail("数字", "a number");
    }
    Integer below = 1;
    for (int i = 0; i < scale; ++i) below *= 10;
    const std::size_t leading = std::min(digits.find_first_not_of('0'), digits.size() - 1);
    return Rational(Integer(digits.substr(leading)), below);
  }

  std::string name() {
    skip();
    if (at_ < text_.size() && text_[at_] == '\'') {
      const std::size_t end = text_.find('\'', at_ + 1);
      if (end == std::string_view::npos || end == at_ + 1) fail("'名称'", "a name between quotes");
      std::string quoted(text_.substr(at_ + 1, end - at_ - 1));
      at_ = end + 1;
      return quoted;
    }
    const std::size_t begin = at_;
    while (at_ < text_.size()) {
      const CodePoint point = code_point_at(text_, at_);
      const bool letter = point.value > 0x7F
                              ? is_name_sign(point.value)
                              : is_ascii_letter(point.value) || point.value == U'_' ||
                                    (at_ > begin && is_digit(point.value));
      if (!letter) break;
      at_ += point.length;
    }
    if (at_ == begin) fail("名称或数字", "a name or a number");
    return std::string(text_.substr(begin, at_ - begin));
  }

  static bool is_ascii_letter(char32_t code) {
    return (code >= U'a' && code <= U'z') || (code >= U'A' && code <= U'Z');
  }
  /// Beyond ASCII everything is part of a name but blanks and the signs of the grammar.
  static bool is_name_sign(char32_t code) {
    constexpr std::u32string_view signs = U"≤≥−×";
    const bool mark = (code >= 0x2000 && code <= 0x206F) || (code >= 0x3000 && code <= 0x3004) ||
                      (code >= 0x3008 && code <= 0x3020) || (code >= 0xFF01 && code <= 0xFF0F) ||
                      (code >= 0xFF1A && code <= 0xFF20);
    return !mark && !is_space(code) && signs.find(code) == std::u32string_view::npos;
  }

  static bool is_digit(char32_t code) { return code >= U'0' && code <= U'9'; }

  std::string_view text_;
  int number_;
  std::size_t at_ = 0;
  bool reversed_ = false;
  Rational constant_ = 0;                               // of everything brought to the left
  std::unordered_map<std::string, std::size_t> index_;  // name → term
  NamedRow row_;
};

}  // namespace

NamedRow parse_row(std::string_view text, int number) {
  return RowReader(text, number).read();
}

}  // namespace budget::inline v1::proof
