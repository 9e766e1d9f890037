// SPDX-License-Identifier: Apache-2.0
// Reading: what the text of one table cell is. A number, a blank, a dash, a label, or something
// that only looks like a number, with the reason. Nothing becomes 0 here.
#pragma once

#include <budget/amount/decimal.hpp>
#include <budget/amount/unit.hpp>
#include <budget/base/language.hpp>

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace budget::inline v1 {

/// What a printed cell is. The five never collapse into one another, nor into 0.
enum class FigureState : std::uint8_t {
  number,      ///< a number; its value is known
  blank,       ///< nothing but spaces
  dash,        ///< a dash, a slash or 无: stated to be nothing
  label,       ///< text that does not try to be a number: 不可比, 合计, 2024年, -13-
  unreadable,  ///< looks like a number and is none; `Reading::why` says why
};

/// What stands behind a number instead of a unit of money.
enum class Suffix : std::uint8_t { none, percent, permille };

/// Why a text that looks like a number is none.
enum class Unreadable : std::uint8_t {
  none,                 ///< it is readable
  misplaced_separator,  ///< 1,23.4 · 12,34 · 1,,234: groups must be of three digits
  two_points,           ///< 12..5 · 1.2.3
  missing_digits,       ///< 12. : nothing after the point
  wrong_point,          ///< 12。5 · 12·5: a mark that is no decimal point
  letter_among_digits,  ///< O.5 · 1l.20: a letter where a digit belongs
  misplaced_sign,       ///< --5 · 5- · (-5): more than one sign, or a sign behind
  unbalanced_bracket,   ///< (5 · 5)
  misplaced_mark,       ///< 5%% · 5%元: two suffixes
  exponent,             ///< 1.2E+05: digits were lost before printing
  overflow_mark,        ///< ####: the column was too narrow for the figure
  formula_error,        ///< #REF! · #DIV/0!: a spreadsheet printed its error
  too_long,             ///< more than 38 digits, or more than 38 after the point
  bad_encoding,         ///< bytes that are not UTF-8, or control characters
};

/// The result of reading one text. `value`, `unit` and `suffix` mean something for a number only,
/// `why` and `position` for an unreadable text only.
struct Reading {
  FigureState state = FigureState::blank;  ///< what the text is
  Suffix suffix = Suffix::none;            ///< % or ‰ behind the number; `value` is before it
  Unit unit = Unit::unknown;               ///< unit glued behind the number, else unknown
  Unreadable why = Unreadable::none;       ///< why it is unreadable
  std::size_t position = 0;                ///< byte where reading failed, from 0
  Decimal value;                           ///< as printed, with the digits after the point printed

  /// Equal when all parts are.
  friend bool operator==(const Reading&, const Reading&) = default;
};

/// Stable word for a state: "number", "blank", "dash", "label", "unreadable".
[[nodiscard]] constexpr std::string_view symbol(FigureState state) noexcept;
/// Stable word for a reason: "misplaced_separator", …
[[nodiscard]] constexpr std::string_view symbol(Unreadable why) noexcept;
/// As printed: "", "%", "‰".
[[nodiscard]] constexpr std::string_view symbol(Suffix suffix) noexcept;
/// The reason in words.
[[nodiscard]] constexpr std::string_view explain(Unreadable why, Language language) noexcept;

// ---- details ----

constexpr std::string_view symbol(FigureState state) noexcept {
  switch (state) {
    case FigureState::number: return "number";
    case FigureState::blank: return "blank";
    case FigureState::dash: return "dash";
    case FigureState::label: return "label";
    case FigureState::unreadable: return "unreadable";
  }
  return "";
}

constexpr std::string_view symbol(Suffix suffix) noexcept {
  switch (suffix) {
    case Suffix::none: return "";
    case Suffix::percent: return "%";
    case Suffix::permille: return "‰";
  }
  return "";
}

constexpr std::string_view symbol(Unreadable why) noexcept {
  switch (why) {
    case Unreadable::none: return "none";
    case Unreadable::misplaced_separator: return "misplaced_separator";
    case Unreadable::two_points: return "two_points";
    case Unreadable::missing_digits: return "missing_digits";
    case Unreadable::wrong_point: return "wrong_point";
    case Unreadable::letter_among_digits: return "letter_among_digits";
    case Unreadable::misplaced_sign: return "misplaced_sign";
    case Unreadable::unbalanced_bracket: return "unbalanced_bracket";
    case Unreadable::misplaced_mark: return "misplaced_mark";
    case Unreadable::exponent: return "exponent";
    case Unreadable::overflow_mark: return "overflow_mark";
    case Unreadable::formula_error: return "formula_error";
    case Unreadable::too_long: return "too_long";
    case Unreadable::bad_encoding: return "bad_encoding";
  }
  return "";
}

constexpr std::string_view explain(Unreadable why, Language language) noexcept {
  const bool zh = language == Language::zh;
  switch (why) {
    case Unreadable::none: return "";
    case Unreadable::misplaced_separator:
      return zh ? "分节号位置不对，应每三位一节" : "separators do not part groups of three digits";
    case Unreadable::two_points: return zh ? "有两个小数点" : "two decimal points";
    case Unreadable::missing_digits:
      return zh ? "小数点后没有数字" : "no digit after the decimal point";
    case Unreadable::wrong_point:
      return zh ? "数字之间的符号不是小数点" : "a mark between digits that is no decimal point";
    case Unreadable::letter_among_digits:
      return zh ? "数字中夹有字母" : "a letter where a digit belongs";
    case Unreadable::misplaced_sign:
      return zh ? "正负号多余或位置不对" : "a sign too many, or behind the number";
    case Unreadable::unbalanced_bracket: return zh ? "括号不成对" : "brackets do not pair";
    case Unreadable::misplaced_mark:
      return zh ? "数字后有两个单位或百分号" : "two units or percent signs behind the number";
    case Unreadable::exponent:
      return zh ? "科学计数法，数字已有丢失" : "scientific notation: digits were lost in printing";
    case Unreadable::overflow_mark:
      return zh ? "列宽不足，数字未能显示" : "the column was too narrow to print the number";
    case Unreadable::formula_error:
      return zh ? "电子表格公式错误值" : "a spreadsheet's error value";
    case Unreadable::too_long: return zh ? "超过 38 位数字" : "more than 38 digits";
    case Unreadable::bad_encoding:
      return zh ? "含有非 UTF-8 字节或控制字符" : "bytes that are not UTF-8, or control characters";
  }
  return "";
}

}  // namespace budget::inline v1
