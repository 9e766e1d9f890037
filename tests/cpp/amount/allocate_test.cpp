// SPDX-License-Identifier: Apache-2.0
#include <budget/amount/allocate.hpp>
#include <budget/base/wide.hpp>

#include <doctest/doctest.h>

#include <algorithm>
#include <array>
#include <limits>
#include <optional>
#include <string>
#include <vector>

#include "amount/random.hpp"

using namespace budget;
using budget_test::Random;

namespace {

constexpr std::int64_t least = std::numeric_limits<std::int64_t>::min();
constexpr std::int64_t most = std::numeric_limits<std::int64_t>::max();

std::vector<std::int64_t> fen_of(const std::vector<Money>& parts) {
  std::vector<std::int64_t> all;
  for (const Money part : parts) all.push_back(part.fen());
  return all;
}

template <class W>
std::vector<std::int64_t> split(std::int64_t total, const std::vector<W>& weights,
                                Rest rest = Rest::largest_remainder) {
  return fen_of(allocate(Money::of_fen(total), weights, rest));
}

// The definition, in fractions of any width: floors, then one 分 each by falling remainder.
std::vector<std::int64_t> by_definition(std::int64_t total, const std::vector<Rational>& weights) {
  Rational sum = 0;
  for (const Rational& weight : weights) sum += weight;
  std::vector<std::int64_t> parts;
  std::vector<Rational> lost;
  Integer missing = boost::multiprecision::abs(Integer(total));
  for (const Rational& weight : weights) {
    const Rational exact = Rational(boost::multiprecision::abs(Integer(total))) * weight / sum;
    const Integer whole =
        boost::multiprecision::numerator(exact) / boost::multiprecision::denominator(exact);
    parts.push_back(whole.convert_to<std::int64_t>());
    lost.push_back(exact - Rational(whole));
    missing -= whole;
  }
  for (; missing > 0; --missing) {
    const auto at = std::max_element(lost.begin(), lost.end()) - lost.begin();  // the first of them
    ++parts[static_cast<std::size_t>(at)];
    lost[static_cast<std::size_t>(at)] = -1;
  }
  if (total < 0)
    for (std::int64_t& part : parts) part = -part;
  return parts;
}

template <class W>
WeightError refusal(const std::vector<W>& weights) {
  try {
    static_cast<void>(allocate(Money::of_yuan(1), weights));
  } catch (const WeightError& error) {
    return error;
  }
  return {"none", {}, {}};
}

}  // namespace

TEST_CASE("the parts add to the total, the rest goes where it is told to") {
  using Whole = std::vector<int>;
  CHECK(split(100, Whole{1, 1, 1}) == std::vector<std::int64_t>{34, 33, 33});
  CHECK(split(100, Whole{1, 1, 1}, Rest::last) == std::vector<std::int64_t>{33, 33, 34});
  CHECK(split(101, Whole{1, 1, 1}) == std::vector<std::int64_t>{34, 34, 33});
  CHECK(split(101, Whole{1, 1, 1}, Rest::first) == std::vector<std::int64_t>{35, 33, 33});
  CHECK(split(5, Whole{3, 7}) == std::vector<std::int64_t>{2, 3});  // 1.5 and 3.5: a tie
  CHECK(split(10, Whole{1, 5, 4}) == std::vector<std::int64_t>{1, 5, 4});
  CHECK(split(0, Whole{1, 2}) == std::vector<std::int64_t>{0, 0});
  CHECK(split(7, Whole{9}) == std::vector<std::int64_t>{7});
}

TEST_CASE("a weight of zero gets nothing, not even the rest") {
  const std::vector<int> weights{0, 1, 0, 1, 1, 0};
  for (const Rest rest : {Rest::largest_remainder, Rest::first, Rest::last}) {
    const auto parts = split(100, weights, rest);
    for (const std::size_t i : {0U, 2U, 5U}) CHECK(parts[i] == 0);
  }
  CHECK(split(100, weights, Rest::first)[1] == 34);
  CHECK(split(100, weights, Rest::last)[4] == 34);
}

TEST_CASE("weights are whole numbers, decimals, ratios or amounts, in any container") {
  const Money total = Money::parse("3,296.30", Unit::wan_yuan);
  const std::vector<std::int64_t> expected{988890000, 2307410000};
  CHECK(fen_of(allocate(total, std::array{3, 7})) == expected);
  CHECK(fen_of(allocate(total, std::array{Decimal::parse("0.30"), Decimal::parse("0.7")})) ==
        expected);
  CHECK(fen_of(allocate(total, std::vector{Ratio::of(1, 7), Ratio::of(1, 3)})) == expected);
  const std::array shares{Money::of_yuan(30), Money::of_yuan(70)};
  CHECK(fen_of(allocate(total, std::span(shares))) == expected);
  CHECK(fen_of(allocate(total, std::span<const Money>(shares))) == expected);
}

TEST_CASE("weights that nothing can be split by are refused, naming the one at fault") {
  CHECK(refusal(std::vector<int>{}).id() == "amount.weights_missing");
  CHECK(refusal(std::vector<int>{}).index() == std::nullopt);
  CHECK(refusal(std::vector<int>{0, 0}).id() == "amount.weights_zero");
  CHECK(refusal(std::vector<int>{0, 0}).index() == std::nullopt);
  CHECK(refusal(std::vector{1, 2, -3, -4}).id() == "amount.weights_negative");
  CHECK(refusal(std::vector{1, 2, -3, -4}).index() == 2U);
  CHECK(refusal(std::vector{Decimal::parse("1"), Decimal::parse("-0.01")}).index() == 1U);
  CHECK(refusal(std::vector{Money::of_fen(-1)}).index() == 0U);
  CHECK(refusal(std::vector{Ratio::of(-1, 3)}).index() == 0U);
}

