// SPDX-License-Identifier: Apache-2.0
// Reading of amounts in words (大写金额), as vouchers and contracts print them. Strict: a text that
// could have lost a character is no amount. Nothing is allocated.
// Source: 中国人民银行《支付结算办法》银发〔1997〕393号, 附件一《正确填写票据和结算凭证的基本规定》.
#pragma once

#include <budget/amount/decimal.hpp>
#include <budget/amount/money.hpp>
#include <budget/amount/unit.hpp>
#include <budget/base/checked.hpp>
#include <budget/base/language.hpp>
#include <budget/base/text.hpp>

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>

namespace budget::inline v1 {

/// Why a text is no amount in words.
enum class WordsFault : std::uint8_t {
  none,            ///< it is one
  empty,           ///< nothing is written
  unknown_word,    ///< a character that no amount has
  missing_digit,   ///< 佰 without a digit before it; 万万
  missing_unit,    ///< two digits in a row: 叁伍佰
  wrong_order,     ///< a unit that is not below the one before: 叁佰贰仟, 叁拾伍拾
  missing_zero,    ///< 壹仟玖元: 零 belongs where places are skipped
  misplaced_zero,  ///< 零 where no place is skipped, or twice
  missing_yuan,    ///< it ends before 元, 角 or 分
  trailing_text,   ///< something stands behind the end, as 整 behind 分
  too_fine,        ///< a fraction of a 分
  too_large,       ///< beyond the range of Money
};

/// The result of reading an amount in words.
struct WordsReading {
  Money value;                        ///< the amount where `why` is none
  WordsFault why = WordsFault::none;  ///< why it is no amount
  std::size_t position = 0;           ///< byte where reading failed, from 0

  constexpr explicit operator bool() const noexcept {
    return why == WordsFault::none;
  }  ///< success
};

/// Reads an amount in words: 叁仟贰佰玖拾陆万叁仟元整. Also taken are 正 for 整, 圆 for 元, 人民币 before
/// and 负 for amounts below zero, traditional forms (貳 陸 億 萬 圓), the plain numerals 三千二百 (十
/// alone for 一十 at the beginning), spaces, and decimals in a unit: 叁仟贰佰玖拾陆点叁零万元. Where the
/// source leaves 零 open, as before 仟 when the place of 万 is 0, both ways are taken.
[[nodiscard]] constexpr WordsReading read_words(std::string_view text) noexcept;

/// Stable word for a reason: "missing_zero", …
[[nodiscard]] constexpr std::string_view symbol(WordsFault why) noexcept;
/// The reason in words.
[[nodiscard]] constexpr std::string_view explain(WordsFault why, Language language) noexcept;

// ---- details ----

namespace detail {

enum class Word : std::uint8_t {
  digit,  // its value: 0 to 9
  power,  // 拾 佰 仟, its value: 1 to 3
  wan,
  yi,
  yuan,
  jiao,
  fen,
  whole,
  point,
  minus,
  other,
  end,
};

struct WordToken {
  Word kind = Word::end;
  int value = 0;
  std::size_t position = 0;
  bool plain_ten = false;  // 十, which may stand for 一十
};

struct WordForm {
  char32_t code;
  Word kind;
  int value;
};

inline constexpr WordForm word_forms[] = {
    {U'零', Word::digit, 0}, {U'〇', Word::digit, 0}, {U'壹', Word::digit, 1},
    {U'一', Word::digit, 1}, {U'贰', Word::digit, 2}, {U'貳', Word::digit, 2},
    {U'二', Word::digit, 2}, {U'两', Word::digit, 2}, {U'兩', Word::digit, 2},
    {U'叁', Word::digit, 3}, {U'叄', Word::digit, 3}, {U'參', Word::digit, 3},
    {U'参', Word::digit, 3}, {U'三', Word::digit, 3}, {U'肆', Word::digit, 4},
    {U'四', Word::digit, 4}, {U'伍', Word::digit, 5}, {U'五', Word::digit, 5},
    {U'陆', Word::digit, 6}, {U'陸', Word::digit, 6}, {U'六', Word::digit, 6},
    {U'柒', Word::digit, 7}, {U'七', Word::digit, 7}, {U'捌', Word::digit, 8},
    {U'八', Word::digit, 8}, {U'玖', Word::digit, 9}, {U'九', Word::digit, 9},
    {U'拾', Word::power, 1}, {U'十', Word::power, 1}, {U'佰', Word::power, 2},
    {U'百', Word::power, 2}, {U'仟', Word::power, 3}, {U'千', Word::power, 3},
    {U'万', Word::wan, 0},   {U'萬', Word::wan, 0},   {U'亿', Word::yi, 0},
    {U'億', Word::yi, 0},    {U'元', Word::yuan, 0},  {U'圆', Word::yuan, 0},
    {U'圓', Word::yuan, 0},  {U'角', Word::jiao, 0},  {U'分', Word::fen, 0},
    {U'整', Word::whole, 0}, {U'正', Word::whole, 0}, {U'点', Word::point, 0},
    {U'點', Word::point, 0}, {U'负', Word::minus, 0}, {U'負', Word::minus, 0},
};

// Reads the characters of an amount from left to right; the first fault stays.
class WordsReader {
 public:
  constexpr explicit WordsReader(std::string_view text) noexcept : text_(text) {}

