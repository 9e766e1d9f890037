// SPDX-License-Identifier: Apache-2.0
#include <budget/base/split.hpp>
#include <budget/base/text.hpp>

#include <doctest/doctest.h>

#include <string>
#include <string_view>
#include <vector>

using namespace budget;
using namespace std::string_literals;

TEST_CASE("every Unicode scalar value survives encoding and decoding") {
  for (char32_t code = 0; code <= 0x10FFFF; ++code) {
    if (code >= 0xD800 && code <= 0xDFFF) continue;
    const std::string bytes = to_utf8(code);
    const CodePoint point = code_point_at(bytes, 0);
    if (!point.valid || point.value != code || point.length != bytes.size())
      FAIL("U+", static_cast<unsigned>(code));
  }
  CHECK(to_utf8(0xD800) == to_utf8(0xFFFD));
  CHECK(to_utf8(0x110000) == to_utf8(0xFFFD));
}

TEST_CASE("what is not UTF-8 is found at its byte") {
  struct Case {
    std::string text;
    std::optional<std::size_t> bad;
  };
  for (const auto& [text, bad] : {
           Case{"合计 3.60", std::nullopt}, Case{"", std::nullopt}, Case{"\0"s, std::nullopt},
           Case{"ab\x80", 2},                       // a continuation without its lead
           Case{"合\xC0\xAF", 3},                   // overlong '/'
           Case{"\xE0\x80\x80", 0},                 // overlong NUL
           Case{"\xED\xA0\x80", 0},                 // a surrogate
           Case{"\xF4\x90\x80\x80", 0},             // above U+10FFFF
           Case{"\xFF", 0}, Case{"合\xE8\xAE", 3},  // cut off
           Case{"\xBA\xCF\xBC\xC6", 0},             // 合计 in GB18030
       }) {
    const auto& shown_text = text;  // clang 14 captures no binding
    CAPTURE(shown_text);
    CHECK(first_invalid_utf8(text) == bad);
  }
}

TEST_CASE("bad bytes read as U+FFFD, one at a time, and never run past the end") {
  const std::string text =
      "a\xE8\xAE"
      "b\xF0";
  std::vector<char32_t> codes;
  for (const char32_t code : CodePoints(text)) codes.push_back(code);
  CHECK(codes == std::vector<char32_t>{U'a', 0xFFFD, 0xFFFD, U'b', 0xFFFD});
  CHECK(count_code_points(text) == 5);
}

TEST_CASE("width counts columns of a fixed-width font") {
  CHECK(display_width("3.60") == 4);
  CHECK(display_width("合计") == 4);
  CHECK(display_width("３．６０") == 8);
  CHECK(display_width("合\xE2\x80\x8B计") == 4);  // zero-width space between
  CHECK(display_width("万元%") == 5);
  CHECK(display_width("") == 0);
}

TEST_CASE("full-width forms, spaces and invisible code points come to one form") {
  CHECK(normalise("　（１）　ＡＢＣ，３．６％　") == "(1) ABC,3.6%");
  CHECK(normalise("\xEF\xBB\xBF合\xC2\xA0 \t计\n") == "合 计");
  CHECK(normalise("单位：万元") == "单位:万元");
  CHECK(normalise("￥５") == "¥5");
  CHECK(normalise("\xFF"
                  "1") ==
        "\xEF\xBF\xBD"
        "1");
  CHECK(without_spaces("合　　计") == "合计");
  CHECK(without_spaces("一般公共\n预算 支出") == "一般公共预算支出");
  CHECK(normalise("") == "");
  CHECK(normalise(" 　") == "");
}

TEST_CASE("normalising twice changes nothing more") {
  for (const std::string_view text : {"　（１）　ＡＢＣ", "合\xC2\xA0 计", "\xFF\xFE", "a  b　c"}) {
    CHECK(normalise(normalise(text)) == normalise(text));
    CHECK(without_spaces(without_spaces(text)) == without_spaces(text));
  }
}

TEST_CASE("strip gives a view without spaces at the ends") {
  const std::string text = "　\xEF\xBB\xBF 合 计\xC2\xA0\n";
  const std::string_view stripped = strip(text);
  CHECK(stripped == "合 计");
  CHECK(stripped.data() >= text.data());
  CHECK(strip(" 　").empty());
  CHECK(strip("").empty());
}

TEST_CASE("split gives one part more than there are separators") {
  CHECK(split("a,b,,c", ',') == std::vector<std::string_view>{"a", "b", "", "c"});
  CHECK(split("", ',') == std::vector<std::string_view>{""});
  CHECK(split(",", ',') == std::vector<std::string_view>{"", ""});
}

static_assert(count_code_points("万元") == 2);
static_assert(half_width(U'９') == U'9' && half_width(U'（') == U'(' && half_width(U'计') == U'计');
static_assert(is_space(0x3000) && is_space(0xA0) && !is_space(0x200B) && is_invisible(0xFEFF));
