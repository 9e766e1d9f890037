// SPDX-License-Identifier: Apache-2.0
#include <budget/indicator/measure.hpp>

#include <doctest/doctest.h>

#include <string>
#include <vector>

using namespace budget;

TEST_CASE("the order of units and the word for one make no other measure") {
  CHECK(Measure::parse("元/人/天") == Measure::parse("元/天/人"));
  CHECK(Measure::parse("元/人/ 天") == Measure::parse("元每天每人"));
  CHECK(Measure::parse("元/人·天") == Measure::parse("元/人/天"));
  CHECK(Measure::parse("名") == Measure::parse("人"));
  CHECK(Measure::parse("平方米") == Measure::parse("㎡"));
  CHECK(Measure::parse("m2") == Measure::parse("平米"));
  CHECK(Measure::parse("场次/年") == Measure::parse("场/年"));
  CHECK(Measure::parse("人次") == Measure::parse("人") * Measure::parse("次"));
  CHECK_FALSE(Measure::parse("元/人") == Measure::parse("人/元"));
  CHECK_FALSE(Measure::parse("年") == Measure::parse("月"));
  CHECK(Measure::parse("") == Measure());
}

TEST_CASE("products and quotients of measures add powers") {
  const Measure wage = Measure::parse("元/人/月");
  CHECK(wage * Measure::of("人") * Measure::of("月") == Measure::of("元"));
  CHECK(wage / Measure::of("元") == Measure::parse("/人/月"));
  CHECK((wage / wage).is_number());
  CHECK(wage.power("名") == -1);
  CHECK(wage.power("元") == 1);
  CHECK(wage.power("天") == 0);
  CHECK((Measure::of("人") * Measure::of("人")).power("人") == 2);
}

TEST_CASE("a measure reads what it prints") {
  for (const std::string text :
       {"元/人/天", "人·次/年", "人/年/次", "㎡", "%", "", "/人", "座·座"}) {
    CAPTURE(text);
    CHECK(to_string(Measure::parse(text)) == text);
  }
}

TEST_CASE("a unit that is not known is kept and compared only with itself") {
  const Measure odd = Measure::parse("标段/片区");
  CHECK(to_string(odd) == "标段/片区");
  CHECK(odd == Measure::parse("标段 / 片区"));
  CHECK_FALSE(comparable(odd, Measure::parse("标段")));
  CHECK(comparable(odd, odd));
}

TEST_CASE("what is no measure is refused") {
  for (const std::string text : {"元//人", "/", "元/", "3元", "人,天", "元/100人", "·人", "人·"}) {
    CAPTURE(text);
    CHECK_FALSE(Measure::read(text).has_value());
    CHECK_THROWS_AS((void)Measure::parse(text), ParseError);
  }
}

TEST_CASE("units of one dimension have exact sizes") {
  CHECK(Measure::parse("年").size() == Ratio(12));
  CHECK(Measure::parse("元/年").size() == Ratio::of(1, 12));
  CHECK(Measure::parse("亩").size() == Ratio::of(2000, 3));
  CHECK(Measure::parse("%").size() == Ratio::of(1, 100));
  CHECK(Measure::parse("%").dimension().is_number());
  CHECK(comparable(Measure::parse("小时"), Measure::parse("天")));
  // A month has no fixed number of days.
  CHECK_FALSE(comparable(Measure::parse("月"), Measure::parse("天")));
  CHECK_FALSE(comparable(Measure::parse("工作日"), Measure::parse("天")));
}