  constexpr WordsReading read() noexcept {
    if (const auto behind = after_word(text_, 0, "人民币")) {
      next_ = *behind;
      if (const auto colon = after_word(text_, next_, ":")) next_ = *colon;
    }
    advance();
    if (token_.kind == Word::minus) {
      negative_ = true;
      advance();
    }
    if (token_.kind == Word::end) return fault(WordsFault::empty, token_.position);
    if (!read_number()) return fault_;
    switch (token_.kind) {
      case Word::yuan: return read_yuan();
      case Word::jiao:
      case Word::fen: return read_cents_alone();
      case Word::point: return read_fraction();
      case Word::other: return fault(WordsFault::unknown_word, token_.position);
      case Word::end: return fault(WordsFault::missing_yuan, token_.position);
      default: return fault(WordsFault::wrong_order, token_.position);
    }
  }

 private:
  static constexpr std::size_t nowhere = static_cast<std::size_t>(-1);
  static constexpr Int128 yi = 100'000'000;
  static constexpr Int128 most_yuan = INT64_MAX / 100 + 1;

  constexpr WordsReading fault(WordsFault why, std::size_t position) noexcept {
    fault_ = {Money(), why, position};
    return fault_;
  }

  constexpr bool refuse(WordsFault why, std::size_t position) noexcept {
    fault(why, position);
    return false;
  }

  constexpr void advance() noexcept {
    CodePoint point;
    do {
      if (next_ >= text_.size()) {
        token_ = {Word::end, 0, text_.size(), false};
        return;
      }
      point = code_point_at(text_, next_);
      token_ = {Word::other, 0, next_, false};
      next_ += point.length;
    } while (point.valid && (is_space(point.value) || is_invisible(point.value)));
    if (!point.valid) return;
    for (const WordForm& form : word_forms) {
      if (form.code != point.value) continue;
      token_.kind = form.kind;
      token_.value = form.value;
      token_.plain_ten = form.code == U'十';
    }
  }

  // The whole number up to a character that is none of its own.
  constexpr bool read_number() noexcept {
    for (;; advance()) {
      switch (token_.kind) {
        case Word::digit:
          if (!(token_.value == 0 ? take_zero() : take_digit())) return false;
          continue;
        case Word::power:
          if (!take_bare_power()) return false;
          continue;
        case Word::wan:
          if (!take_wan()) return false;
          continue;
        case Word::yi:
          if (!take_yi()) return false;
          continue;
        default: break;
      }
      break;
    }
    if (!close_section(false)) return false;
    if (zero_at_ != nowhere && (above_ + block() != 0 || digits_ != 0))
      return refuse(WordsFault::misplaced_zero, zero_at_);
    written_ = digits_ != 0 || zero_at_ != nowhere;
    whole_ = above_ + block();
    return true;
  }

