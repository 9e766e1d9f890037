// SPDX-License-Identifier: Apache-2.0
#include <doctest/doctest.h>
#include <budget/amount/money_array_math.hpp>

#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "amount/random.hpp"

using namespace budget;

namespace {

// The error of a call that must overflow.
template <class Call>
OverflowError overflow(Call call) {
  try {
    (void)call();
  } catch (const OverflowError& error) {
    return error;
  }
  FAIL("no OverflowError");
  return {"", "", "", ""};
}

// Element by element with Money's own operators: nothing where either is missing.
template <class Operation>
std::vector<std::optional<Money>> one_by_one(const MoneyArray& a, const MoneyArray& b,
                                             Operation operation) {
  std::vector<std::optional<Money>> result(a.size());
  for (std::size_t i = 0; i < a.size(); ++i)
    if (a[i] && b[i]) result[i] = operation(*a[i], *b[i]);
  return result;
}

MoneyArray random_array(budget_test::Random& random, std::size_t count) {
  std::vector<std::optional<Money>> items(count);
  for (auto& item : items)
    if (random.between(0, 3) != 0) item = Money::of_fen(random.between(-1'000'000, 1'000'000));
  return MoneyArray::of(items);
}

}  // namespace

TEST_CASE("arithmetic is Money's, element by element") {
  budget_test::Random random(4);
  for (int round = 0; round < 300; ++round) {
    const auto count = static_cast<std::size_t>(random.between(0, 140));
    const MoneyArray a = random_array(random, count), b = random_array(random, count);
    const Money m = Money::of_fen(random.between(-1000, 1000));
    const std::int64_t factor = random.between(-50, 50);
    const Ratio third = Ratio::of(factor, 3);
    CHECK(a + b == MoneyArray::of(one_by_one(a, b, [](Money x, Money y) { return x + y; })));
    CHECK(a - b == MoneyArray::of(one_by_one(a, b, [](Money x, Money y) { return x - y; })));
    CHECK(a + m == MoneyArray::of(one_by_one(a, a, [&](Money x, Money) { return x + m; })));
    CHECK(a - m == MoneyArray::of(one_by_one(a, a, [&](Money x, Money) { return x - m; })));
    CHECK(m + a == a + m);
    CHECK(m - a == MoneyArray::of(one_by_one(a, a, [&](Money x, Money) { return m - x; })));
    CHECK(-a == MoneyArray::of(one_by_one(a, a, [](Money x, Money) { return -x; })));
    CHECK(abs(a) == MoneyArray::of(one_by_one(a, a, [](Money x, Money) { return abs(x); })));
    CHECK(a * factor ==
          MoneyArray::of(one_by_one(a, a, [&](Money x, Money) { return x * factor; })));
    CHECK(factor * a == a * factor);
    CHECK(times(a, third, Rounding::half_even) ==
          MoneyArray::of(one_by_one(
              a, a, [&](Money x, Money) { return x.times(third, Rounding::half_even); })));
  }
}

TEST_CASE("an overflow names its element") {
  const MoneyArray a = MoneyArray::of_fen({1, INT64_MAX, 3}), b = MoneyArray::of_fen({1, 2, 3});
  const OverflowError error = overflow([&] { return a + b; });
  CHECK(error.index() == 1U);
  CHECK(error.operation() == "add");
  CHECK(error.left() == "92233720368547758.07元");
  CHECK(error.right() == "0.02元");
  CHECK(error.message().en ==
        "result out of range in add at index 1: 92233720368547758.07元, 0.02元");
  CHECK(error.message().zh ==
        "结果超出可表示的范围（add，下标 1）：92233720368547758.07元, 0.02元");
  CHECK(overflow([&] { return -a - b - b; }).index() == 1U);
  CHECK(overflow([&] { return a * 2; }).index() == 1U);
  CHECK(overflow([&] { return a + Money::of_fen(1); }).right() == "0.01元");
  CHECK(overflow([&] { return times(a, Ratio::of(3, 2), Rounding::down); }).index() == 1U);
  const MoneyArray least = MoneyArray::of_fen({0, 0, INT64_MIN});
  CHECK(overflow([&] { return -least; }).index() == 2U);
  CHECK(overflow([&] { return abs(least); }).index() == 2U);
  CHECK(overflow([&] { return least * -1; }).index() == 2U);
}

TEST_CASE("what stands at a missing position overflows nothing") {
  const MoneyArray a = MoneyArray::of_fen({1, INT64_MAX}, {0b01});
  CHECK(a + a == MoneyArray::of_fen({2, 0}, {0b01}));
  CHECK(a * 4 == MoneyArray::of_fen({4, 0}, {0b01}));
}

TEST_CASE("lengths must agree") {
  const MoneyArray a = MoneyArray::of_fen({1}), b = MoneyArray::of_fen({1, 2});
  CHECK_THROWS_AS((void)(a + b), DomainError);
  CHECK_THROWS_AS((void)(b - a), DomainError);
  CHECK_THROWS_AS((void)compare(a, b, std::is_eq), DomainError);
}

TEST_CASE("a comparison with what is missing does not hold") {
  using Mask = std::vector<std::uint8_t>;
  const MoneyArray a = MoneyArray::of_fen({1, 2, 3, 4}, {0b0111});
  const MoneyArray b = MoneyArray::of_fen({3, 2, 1, 4}, {0b1110});
  CHECK(compare(a, Money::of_fen(2), std::is_lt) == Mask{1, 0, 0, 0});
  CHECK(compare(a, Money::of_fen(2), std::is_neq) == Mask{1, 0, 1, 0});
  CHECK(compare(a, Money::of_fen(2), std::is_gteq) == Mask{0, 1, 1, 0});
  CHECK(compare(a, b, std::is_eq) == Mask{0, 1, 0, 0});
  CHECK(compare(a, b, std::is_neq) == Mask{0, 0, 1, 0});
}

TEST_CASE("amounts print in a unit") {
  const MoneyArray a = MoneyArray::of_fen({3'296'300'000, 0}, {0b01});
  CHECK(to_strings(a, Unit::wan_yuan) == std::vector<std::string>{"3296.30万元", ""});
  CHECK_THROWS_AS((void)to_strings(a, Unit::unknown), UnitMismatch);
}
