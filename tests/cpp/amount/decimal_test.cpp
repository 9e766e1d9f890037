// SPDX-License-Identifier: Apache-2.0
#include <budget/amount/decimal.hpp>
#include <budget/base/wide.hpp>

#include <doctest/doctest.h>

#include <array>
#include <initializer_list>
#include <sstream>
#include <string>
#include <string_view>

#include "amount/random.hpp"

using namespace budget;
using budget_test::Random;

namespace {

constexpr std::array modes{Rounding::half_up, Rounding::half_even, Rounding::half_away,
                           Rounding::up,      Rounding::down,      Rounding::floor,
                           Rounding::ceiling};

const std::string nines(38, '9');

Rational exact(const Decimal& value) {
  return to_rational(value.coefficient(), detail::power_of_ten(value.scale()));
}

// The definition of each rounding over exact fractions, written without reuse of the library's.
Integer rounded(const Rational& value, Rounding rounding) {
  const Integer above = boost::multiprecision::numerator(value);
  const Integer below = boost::multiprecision::denominator(value);
  Integer low = above / below;
  if (above % below != 0 && above < 0) --low;  // toward −∞
  const Rational rest = value - Rational(low);
  if (rest == 0) return low;
  const Rational half(1, 2);
  switch (rounding) {
    case Rounding::floor: return low;
    case Rounding::ceiling: return low + 1;
    case Rounding::down: return value < 0 ? Integer(low + 1) : low;
    case Rounding::up: return value < 0 ? low : Integer(low + 1);
    default: break;
  }
  if (rest < half) return low;
  if (rest > half || rounding == Rounding::half_up) return low + 1;
  if (rounding == Rounding::half_even) return low % 2 == 0 ? low : Integer(low + 1);
  return value < 0 ? low : Integer(low + 1);
}

Integer power(int exponent) {
  return to_integer(detail::power_of_ten(exponent));
}

Decimal random_decimal(Random& random, int digits = 38, int most_scale = 38) {
  const Int128 coefficient = random.with_digits(digits);
  return Decimal::scaled(coefficient, static_cast<int>(random.between(0, most_scale)));
}

// Whether some decimal of at most 38 digits and 38 places is the value.
bool representable(Rational value) {
  for (int scale = 0; scale <= 38; ++scale, value *= 10) {
    if (abs(value) >= Rational(power(38))) return false;
    if (boost::multiprecision::denominator(value) == 1) return true;
  }
  return false;
}

}  // namespace

TEST_CASE("3.60 and 3.6 are one value with two texts") {
  const Decimal long_form = Decimal::parse("3.60"), short_form = Decimal::parse("3.6");
  CHECK(long_form == short_form);
  CHECK(std::hash<Decimal>{}(long_form) == std::hash<Decimal>{}(short_form));
  CHECK(to_string(long_form) == "3.60");
  CHECK(to_string(short_form) == "3.6");
  CHECK(long_form.scale() == 2);
}

TEST_CASE("plain notation is read whole or not at all") {
  for (const std::string text : {"0", "-0.01", "3296.30", "0.00", "115.63", "00.5"}) {
    CAPTURE(text);
    const std::string expected = text == "00.5" ? "0.5" : text;
    CHECK(to_string(Decimal::parse(text)) == expected);
  }
  CHECK(Decimal::parse("+5") == Decimal::of(5));
  CHECK(to_string(Decimal::parse(nines)) == nines);
  CHECK(to_string(Decimal::parse("0." + std::string(37, '0') + "1")).size() == 40);

  struct Bad {
    std::string text, reason;
    std::size_t position;
  };
  for (const auto& [text, reason, position] : {
           Bad{"", "not_a_decimal", 0},
           Bad{"-", "not_a_decimal", 1},
           Bad{".", "not_a_decimal", 0},
           Bad{".5", "not_a_decimal", 0},
           Bad{"5.", "not_a_decimal", 2},
           Bad{"1.2.3", "not_a_decimal", 3},
           Bad{"1,2", "not_a_decimal", 1},
           Bad{" 1", "not_a_decimal", 0},
           Bad{"1e5", "not_a_decimal", 1},
           Bad{"--1", "not_a_decimal", 1},
           Bad{"１", "not_a_decimal", 0},
           Bad{"nan", "not_a_decimal", 0},
           Bad{std::string("1\0", 2), "not_a_decimal", 1},
           Bad{nines + "9", "too_long", 38},
           Bad{"0." + std::string(39, '0'), "too_long", 40},
       }) {
    const auto& shown_text = text;  // clang 14 captures no binding
    CAPTURE(shown_text);
    Decimal target = Decimal::of(42);
    const auto read = from_chars(text.data(), text.data() + text.size(), target);
    CHECK_FALSE(read);
    CHECK(read.ptr == text.data() + position);
    CHECK(target == Decimal::of(42));
    try {
      static_cast<void>(Decimal::parse(text));
      FAIL("was read");
    } catch (const ParseError& error) {
      CHECK(error.id() == "amount.parse");
      CHECK(error.reason() == reason);
      CHECK(error.position() == position);
    }
  }
}

