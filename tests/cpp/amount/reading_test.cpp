// SPDX-License-Identifier: Apache-2.0
#include <budget/amount/reading.hpp>

#include <doctest/doctest.h>

#include <set>
#include <string_view>

using namespace budget;

TEST_CASE("every reason has its own word and an explanation in both languages") {
  std::set<std::string_view> words, zh, en;
  for (int i = 1; i <= static_cast<int>(Unreadable::bad_encoding); ++i) {
    const auto why = static_cast<Unreadable>(i);
    CHECK(words.insert(symbol(why)).second);
    CHECK(zh.insert(explain(why, Language::zh)).second);
    CHECK(en.insert(explain(why, Language::en)).second);
  }
  CHECK_FALSE(words.contains(""));
  CHECK_FALSE(zh.contains(""));
  CHECK_FALSE(en.contains(""));
}

TEST_CASE("states and suffixes have their words") {
  CHECK(symbol(FigureState::number) == "number");
  CHECK(symbol(FigureState::blank) == "blank");
  CHECK(symbol(FigureState::dash) == "dash");
  CHECK(symbol(FigureState::label) == "label");
  CHECK(symbol(FigureState::unreadable) == "unreadable");
  CHECK(symbol(Suffix::none) == "");
  CHECK(symbol(Suffix::percent) == "%");
  CHECK(symbol(Suffix::permille) == "‰");
}

TEST_CASE("a reading that nothing was put into is a blank, not a zero") {
  CHECK(Reading{}.state == FigureState::blank);
}
