// SPDX-License-Identifier: Apache-2.0
#include <budget/amount/range.hpp>

#include <doctest/doctest.h>

#include <vector>

using namespace budget;

namespace {

Decimal half(int halves) {
  return Decimal::scaled(halves * 5, 1);
}

using Numbers = Range<Decimal>;

// Every range with ends among 0, 1, 2, the empty ones included.
std::vector<Numbers> all_ranges() {
  std::vector<Numbers> all;
  for (const Bound low : {Bound::closed, Bound::open, Bound::unbounded})
    for (const Bound high : {Bound::closed, Bound::open, Bound::unbounded})
      for (int a = 0; a <= 2; ++a)
        for (int b = a; b <= 2; ++b) all.emplace_back(Decimal::of(a), low, Decimal::of(b), high);
  return all;
}

// Ends lie among 0, 1, 2, so that halves around them tell any two ranges apart.
std::vector<bool> members(const Numbers& range) {
  std::vector<bool> all;
  for (int halves = -1; halves <= 5; ++halves) all.push_back(range.contains(half(halves)));
  return all;
}

}  // namespace

TEST_CASE("bounds belong to the range only where they are closed") {
  const Decimal low = Decimal::of(3), high = Decimal::of(5);
  const Numbers range(low, Bound::open, high, Bound::closed);
  CHECK_FALSE(range.contains(low));
  CHECK(range.contains(Decimal::parse("3.01")));
  CHECK(range.contains(high));
  CHECK_FALSE(range.contains(Decimal::parse("5.01")));
  CHECK(range.low() == low);
  CHECK(range.high_bound() == Bound::closed);
  CHECK(Numbers::at_least(low).contains(low));
  CHECK_FALSE(Numbers::more_than(low).contains(low));
  CHECK(Numbers::at_most(low).contains(low));
  CHECK_FALSE(Numbers::less_than(low).contains(low));
  CHECK(Numbers::exactly(low) == Numbers(Interval(low)));
  CHECK(Numbers::at_least(low).high() == std::nullopt);
  CHECK(Numbers().contains(Decimal::of(-1'000'000)));
  CHECK_THROWS_AS(Numbers(high, Bound::open, low, Bound::open), DomainError);
  CHECK(Numbers(high, Bound::unbounded, low, Bound::open).contains(low) == false);
  CHECK(Range<Money>::at_most(Money::of_yuan(3)).contains(Money::of_yuan(3)));
}

TEST_CASE("ranges print as they are written in mathematics") {
  CHECK(to_string(Numbers(Decimal::of(3), Bound::open, Decimal::parse("5.50"), Bound::closed)) ==
        "(3, 5.50]");
  CHECK(to_string(Numbers::at_least(Decimal::of(95))) == "[95, ∞)");
  CHECK(to_string(Numbers::less_than(Decimal::of(3))) == "(-∞, 3)");
  CHECK(to_string(Numbers(Decimal::of(3), Bound::open, Decimal::of(3), Bound::closed)) == "∅");
  CHECK(to_string(Range<Money>(Interval<Money>(Money::of_fen(1)))) == "[0.01元, 0.01元]");
}

TEST_CASE("membership decides everything: emptiness, order, intersection, equality") {
  const auto all = all_ranges();
  for (const Numbers& a : all) {
    const auto in_a = members(a);
    bool any = false;
    for (const bool in : in_a) any = any || in;
    CAPTURE(a);
    CHECK(a.is_empty() == !any);
    if (const auto closed = a.closed()) CHECK(Numbers(*closed) == a);
    for (const Numbers& b : all) {
      CAPTURE(b);
      const auto in_b = members(b);
      const auto in_both = members(intersect(a, b));
      bool every = true;
      for (std::size_t i = 0; i < in_a.size(); ++i) {
        CHECK(in_both[i] == (in_a[i] && in_b[i]));
        every = every && (!in_b[i] || in_a[i]);
      }
      CHECK(a.contains(b) == every);
      CHECK((a == b) == (in_a == in_b));
      CHECK(intersect(a, b) == intersect(b, a));
    }
  }
}

TEST_CASE("an interval is the range with closed ends, and back") {
  const Interval interval(Decimal::of(1), Decimal::of(2));
  const Numbers range = interval;
  CHECK(range.closed() == interval);
  CHECK(Numbers::at_least(Decimal::of(1)).closed() == std::nullopt);
  CHECK(Numbers(Decimal::of(1), Bound::closed, Decimal::of(2), Bound::open).closed() ==
        std::nullopt);
  CHECK(intersect(Numbers::at_least(Decimal::of(1)), Numbers::at_most(Decimal::of(2))).closed() ==
        interval);
}
