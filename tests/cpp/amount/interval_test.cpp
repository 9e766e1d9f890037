// SPDX-License-Identifier: Apache-2.0
#include <budget/amount/interval.hpp>

#include <doctest/doctest.h>

#include <sstream>
#include <vector>

#include "amount/random.hpp"

using namespace budget;
using budget_test::Random;

namespace {

Interval<Money> fen(std::int64_t low, std::int64_t high) {
  return {Money::of_fen(low), Money::of_fen(high)};
}

std::vector<Money> members(const Interval<Money>& interval) {
  std::vector<Money> all;
  for (std::int64_t i = interval.low().fen(); i <= interval.high().fen(); ++i)
    all.push_back(Money::of_fen(i));
  return all;
}

Interval<Money> random_interval(Random& random) {
  const std::int64_t low = random.between(-5, 5);
  return fen(low, low + random.between(0, 4));
}

}  // namespace

TEST_CASE("ends belong to the interval, and are never reversed") {
  const Interval interval = fen(-5, 7);
  CHECK(interval.contains(Money::of_fen(-5)));
  CHECK(interval.contains(Money::of_fen(7)));
  CHECK_FALSE(interval.contains(Money::of_fen(8)));
  CHECK_FALSE(interval.contains(Money::of_fen(-6)));
  CHECK(interval.width() == Money::of_fen(12));
  CHECK_FALSE(interval.is_point());
  CHECK(Interval<Money>(Money::of_fen(3)).is_point());
  CHECK(Interval<Money>().contains(Money()));
  CHECK_THROWS_AS(fen(1, 0), DomainError);
  try {
    static_cast<void>(Interval(Decimal::of(2), Decimal::of(1)));
  } catch (const Error& error) {
    CHECK(error.id() == "amount.interval_reversed");
  }
}

TEST_CASE("intervals that only touch meet in one point") {
  CHECK(intersect(fen(0, 5), fen(5, 9)) == Interval<Money>(Money::of_fen(5)));
  CHECK(intersect(fen(0, 5), fen(6, 9)) == std::nullopt);
  CHECK(hull(fen(0, 5), fen(8, 9)) == fen(0, 9));
}

TEST_CASE("arithmetic holds exactly what can come out: every pair of members, and no more") {
  Random random(41);
  for (int i = 0; i < 500; ++i) {
    const Interval a = random_interval(random), b = random_interval(random);
    Interval<Money> sums(a.low() + b.low()), differences(a.low() - b.low());
    for (const Money x : members(a)) {
      for (const Money y : members(b)) {
        sums = hull(sums, Interval<Money>(x + y));
        differences = hull(differences, Interval<Money>(x - y));
      }
      CHECK((-a).contains(-x));
    }
    REQUIRE(a + b == sums);
    REQUIRE(a - b == differences);
    REQUIRE(-(-a) == a);
    for (const int factor : {-3, -1, 0, 1, 4}) {
      Interval<Money> scaled(a.low() * factor);
      for (const Money x : members(a)) scaled = hull(scaled, Interval<Money>(x * factor));
      REQUIRE(a * factor == scaled);
      REQUIRE(factor * a == scaled);
    }
    const auto common = intersect(a, b);
    for (std::int64_t x = -20; x <= 20; ++x) {
      const Money amount = Money::of_fen(x);
      const bool in_both = a.contains(amount) && b.contains(amount);
      REQUIRE(in_both == (common && common->contains(amount)));
      if (a.contains(amount) || b.contains(amount)) REQUIRE(hull(a, b).contains(amount));
    }
    REQUIRE(a.contains(b) == (hull(a, b) == a));
  }
}

TEST_CASE("intervals of money are intervals of 元") {
  const Interval<Decimal> yuan = fen(3'595'000, 3'605'000);
  CHECK(yuan.low() == Decimal::of(35'950));
  CHECK(yuan.high() == Decimal::of(36'050));
  CHECK(yuan == fen(3'595'000, 3'605'000));
  CHECK(fen(3'595'000, 3'605'000) == yuan);
}

TEST_CASE("decimals and ratios make intervals too") {
  const Interval<Decimal> a{Decimal::parse("46.195"), Decimal::parse("46.205")};
  const Interval<Decimal> b{Decimal::parse("18.355"), Decimal::parse("18.365")};
  const Interval<Decimal> printed{Decimal::parse("64.545"), Decimal::parse("64.555")};
  // 46.20 + 18.36 against 64.55: amounts exist that print as all three.
  CHECK(intersect(a + b, printed).has_value());
  CHECK(to_string(a + b) == "[64.550, 64.570]");
  CHECK(a * 2 == a + a);

  const Interval<Ratio> thirds{Ratio::of(1, 3), Ratio::of(2, 3)};
  CHECK(thirds + thirds == Interval{Ratio::of(2, 3), Ratio::of(4, 3)});
  CHECK(thirds.width() == Ratio::of(1, 3));
  CHECK(thirds * -3 == Interval{Ratio::of(-2), Ratio::of(-1)});
}

TEST_CASE("arithmetic at the ends of 64 bits throws instead of wrapping") {
  const Interval top = fen(INT64_MAX - 1, INT64_MAX);
  CHECK_THROWS_AS(static_cast<void>(top + top), OverflowError);
  CHECK_THROWS_AS(static_cast<void>(top * 2), OverflowError);
  CHECK_THROWS_AS(static_cast<void>(fen(INT64_MIN, INT64_MAX).width()), OverflowError);
}

TEST_CASE("an interval prints its ends") {
  std::ostringstream stream;
  stream << fen(-5, 360);
  CHECK(stream.str() == "[-0.05元, 3.60元]");
}

static_assert(Interval{Money::of_fen(1), Money::of_fen(2)}.contains(Money::of_fen(2)));
static_assert(Interval{Ratio::of(1, 3), Ratio::of(1, 2)}.width() == Ratio::of(1, 6));
