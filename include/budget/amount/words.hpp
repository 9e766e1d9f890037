// SPDX-License-Identifier: Apache-2.0
// Amounts in words (大写金额), the form that vouchers and contracts use: 叁仟贰佰玖拾陆万叁仟元整.
// Source: 中国人民银行《支付结算办法》银发〔1997〕393号, 附件一《正确填写票据和结算凭证的基本规定》.
#pragma once

#include <budget/amount/chars_writer.hpp>
#include <budget/amount/money.hpp>
#include <budget/amount/read_words.hpp>
#include <budget/base/chars.hpp>
#include <budget/base/checked.hpp>
#include <budget/base/error.hpp>

#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace budget::inline v1 {

/// Bytes that suffice for any amount in words.
inline constexpr std::size_t max_words_chars = 160;

/// The amount in words: "叁仟贰佰玖拾陆万叁仟元整". 整 ends what has no 分; 零 stands for places that are
/// skipped, and not where the source leaves it open; 负 leads below zero; zero is "零元整". From
/// 10^16 元 on 亿 counts 亿: 玖亿亿元整.
[[nodiscard]] inline std::string to_words(Money value);

/// Writes as to_words. max_words_chars always suffice.
constexpr ToCharsResult to_chars_words(char* first, char* last, Money value) noexcept;

/// Reads an amount in words in any form that read_words knows. Throws ParseError ("amount.words"),
/// whose reason is the symbol of a WordsFault.
[[nodiscard]] inline Money parse_words(std::string_view text);

// ---- details ----

namespace detail {

class WordsWriter : public CharsWriter {
 public:
  using CharsWriter::CharsWriter;

  constexpr void put_digit(std::uint64_t digit) noexcept {
    constexpr std::string_view digits = "零壹贰叁肆伍陆柒捌玖";
    put(digits.substr(static_cast<std::size_t>(digit) * 3, 3));
  }

  // A number above 0 in units of 元, 万 or 亿.
  constexpr void put_number(std::uint64_t number) noexcept {
    constexpr std::uint64_t yi = 100'000'000;
    const std::uint64_t below = number % yi;
    if (number >= yi) {
      put_number(number / yi);
      put("亿");
      if (below != 0 && below < yi / 10) put("零");
    }
    if (below >= 10'000) {
      put_section(below / 10'000);
      put("万");
      if (below % 10'000 != 0 && below % 10'000 < 1'000) put("零");
    }
    put_section(below % 10'000);
  }

 private:
  // The four places below 万; nothing for 0.
  constexpr void put_section(std::uint64_t section) noexcept {
    constexpr std::string_view powers[] = {"仟", "佰", "拾", ""};
    std::uint64_t place = 1'000;
    bool begun = false, skipped = false;
    for (const std::string_view power : powers) {
      const std::uint64_t digit = section / place % 10;
      place /= 10;
      if (digit == 0) {
        skipped = begun;
        continue;
      }
      if (skipped) put("零");
      put_digit(digit);
      put(power);
      begun = true;
      skipped = false;
    }
  }
};

}  // namespace detail

constexpr ToCharsResult to_chars_words(char* first, char* last, Money value) noexcept {
  detail::WordsWriter writer(first, last);
  const auto fen = static_cast<std::uint64_t>(detail::magnitude(value.fen()));
  const std::uint64_t yuan = fen / 100, jiao = fen / 10 % 10, last_fen = fen % 10;
  if (value.is_negative()) writer.put("负");
  if (yuan != 0)
    writer.put_number(yuan);
  else if (fen == 0)
    writer.put("零");
  if (yuan != 0 || fen == 0) writer.put("元");
  if (jiao != 0) {
    writer.put_digit(jiao);
    writer.put("角");
  } else if (yuan != 0 && last_fen != 0) {
    writer.put("零");
  }
  if (last_fen != 0) {
    writer.put_digit(last_fen);
    writer.put("分");
  } else {
    writer.put("整");
  }
  return writer.result();
}

inline std::string to_words(Money value) {
  std::array<char, max_words_chars> buffer{};
  const auto written = to_chars_words(buffer.data(), buffer.data() + buffer.size(), value);
  return {buffer.data(), written.ptr};
}

inline Money parse_words(std::string_view text) {
  const WordsReading reading = read_words(text);
  if (!reading)
    detail::raise(ParseError("amount.words", std::string(text), symbol(reading.why),
                             {std::string(explain(reading.why, Language::zh)),
                              std::string(explain(reading.why, Language::en))},
                             reading.position));
  return reading.value;
}

}  // namespace budget::inline v1