  constexpr bool take_zero() noexcept {
    if (zero_at_ != nowhere) return refuse(WordsFault::misplaced_zero, token_.position);
    zero_at_ = token_.position;
    return true;
  }

  // A digit with the unit behind it, if there is one.
  constexpr bool take_digit() noexcept {
    const WordToken digit = token_;
    const std::size_t before = next_;
    advance();
    const bool has_power = token_.kind == Word::power;
    const int place = has_power ? token_.value : 0;
    const std::size_t unit_at = token_.position;
    if (!has_power) {
      next_ = before;
      token_ = digit;
    }
    if (lowest_ == 0) return refuse(WordsFault::missing_unit, digit.position);
    if (place >= lowest_)
      return refuse(has_power ? WordsFault::wrong_order : WordsFault::missing_unit, unit_at);
    return put(digit.value, place, digit.position);
  }

  // 十 alone is 一十 at the beginning.
  constexpr bool take_bare_power() noexcept {
    if (!token_.plain_ten || digits_ != 0 || zero_at_ != nowhere)
      return refuse(WordsFault::missing_digit, token_.position);
    return put(1, 1, token_.position);
  }

  // Precondition: place < lowest_.
  constexpr bool put(int digit, int place, std::size_t position) noexcept {
    if (lowest_ == places) {
      leading_ = place;
      leading_at_ = position;
      leading_zero_at_ = zero_at_;
    } else {
      const bool skipped = place < lowest_ - 1;
      if (skipped && zero_at_ == nowhere) return refuse(WordsFault::missing_zero, position);
      if (!skipped && zero_at_ != nowhere) return refuse(WordsFault::misplaced_zero, zero_at_);
    }
    zero_at_ = nowhere;
    section_ += digit * power_of_ten(place);
    lowest_ = place;
    ++digits_;
    return true;
  }

  // Checks the 零 before a section of four places, once it is known whether 万 ends it.
  constexpr bool close_section(bool is_wan) noexcept {
    if (lowest_ == places) return true;
    const bool behind_wan = wan_ != 0 && !is_wan;
    const bool leads = above_ == 0 && !behind_wan;
    const bool has_zero = leading_zero_at_ != nowhere;
    const Int128 before = behind_wan ? wan_ : above_ / yi;
    const bool skips_section = !behind_wan && !is_wan;  // from 亿 to the places below 万
    const bool may_have = !leads && (leading_ < 3 || skips_section || before % 10 == 0);
    if (has_zero && !may_have) return refuse(WordsFault::misplaced_zero, leading_zero_at_);
    if (!has_zero && !leads && leading_ < 3) return refuse(WordsFault::missing_zero, leading_at_);
    return true;
  }

  constexpr bool take_wan() noexcept {
    if (zero_at_ != nowhere) return refuse(WordsFault::misplaced_zero, zero_at_);
    if (wan_ != 0) return refuse(WordsFault::wrong_order, token_.position);
    if (lowest_ == places) return refuse(WordsFault::missing_digit, token_.position);
    if (!close_section(true)) return false;
    wan_ = section_;
    section_ = 0;
    lowest_ = places;
    return true;
  }

  constexpr bool take_yi() noexcept {
    if (zero_at_ != nowhere) return refuse(WordsFault::misplaced_zero, zero_at_);
    if (!close_section(false)) return false;
    const Int128 all = above_ + block();
    if (all == 0) return refuse(WordsFault::missing_digit, token_.position);
    if (all > most_yuan / yi) return refuse(WordsFault::too_large, token_.position);
    above_ = all * yi;
    wan_ = section_ = 0;
    lowest_ = places;
    return true;
  }

