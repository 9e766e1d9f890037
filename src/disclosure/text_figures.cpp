// SPDX-License-Identifier: Apache-2.0
#include <budget/base/text.hpp>

#include "disclosure/narrative.hpp"

#include <algorithm>
#include <array>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>

namespace budget::inline v1::detail {
namespace {

/// A text as code points in half width, with the byte that each begins at.
class Characters {
 public:
  explicit Characters(std::string_view text) {
    for (std::size_t i = 0; i < text.size();) {
      const CodePoint point = code_point_at(text, i);
      codes_ += half_width(point.value);
      bytes_.push_back(i);
      i += point.length;
    }
    bytes_.push_back(text.size());
  }

  [[nodiscard]] std::size_t size() const { return codes_.size(); }
  [[nodiscard]] char32_t operator[](std::size_t i) const { return i < size() ? codes_[i] : U'\0'; }
  [[nodiscard]] std::size_t byte(std::size_t i) const { return bytes_[i]; }
  [[nodiscard]] std::u32string_view from(std::size_t i) const {
    return std::u32string_view(codes_).substr(std::min(i, size()));
  }
  [[nodiscard]] std::size_t skip_spaces(std::size_t i) const {
    while (i < size() && is_space(codes_[i])) ++i;
    return i;
  }
  /// The last code point before one that is no space.
  [[nodiscard]] char32_t before(std::size_t i) const {
    while (i > 0 && is_space(codes_[i - 1])) --i;
    return i > 0 ? codes_[i - 1] : U'\0';
  }

 private:
  std::u32string codes_;
  std::vector<std::size_t> bytes_;
};

bool is_digit(char32_t c) {
  return c >= U'0' && c <= U'9';
}

bool is_letter(char32_t c) {
  return (c >= U'a' && c <= U'z') || (c >= U'A' && c <= U'Z');
}

bool is_dash(char32_t c) {
  return c == U'-' || c == 0x2212 || c == 0x2013 || c == 0x2014 || c == U'~' || c == U'～';
}

/// A run of digits with separators and a point.
struct Number {
  std::size_t begin = 0, end = 0;
  std::size_t digits = 0;  // before the point
  bool separated = false;
  bool point = false;
};

Number number_at(const Characters& text, std::size_t begin) {
  Number number{begin, begin, 0, false, false};
  std::size_t& at = number.end;
  const auto three_digits = [&](std::size_t i) {
    return is_digit(text[i]) && is_digit(text[i + 1]) && is_digit(text[i + 2]);
  };
  while (is_digit(text[at])) ++at, ++number.digits;
  while (number.digits <= 3 + (number.separated ? 30U : 0U) && text[at] == U',' &&
         three_digits(at + 1) && !is_digit(text[at + 4])) {
    at += 4;
    number.digits += 3;
    number.separated = true;
  }
  if (text[at] == U'.' && is_digit(text[at + 1])) {
    number.point = true;
    ++at;
    while (is_digit(text[at])) ++at;
  }
  return number;
}

constexpr std::array<std::u32string_view, 5> money{U"亿元", U"百万元", U"万元", U"千元", U"元"};
// Behind a whole number these make it a date, a rank, a number of a law or a part of a name.
constexpr std::array<std::u32string_view, 18> no_figure{U"年", U"月",   U"日", U"号", U"时", U"分",
                                                        U"秒", U"季度", U"届", U"期", U"级", U"类",
                                                        U"章", U"条",   U"款", U"周", U"岁", U"天"};
constexpr std::array<std::u32string_view, 6> thresholds{U"以上",   U"以下",   U"以内",
                                                        U"及以上", U"及以下", U"起"};

bool begins_with_any(std::u32string_view text, std::span<const std::u32string_view> words) {
  return std::ranges::any_of(words, [&](std::u32string_view w) { return text.starts_with(w); });
}

/// Whether what follows a unit makes the number part of a name: 50万元（原值）以上的设备.
bool is_threshold(const Characters& text, std::size_t at) {
  constexpr std::size_t longest_bracket = 12;
  at = text.skip_spaces(at);
  if (text[at] == U'(') {
    const std::size_t close = text.from(at).find(U')');
    if (close != std::u32string_view::npos && close <= longest_bracket) at += close + 1;
  }
  return begins_with_any(text.from(at), thresholds);
}

class Finder {
 public:
  Finder(std::string_view text, const Vocabulary& vocabulary)
      : text_(text), vocabulary_(vocabulary) {}

