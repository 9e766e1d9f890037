// SPDX-License-Identifier: Apache-2.0
#include <budget/render/message.hpp>
#include <budget/render/words.hpp>

#include <doctest/doctest.h>

#include <string>

using namespace budget;

TEST_CASE("values are filled in by number, in whatever order the language needs") {
  CHECK(say(Message::report_title, Language::zh, {"某局", "2024年", "预算"}) ==
        "某局 2024年部门预算公开审核报告");
  CHECK(say(Message::report_title, Language::en, {"某局", "2024", "budget"}) ==
        "Audit of the published budget of 某局, 2024");
}

TEST_CASE("a value that looks like a place is not filled again, one that lacks stays visible") {
  CHECK(say(Message::should_be, Language::en, {"{0}{1}"}) == "should read {0}{1}");
  CHECK(say(Message::should_be, Language::en) == "should read {0}");
}

TEST_CASE("every word exists in both languages and no two causes share one") {
  for (const Language language : {Language::zh, Language::en}) {
    for (int a = 0; a <= static_cast<int>(Cause::unit_not_printed); ++a) {
      CHECK_FALSE(words(static_cast<Cause>(a), language).empty());
      for (int b = 0; b < a; ++b)
        CHECK(words(static_cast<Cause>(a), language) != words(static_cast<Cause>(b), language));
    }
    for (int i = 0; i <= static_cast<int>(Undecided::ambiguous); ++i)
      CHECK_FALSE(words(static_cast<Undecided>(i), language).empty());
    for (int i = 0; i <= static_cast<int>(TableKind::other); ++i)
      CHECK_FALSE(words(static_cast<TableKind>(i), language).empty());
    for (int i = 0; i < 6; ++i) CHECK_FALSE(words(static_cast<Status>(i), language).empty());
  }
}