TEST_CASE("what is printed reads back the same, digit for digit") {
  Random random(1);
  for (int i = 0; i < 20'000; ++i) {
    const Decimal value = random_decimal(random);
    const std::string text = to_string(value);
    CAPTURE(text);
    REQUIRE(text.size() <= Decimal::max_chars);
    const Decimal back = Decimal::parse(text);
    REQUIRE(back == value);
    REQUIRE(back.scale() == value.scale());
  }
}

TEST_CASE("sum, difference and product agree with wide fractions, or say that they do not fit") {
  Random random(2);
  int fitted = 0, refused = 0;
  for (int i = 0; i < 20'000; ++i) {
    const Decimal a = random_decimal(random), b = random_decimal(random);
    CAPTURE(a);
    CAPTURE(b);
    if (const auto sum = checked_add(a, b)) {
      REQUIRE(exact(*sum) == exact(a) + exact(b));
      REQUIRE(a + b == *sum);
      ++fitted;
    } else {
      REQUIRE_FALSE(representable(exact(a) + exact(b)));
      CHECK_THROWS_AS(static_cast<void>(a + b), OverflowError);
      ++refused;
    }
    if (const auto difference = checked_add(a, -b)) {
      REQUIRE(exact(*difference) == exact(a) - exact(b));
      REQUIRE(a - b == *difference);
    }
    if (const auto product = checked_multiply(a, b)) {
      REQUIRE(exact(*product) == exact(a) * exact(b));
    } else {
      REQUIRE_FALSE(representable(exact(a) * exact(b)));
    }
  }
  CHECK(fitted > 1000);
  CHECK(refused > 1000);
}

TEST_CASE("sums at the limit of 38 digits") {
  const Decimal most = Decimal::parse(nines);
  CHECK(checked_add(most, most) == std::nullopt);
  CHECK(checked_add(-most, -most) == std::nullopt);
  CHECK(most - most == Decimal());
  CHECK(checked_add(most, Decimal::of(1)) == std::nullopt);
  // 10^37 at one place is 10^38: too long alone, but not once 0.5 is taken away.
  const Decimal big = Decimal::scaled(detail::power_of_ten(37), 0);
  CHECK(to_string(big - Decimal::parse("0.5")) == std::string(37, '9') + ".5");
  CHECK(to_string(Decimal::parse("0.5") - big) == "-" + std::string(37, '9') + ".5");
  CHECK(checked_add(big, Decimal::parse("0.5")) == std::nullopt);
  CHECK(checked_add(big, Decimal::parse("0.0")) == big);
}

TEST_CASE("order and equality are those of the exact values") {
  Random random(3);
  for (int i = 0; i < 20'000; ++i) {
    const Decimal a = random_decimal(random);
    // Half the pairs lie close to each other, where a sloppy comparison would err.
    const Decimal b = i % 2 == 0 ? random_decimal(random)
                                 : a.rescaled(static_cast<int>(random.between(0, a.scale())),
                                              Rounding::half_even);
    REQUIRE((a < b) == (exact(a) < exact(b)));
    REQUIRE((a == b) == (exact(a) == exact(b)));
    if (a == b) REQUIRE(std::hash<Decimal>{}(a) == std::hash<Decimal>{}(b));
  }
}

TEST_CASE("rounding and division agree with the definition over wide fractions") {
  Random random(4);
  int ties = 0;
  for (int i = 0; i < 20'000; ++i) {
    // Short numbers so that ties come up often.
    const Decimal a = random_decimal(random, 6, 5);
    const Decimal b = random_decimal(random, 3, 5);
    const int scale = static_cast<int>(random.between(0, 6));
    for (const Rounding mode : modes) {
      const Decimal result = a.rescaled(scale, mode);
      REQUIRE(result.scale() == scale);
      REQUIRE(to_integer(result.coefficient()) == rounded(exact(a) * Rational(power(scale)), mode));
      if (b.is_zero()) continue;
      const Rational quotient = exact(a) / exact(b) * Rational(power(scale));
      ties += boost::multiprecision::denominator(quotient) == 2;
      REQUIRE(to_integer(divide(a, b, scale, mode).coefficient()) == rounded(quotient, mode));
    }
  }
  CHECK(ties > 1000);
}

