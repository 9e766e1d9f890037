// SPDX-License-Identifier: Apache-2.0
#include <budget/base/chars.hpp>

#include <doctest/doctest.h>

using namespace budget;

TEST_CASE("an answer is true exactly when it succeeded") {
  char buffer[1] = {};
  CHECK(FromCharsResult{buffer, std::errc{}});
  CHECK_FALSE(FromCharsResult{buffer, std::errc::invalid_argument});
  CHECK(ToCharsResult{buffer, std::errc{}});
  CHECK_FALSE(ToCharsResult{buffer, std::errc::value_too_large});
  CHECK(FromCharsResult{buffer, std::errc{}} != FromCharsResult{buffer + 1, std::errc{}});
}
