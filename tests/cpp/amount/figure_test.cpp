// SPDX-License-Identifier: Apache-2.0
#include <budget/amount/figure.hpp>

#include <doctest/doctest.h>

#include <cstdint>
#include <sstream>
#include <string>
#include <string_view>

using namespace budget;

namespace {

Interval<Decimal> decimals(std::string_view low, std::string_view high) {
  return {Decimal::parse(low), Decimal::parse(high)};
}

// Whether `fen` prints as `text` in `unit` under some way of breaking ties.
bool prints_as(std::int64_t fen, const Decimal& value, Unit unit, int digits) {
  const Decimal exact = Decimal::scaled(fen, 2 + scale_exponent(unit));
  for (const Rounding ties : {Rounding::half_up, Rounding::half_even, Rounding::half_away}) {
    if (exact.rescaled(digits, ties) == value) return true;
  }
  // Ties may also go down, which no named rounding does on both sides of zero.
  return -((-exact).rescaled(digits, Rounding::half_up)) == value;
}

}  // namespace

TEST_CASE("the amounts a printed figure stands for, ends included") {
  struct Case {
    std::string_view text;
    Unit unit;
    std::int64_t low, high;
  };
  for (const auto& [text, unit, low, high] : {
           Case{"3.60", Unit::wan_yuan, 3'595'000, 3'605'000},
           Case{"3.6", Unit::wan_yuan, 3'550'000, 3'650'000},
           Case{"3,296.30", Unit::wan_yuan, 3'296'295'000, 3'296'305'000},
           Case{"0.00", Unit::wan_yuan, -5'000, 5'000},
           Case{"0", Unit::yuan, -50, 50},
           Case{"0.00", Unit::yuan, 0, 0},
           Case{"18.36", Unit::yuan, 1836, 1836},  // to the 分: one amount
           Case{"18.4", Unit::yuan, 1835, 1845},
           Case{"550,000", Unit::yuan, 54'999'950, 55'000'050},
           Case{"3.600000", Unit::wan_yuan, 3'600'000, 3'600'000},
           Case{"(46.20)", Unit::wan_yuan, -46'205'000, -46'195'000},
           Case{"60亿元", Unit::wan_yuan, 595'000'000'000,
                605'000'000'000},  // glued unit is nearer
           Case{"1", Unit::qian_yuan, 50'000, 150'000},
           Case{"2.5", Unit::baiwan_yuan, 245'000'000, 255'000'000},
       }) {
    const auto& shown_text = text;  // clang 14 captures no binding
    CAPTURE(shown_text);
    CHECK(figure(std::string(text), unit).amounts() ==
          Interval{Money::of_fen(low), Money::of_fen(high)});
  }
}

TEST_CASE("a figure printed finer than 分 keeps its ends") {
  CHECK(figure("0.125", Unit::yuan).amounts() == decimals("0.1245", "0.1255"));
  CHECK(figure("3.6000000", Unit::wan_yuan).amounts() == decimals("35999.9995", "36000.0005"));
}

TEST_CASE("exactly the amounts that print so lie in the interval") {
  struct Case {
    std::string_view text;
    Unit unit;
  };
  for (const auto& [text, unit] :
       {Case{"0.12", Unit::yuan}, Case{"0.1", Unit::yuan}, Case{"-0.1", Unit::yuan},
        Case{"3", Unit::yuan}, Case{"0", Unit::yuan}, Case{"0.00", Unit::yuan},
        Case{"0.01", Unit::qian_yuan}, Case{"0.00", Unit::qian_yuan},
        Case{"-0.02", Unit::qian_yuan}, Case{"0.000", Unit::wan_yuan},
        Case{"0.003", Unit::wan_yuan}, Case{"-0.0000", Unit::wan_yuan}}) {
    const Figure printed = figure(std::string(text), unit);
    const Interval<Decimal> amounts = printed.amounts();
    for (std::int64_t fen = -6000; fen <= 6000; ++fen) {
      const bool inside = amounts.contains(Decimal::scaled(fen, 2));
      if (inside != prints_as(fen, printed.value(), unit, printed.digits()))
        FAIL(text, " ", to_string(unit), ": ", fen, "分");
    }
  }
}

TEST_CASE("printed gives the same in the figure's own unit, and needs none") {
  CHECK(figure("3.60").printed() == decimals("3.595", "3.605"));
  CHECK(figure("84.88%").printed() == decimals("84.875", "84.885"));
  CHECK(figure("-12").printed() == decimals("-12.5", "-11.5"));
  CHECK(figure("0.00").printed() == decimals("-0.005", "0.005"));
}

TEST_CASE("a table that cuts trailing zeros gives its figures more digits") {
  const Figure cut = figure("3.6", Unit::wan_yuan).with_digits(2);
  CHECK(cut.digits() == 2);
  CHECK(cut.text() == "3.6");
  CHECK(cut.amounts() == figure("3.60", Unit::wan_yuan).amounts());
  CHECK(cut.printed() == decimals("3.595", "3.605"));
  CHECK(figure("3", Unit::yuan).with_digits(2).amounts() == decimals("3", "3"));
  CHECK_THROWS_AS(static_cast<void>(figure("3.60").with_digits(1)), DomainError);
  CHECK_THROWS_AS(static_cast<void>(figure("3.60").with_digits(38)), DomainError);
}

TEST_CASE("blank, dash, label and unreadable never become an amount") {
  struct Case {
    std::string text;
    FigureState state;
  };
  for (const auto& [text, state] :
       {Case{"", FigureState::blank}, Case{"——", FigureState::dash}, Case{"无", FigureState::dash},
        Case{"不可比", FigureState::label}, Case{"1,23.4", FigureState::unreadable},
        Case{std::string(39, '9'), FigureState::unreadable}}) {
    const Figure printed(text, Unit::wan_yuan);
    const auto& shown_text = text;  // clang 14 captures no binding
    CAPTURE(shown_text);
    CHECK(printed.state() == state);
    CHECK_FALSE(printed.is_number());
    CHECK(printed.unit() == Unit::wan_yuan);
    CHECK_THROWS_AS(static_cast<void>(printed.printed()), DomainError);
    CHECK_THROWS_AS(static_cast<void>(printed.amounts()), DomainError);
  }
  CHECK(Figure("1,23.4").why() == Unreadable::misplaced_separator);
  CHECK(Figure() == Figure(""));
}

TEST_CASE("without a known unit there is no amount; a percentage is none") {
  CHECK_THROWS_AS(static_cast<void>(figure("3.60").amounts()), UnitMismatch);
  try {
    static_cast<void>(figure("84.88%", Unit::wan_yuan).amounts());
    FAIL("a percentage is no amount");
  } catch (const UnitMismatch& error) {
    CHECK(error.id() == "amount.percentage");
    CHECK(error.left() == "%");
    CHECK(error.right() == "元");
  }
}

TEST_CASE("a unit found later is taken, a glued one stays") {
  CHECK(figure("3.60").with_unit(Unit::wan_yuan) == figure("3.60", Unit::wan_yuan));
  CHECK(figure("3.60万元").with_unit(Unit::yuan).unit() == Unit::wan_yuan);
  CHECK(figure("1,800元", Unit::wan_yuan).unit() == Unit::yuan);
}

TEST_CASE("one quantity printed twice") {
  using enum Restatement;
  struct Case {
    std::string a;
    Unit unit_a;
    std::string b;
    Unit unit_b;
    Restatement expected;
  };
  for (const auto& [a, unit_a, b, unit_b, expected] : {
           Case{"3,296.30", Unit::wan_yuan, "3296.30", Unit::wan_yuan, same},
           Case{"3296.30", Unit::wan_yuan, "3296.3", Unit::wan_yuan, compatible},
           Case{"3296.30", Unit::wan_yuan, "3296.30万元", Unit::unknown, same},
           // Rounding is a function: the last digit may not differ in one unit.
           Case{"64.55", Unit::wan_yuan, "64.56", Unit::wan_yuan, different},
           Case{"64.55", Unit::wan_yuan, "64.6", Unit::wan_yuan, compatible},
           Case{"64.54", Unit::wan_yuan, "64.6", Unit::wan_yuan, different},
           Case{"550,000", Unit::yuan, "55.00", Unit::wan_yuan, compatible},
           Case{"550,051", Unit::yuan, "55.00", Unit::wan_yuan, different},
           Case{"550,050", Unit::yuan, "55.00", Unit::wan_yuan, compatible},
           Case{"3.60", Unit::unknown, "3.60", Unit::unknown, same},
           Case{"3.60", Unit::unknown, "3.60", Unit::wan_yuan, not_comparable},
           Case{"84.88%", Unit::unknown, "84.9%", Unit::unknown, compatible},
           Case{"84.88%", Unit::unknown, "84.88", Unit::unknown, not_comparable},
           Case{"", Unit::yuan, "0.00", Unit::yuan, not_comparable},
           Case{"——", Unit::yuan, "——", Unit::yuan, not_comparable},
       }) {
    const auto& shown_a = a;  // clang 14 captures no binding
    CAPTURE(shown_a);
    const auto& shown_b = b;  // clang 14 captures no binding
    CAPTURE(shown_b);
    CHECK(restatement(figure(a, unit_a), figure(b, unit_b)) == expected);
    CHECK(restatement(figure(b, unit_b), figure(a, unit_a)) == expected);
  }
}

TEST_CASE("a figure at the limit of 38 digits gives its interval or says that it does not fit") {
  const std::string nines(38, '9');
  CHECK_THROWS_AS(static_cast<void>(figure(nines).printed()), OverflowError);
  CHECK_THROWS_AS(static_cast<void>(figure(nines, Unit::yi_yuan).amounts()), OverflowError);
  CHECK(figure(nines.substr(1)).printed().low() == Decimal::parse(nines.substr(2) + "8.5"));
  const std::string fine = "0." + std::string(37, '0') + "1";
  CHECK_THROWS_AS(static_cast<void>(figure(fine).printed()), Error);
}

TEST_CASE("a figure streams as it was printed") {
  std::ostringstream stream;
  stream << figure("３，２９６．３０");
  CHECK(stream.str() == "３，２９６．３０");
  CHECK(to_string(figure("——")) == "——");
}