TEST_CASE("weights without a common denominator of 127 bits overflow instead of being rounded") {
  const Int128 large = detail::power_of_ten(37);
  CHECK_THROWS_AS(
      (void)allocate(Money::of_yuan(1), std::array{Ratio::of(1, large + 1), Ratio::of(1, large)}),
      OverflowError);
  CHECK_THROWS_AS((void)allocate(Money::of_yuan(1),
                                 std::array{Decimal::scaled(large, 0), Decimal::scaled(1, 2)}),
                  OverflowError);
  const Ratio most_ratio = Ratio::of(~(Int128{1} << 127), 1);
  CHECK_THROWS_AS((void)allocate(Money::of_yuan(1), std::array{most_ratio, Ratio::of(1)}),
                  OverflowError);
  CHECK(fen_of(allocate(Money::of_fen(most), std::array{most_ratio, Ratio::of(0)})) ==
        std::vector<std::int64_t>{most, 0});
  CHECK(fen_of(allocate(Money::of_yuan(1),
                        std::array{Decimal::scaled(1, 38), Decimal::scaled(3, 38)})) ==
        std::vector<std::int64_t>{25, 75});
}

TEST_CASE("the ends of the range are split, and a negative total mirrors its opposite") {
  CHECK(split(least, std::vector{1}) == std::vector<std::int64_t>{least});
  CHECK(split(least, std::vector{0, 5}, Rest::first) == std::vector<std::int64_t>{0, least});
  CHECK(split(least, std::vector{1, 1}) == std::vector<std::int64_t>{least / 2, least / 2});
  CHECK(split(most, std::vector{1, 1}) == std::vector<std::int64_t>{most / 2 + 1, most / 2});
  CHECK(split(-100, std::vector{1, 1, 1}) == std::vector<std::int64_t>{-34, -33, -33});
  CHECK(split(-101, std::vector{1, 1, 1}, Rest::last) == std::vector<std::int64_t>{-33, -33, -35});
}

TEST_CASE("largest remainder is what its definition in wide fractions gives") {
  Random random(2024);
  for (int i = 0; i < 3000; ++i) {
    const auto size = static_cast<std::size_t>(random.between(1, 9));
    const std::int64_t total =
        i % 3 == 0 ? random.between(least, most) : random.between(-1000, 1000);
    const int digits = i % 2 == 0 ? 3 : 18;
    std::vector<Ratio> ratios;
    std::vector<Decimal> decimals;
    std::vector<Rational> wide_ratios, wide_decimals;
    for (std::size_t k = 0; k < size; ++k) {
      const Int128 numerator =
          k == 0 ? 1 : static_cast<Int128>(detail::magnitude(random.with_digits(digits)));
      const Int128 denominator = random.between(1, 12);
      ratios.push_back(Ratio::of(numerator, denominator));
      wide_ratios.push_back(to_rational(numerator, denominator));
      const int scale = static_cast<int>(random.between(0, 18));
      decimals.push_back(Decimal::scaled(numerator, scale));
      wide_decimals.push_back(to_rational(numerator, detail::power_of_ten(scale)));
    }
    CHECK(split(total, ratios) == by_definition(total, wide_ratios));
    CHECK(split(total, decimals) == by_definition(total, wide_decimals));
  }
}

TEST_CASE("every way of the rest loses no 分 and keeps each part within one 分 of its share") {
  Random random(7);
  for (int i = 0; i < 3000; ++i) {
    const std::int64_t total = random.between(-(std::int64_t{1} << 62), std::int64_t{1} << 62);
    std::vector<std::int64_t> weights(static_cast<std::size_t>(random.between(1, 30)));
    for (std::int64_t& weight : weights) weight = random.between(0, most);
    weights.back() = 1;
    Integer weights_sum = 0;
    for (const std::int64_t weight : weights) weights_sum += weight;
    for (const Rest rest : {Rest::largest_remainder, Rest::first, Rest::last}) {
      const auto parts = allocate(Money::of_fen(total), weights, rest);
      CHECK(sum(parts) == Money::of_fen(total));
      auto mirrored = allocate(Money::of_fen(-total), weights, rest);
      for (Money& part : mirrored) part = -part;
      CHECK(parts == mirrored);
      if (rest != Rest::largest_remainder) continue;
      for (std::size_t k = 0; k < parts.size(); ++k) {
        const Integer error =
            Integer(parts[k].fen()) * weights_sum - Integer(total) * Integer(weights[k]);
        CHECK(boost::multiprecision::abs(error) < weights_sum);
      }
    }
  }
}

TEST_CASE("a large list is split in one pass, ties to the earlier parts") {
  const std::vector<int> equal(200'000, 1);
  const auto parts = split(300'001, equal);
  CHECK(parts[0] == 2);
  CHECK(parts[100'000] == 2);
  CHECK(parts[100'001] == 1);
  CHECK(parts[199'999] == 1);
}
