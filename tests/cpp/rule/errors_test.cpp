// SPDX-License-Identifier: Apache-2.0
// Every error of rule files: the input that provokes it and its exact message in both languages stand
// in tests/errors/<error id>/.
#include <budget/rule/pack.hpp>

#include "error_cases.hpp"

#include <doctest/doctest.h>

#include <string>

using namespace budget;

TEST_CASE("rule errors name the place and what was expected") {
  const auto cases = testing::error_cases("input.rules");
  for (const testing::ErrorCase& one : cases) {
    CAPTURE(one.id);
    try {
      static_cast<void>(load_pack(one.input, "input.rules"));
      FAIL_CHECK("no error");
    } catch (const RuleError& error) {
      CHECK(error.id() == one.id);
      const std::string where = to_string(error.place()) + ": ";
      CHECK(where + error.message().zh + "\n" == one.zh);
      CHECK(where + error.message().en + "\n" == one.en);
    }
  }
  CHECK(cases.size() >= 19);
}
