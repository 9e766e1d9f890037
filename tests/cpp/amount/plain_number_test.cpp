// SPDX-License-Identifier: Apache-2.0
#include <doctest/doctest.h>
#include <budget/amount/plain_number.hpp>

#include <string>
#include <string_view>

#include "amount/random.hpp"

using namespace budget;

namespace {

// Whether all scanners answer alike, whatever stands before the text.
bool agrees(const std::string& text) {
  const auto expected = v1::detail::scan_plain(text.data(), text.data() + text.size());
  for (const char before : {'0', '9', '.', ',', '-', '\0', '\xFF'}) {
    const std::string padded = std::string(16, before) + text;
    const char* const last = padded.data() + padded.size();
    const auto found = v1::detail::scan_plain_padded(padded.data() + 16, last);
    if (found.ok != expected.ok) return false;
    if (found.ok && (found.coefficient != expected.coefficient || found.scale != expected.scale))
      return false;
    // The shortest forms are all of their lengths; with separators none is left out either.
    const bool separated = text.find(',') != std::string::npos;
    const bool is_short = expected.ok && text.size() <= 10 && expected.scale == 2 && text[0] != '-';
    const std::int64_t none = -1;
    if (v1::detail::short_hundredths<true>(last, text.size()) !=
        (is_short ? expected.coefficient : none))
      return false;
    if (v1::detail::short_hundredths<false>(last, text.size()) !=
        (is_short && !separated ? expected.coefficient : none))
      return false;
  }
  return true;
}

}  // namespace

TEST_CASE("the scanners agree on every short text") {
  constexpr std::string_view alphabet = "01.,-/:x";
  std::string text;
  std::size_t differing = 0;
  for (std::size_t length = 0; length <= 5; ++length) {
    std::size_t texts = 1;
    for (std::size_t i = 0; i < length; ++i) texts *= alphabet.size();
    for (std::size_t n = 0; n < texts; ++n) {
      text.clear();
      for (std::size_t rest = n, i = 0; i < length; ++i, rest /= alphabet.size())
        text += alphabet[rest % alphabet.size()];
      if (!agrees(text)) ++differing;
    }
  }
  CHECK(differing == 0);
}

TEST_CASE("the scanners agree on numbers of all forms and on broken ones") {
  budget_test::Random random(6);
  constexpr std::string_view marks = ".,-0 a/:\x80";
  for (int round = 0; round < 200'000; ++round) {
    std::string whole =
        std::to_string(random.between(0, round % 2 == 0 ? 999'999 : 999'999'999'999));
    if (random.between(0, 1) == 0)
      for (std::size_t at = whole.size(); at > 3; at -= 3) whole.insert(at - 3, ",");
    std::string text = (random.between(0, 3) == 0 ? "-" : "") + whole;
    const auto digits = random.between(0, 4);
    if (digits > 0) text += '.';
    for (int i = 0; i < digits; ++i) text += static_cast<char>('0' + random.between(0, 9));
    if (random.between(0, 2) == 0) {  // one character wrong, or one too many
      const auto at =
          static_cast<std::size_t>(random.between(0, static_cast<std::int64_t>(text.size()) - 1));
      const char mark = marks[static_cast<std::size_t>(
          random.between(0, static_cast<std::int64_t>(marks.size()) - 1))];
      if (random.between(0, 1) == 0)
        text[at] = mark;
      else
        text.insert(at, 1, mark);
    }
    CAPTURE(text);
    REQUIRE(agrees(text));
  }
}

TEST_CASE("what is plain has its digits and its scale") {
  struct Case {
    std::string_view text;
    std::int64_t coefficient;
    int scale;
  };
  for (const auto& [text, coefficient, scale] :
       {Case{"0", 0, 0}, Case{"-1.5", -15, 1}, Case{"1234567890123456", 1234567890123456, 0},
        Case{"123,456,789.01", 12345678901, 2}, Case{"0.0000001", 1, 7}, Case{"007.50", 750, 2}}) {
    const std::string_view shown = text;
    CAPTURE(shown);
    CHECK(agrees(std::string(text)));
    const auto found = v1::detail::scan_plain(text.data(), text.data() + text.size());
    CHECK(found.ok);
    CHECK(found.coefficient == coefficient);
    CHECK(found.scale == scale);
  }
}
