// SPDX-License-Identifier: Apache-2.0
#include <budget/amount/words.hpp>

#include <doctest/doctest.h>

#include <array>
#include <limits>
#include <string>
#include <string_view>
#include <utility>

#include "amount/random.hpp"

using namespace budget;
using budget_test::Random;

namespace {

constexpr std::int64_t least = std::numeric_limits<std::int64_t>::min();
constexpr std::int64_t most = std::numeric_limits<std::int64_t>::max();

struct Refused {
  std::string_view text;
  WordsFault why;
  std::string_view before;  // what stands before the fault
};

}  // namespace

TEST_CASE("amounts in words, those of the source among them") {
  const std::pair<std::string_view, std::string_view> table[] = {
      // 附件一 of the source; where it leaves 零 open we write none.
      {"1409.50", "壹仟肆佰零玖元伍角整"},
      {"6007.14", "陆仟零柒元壹角肆分"},
      {"1680.32", "壹仟陆佰捌拾元叁角贰分"},
      {"107000.53", "壹拾万柒仟元伍角叁分"},
      {"16409.02", "壹万陆仟肆佰零玖元零贰分"},
      {"325.04", "叁佰贰拾伍元零肆分"},
      {"32963000", "叁仟贰佰玖拾陆万叁仟元整"},
      {"0", "零元整"},
      {"0.05", "伍分"},
      {"0.50", "伍角整"},
      {"0.57", "伍角柒分"},
      {"10", "壹拾元整"},
      {"1001", "壹仟零壹元整"},
      {"1010", "壹仟零壹拾元整"},
      {"10001", "壹万零壹元整"},
      {"100000", "壹拾万元整"},
      {"10000000", "壹仟万元整"},
      {"100000000", "壹亿元整"},
      {"100005000", "壹亿零伍仟元整"},
      {"100010000", "壹亿零壹万元整"},
      {"1000000000000", "壹万亿元整"},
      {"1000100010001", "壹万零壹亿零壹万零壹元整"},
      {"10000000000000000", "壹亿亿元整"},
      {"-3.6", "负叁元陆角整"},
      {"92233720368547758.07",
       "玖亿贰仟贰佰叁拾叁万柒仟贰佰零叁亿陆仟捌佰伍拾肆万柒仟柒佰伍拾捌元零柒分"},
      {"-92233720368547758.08",
       "负玖亿贰仟贰佰叁拾叁万柒仟贰佰零叁亿陆仟捌佰伍拾肆万柒仟柒佰伍拾捌元零捌分"},
  };
  for (const auto& [figures, words] : table) {
    const std::string_view shown = figures;
    CAPTURE(shown);
    const Money amount = Money::parse(figures, Unit::yuan);
    CHECK(to_words(amount) == words);
    CHECK(parse_words(words) == amount);
  }
}

TEST_CASE("forms that mean the same are read") {
  const std::pair<std::string_view, std::string_view> table[] = {
      {"人民币壹仟陆佰捌拾元零叁角贰分", "1680.32"},
      {"人民币：壹仟陆佰捌拾圆零叁角贰分", "1680.32"},
      {"壹拾万柒仟元零伍角叁分", "107000.53"},
      {"壹拾万零柒仟元伍角叁分", "107000.53"},
      {"壹亿伍仟元正", "100005000"},
      {"陸仟零柒圓壹角肆分", "6007.14"},
      {"貳億零參萬圓整", "200030000"},
      {" 叁仟　贰佰 元 整 ", "3200"},
      {"三千二百九十六万三千元", "32963000"},
      {"十二万元", "120000"},
      {"十元", "10"},
      {"两万〇五百元", "20500"},
      {"叁仟贰佰玖拾陆点叁零万元", "32963000"},
      {"三千二百九十六点三万元整", "32963000"},
      {"零点零伍元", "0.05"},
      {"一点五亿元", "150000000"},
      {"一点五千元", "1500"},
      {"一点五百万元", "1500000"},
      {"人民币负叁元", "-3"},
      {"零元伍角整", "0.5"},
      {"零元零伍分", "0.05"},
  };
  for (const auto& [words, figures] : table) {
    const std::string_view shown = words;
    CAPTURE(shown);
    const WordsReading reading = read_words(words);
    CHECK(symbol(reading.why) == "none");
    CHECK(reading.value == Money::parse(figures, Unit::yuan));
  }
}