  [[nodiscard]] constexpr Int128 block() const noexcept { return wan_ * 10'000 + section_; }

  // From 元 on: 角, 分 and 整.
  constexpr WordsReading read_yuan() noexcept {
    if (!written_) return fault(WordsFault::missing_digit, token_.position);
    if (whole_ > most_yuan) return fault(WordsFault::too_large, token_.position);
    advance();
    std::size_t zero_at = nowhere;
    if (token_.kind == Word::digit && token_.value == 0) {
      zero_at = token_.position;
      advance();
    }
    if (token_.kind != Word::digit) {
      if (zero_at != nowhere) return fault(WordsFault::misplaced_zero, zero_at);
      return finish(true);
    }
    const WordToken digit = token_;
    advance();
    if (token_.kind == Word::jiao && zero_at != nowhere && whole_ % 10 != 0)
      return fault(WordsFault::misplaced_zero, zero_at);
    if (token_.kind == Word::fen && zero_at == nowhere)
      return fault(WordsFault::missing_zero, digit.position);
    return read_cents(digit);
  }

  // 伍角贰分 without 元.
  constexpr WordsReading read_cents_alone() noexcept {
    if (!written_) return fault(WordsFault::missing_digit, token_.position);
    if (digits_ != 1 || whole_ > 9) return fault(WordsFault::wrong_order, token_.position);
    const WordToken digit{Word::digit, static_cast<int>(whole_), leading_at_, false};
    whole_ = 0;
    return read_cents(digit);
  }

  // At the unit behind a digit other than 0.
  constexpr WordsReading read_cents(const WordToken& digit) noexcept {
    if (digit.value == 0) return fault(WordsFault::misplaced_zero, digit.position);
    if (token_.kind == Word::fen) {
      cents_ = digit.value;
      advance();
      return finish(false);
    }
    if (token_.kind != Word::jiao) return fault(WordsFault::missing_unit, token_.position);
    cents_ = digit.value * 10;
    advance();
    if (token_.kind != Word::digit) return finish(true);
    const WordToken last = token_;
    advance();
    if (last.value == 0) return fault(WordsFault::misplaced_zero, last.position);
    if (token_.kind != Word::fen) return fault(WordsFault::missing_unit, token_.position);
    cents_ += last.value;
    advance();
    return finish(false);
  }

  // 点, digits one by one, a unit of money.
  constexpr WordsReading read_fraction() noexcept {
    if (!written_) return fault(WordsFault::missing_digit, token_.position);
    Int128 coefficient = whole_;
    int scale = 0;
    advance();
    for (; token_.kind == Word::digit; advance()) {
      if (scale == 18) return fault(WordsFault::too_fine, token_.position);
      coefficient = coefficient * 10 + token_.value;  // below 10^17 · 10^18
      ++scale;
    }
    if (scale == 0) return fault(WordsFault::missing_digit, token_.position);
    const std::size_t unit_at = token_.position;
    Unit unit = Unit::yuan;
    if (token_.kind == Word::wan || token_.kind == Word::yi) {
      unit = token_.kind == Word::wan ? Unit::wan_yuan : Unit::yi_yuan;
      advance();
    } else if (token_.kind == Word::power && token_.value == 3) {
      unit = Unit::qian_yuan;
      advance();
    } else if (token_.kind == Word::power && token_.value == 2) {
      unit = Unit::baiwan_yuan;
      advance();
      if (token_.kind != Word::wan) return fault(WordsFault::wrong_order, token_.position);
      advance();
    }
    if (token_.kind != Word::yuan)
      return fault(token_.kind == Word::other ? WordsFault::unknown_word : WordsFault::missing_yuan,
                   token_.position);
    const auto amount = Decimal::checked_scaled(negative_ ? -coefficient : coefficient, scale);
    const auto fen = amount ? in_fen(*amount, unit, Rounding::down) : std::nullopt;
    if (!fen) return fault(WordsFault::too_large, unit_at);
    if (!fen->exact) return fault(WordsFault::too_fine, unit_at);
    advance();
    return ended(true) ? WordsReading{Money::of_fen(fen->fen), WordsFault::none, 0} : fault_;
  }

  // Nothing but 整, where it may stand, is left.
  constexpr bool ended(bool may_be_whole) noexcept {
    if (may_be_whole && token_.kind == Word::whole) advance();
    if (token_.kind == Word::end) return true;
    return refuse(token_.kind == Word::other ? WordsFault::unknown_word : WordsFault::trailing_text,
                  token_.position);
  }

  constexpr WordsReading finish(bool may_be_whole) noexcept {
    if (!ended(may_be_whole)) return fault_;
    const Int128 magnitude = whole_ * 100 + cents_;
    const Int128 fen = negative_ ? -magnitude : magnitude;
    if (fen < INT64_MIN || fen > INT64_MAX) return fault(WordsFault::too_large, 0);
    return {Money::of_fen(static_cast<std::int64_t>(fen)), WordsFault::none, 0};
  }

  static constexpr int places = 4;  // of a section; as `lowest_`: no digit yet

  std::string_view text_;
  std::size_t next_ = 0;
  WordToken token_;
  WordsReading fault_;
  bool negative_ = false;

  Int128 above_ = 0;            // what stands before the last 亿, in 元
  Int128 wan_ = 0;              // the section that 万 ended behind it
  Int128 section_ = 0;          // the four places being read
  int lowest_ = places;         // lowest place with a digit in the section
  int leading_ = 0;             // highest one
  std::size_t leading_at_ = 0;  // where it stands
  std::size_t leading_zero_at_ = nowhere;
  std::size_t zero_at_ = nowhere;  // a 零 that waits for its digit
  int digits_ = 0;                 // digits read, 零 aside
  bool written_ = false;           // a number, 零 included, has been read
  Int128 whole_ = 0;               // 元
  int cents_ = 0;                  // 分 beside them
};

}  // namespace detail

constexpr WordsReading read_words(std::string_view text) noexcept {
  return detail::WordsReader(text).read();
}

constexpr std::string_view symbol(WordsFault why) noexcept {
  switch (why) {
    case WordsFault::none: return "none";
    case WordsFault::empty: return "empty";
    case WordsFault::unknown_word: return "unknown_word";
    case WordsFault::missing_digit: return "missing_digit";
    case WordsFault::missing_unit: return "missing_unit";
    case WordsFault::wrong_order: return "wrong_order";
    case WordsFault::missing_zero: return "missing_zero";
    case WordsFault::misplaced_zero: return "misplaced_zero";
    case WordsFault::missing_yuan: return "missing_yuan";
    case WordsFault::trailing_text: return "trailing_text";
    case WordsFault::too_fine: return "too_fine";
    case WordsFault::too_large: return "too_large";
  }
  return "";
}

constexpr std::string_view explain(WordsFault why, Language language) noexcept {
  const bool zh = language == Language::zh;
  switch (why) {
    case WordsFault::none: return "";
    case WordsFault::empty: return zh ? "没有内容" : "nothing is written";
    case WordsFault::unknown_word:
      return zh ? "不是大写金额的用字" : "a character that no amount in words has";
    case WordsFault::missing_digit:
      return zh ? "单位前缺少数字" : "a unit without a digit before it";
    case WordsFault::missing_unit: return zh ? "数字后缺少单位" : "a digit without its unit";
    case WordsFault::wrong_order:
      return zh ? "单位重复或顺序不对" : "units repeated or out of order";
    case WordsFault::missing_zero: return zh ? "缺少“零”" : "零 is missing for the places skipped";
    case WordsFault::misplaced_zero:
      return zh ? "“零”多余或位置不对" : "零 where no place is skipped";
    case WordsFault::missing_yuan: return zh ? "缺少元、角或分" : "it ends before 元, 角 or 分";
    case WordsFault::trailing_text: return zh ? "金额之后还有文字" : "text behind the amount";
    case WordsFault::too_fine: return zh ? "不足一分" : "a fraction of a 分";
    case WordsFault::too_large: return zh ? "超出金额范围" : "beyond the range of an amount";
  }
  return "";
}

}  // namespace budget::inline v1
