// SPDX-License-Identifier: Apache-2.0
#include <budget/indicator/target.hpp>

#include <doctest/doctest.h>

#include <string>

using namespace budget;

namespace {

const std::string tiered =
    "工程费用≤500万元，按0.35%收费；500＜工程费用≤2000，按0.3%收费；2000＜工程费用≤10000，按0.25%"
    "收费";

Money wan(int amount) {
  return Money::of(Decimal::of(amount), Unit::wan_yuan);
}

}  // namespace

TEST_CASE("tiers take the unit of the tier before and say so") {
  const Target target(tiered);
  REQUIRE(target.form() == TargetForm::tiers);
  REQUIRE(target.tiers().size() == 3);
  CHECK(target.tiers()[0].amounts == Range<Ratio>::at_most(Ratio::of(5'000'000)));
  CHECK(target.tiers()[1].amounts ==
        Range<Ratio>(Ratio::of(5'000'000), Bound::open, Ratio::of(20'000'000), Bound::closed));
  CHECK(target.tiers()[2].rate == Ratio::of(25, 10'000));
  CHECK(target.has(TargetFault::tier_unit));
  CHECK_FALSE(target.has(TargetFault::tier_gap));
  CHECK_FALSE(target.has(TargetFault::tier_overlap));
  CHECK_FALSE(target.has(TargetFault::cut));
}

TEST_CASE("a tiered fee is marginal or of the whole amount") {
  const Target target(tiered);
  const auto& tiers = target.tiers();
  // 500万 × 0.35 % + 1500万 × 0.3 % + 1000万 × 0.25 %
  CHECK(fee(tiers, wan(3000), TierMode::marginal, Rounding::half_up) ==
        Money::of_yuan(17'500 + 45'000 + 25'000));
  CHECK(fee(tiers, wan(3000), TierMode::whole_amount, Rounding::half_up) == Money::of_yuan(75'000));
  CHECK(fee(tiers, wan(500), TierMode::whole_amount, Rounding::half_up) == Money::of_yuan(17'500));
  CHECK(exact_fee(tiers, Money(), TierMode::marginal) == Ratio(0));
  // Beyond the last tier there is no rate.
  CHECK_THROWS_AS((void)exact_fee(tiers, wan(10'001), TierMode::marginal), DomainError);
  CHECK_THROWS_AS((void)exact_fee(tiers, wan(10'001), TierMode::whole_amount), DomainError);
  CHECK_THROWS_AS((void)exact_fee(tiers, wan(-1), TierMode::marginal), DomainError);
}

TEST_CASE("gaps and overlaps of tiers are found, ends included") {
  const Target gap("费用≤500万元，按0.35%收费；600万元＜费用≤2000万元，按0.3%收费");
  CHECK(gap.has(TargetFault::tier_gap));
  REQUIRE(find_tier_defects(gap.tiers()).gaps.size() == 1);
  CHECK(find_tier_defects(gap.tiers()).gaps[0] ==
        Range<Ratio>(Ratio::of(5'000'000), Bound::open, Ratio::of(6'000'000), Bound::closed));
  // 500万元 itself has no rate.
  CHECK(Target("费用＜500万元，按0.35%收费；500万元＜费用≤2000万元，按0.3%收费")
            .has(TargetFault::tier_gap));
  const Target overlap("费用≤500万元，按0.35%收费；500万元≤费用≤2000万元，按0.3%收费");
  CHECK(overlap.has(TargetFault::tier_overlap));
  CHECK_FALSE(overlap.has(TargetFault::tier_gap));
  CHECK_THROWS_AS((void)exact_fee(overlap.tiers(), wan(500), TierMode::whole_amount), DomainError);
  // In any order.
  CHECK(Target("500万元＜费用≤2000万元，按0.3%收费；费用≤500万元，按0.35%收费").faults().empty());
  CHECK(Target("100万元以下按1%收费；100万元-500万元按0.8%收费；500万元以上按0.5%收费")
            .tiers()
            .size() == 3);
}

TEST_CASE("a tariff of a share and a sum for each item") {
  const Target target(
      "财政直接支付按照资金量的0."
      "05‰标准和每笔10元的标准计付手续费；财政授权支付按照财政授权支付的资金量的"
      "0.35‰的标准和每笔2.5元的标准计付手续费");
  REQUIRE(target.form() == TargetForm::fees);
  REQUIRE(target.fees().size() == 2);
  CHECK(target.fees()[0].scope == "财政直接支付");
  CHECK(target.fees()[0].rate == Ratio::of(5, 100'000));
  CHECK(target.fees()[1].per_item == Quantity(Decimal::parse("2.5"), Measure::parse("元/笔")));
  // 10 亿 × 0.05 ‰ + 1000 × 10
  CHECK(fee(target.fees()[0], Money::of_yuan(1'000'000'000), 1000, Rounding::half_up) ==
        Money::of_yuan(60'000));
}

TEST_CASE("a tariff that ends in the middle is marked as cut") {
  CHECK(
      Target("工程费用≤500万元，按0.35%收费；500＜工程费用≤2000，按0.3%收").has(TargetFault::cut));
  CHECK(Target("工程费用≤500万元，按0.35%收费；500＜工程费用≤").has(TargetFault::cut));
  CHECK(Target(
            "财政直接支付按照资金量的0.05‰标准和每笔10元的标准计付手续费；财政授权支付按照资金量的")
            .has(TargetFault::cut));
}
