// SPDX-License-Identifier: Apache-2.0
#include <budget/indicator/target.hpp>

#include <doctest/doctest.h>

#include <string>

using namespace budget;

namespace {

QuantityRange of(const std::string& text) {
  return Target(text).range().value();
}

}  // namespace

TEST_CASE("targets combine to a bound that a budget is held against") {
  const QuantityRange cost = of("≤22名") * of("≤1980元/月/人") * parse_quantity("12个月");
  CHECK(to_string(cost) == "≤522720元");
  CHECK(cost == of("≤22名") * of("≤1980元/月/人") * parse_quantity("1年"));
  CHECK(cost.contains(Quantity::of(Money::of_yuan(522'720))));
  CHECK_FALSE(cost.contains(Quantity::of(Money::of_yuan(530'000))));
  CHECK(of("≤60万元").contains(cost));
  CHECK(to_string(of("5人") * of("1980元/月/人") * parse_quantity("12月")) == "118800元");
  CHECK(to_string(of("≥2次") * of("3-5人/次")) == "≥6人");
  CHECK(to_string(of("2-3次") * of("3-5人/次")) == "[6, 15]人");
  CHECK(to_string(of("＞2次") * of("≥3人/次")) == "＞6人");
}

TEST_CASE("ranges of different measures are not compared") {
  CHECK_THROWS_AS((void)of("≤22名").contains(parse_quantity("3天")), DomainError);
  CHECK_FALSE(of("≤22名") == of("≤22天"));
  CHECK(of("≤2天") == of("≤48小时"));
  CHECK_THROWS_AS((void)(of("≥-5元") * of("3人")), DomainError);
}

TEST_CASE("a quantity is read whole or not at all") {
  CHECK(parse_quantity("12万笔") == Quantity(Ratio::of(120'000), Measure::of("笔")));
  for (const std::string text : {"≥3次", "约3次", "有效提升", "", "3次培训", "各3台"}) {
    CAPTURE(text);
    CHECK_THROWS_AS((void)parse_quantity(text), ParseError);
  }
}
