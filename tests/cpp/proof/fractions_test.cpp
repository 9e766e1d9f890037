// SPDX-License-Identifier: Apache-2.0
#include "proof/fractions.hpp"

#include <doctest/doctest.h>

#include "amount/random.hpp"

using namespace budget;

TEST_CASE("a sum of products is what adding them one by one gives") {
  budget_test::Random random(5);
  for (int round = 0; round < 500; ++round) {
    detail::FractionSum sum;
    Rational expected = 0;
    const std::int64_t terms = random.between(0, 12);
    for (std::int64_t i = 0; i < terms; ++i) {
      // Whole numbers, halves of digits, thirds, and amounts that fill 64 bits.
      const std::int64_t most = i % 4 == 3 ? INT64_MAX : 1000;
      const Rational factor(random.between(-3, 3), random.between(1, round % 3 == 0 ? 3 : 1));
      const Rational value(random.between(-most, most),
                           random.between(1, round % 2 == 0 ? 1 : 200));
      sum.add(factor, value);
      expected += factor * value;
    }
    CHECK(sum.value() == expected);
  }
}

TEST_CASE("a decimal is its fraction, whatever its scale") {
  CHECK(detail::to_fraction(Decimal::scaled(3450, 2)) == Rational(69, 2));
  CHECK(detail::to_fraction(Decimal::scaled(-1, 9)) == Rational(-1, 1'000'000'000));
  CHECK(detail::to_fraction(Decimal::of(-12)) == -12);
  CHECK(detail::to_fraction(Decimal()) == 0);
}
