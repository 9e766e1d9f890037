// SPDX-License-Identifier: Apache-2.0
#include <budget/amount/interval_product.hpp>

#include <doctest/doctest.h>

#include <algorithm>
#include <concepts>
#include <vector>

#include "amount/random.hpp"

using namespace budget;
using budget_test::Random;

namespace {

template <class T>
concept Multiplies = requires(const T& a) {
  a* a;
};
static_assert(Multiplies<Interval<Decimal>> && Multiplies<Interval<Ratio>>);
static_assert(!Multiplies<Interval<Money>>, "there is no product of amounts");

Interval<Decimal> random_interval(Random& random) {
  const std::int64_t low = random.between(-6, 6);
  return {Decimal::scaled(low, 1), Decimal::scaled(low + random.between(0, 6), 1)};
}

std::vector<Decimal> members(const Interval<Decimal>& interval) {
  std::vector<Decimal> all;
  for (Decimal value = interval.low(); value <= interval.high();
       value = value + Decimal::scaled(1, 1))
    all.push_back(value);
  return all;
}

}  // namespace

TEST_CASE("products and quotients hold exactly what pairs of members give") {
  Random random(3);
  int divided = 0;
  for (int i = 0; i < 2000; ++i) {
    const auto a = random_interval(random);
    const auto b = random_interval(random);
    std::vector<Decimal> products;
    std::vector<Ratio> quotients;
    const bool divides = !b.contains(Decimal());
    for (const Decimal& x : members(a))
      for (const Decimal& y : members(b)) {
        products.push_back(x * y);
        if (divides) quotients.push_back(Ratio::of(x) / Ratio::of(y));
      }
    CHECK(a * b ==
          Interval(*std::ranges::min_element(products), *std::ranges::max_element(products)));
    CHECK(quotient(a, b).has_value() == divides);
    if (!divides) {
      CHECK_THROWS_AS((void)(a / b), DivisionByZero);
      continue;
    }
    ++divided;
    CHECK(a / b ==
          Interval(*std::ranges::min_element(quotients), *std::ranges::max_element(quotients)));
    CHECK(Interval(Ratio::of(a.low()), Ratio::of(a.high())) /
              Interval(Ratio::of(b.low()), Ratio::of(b.high())) ==
          a / b);
  }
  CHECK(divided > 500);
}

TEST_CASE("the share of two printed figures is what their amounts can give") {
  // 1,711.03 of 3,296.30万元, each half a unit of the last digit either side.
  const auto fen = [](std::int64_t low, std::int64_t high) {
    return Interval(Money::of_fen(low), Money::of_fen(high));
  };
  const auto share = fen(1'711'025'000, 1'711'035'000) / fen(3'296'295'000, 3'296'305'000);
  CHECK(share.low() == Money::of_fen(1'711'025'000) / Money::of_fen(3'296'305'000));
  CHECK(share.high() == Money::of_fen(1'711'035'000) / Money::of_fen(3'296'295'000));
  CHECK(share.contains(Ratio::of(5'190'760, 10'000'000)));
  CHECK_FALSE(share.contains(Ratio::of(5191, 10'000)));
  CHECK(quotient(fen(1, 2), fen(-1, 1)) == std::nullopt);
}
