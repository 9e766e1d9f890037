// SPDX-License-Identifier: Apache-2.0
#include <doctest/doctest.h>
#include <budget/subject/share.hpp>

#include <limits>
#include <string>
#include <vector>

#include "amount/random.hpp"
#include "subject/trees.hpp"

using namespace budget;
using budget_test::Random;
using budget_test::tree_of;

namespace {

std::string printed(const std::vector<Share>& shares) {
  std::string text;
  for (const Share& share : shares) {
    text += share.percent ? to_string(*share.percent) : "-";
    text += share.is_adjusted() ? "* " : " ";
  }
  return text;
}

std::vector<Money> money(const std::vector<std::int64_t>& fen) {
  std::vector<Money> amounts;
  for (const std::int64_t value : fen) amounts.push_back(Money::of_fen(value));
  return amounts;
}

}  // namespace

// 阳泉市财政局2024年部门预算公开, 表3: 一般公共服务, 社会保障和就业, 卫生健康, 住房保障; 基本支出, 项目支出.
TEST_CASE("the structure ratios of the seed") {
  const SubjectTree tree = tree_of(
      "_ 合计 3296.30 1585.27 1711.03\n"
      "201 一般公共服务支出 2797.94 1086.91 1711.03\n"
      "208 社会保障和就业支出 317.42 317.42 _\n"
      "210 卫生健康支出 65.37 65.37 _\n"
      "221 住房保障支出 115.57 115.57 _\n");
  const Rollup rollup(tree);
  CHECK(printed(shares(rollup, 0, {.level = 1})) == "84.88 9.63 1.98 3.51 ");
  CHECK(shares(rollup, 0)[0].ratio == Ratio::of(279794, 329630));
  const std::vector<Money> split{rollup.amount(0, 1), rollup.amount(0, 2)};
  const auto basic = percentages(split, rollup.amount(0, 0), 2, ShareMethod::rounded);
  CHECK(to_string(basic[0]) == "48.09");
  CHECK(to_string(basic[1]) == "51.91");
}

TEST_CASE("three equal parts: 33.33 each, or one of them 33.34 and marked") {
  const Rollup rollup(tree_of("201 a 1.00\n202 b 1.00\n203 c 1.00\n"));
  CHECK(printed(shares(rollup, 0)) == "33.33 33.33 33.33 ");
  CHECK(printed(shares(rollup, 0, {.method = ShareMethod::largest_remainder})) ==
        "33.34* 33.33 33.33 ");
  CHECK(printed(shares(rollup, 0, {.decimals = 0, .method = ShareMethod::largest_remainder})) ==
        "34* 33 33 ");
}

TEST_CASE("shares of the node above, and of one that is zero") {
  const Rollup rollup(tree_of("201 a _\n20101 b 1.00\n20102 c 3.00\n202 d 0.00\n20201 e 0.00\n"));
  CHECK(printed(shares(rollup, 0, {.level = 2, .of = ShareOf::parent})) == "25.00 75.00 - ");
  CHECK(printed(shares(rollup, 0, {.of = ShareOf::parent})) == "100.00 25.00 75.00 0.00 - ");
  CHECK(printed(shares(rollup, 0, {.level = 3})) == "");
}

TEST_CASE("printed shares add to exactly 100, each within one step of its own rounding") {
  Random random(4);
  for (int round = 0; round < 3000; ++round) {
    std::vector<std::int64_t> fen;
    std::int64_t total = 0;
    for (std::int64_t count = random.between(1, 40); count > 0; --count) {
      fen.push_back(random.between(round % 2 == 0 ? 0 : -50'000, 1'000'000'000));
      total += fen.back();
    }
    if (total == 0) continue;
    const int decimals = static_cast<int>(random.between(0, 6));
    const auto whole = Money::of_fen(total);
    const auto shares = percentages(money(fen), whole, decimals, ShareMethod::largest_remainder);
    Decimal sum;
    for (const Decimal& share : shares) sum = sum + share;
    CHECK(sum == Decimal::of(100));
    const Ratio step = Ratio::of(Decimal::scaled(1, decimals));
    for (std::size_t i = 0; i < fen.size(); ++i) {
      const Ratio exact = Ratio::of(Int128{fen[i]} * 100, Int128{total});
      CHECK(abs(Ratio::of(shares[i]) - exact) < step);
      // Mirrored signs give the same shares.
      CHECK(
          percentages(money({-fen[i]}), Money::of_fen(-total), decimals, ShareMethod::rounded)[0] ==
          percentages(money({fen[i]}), whole, decimals, ShareMethod::rounded)[0]);
    }
  }
}

TEST_CASE("parts that do not add to the whole add to its share, rounded") {
  const auto shares =
      percentages(money({1, 1}), Money::of_fen(3), 0, ShareMethod::largest_remainder);
  CHECK(shares == std::vector<Decimal>{Decimal::of(34), Decimal::of(33)});
}

TEST_CASE("the largest amounts and the most digits still come out exact") {
  constexpr std::int64_t most = std::numeric_limits<std::int64_t>::max();
  const auto shares =
      percentages(money({most, -most}), Money::of_fen(most), 16, ShareMethod::rounded);
  CHECK(to_string(shares[0]) == "100.0000000000000000");
  CHECK(to_string(shares[1]) == "-100.0000000000000000");
  CHECK_THROWS_AS((void)percentages(money({1}), Money::of_fen(1), 17, ShareMethod::rounded),
                  DomainError);
  CHECK_THROWS_AS((void)percentages(money({1}), Money(), 2, ShareMethod::rounded), DivisionByZero);
}
