// SPDX-License-Identifier: Apache-2.0
#include <budget/amount/read_figure.hpp>
#include <budget/base/split.hpp>

#include <doctest/doctest.h>

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "amount/random.hpp"

using namespace budget;
using budget_test::Random;
using namespace std::string_literals;

TEST_CASE("numbers in every printed form") {
  struct Case {
    std::string_view text, value;
    Suffix suffix = Suffix::none;
    Unit unit = Unit::unknown;
  };
  for (const auto& [text, value, suffix, unit] : {
           // Plain, and grouped in half and full width.
           Case{"0", "0"},
           Case{"0.00", "0.00"},
           Case{"3296.30", "3296.30"},
           Case{"115.63", "115.63"},
           Case{"3,296.30", "3296.30"},
           Case{"1,008,000", "1008000"},
           Case{"5,700,000", "5700000"},
           Case{"3，296.30", "3296.30"},
           Case{"３，２９６．３０", "3296.30"},
           Case{"１８．３６", "18.36"},
           Case{".5", "0.5"},
           Case{"-.5", "-0.5"},
           Case{"021", "21"},
           // Spaces, as groups and beside marks.
           Case{"3 296.30", "3296.30"},
           Case{"1 234.50", "1234.50"},
           Case{"1\u00A0234\u00A0567", "1234567"},
           Case{"1\u202F234.50", "1234.50"},
           Case{"　3296.30　", "3296.30"},
           Case{"1, 234.50", "1234.50"},
           Case{"1 ,234 .50", "1234.50"},
           Case{"3,296.\n30", "3296.30"},
           Case{"3296 . 30", "3296.30"},
           Case{"\uFEFF3.60\u200B", "3.60"},
           // Signs.
           Case{"+5", "5"},
           Case{"-5.20", "-5.20"},
           Case{"−5.20", "-5.20"},
           Case{"－5.20", "-5.20"},
           Case{"–5.20", "-5.20"},
           Case{"- 5.20", "-5.20"},
           Case{"(5.20)", "-5.20"},
           Case{"（５．２０）", "-5.20"},
           Case{"( 5.20 )", "-5.20"},
           Case{"△5.20", "-5.20"},
           Case{"▲5.20", "-5.20"},
           Case{"△ 5.20", "-5.20"},
           Case{"-0.00", "0.00"},
           Case{"(1)", "-1"},
           // Suffixes and units.
           Case{"84.88%", "84.88", Suffix::percent},
           Case{"84.88％", "84.88", Suffix::percent},
           Case{"-2.5 %", "-2.5", Suffix::percent},
           Case{"(2.5%)", "-2.5", Suffix::percent},
           Case{"(2.5)%", "-2.5", Suffix::percent},
           Case{"3‰", "3", Suffix::permille},
           Case{"3.6万元", "3.6", Suffix::none, Unit::wan_yuan},
           Case{"60亿元", "60", Suffix::none, Unit::yi_yuan},
           Case{"1,800元", "1800", Suffix::none, Unit::yuan},
           Case{"12千元", "12", Suffix::none, Unit::qian_yuan},
           Case{"1.5百万元", "1.5", Suffix::none, Unit::baiwan_yuan},
           Case{"3.6 万 元", "3.6", Suffix::none, Unit::wan_yuan},
           Case{"（3.6万元）", "-3.6", Suffix::none, Unit::wan_yuan},
           Case{"¥1,800.00", "1800.00"},
           Case{"￥-5元", "-5", Suffix::none, Unit::yuan},
           Case{"-¥5", "-5"},
           // The longest number there is.
           Case{"99999999999999999999999999999999999999", "99999999999999999999999999999999999999"},
           Case{"000000000000000000000000000000000000000001", "1"},
       }) {
    const auto& shown_text = text;  // clang 14 captures no binding
    CAPTURE(shown_text);
    const Reading reading = read_figure(text);
    CHECK(reading.state == FigureState::number);
    CHECK(to_string(reading.value) == value);
    CHECK(reading.suffix == suffix);
    CHECK(reading.unit == unit);
    CHECK(reading.why == Unreadable::none);
  }
}