TEST_CASE("what may have lost or gained a character is refused at its place") {
  using enum WordsFault;
  const Refused table[] = {
      {"", empty, ""},
      {"人民币", empty, "人民币"},
      {"负", empty, "负"},
      {"叁仟贰佰", missing_yuan, "叁仟贰佰"},
      {"叁佰仟元整", missing_digit, "叁佰"},
      {"佰元整", missing_digit, ""},
      {"拾元整", missing_digit, ""},
      {"元整", missing_digit, ""},
      {"一百十元", missing_digit, "一百"},
      {"角", missing_digit, ""},
      {"万元", missing_digit, ""},
      {"叁万万元", wrong_order, "叁万"},
      {"叁拾伍佰元", wrong_order, "叁拾伍"},
      {"叁拾伍拾元", wrong_order, "叁拾伍"},
      {"叁伍佰元", missing_unit, "叁"},
      {"二〇二四元", missing_unit, "二〇"},
      {"壹仟玖元", missing_zero, "壹仟"},
      {"壹万玖元", missing_zero, "壹万"},
      {"壹亿叁万元", missing_zero, "壹亿"},
      {"叁元伍分", missing_zero, "叁元"},
      {"壹仟零玖佰元", misplaced_zero, "壹仟"},
      {"壹仟零零玖元", misplaced_zero, "壹仟零"},
      {"壹仟零元", misplaced_zero, "壹仟"},
      {"叁万零伍仟元", misplaced_zero, "叁万"},
      {"零叁元", misplaced_zero, ""},
      {"叁元零伍角", misplaced_zero, "叁元"},
      {"叁元零", misplaced_zero, "叁元"},
      {"伍角零贰分", misplaced_zero, "伍角"},
      {"零零元", misplaced_zero, "零"},
      {"叁元伍角贰分整", trailing_text, "叁元伍角贰分"},
      {"叁元整元", trailing_text, "叁元整"},
      {"叁元元", trailing_text, "叁元"},
      {"叁元伍", missing_unit, "叁元伍"},
      {"叁元伍角贰", missing_unit, "叁元伍角贰"},
      {"拾叁角", missing_digit, ""},
      {"十三角", wrong_order, "十三"},
      {"叁分伍角", trailing_text, "叁分"},
      {"叁元x", unknown_word, "叁元"},
      {"美元", unknown_word, ""},
      {"3元", unknown_word, ""},
      {"\xff元", unknown_word, ""},
      {"负负叁元", wrong_order, "负"},
      {"叁点元", missing_digit, "叁点"},
      {"叁点伍", missing_yuan, "叁点伍"},
      {"叁点伍万", missing_yuan, "叁点伍万"},
      {"叁点伍万元零叁角", trailing_text, "叁点伍万元"},
      {"叁点伍伍伍元", too_fine, "叁点伍伍伍"},
      {"壹亿亿亿元", too_large, "壹亿亿"},
      {"壹拾亿亿元", too_large, "壹拾亿"},
      {"玖仟万亿点伍亿元", too_large, "玖仟万亿点伍"},
  };
  for (const Refused& refused : table) {
    CAPTURE(refused.text);
    const WordsReading reading = read_words(refused.text);
    CHECK(symbol(reading.why) == symbol(refused.why));
    CHECK(reading.position == refused.before.size());
    CHECK_FALSE(explain(reading.why, Language::zh).empty());
    CHECK_FALSE(explain(reading.why, Language::en).empty());
  }
  CHECK(
      read_words("玖亿贰仟贰佰叁拾叁万柒仟贰佰零叁亿陆仟捌佰伍拾肆万柒仟柒佰伍拾捌元零捌分").why ==
      too_large);
}

TEST_CASE("an error names the text, the place and the reason") {
  try {
    static_cast<void>(parse_words("壹仟玖元"));
    FAIL("was read");
  } catch (const ParseError& error) {
    CHECK(error.id() == "amount.words");
    CHECK(error.reason() == "missing_zero");
    CHECK(error.position() == 6);
    CHECK(error.text() == "壹仟玖元");
  }
}

TEST_CASE("reading gives back what was written, over the whole range") {
  Random random(10);
  for (int i = 0; i < 200'000; ++i) {
    std::int64_t fen = random.between(least, most) >> random.between(0, 63);
    // Many zeros among the digits, where the rules of 零 are.
    if (i % 2 == 0) {
      std::int64_t sparse = 0;
      for (int k = 0; k < 18; ++k)
        sparse = sparse * 10 + (random.between(0, 2) == 0 ? random.between(0, 9) : 0);
      fen = sparse;
    }
    const std::string words = to_words(Money::of_fen(fen));
    const WordsReading reading = read_words(words);
    if (!reading || reading.value.fen() != fen) {
      CAPTURE(words);
      CHECK(symbol(reading.why) == "none");
      CHECK(reading.value.fen() == fen);
    }
  }
  CHECK(read_words(to_words(Money::of_fen(least))).value == Money::of_fen(least));
}

TEST_CASE("one character lost or doubled never gives another amount in silence") {
  // Apart from the 元 or 整 at the end, which nothing hangs on.
  Random random(11);
  for (int i = 0; i < 3000; ++i) {
    const Money amount = Money::of_fen(random.between(0, most) >> random.between(0, 62));
    const std::string words = to_words(amount);
    for (std::size_t at = 0; at < words.size(); at += 3) {
      const std::string doubled = words.substr(0, at + 3) + words.substr(at);
      const WordsReading reading = read_words(doubled);
      CAPTURE(doubled);
      if (words.substr(at, 3) != "亿") CHECK_FALSE(reading);
    }
  }
}

TEST_CASE("writing into a range that is too small says so") {
  const Money amount = Money::of_fen(least);
  std::array<char, max_words_chars> buffer{};
  const auto all = to_chars_words(buffer.data(), buffer.data() + buffer.size(), amount);
  REQUIRE(all);
  for (char* end = buffer.data(); end != all.ptr; ++end) {
    const auto written = to_chars_words(buffer.data(), end, amount);
    CHECK(written.ec == std::errc::value_too_large);
    CHECK(written.ptr == end);
  }
}

static_assert(read_words("叁元整").value == Money::of_yuan(3), "reading works at compile time");
