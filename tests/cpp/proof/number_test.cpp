// SPDX-License-Identifier: Apache-2.0
#include "proof/number.hpp"

#include <doctest/doctest.h>

#include <array>
#include <limits>
#include <random>
#include <vector>

using budget::Integer;
using budget::Rational;
using budget::proof::Nudged;
using budget::proof::Number;

namespace {

/// Fractions small and at the edge of 64 bits, so that sums and products leave them and come back.
std::vector<Rational> samples() {
  constexpr auto most = std::numeric_limits<std::int64_t>::max();
  std::vector<Rational> all{0,
                            1,
                            -1,
                            Rational(1, 3),
                            Rational(-7, 2),
                            Rational(most),
                            Rational(-most),
                            Rational(1, most),
                            Rational(most, most - 1)};
  std::mt19937_64 random(7);
  for (int i = 0; i < 40; ++i) {
    const auto above = static_cast<std::int64_t>(random()) >> (i % 48);
    const auto below = (static_cast<std::int64_t>(random()) >> (i % 48)) | 1;
    all.emplace_back(Rational(Integer(above)) / Rational(Integer(below)));
  }
  return all;
}

}  // namespace

TEST_CASE("arithmetic of numbers is that of wide fractions, within 64 bits and beyond") {
  const std::vector<Rational> all = samples();
  for (const Rational& a : all) {
    CHECK(Number(a).exact() == a);
    CHECK((-Number(a)).exact() == -a);
    for (const Rational& b : all) {
      CHECK((Number(a) + Number(b)).exact() == a + b);
      CHECK((Number(a) - Number(b)).exact() == a - b);
      CHECK((Number(a) * Number(b)).exact() == a * b);
      if (b != 0) CHECK((Number(a) / Number(b)).exact() == a / b);
      CHECK((Number(a) < Number(b)) == (a < b));
      CHECK((Number(a) == Number(b)) == (a == b));
    }
  }
}

TEST_CASE("a value that is infinitely little more is more than its like and less than all above") {
  const Nudged one{Number(1), Number(0)}, above{Number(1), Number(1)}, two{Number(2), Number(-5)};
  CHECK(one < above);
  CHECK(above < two);
  CHECK_FALSE(above < one);
}