TEST_CASE("blanks, dashes and labels are none of them a number") {
  for (const std::string_view text : {"", " ", "　", "\u00A0", "\t\n", "\u200B", "\uFEFF 　"}) {
    CAPTURE(text);
    CHECK(read_figure(text) == Reading{});
  }
  for (const std::string_view text : {"-", "—", "——", "－", "--", "－－", "–", "−", " - ", "- -",
                                      "/", "／", "无", " 无　", "―", "----------------"}) {
    CAPTURE(text);
    CHECK(read_figure(text).state == FigureState::dash);
    CHECK(read_figure(text).why == Unreadable::none);
  }
  for (const std::string_view text : {"合计",
                                      "不可比",
                                      "万元",
                                      "元",
                                      "2024年",
                                      "2024年预算数",
                                      "-13-",
                                      "- 13 -",
                                      "— 13 —",
                                      "－13－",
                                      "①",
                                      "2024-01-01",
                                      "2024/1/1",
                                      "2024年1月1日",
                                      "12:30",
                                      "9:05:33",
                                      "0351-2293012",
                                      "201-01-01",
                                      "1/2",
                                      "2-3",
                                      "1、",
                                      "A4",
                                      "4M",
                                      "X101",
                                      "O5",
                                      "≥95%",
                                      "＞100%",
                                      "约30台",
                                      "800元/把",
                                      "2辆",
                                      "12万",
                                      "1.2.3日",
                                      "3296.30一、一般公共服务支出",
                                      "021-阳泉市财政局",
                                      "[021001]阳泉市财政局",
                                      "无此项",
                                      "不变",
                                      "%",
                                      "()",
                                      ",",
                                      ".",
                                      "+",
                                      "#",
                                      "N/A",
                                      "nan",
                                      "inf",
                                      "1E5",
                                      "0x10",
                                      "三",
                                      "二〇二四",
                                      "٣",
                                      "Ⅲ",
                                      "注：1",
                                      "见附表3"}) {
    CAPTURE(text);
    CHECK(read_figure(text).state == FigureState::label);
    CHECK(read_figure(text).why == Unreadable::none);
  }
}

TEST_CASE("what only looks like a number is unreadable, with the reason and the byte") {
  struct Case {
    std::string text;
    Unreadable why;
    std::size_t position;
  };
  for (const auto& [text, why, position] : {
           Case{"1,23.4", Unreadable::misplaced_separator, 4},
           Case{"12,34", Unreadable::misplaced_separator, 5},
           Case{"1,,234", Unreadable::misplaced_separator, 2},
           Case{",123", Unreadable::misplaced_separator, 0},
           Case{"123,", Unreadable::misplaced_separator, 4},
           Case{"1234,567", Unreadable::misplaced_separator, 4},
           Case{"1,2345", Unreadable::misplaced_separator, 6},
           Case{"0,123", Unreadable::misplaced_separator, 1},
           Case{"1.234,5", Unreadable::misplaced_separator, 5},
           Case{"12 34", Unreadable::misplaced_separator, 5},
           Case{"12 345,678.00", Unreadable::misplaced_separator, 6},
           Case{"2794.26 1083.23", Unreadable::misplaced_separator, 8},
           Case{"１，２３．４", Unreadable::misplaced_separator, 12},
           Case{"1,23.4万元", Unreadable::misplaced_separator, 4},
           Case{"12..5", Unreadable::two_points, 3},
           Case{"1.2.3", Unreadable::two_points, 3},
           Case{"2024.1.1", Unreadable::two_points, 6},
           Case{"12.", Unreadable::missing_digits, 3},
           Case{"12.元", Unreadable::missing_digits, 3},
           Case{"12。5", Unreadable::wrong_point, 2},
           Case{"12·5", Unreadable::wrong_point, 2},
           Case{"O.5", Unreadable::letter_among_digits, 0},
           Case{"1O0", Unreadable::letter_among_digits, 1},
           Case{"l,234.50", Unreadable::letter_among_digits, 0},
           Case{"3296.3O", Unreadable::letter_among_digits, 6},
           Case{"1S.30", Unreadable::letter_among_digits, 1},
           Case{"--5", Unreadable::misplaced_sign, 1},
           Case{"+-5", Unreadable::misplaced_sign, 1},
           Case{"5-", Unreadable::misplaced_sign, 1},
           Case{"(-5)", Unreadable::misplaced_sign, 1},
           Case{"-(5)", Unreadable::misplaced_sign, 1},
           Case{"△-5", Unreadable::misplaced_sign, 3},
           Case{"—5", Unreadable::misplaced_sign, 0},
           Case{"(5", Unreadable::unbalanced_bracket, 2},
           Case{"5)", Unreadable::unbalanced_bracket, 1},
           Case{"((5))", Unreadable::unbalanced_bracket, 1},
           Case{"5%%", Unreadable::misplaced_mark, 2},
           Case{"5%元", Unreadable::misplaced_mark, 2},
           Case{"5万元元", Unreadable::misplaced_mark, 7},
           Case{"1.2E+05", Unreadable::exponent, 3},
           Case{"3e-2", Unreadable::exponent, 1},
           Case{"####", Unreadable::overflow_mark, 0},
           Case{"＃＃", Unreadable::overflow_mark, 0},
           Case{"#REF!", Unreadable::formula_error, 0},
           Case{" #DIV/0! ", Unreadable::formula_error, 1},
           Case{std::string(39, '9'), Unreadable::too_long, 38},
           Case{std::string(60, '1'), Unreadable::too_long, 38},
           Case{"0." + std::string(39, '0'), Unreadable::too_long, 40},
           Case{"3\xFF", Unreadable::bad_encoding, 1},
           Case{"\xBA\xCF", Unreadable::bad_encoding, 0},
           Case{"3.\0"
                "6"s,
                Unreadable::bad_encoding, 2},
           Case{"\x1B[1m5", Unreadable::bad_encoding, 0},
       }) {
    const auto& shown_text = text;  // clang 14 captures no binding
    CAPTURE(shown_text);
    const Reading reading = read_figure(text);
    CHECK(reading.state == FigureState::unreadable);
    CHECK(symbol(reading.why) == symbol(why));
    CHECK(reading.position == position);
  }
}