TEST_CASE("division of the longest numbers is still exact") {
  Random random(5);
  int fitted = 0;
  for (int i = 0; i < 5'000; ++i) {
    const Decimal a = random_decimal(random), b = random_decimal(random);
    if (b.is_zero()) continue;
    const int scale = static_cast<int>(random.between(0, 38));
    const Rounding mode = modes[static_cast<std::size_t>(i) % modes.size()];
    const Integer wanted = rounded(exact(a) / exact(b) * Rational(power(scale)), mode);
    if (abs(wanted) < power(38)) {
      REQUIRE(to_integer(divide(a, b, scale, mode).coefficient()) == wanted);
      ++fitted;
    } else {
      REQUIRE_THROWS_AS(static_cast<void>(divide(a, b, scale, mode)), OverflowError);
    }
  }
  CHECK(fitted > 1000);
}

TEST_CASE("a change of scale loses nothing unless a rounding is named") {
  const Decimal value = Decimal::parse("3.60");
  CHECK(to_string(value.exact_rescaled(1)) == "3.6");
  CHECK(to_string(value.exact_rescaled(4)) == "3.6000");
  CHECK_THROWS_AS(static_cast<void>(value.exact_rescaled(0)), DomainError);
  CHECK_THROWS_AS(static_cast<void>(value.rescaled(39, Rounding::down)), DomainError);
  CHECK_THROWS_AS(static_cast<void>(value.rescaled(-1, Rounding::down)), DomainError);
  CHECK_THROWS_AS(static_cast<void>(Decimal::parse(nines).rescaled(1, Rounding::down)),
                  OverflowError);
  // Rounding up can need a digit more than there is.
  CHECK_THROWS_AS(static_cast<void>(Decimal::scaled(Decimal::parse(nines).coefficient(), 1)
                                        .rescaled(0, Rounding::half_up)
                                        .rescaled(1, Rounding::half_up)),
                  OverflowError);
  CHECK(to_string(Decimal::parse("100.00").trimmed()) == "100");
  CHECK(to_string(Decimal::parse("3.6000").trimmed(2)) == "3.60");
  CHECK(to_string(Decimal::parse("0.00").trimmed()) == "0");
}

TEST_CASE("bad arguments are named") {
  CHECK_THROWS_AS(static_cast<void>(Decimal::scaled(1, 39)), DomainError);
  CHECK_THROWS_AS(static_cast<void>(Decimal::scaled(1, -1)), DomainError);
  CHECK_THROWS_AS(static_cast<void>(Decimal::scaled(detail::power_of_ten(38), 0)), OverflowError);
  CHECK_THROWS_AS(static_cast<void>(divide(Decimal::of(1), Decimal(), 2, Rounding::down)),
                  DivisionByZero);
  CHECK(Decimal::of(UINT64_MAX) == Decimal::parse("18446744073709551615"));
}

TEST_CASE("to_chars says when the buffer is too small and writes nothing past it") {
  const Decimal value = Decimal::parse("-3296.30");
  std::array<char, 8> buffer{};
  CHECK(to_chars(buffer.data(), buffer.data() + 8, value).ptr == buffer.data() + 8);
  CHECK(std::string_view(buffer.data(), 8) == "-3296.30");
  buffer.fill('x');
  CHECK(to_chars(buffer.data(), buffer.data() + 7, value).ec == std::errc::value_too_large);
  CHECK(buffer[7] == 'x');
}

TEST_CASE("a decimal streams as it prints") {
  std::ostringstream stream;
  stream << Decimal::parse("-0.50");
  CHECK(stream.str() == "-0.50");
}

static_assert(Decimal::scaled(360, 2) == Decimal::scaled(36, 1));
static_assert(Decimal::scaled(1, 2) + Decimal::of(1) == Decimal::scaled(101, 2));
static_assert(divide(Decimal::of(1), Decimal::of(3), 4, Rounding::half_up) ==
              Decimal::scaled(3333, 4));
static_assert(-Decimal::of(3) < Decimal::of(2) && abs(-Decimal::of(3)) == Decimal::of(3));