  std::vector<TextFigure> run() {
    for (std::size_t i = 0; i < text_.size();) {
      const char32_t c = text_[i];
      if (is_one_of(c, U"《〔【[")) ++quoted_;
      if (is_one_of(c, U"》〕】]") && quoted_ > 0) --quoted_;
      if (!is_digit(c)) {
        ++i;
        continue;
      }
      const Number number = number_at(text_, i);
      if (quoted_ == 0) take(number);
      i = number.end;
    }
    return std::move(found_);
  }

 private:
  static bool is_one_of(char32_t c, std::u32string_view codes) {
    return codes.find(c) != std::u32string_view::npos;
  }

  void take(Number number) {
    const char32_t left = number.begin > 0 ? text_[number.begin - 1] : U'\0';
    const char32_t right = text_[number.end];
    if (is_letter(left) || is_letter(right) || left == U'第' || left == U'.' || left == U'_')
      return;
    if (left == U'(' && right == U')') return;
    if (is_range(number)) return;
    auto figure = with_unit(number);
    if (!figure || is_threshold(text_, end_)) return;
    std::size_t begin = number.begin;
    if (is_dash(left) && left != U'~' && is_sign(begin - 1)) --begin;
    figure->begin = text_.byte(begin);
    figure->end = text_.byte(end_);
    found_.push_back(std::move(*figure));
  }

  /// 10-20, 2018—2020: neither is a figure.
  [[nodiscard]] bool is_range(const Number& number) const {
    std::size_t at = number.end;
    if (text_[at] == U'%') ++at;
    if (is_dash(text_[at]) && is_digit(text_[at + 1])) return true;
    const std::size_t begin = number.begin;
    return begin >= 2 && is_dash(text_[begin - 1]) &&
           (is_digit(text_[begin - 2]) || text_[begin - 2] == U'%');
  }

  [[nodiscard]] bool is_sign(std::size_t at) const {
    const char32_t before = at > 0 ? text_[at - 1] : U'\0';
    return text_[at] != 0x2014 && !is_digit(before) && !is_letter(before);
  }

  /// The figure that the unit behind a number makes of it; end_ is then where the unit ends.
  std::optional<TextFigure> with_unit(const Number& number) {
    TextFigure figure;
    const std::size_t at = text_.skip_spaces(number.end);
    const std::u32string_view rest = text_.from(at);
    for (const std::u32string_view unit : money)
      if (rest.starts_with(unit)) return ends(at + unit.size(), figure);
    if (rest.starts_with(U"%") || rest.starts_with(U"‰"))
      return ends(at + 1, figure, TextFigureKind::percent);
    for (const std::u32string_view unit : {U"个百分点", U"百分点"})
      if (rest.starts_with(unit))
        return ends(at + std::u32string_view(unit).size(), figure, TextFigureKind::points);
    if (rest.starts_with(U"倍")) return ends(at + 1, figure, TextFigureKind::multiple);
    if (rest.starts_with(U"万") && (rest.size() == 1 || is_one_of(rest[1], U"，。；、()（）,; "))) {
      figure.unit_is_short = true;
      return ends(at + 1, figure);
    }
    if (const std::size_t length = vocabulary_.counting_word(rest); length > 0) {
      const std::size_t end = at + length;
      for (std::size_t i = at; i < end; ++i) append_utf8(figure.measure, text_[i]);
      return ends(end, figure, TextFigureKind::count);
    }
    if (!number.point && !number.separated) return std::nullopt;
    if (begins_with_any(rest, no_figure)) return std::nullopt;
    return ends(number.end, figure, TextFigureKind::bare);
  }

  std::optional<TextFigure> ends(std::size_t end, TextFigure figure,
                                 TextFigureKind kind = TextFigureKind::amount) {
    figure.kind = kind;
    end_ = end;
    return figure;
  }

  Characters text_;
  const Vocabulary& vocabulary_;
  std::size_t quoted_ = 0;
  std::size_t end_ = 0;
  std::vector<TextFigure> found_;
};

}  // namespace

std::vector<TextFigure> figures_in(std::string_view text, const Vocabulary& vocabulary) {
  return Finder(text, vocabulary).run();
}

}  // namespace budget::inline v1::detail