namespace {

// The grammar of figures in ASCII, written a second time: an optional sign; digits, or groups of
// three behind one to three digits that do not begin with 0; an optional point with digits behind.
bool is_figure(std::string_view text) {
  const auto digits = [](std::string_view part) {
    return !part.empty() && part.find_first_not_of("0123456789") == std::string_view::npos;
  };
  if (!text.empty() && (text.front() == '-' || text.front() == '+')) text.remove_prefix(1);
  const std::size_t point = text.find('.');
  if (point != std::string_view::npos && !digits(text.substr(point + 1))) return false;
  const std::vector<std::string_view> groups = split(text.substr(0, point), ',');
  if (groups.size() == 1)
    return digits(groups[0]) || (groups[0].empty() && point != std::string_view::npos);
  for (std::size_t i = 0; i < groups.size(); ++i) {
    const bool right_size = i == 0 ? groups[i].size() <= 3 : groups[i].size() == 3;
    if (!right_size || !digits(groups[i])) return false;
  }
  return groups[0].front() != '0';
}

// A character of `alphabet`; every other time one of its first few, which are digits.
char random_character(Random& random, std::string_view alphabet, std::int64_t digits) {
  const bool digit = random.between(0, 1) == 0;
  const auto count = digit ? digits : static_cast<std::int64_t>(alphabet.size());
  return alphabet[static_cast<std::size_t>(random.between(0, count - 1))];
}

}  // namespace

TEST_CASE("the short way and the long way read alike") {
  Random random(31);
  constexpr std::string_view alphabet = "0123456789,.-";
  int numbers = 0;
  for (int i = 0; i < 300'000; ++i) {
    std::string text;
    const auto length = random.between(1, 9);
    for (int k = 0; k < length; ++k) text += random_character(random, alphabet, 10);
    const detail::Plain plain = detail::scan_plain(text.data(), text.data() + text.size());
    if (!plain.ok) continue;
    ++numbers;
    const Reading reading = detail::NumberReader(text).read();
    CAPTURE(text);
    REQUIRE(reading.state == FigureState::number);
    REQUIRE(reading.value.coefficient() == plain.coefficient);
    REQUIRE(reading.value.scale() == plain.scale);
  }
  CHECK(numbers > 50'000);
}

TEST_CASE("an ASCII text is a number exactly when the grammar says so") {
  Random random(32);
  constexpr std::string_view alphabet = "0159,.-+";
  for (int i = 0; i < 300'000; ++i) {
    std::string text;
    const auto length = random.between(1, 10);
    for (int k = 0; k < length; ++k) text += random_character(random, alphabet, 4);
    CAPTURE(text);
    REQUIRE((read_figure(text).state == FigureState::number) == is_figure(text));
  }
}

TEST_CASE("hostile texts of 100,000 characters are read in one go") {
  const auto many = [](std::string_view part) {
    std::string text;
    while (text.size() < 100'000) text += part;
    return text;
  };
  CHECK(read_figure(many(" ")).state == FigureState::blank);
  CHECK(read_figure(many("　")).state == FigureState::blank);
  CHECK(read_figure(many("-")).state == FigureState::dash);
  CHECK(read_figure(many("字")).state == FigureState::label);
  CHECK(read_figure(many("1")).why == Unreadable::too_long);
  CHECK(read_figure(many("0")).state == FigureState::number);
  CHECK(read_figure(many("1,")).why == Unreadable::misplaced_separator);
  CHECK(read_figure(many("1.")).why == Unreadable::two_points);
  CHECK(read_figure(many("(") + "5").why == Unreadable::unbalanced_bracket);
  CHECK(read_figure(many("#")).why == Unreadable::overflow_mark);
  CHECK(read_figure(many("O") + "5.").state != FigureState::number);
  CHECK(read_figure(many("\xFF")).why == Unreadable::bad_encoding);
  CHECK(read_figure(std::string(100'000, '\0')).why == Unreadable::bad_encoding);
  CHECK(read_figure(many("5 万 元 ")).state == FigureState::label);
}

TEST_CASE("random bytes never break the reader") {
  Random random(33);
  int states[5] = {};
  for (int i = 0; i < 200'000; ++i) {
    std::string text;
    const auto length = random.between(0, 12);
    for (int k = 0; k < length; ++k) text += static_cast<char>(random.between(0, 255));
    const Reading reading = read_figure(text);
    ++states[static_cast<int>(reading.state)];
    REQUIRE((reading.state == FigureState::unreadable) == (reading.why != Unreadable::none));
    REQUIRE(reading.position <= text.size());
  }
  CHECK(states[static_cast<int>(FigureState::unreadable)] > 0);
}

static_assert(noexcept(read_figure("")));
static_assert(read_figure("（３．６０）").value == Decimal::scaled(-360, 2));
static_assert(read_figure("1,23.4").why == Unreadable::misplaced_separator);
static_assert(read_figure("3.6万元").unit == Unit::wan_yuan);
