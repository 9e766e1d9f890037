// SPDX-License-Identifier: Apache-2.0
#include <budget/indicator/quantity.hpp>

#include <doctest/doctest.h>

#include <compare>

using namespace budget;

namespace {

Quantity of(const char* number, const char* measure) {
  return {Decimal::parse(number), Measure::parse(measure)};
}

}  // namespace

TEST_CASE("unit cost times number times time is money") {
  const Quantity wage = of("1980", "元/月/人");
  CHECK(wage * of("22", "名") * of("12", "个月") == Quantity::of(Money::of_yuan(522'720)));
  CHECK(wage * of("5", "人") * of("1", "年") == Quantity::of(Money::of_yuan(118'800)));
  CHECK((wage * of("5", "人") * of("1", "年")).money(Rounding::half_up) == Money::of_yuan(118'800));
  CHECK(to_string(wage * of("1", "年")) == "23760元/人");
  CHECK(of("18000", "元/辆") * of("2", "辆") == of("36000", "元"));
  CHECK(of("100", "人·次") / of("4", "次") == of("25", "人"));
}

TEST_CASE("a share of money is money") {
  CHECK(of("5", "%") * of("100", "元") == of("5", "元"));
  CHECK(of("100", "元") * of("0.05", "‰") == of("0.005", "元"));
  CHECK(to_string(of("95", "%") * of("2", "")) == "190%");
  CHECK(of("90", "%") / of("45", "%") == of("2", ""));
}

TEST_CASE("quantities of one dimension are compared exactly, others not at all") {
  CHECK(of("24", "小时") == of("1", "天"));
  CHECK(of("1", "年") == of("12", "月"));
  CHECK(of("3", "亩") == of("2000", "㎡"));
  CHECK(of("95", "%") == of("0.95", ""));
  CHECK(of("2", "天") > of("47", "小时"));
  CHECK((of("3", "人") <=> of("3", "天")) == std::partial_ordering::unordered);
  CHECK_FALSE(of("3", "人") == of("3", "天"));
  CHECK_FALSE(of("3", "人") < of("5", "天"));
}

TEST_CASE("sums ask for one dimension and keep the first measure") {
  CHECK(to_string(of("1", "天") + of("12", "小时")) == "1.5天");
  CHECK(to_string(of("1", "年") - of("4", "月")) == "2/3年");
  CHECK_THROWS_AS((void)(of("1", "人") + of("1", "天")), DomainError);
  CHECK_THROWS_AS((void)of("1", "人").in(Measure::of("元")), DomainError);
  CHECK_THROWS_AS((void)of("1", "人").money(Rounding::half_up), DomainError);
  CHECK_THROWS_AS((void)(of("1", "人") / of("0", "人")), DivisionByZero);
}

TEST_CASE("a quantity prints an exact decimal where there is one") {
  CHECK(to_string(of("8438.41", "平方米")) == "8438.41㎡");
  CHECK(to_string(of("10", "元") / of("3", "人")) == "10/3元/人");
  CHECK(to_string(-of("0.50", "%")) == "-0.5%");
  CHECK(to_string(Quantity()) == "0");
}
