// SPDX-License-Identifier: Apache-2.0
#include <budget/amount/money.hpp>
#include <budget/base/wide.hpp>

#include <doctest/doctest.h>

#include <algorithm>
#include <array>
#include <cstdint>
#include <sstream>
#include <string>
#include <string_view>
#include <vector>

#include "amount/random.hpp"

using namespace budget;
using budget_test::Random;

namespace {

constexpr std::int64_t least = INT64_MIN, most = INT64_MAX;
constexpr std::array units{Unit::yuan, Unit::qian_yuan, Unit::wan_yuan, Unit::baiwan_yuan,
                           Unit::yi_yuan};
constexpr std::array modes{Rounding::half_up, Rounding::half_even, Rounding::half_away,
                           Rounding::up,      Rounding::down,      Rounding::floor,
                           Rounding::ceiling};

// An amount of any length, short ones as likely as long.
std::int64_t random_fen(Random& random) {
  const std::int64_t fen = random.between(least, most);
  return fen >> random.between(0, 63);
}

FromCharsResult read(std::string_view text, Unit unit, Money& money) {
  return from_chars(text.data(), text.data() + text.size(), unit, money);
}

}  // namespace

TEST_CASE("printed amounts of the 2024 tables are whole 分") {
  struct Case {
    std::string_view text;
    Unit unit;
    std::int64_t fen;
  };
  for (const auto& [text, unit, fen] : {
           Case{"3296.30", Unit::wan_yuan, 3'296'300'000},
           Case{"3,296.30", Unit::wan_yuan, 3'296'300'000},
           Case{"3296.3", Unit::wan_yuan, 3'296'300'000},
           Case{"0.60", Unit::wan_yuan, 600'000},
           Case{"1,008,000", Unit::yuan, 100'800'000},
           Case{"550,000", Unit::yuan, 55'000'000},
           Case{"３，２９６．３０", Unit::wan_yuan, 3'296'300'000},
           Case{"10万元", Unit::yuan, 10'000'000},  // the glued unit is nearer
           Case{"60亿元", Unit::unknown, 600'000'000'000},
           Case{"1,800元", Unit::wan_yuan, 180'000},
           Case{"(46.20)", Unit::wan_yuan, -46'200'000},
           Case{"△18.36", Unit::wan_yuan, -18'360'000},
           Case{"-0.01", Unit::yuan, -1},
           Case{"0.00", Unit::wan_yuan, 0},
           Case{"1.230", Unit::yuan, 123},  // finer than 分 in print, not in value
           Case{"92233720368547758.07", Unit::yuan, most},
           Case{"-92233720368547758.08", Unit::yuan, least},
       }) {
    const auto& shown_text = text;  // clang 14 captures no binding
    CAPTURE(shown_text);
    Money money;
    const auto result = read(text, unit, money);
    CHECK(result);
    CHECK(result.ptr == text.data() + text.size());
    CHECK(money.fen() == fen);
    CHECK(Money::parse(text, unit) == Money::of_fen(fen));
  }
}

TEST_CASE("what is no exact amount is refused, with the reason, and changes nothing") {
  struct Case {
    std::string text;
    Unit unit;
    std::errc ec;
    std::string_view id, reason;
  };
  for (const auto& [text, unit, ec, id, reason] : {
           Case{"1,23.4", Unit::yuan, std::errc::invalid_argument, "amount.parse",
                "misplaced_separator"},
           Case{"", Unit::yuan, std::errc::invalid_argument, "amount.parse", "blank"},
           Case{"-", Unit::yuan, std::errc::invalid_argument, "amount.parse", "dash"},
           Case{"无", Unit::yuan, std::errc::invalid_argument, "amount.parse", "dash"},
           Case{"合计", Unit::yuan, std::errc::invalid_argument, "amount.parse", "label"},
           Case{"84.88%", Unit::yuan, std::errc::invalid_argument, "amount.parse", "percentage"},
           Case{std::string(60, '7'), Unit::yuan, std::errc::result_out_of_range, "amount.parse",
                "too_long"},
           Case{"0.001", Unit::yuan, std::errc::argument_out_of_domain, "amount.inexact", ""},
           Case{"3.6000001", Unit::wan_yuan, std::errc::argument_out_of_domain, "amount.inexact",
                ""},
           Case{"3.60", Unit::unknown, std::errc::invalid_argument, "amount.unit_unknown", ""},
           Case{"92233720368547758.08", Unit::yuan, std::errc::result_out_of_range,
                "amount.overflow", ""},
           Case{"922337203686", Unit::yi_yuan, std::errc::result_out_of_range, "amount.overflow",
                ""},
           Case{"99999999999999999999", Unit::yuan, std::errc::result_out_of_range,
                "amount.overflow", ""},
       }) {
    const auto& shown_text = text;  // clang 14 captures no binding
    CAPTURE(shown_text);
    Money money = Money::of_fen(42);
    CHECK(read(text, unit, money).ec == ec);
    CHECK(money == Money::of_fen(42));
    try {
      static_cast<void>(Money::parse(text, unit));
      FAIL("was read");
    } catch (const Error& error) {
      CHECK(error.id() == id);
      if (const auto* parse = dynamic_cast<const ParseError*>(&error))
        CHECK(parse->reason() == reason);
    }
  }
}

TEST_CASE("what is printed in any unit reads back the same") {
  Random random(21);
  for (int i = 0; i < 20'000; ++i) {
    // Amounts of every length, and the two ends.
    const std::int64_t fen = i == 0 ? least : i == 1 ? most : random_fen(random);
    const Money money = Money::of_fen(fen);
    for (const Unit unit : units) {
      const std::string text = to_string(money, unit);
      CAPTURE(text);
      REQUIRE(Money::parse(text, Unit::unknown) == money);
      REQUIRE(Money::of(money.in(unit), unit) == money);
      std::array<char, 40> buffer{};
      const auto written = to_chars(buffer.data(), buffer.data() + buffer.size(), money, unit);
      REQUIRE(written);
      REQUIRE(std::string_view(buffer.data(),
                               static_cast<std::size_t>(written.ptr - buffer.data())) == text);
    }
  }
}

TEST_CASE("grouped and plain text of one amount read alike") {
  Random random(22);
  for (int i = 0; i < 20'000; ++i) {
    const std::string plain = to_string(Decimal::scaled(random.with_digits(17), 2));
    std::string grouped = plain;
    const bool negative = plain.front() == '-';
    for (std::size_t at = plain.size() - 3; at > (negative ? 4U : 3U); at -= 3)
      grouped.insert(at - 3, ",");
    CAPTURE(grouped);
    REQUIRE(Money::parse(grouped, Unit::yuan) == Money::parse(plain, Unit::yuan));
  }
}

TEST_CASE("amounts print in a unit with all digits they need and at least two") {
  const Money total = Money::of_yuan(32'963'000);
  CHECK(to_string(total) == "32963000.00元");
  CHECK(to_string(total, Unit::wan_yuan) == "3296.30万元");
  CHECK(to_string(total, Unit::yi_yuan) == "0.32963亿元");
  CHECK(to_string(Money::of_fen(-1), Unit::wan_yuan) == "-0.000001万元");
  CHECK(to_string(Money(), Unit::qian_yuan) == "0.00千元");
  CHECK(total.yuan() == Decimal::of(32'963'000));
  CHECK(total.yuan().scale() == 2);
  CHECK_THROWS_AS(static_cast<void>(to_string(total, Unit::unknown)), UnitMismatch);
  std::ostringstream stream;
  stream << total;
  CHECK(stream.str() == "32963000.00元");
  std::array<char, 10> small{};
  CHECK(to_chars(small.data(), small.data() + 10, total, Unit::wan_yuan).ec ==
        std::errc::value_too_large);
  CHECK(to_chars(small.data(), small.data() + 10, total, Unit::unknown).ec ==
        std::errc::invalid_argument);
}

TEST_CASE("arithmetic is exact or throws, never wraps") {
  const Money top = Money::of_fen(most), bottom = Money::of_fen(least), one = Money::of_fen(1);
  CHECK(Money::of_yuan(46) + Money::of_fen(20) == Money::of_fen(4620));
  CHECK(Money::of_yuan(46) - Money::of_yuan(64) == Money::of_yuan(-18));
  CHECK(Money::of_fen(-3) * 7 == Money::of_fen(-21));
  CHECK(7U * Money::of_fen(3) == Money::of_fen(21));
  CHECK(bottom + top == -one);
  CHECK(abs(-top) == top);
  CHECK_THROWS_AS(static_cast<void>(top + one), OverflowError);
  CHECK_THROWS_AS(static_cast<void>(bottom - one), OverflowError);
  CHECK_THROWS_AS(static_cast<void>(-bottom), OverflowError);
  CHECK_THROWS_AS(static_cast<void>(abs(bottom)), OverflowError);
  CHECK_THROWS_AS(static_cast<void>(top * 2), OverflowError);
  CHECK_THROWS_AS(static_cast<void>(bottom * -1), OverflowError);
  CHECK_THROWS_AS(static_cast<void>(one * UINT64_MAX), OverflowError);
  CHECK_THROWS_AS(static_cast<void>(Money::of_yuan(most)), OverflowError);
  CHECK_THROWS_AS(static_cast<void>(Money::of_fen(UINT64_MAX)), OverflowError);
  CHECK(checked_add(top, one) == std::nullopt);
  CHECK(checked_subtract(bottom, one) == std::nullopt);

  Money running = Money::of_fen(most - 1);
  running += one;
  CHECK(running == top);
  CHECK_THROWS_AS(running += one, OverflowError);
  CHECK(running == top);
  running -= top;
  CHECK(running.is_zero());

  try {
    static_cast<void>(top + one);
  } catch (const OverflowError& error) {
    CHECK(error.operation() == "add");
    CHECK(error.left() == "92233720368547758.07元");
    CHECK(error.right() == "0.01元");
  }
}

TEST_CASE("a sum throws only if the total does, whatever the order") {
  Random random(23);
  for (int round = 0; round < 300; ++round) {
    std::vector<Money> amounts;
    Integer total = 0;
    for (int i = 0; i < 20; ++i) {
      // Near the edge of 64 bits, so that partial sums leave it all the time.
      const std::int64_t fen = random.between(0, 1) == 0 ? random.between(most - 1000, most)
                                                         : random.between(least, least + 1000);
      amounts.push_back(Money::of_fen(fen));
      total += fen;
    }
    const bool fits = total >= least && total <= most;
    for (int order = 0; order < 5; ++order) {
      for (std::size_t i = amounts.size() - 1; i > 0; --i)
        std::swap(amounts[i],
                  amounts[static_cast<std::size_t>(random.between(0, static_cast<int>(i)))]);
      if (fits) {
        REQUIRE(sum(amounts).fen() == total);
      } else {
        REQUIRE_THROWS_AS(static_cast<void>(sum(amounts)), OverflowError);
        REQUIRE(checked_sum(amounts) == std::nullopt);
      }
    }
  }
  CHECK(sum({}).is_zero());
}

TEST_CASE("a decimal of a unit becomes money exactly, or by a named rounding") {
  CHECK(Money::of(Decimal::parse("3.60"), Unit::wan_yuan) == Money::of_yuan(36'000));
  CHECK(Money::of(Decimal::parse("0.005"), Unit::yuan, Rounding::half_up) == Money::of_fen(1));
  CHECK(Money::of(Decimal::parse("0.005"), Unit::yuan, Rounding::half_even) == Money());
  CHECK(Money::of(Decimal::parse("-0.005"), Unit::yuan, Rounding::half_up) == Money());
  CHECK_THROWS_AS(static_cast<void>(Money::of(Decimal::parse("0.005"), Unit::yuan)), DomainError);
  CHECK_THROWS_AS(static_cast<void>(Money::of(Decimal::of(1), Unit::unknown)), UnitMismatch);
  CHECK_THROWS_AS(static_cast<void>(Money::of(Decimal::of(most), Unit::yi_yuan)), OverflowError);
}

TEST_CASE("quotients are exact ratios") {
  CHECK(Money::of_yuan(2) / Money::of_yuan(-4) == Ratio::of(-1, 2));
  CHECK(Money::of_fen(least) / Money::of_fen(least) == Ratio::of(1));
  CHECK_THROWS_AS(static_cast<void>(Money::of_yuan(1) / Money()), DivisionByZero);
}

TEST_CASE("an amount times a ratio agrees with wide fractions, rounded at the end only") {
  Random random(24);
  int fitted = 0;
  for (int i = 0; i < 20'000; ++i) {
    const Money money = Money::of_fen(random_fen(random));
    const Int128 above = random.with_digits(i % 2 == 0 ? 3 : 38);
    const Int128 below = random.with_digits(i % 2 == 0 ? 2 : 38);
    const Ratio ratio = Ratio::of(above, below == 0 ? Int128{1} : below);
    const Integer product = to_integer(money.fen()) * to_integer(ratio.numerator());
    const Integer divisor = to_integer(ratio.denominator());
    for (const Rounding mode : modes) {
      Integer wanted = abs(product) / divisor;
      const Integer twice = abs(product) % divisor * 2;
      const detail::Tail tail = twice == 0         ? detail::Tail::zero
                                : twice < divisor  ? detail::Tail::below_half
                                : twice == divisor ? detail::Tail::half
                                                   : detail::Tail::above_half;
      if (detail::steps_away(mode, product < 0, wanted % 2 != 0, tail)) ++wanted;
      if (product < 0) wanted = -wanted;
      CAPTURE(money);
      CAPTURE(ratio);
      if (wanted >= least && wanted <= most) {
        REQUIRE(money.times(ratio, mode).fen() == wanted);
        ++fitted;
      } else {
        REQUIRE_THROWS_AS(static_cast<void>(money.times(ratio, mode)), OverflowError);
      }
    }
  }
  CHECK(fitted > 10'000);
}

TEST_CASE("amounts order and hash by value") {
  CHECK(Money::of_fen(-1) < Money());
  CHECK(Money::of_yuan(1) == Money::of_fen(100));
  CHECK(std::hash<Money>{}(Money::of_yuan(1)) == std::hash<Money>{}(Money::of_fen(100)));
}

static_assert(sizeof(Money) == 8);
static_assert(Money::of_yuan(3) + Money::of_fen(60) == Money::of_fen(360));
static_assert(Money::of(Decimal::scaled(360, 2), Unit::wan_yuan) == Money::of_yuan(36'000));
static_assert(Money::of_yuan(100).times(Ratio::of(1, 3), Rounding::half_up) == Money::of_fen(3333));
static_assert([] {
  Money money;
  constexpr std::string_view text = "3,296.30";
  return from_chars(text.data(), text.data() + text.size(), Unit::wan_yuan, money) &&
         money == Money::of_yuan(32'963'000);
}());
static_assert(noexcept(Money::of_fen(1)) && noexcept(Money().fen()));
