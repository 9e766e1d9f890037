// SPDX-License-Identifier: Apache-2.0
#include <doctest/doctest.h>
#include <budget/indicator/target_words.hpp>
#include <budget/indicator/word_table.hpp>

#include <string>
#include <string_view>
#include <vector>

#include "amount/random.hpp"

using namespace budget;

namespace {

// Whether the table answers as trying every word does.
template <class Table>
bool agrees(const Table& table, std::string_view text) {
  const auto* prefix = table.find_prefix(text);
  const auto* whole = table.find(text);
  for (const auto& entry : table.entries()) {
    if (&entry == whole && detail::word_of(entry) != text) return false;
    if (whole == nullptr && detail::word_of(entry) == text) return false;
    if (!text.starts_with(detail::word_of(entry))) continue;
    return prefix == &entry && table.may_begin(text);
  }
  return prefix == nullptr;
}

constexpr auto odd_words =
    detail::word_table<std::string_view>({"a", "ab", "·", "·x", "é", "😀", "℃"});
static_assert(odd_words.find_prefix("ab") == &odd_words.entries()[0]);
static_assert(odd_words.find("ab") == &odd_words.entries()[1]);

}  // namespace

TEST_CASE("a table finds what trying every word finds") {
  budget_test::Random random(8);
  std::vector<std::string> texts{"",  "a", "abc",  "·",        "·x",       "·y",   "é",   "e",
                                 "😀", "😁", "\xC2", "\xE2\x89", "\xF0\x9F", "\x80", "\xB7"};
  const auto take_words = [&](const auto& table) {
    for (const auto& entry : table.entries()) texts.emplace_back(detail::word_of(entry));
  };
  take_words(detail::comparator_words);
  take_words(detail::common_units);
  take_words(detail::grade_words);
  take_words(detail::every_words);
  const std::size_t known = texts.size();
  for (std::size_t i = 0; i < known; ++i) {
    const auto other =
        static_cast<std::size_t>(random.between(0, static_cast<std::int64_t>(known) - 1));
    texts.push_back(texts[i] + texts[other]);
    texts.push_back(texts[i].substr(0, texts[i].size() / 2));  // may end within a character
  }
  for (const std::string& text : texts) {
    CAPTURE(text);
    CHECK(agrees(odd_words, text));
    CHECK(agrees(detail::comparator_words, text));
    CHECK(agrees(detail::comparator_endings, text));
    CHECK(agrees(detail::common_units, text));
    CHECK(agrees(detail::degree_words, text));
    CHECK(agrees(detail::grade_words, text));
    CHECK(agrees(detail::every_words, text));
    CHECK(agrees(detail::measure_words, text));
  }
}
