// SPDX-License-Identifier: Apache-2.0
// Every error of reading: the bytes that provoke it and its exact line in both languages stand in
// tests/errors/<error id>/.
#include <budget/render/error.hpp>

#include "error_cases.hpp"

#include <budget/disclosure/recognise.hpp>
#include <budget/document/read_text.hpp>
#include <budget/standard/vocabulary.hpp>

#include <doctest/doctest.h>

#include <algorithm>
#include <string>

using namespace budget;

TEST_CASE("errors of reading are one clear line in both languages") {
  const auto cases = testing::error_cases("input.txt");
  for (const testing::ErrorCase& one : cases) {
    CAPTURE(one.id);
    try {
      static_cast<void>(recognise(read_text(one.input, "input.txt"), standard_vocabulary()));
      FAIL_CHECK("no error");
    } catch (const Error& error) {
      CHECK(error.id() == one.id);
      CHECK(one_line(error, Language::zh) + "\n" == one.zh);
      CHECK(one_line(error, Language::en) + "\n" == one.en);
    }
  }
  CHECK(cases.size() >= 3);
}

TEST_CASE("the place stands before the message, as far as it is known") {
  Place place;
  place.source = "a.rules";
  place.line = 3;
  place.column = 7;
  const RuleError error("rule.syntax", {"此处应为列名", "expected a column"}, place, "合计");
  CHECK(one_line(error, Language::zh) == "a.rules:3:7: 此处应为列名 [rule.syntax]");
  CHECK(one_line(error, Language::en) == "a.rules:3:7: expected a column [rule.syntax]");
}

TEST_CASE("whatever a message holds, the line stays one") {
  const Error error("x.y", {"坏\n名", "bad\r\nname\t\x1b[0m"});
  const std::string line = one_line(error, Language::en);
  CHECK(std::none_of(line.begin(), line.end(), [](char c) { return c >= 0 && c < 0x20; }));
  CHECK(line == "bad  name  [0m [x.y]");
}
