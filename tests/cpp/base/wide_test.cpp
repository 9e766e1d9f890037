// SPDX-License-Identifier: Apache-2.0
#include <budget/base/wide.hpp>

#include <doctest/doctest.h>

using namespace budget;

namespace {

constexpr Int128 most = static_cast<Int128>(~(UInt128{1} << 127U));

}  // namespace

TEST_CASE("128-bit integers go to wide ones and back") {
  for (const Int128 value : {Int128{0}, Int128{1}, Int128{-1}, Int128{INT64_MIN}, most, -most}) {
    CAPTURE(to_string(value));
    CHECK(to_string(to_integer(value)) == to_string(value));
    CHECK(to_int128(to_integer(value)) == value);
  }
  CHECK(to_int128(to_integer(most) + 1) == std::nullopt);
  CHECK(to_int128(-to_integer(most) - 1) == std::nullopt);
  CHECK(to_int128(to_integer(most) * to_integer(most)) == std::nullopt);
}

TEST_CASE("fractions are reduced and print as p/q") {
  CHECK(to_string(to_rational(6, 4)) == "3/2");
  CHECK(to_string(to_rational(6, -4)) == "-3/2");
  CHECK(to_string(to_rational(6, 3)) == "2");
  CHECK(to_string(to_rational(0, 3)) == "0");
}
