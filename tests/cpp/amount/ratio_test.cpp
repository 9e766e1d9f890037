// SPDX-License-Identifier: Apache-2.0
#include <budget/amount/ratio.hpp>
#include <budget/base/wide.hpp>

#include <doctest/doctest.h>

#include <sstream>
#include <string>

#include "amount/random.hpp"

using namespace budget;
using budget_test::Random;

namespace {

constexpr Int128 most = static_cast<Int128>(~(UInt128{1} << 127U));

Rational exact(const Ratio& value) {
  return to_rational(value.numerator(), value.denominator());
}

bool fits(const Rational& value) {
  return abs(boost::multiprecision::numerator(value)) <= to_integer(most) &&
         boost::multiprecision::denominator(value) <= to_integer(most);
}

Ratio random_ratio(Random& random, int digits) {
  const Int128 above = random.with_digits(digits);
  const Int128 below = random.with_digits(digits);
  return Ratio::of(above, below == 0 ? Int128{1} : below);
}

// Numerators over the common denominator, which a sum needs before it can be reduced.
bool sum_fits_unreduced(const Ratio& a, const Ratio& b) {
  const Integer common = lcm(to_integer(a.denominator()), to_integer(b.denominator()));
  const Integer left = to_integer(a.numerator()) * (common / to_integer(a.denominator()));
  const Integer right = to_integer(b.numerator()) * (common / to_integer(b.denominator()));
  return fits(Rational(left)) && fits(Rational(right)) && fits(Rational(left + right)) &&
         fits(Rational(left - right));
}

template <class Operation>
void check_operation(const Ratio& a, const Ratio& b, const Rational& wanted, bool must_fit,
                     Operation operation) {
  try {
    const Ratio got = operation(a, b);
    REQUIRE(exact(got) == wanted);
    REQUIRE(got.denominator() > 0);
  } catch (const OverflowError&) {
    REQUIRE_FALSE((must_fit && fits(wanted)));
  }
}

}  // namespace

TEST_CASE("a ratio is reduced with the sign above") {
  CHECK(to_string(Ratio::of(6, 4)) == "3/2");
  CHECK(to_string(Ratio::of(6, -4)) == "-3/2");
  CHECK(to_string(Ratio::of(-6, -3)) == "2");
  CHECK(to_string(Ratio::of(0, -7)) == "0");
  CHECK(Ratio::of(2, 4) == Ratio::of(-1, -2));
  CHECK(std::hash<Ratio>{}(Ratio::of(2, 4)) == std::hash<Ratio>{}(Ratio::of(1, 2)));
  CHECK(Ratio::of(Decimal::parse("0.25")) == Ratio::of(1, 4));
  CHECK(Ratio() == Ratio::of(0));
  CHECK_THROWS_AS(static_cast<void>(Ratio::of(1, 0)), DivisionByZero);
  CHECK_THROWS_AS(static_cast<void>(Ratio::of(-most - 1, 3)), OverflowError);
}

TEST_CASE("arithmetic agrees with wide fractions at every size") {
  Random random(11);
  for (int i = 0; i < 20'000; ++i) {
    const int digits = 1 + i % 38;
    const Ratio a = random_ratio(random, digits), b = random_ratio(random, digits);
    CAPTURE(a);
    CAPTURE(b);
    check_operation(a, b, exact(a) + exact(b), sum_fits_unreduced(a, b),
                    [](auto x, auto y) { return x + y; });
    check_operation(a, b, exact(a) - exact(b), sum_fits_unreduced(a, b),
                    [](auto x, auto y) { return x - y; });
    check_operation(a, b, exact(a) * exact(b), true, [](auto x, auto y) { return x * y; });
    if (b.is_zero())
      CHECK_THROWS_AS(static_cast<void>(a / b), DivisionByZero);
    else
      check_operation(a, b, exact(a) / exact(b), true, [](auto x, auto y) { return x / y; });
  }
}

TEST_CASE("order is exact even where cross products would overflow") {
  Random random(12);
  for (int i = 0; i < 20'000; ++i) {
    const Ratio a = random_ratio(random, 38);
    // Neighbours: the same fraction with its numerator one off.
    const Ratio b = i % 2 == 0 || a.numerator() == most
                        ? random_ratio(random, 38)
                        : Ratio::of(a.numerator() + 1, a.denominator());
    REQUIRE((a < b) == (exact(a) < exact(b)));
    REQUIRE((a > b) == (exact(a) > exact(b)));
    REQUIRE((a == b) == (exact(a) == exact(b)));
  }
  CHECK(Ratio::of(most - 1, most) < Ratio::of(1));
  CHECK(Ratio::of(most - 2, most - 1) < Ratio::of(most - 1, most));
  CHECK(Ratio::of(-(most - 2), most - 1) > Ratio::of(-(most - 1), most));
}

TEST_CASE("the shares of the 2024 budget print as published") {
  // 万元: total 3296.30 and its four classes; basic and project expenditure.
  struct Case {
    int part, whole;
    std::string percent;
  };
  for (const auto& [part, whole, percent] :
       {Case{279794, 329630, "84.88%"}, Case{31757, 329630, "9.63%"}, Case{6515, 329630, "1.98%"},
        Case{11563, 329630, "3.51%"}, Case{158527, 329630, "48.09%"},
        Case{171103, 329630, "51.91%"}}) {
    CHECK(Ratio::of(part, whole).percent(2, Rounding::half_up) == percent);
  }
}

TEST_CASE("percentages round as told, at any size") {
  CHECK(Ratio::of(1, 8).percent(1, Rounding::half_up) == "12.5%");
  CHECK(Ratio::of(1, 8).percent(0, Rounding::half_even) == "12%");
  CHECK(Ratio::of(-1, 8).percent(0, Rounding::half_up) == "-12%");
  CHECK(Ratio::of(-1, 8).percent(0, Rounding::half_away) == "-13%");
  CHECK(Ratio::of(1).percent(2, Rounding::down) == "100.00%");
  CHECK(Ratio().percent(2, Rounding::up) == "0.00%");
  CHECK(Ratio::of(most - 1, most).percent(2, Rounding::half_up) == "100.00%");
  CHECK(Ratio::of(1, 3).to_decimal(38, Rounding::down) ==
        Decimal::parse("0." + std::string(38, '3')));
  CHECK_THROWS_AS(static_cast<void>(Ratio::of(1, 3).percent(37, Rounding::down)), DomainError);
  CHECK_THROWS_AS(static_cast<void>(Ratio::of(most, 1).to_decimal(0, Rounding::down)),
                  OverflowError);
}

TEST_CASE("a float leaves only by name") {
  CHECK(Ratio::of(1, 4).approximate() == 0.25);
  std::ostringstream stream;
  stream << Ratio::of(-1, 4);
  CHECK(stream.str() == "-1/4");
}

static_assert(Ratio::of(1, 3) + Ratio::of(1, 6) == Ratio::of(1, 2));
static_assert(Ratio::of(1, 3) < Ratio::of(1, 2) && Ratio::of(-1, 2) < Ratio::of(-1, 3));
static_assert(abs(Ratio::of(-1, 2)) / Ratio::of(2) == Ratio::of(1, 4));
