// SPDX-License-Identifier: Apache-2.0
#include <doctest/doctest.h>
#include <budget/subject/tree_check.hpp>

#include <string>
#include <vector>

#include "amount/random.hpp"
#include "subject/trees.hpp"

using namespace budget;
using budget_test::Random;
using budget_test::tree_of;

namespace {

// "code=outcome" of every line; "?" behind what only cut zeros would violate.
std::string outcomes(const SubjectTree& tree) {
  std::string text;
  for (const TotalCheck& line : check(tree)) {
    text += std::string(tree.code(line.node)) + "=" + std::string(to_string(line.outcome));
    text += line.only_if_zeros_cut ? "? " : " ";
  }
  return text;
}

}  // namespace

TEST_CASE("figures of the seed") {
  CHECK(outcomes(
            tree_of("_ 合计 3296.30\n201 a 2797.94\n208 b 317.42\n210 c 65.37\n221 d 115.57\n")) ==
        "=exact ");
  // 46.20 + 18.36 may print as 64.55: they can add to anything from 64.55 to 64.57.
  CHECK(outcomes(tree_of("21011 a 64.55\n2101101 b 46.20\n2101103 c 18.36\n")) ==
        "210=not_applicable 21011=rounding ");
  CHECK(outcomes(tree_of("21011 a 64.54\n2101101 b 46.20\n2101103 c 18.36\n")) ==
        "210=not_applicable 21011=violated ");
}

TEST_CASE(
    "a changed inner figure is reported at its own node and the one above, a leaf at its parent") {
  const std::string leaf =
      "201 a 6.00\n20101 b 3.00\n2010101 c 1.00\n2010102 d 9.00\n20102 e 3.00\n";
  CHECK(outcomes(tree_of(leaf)) == "201=exact 20101=violated ");
  const std::string inner =
      "201 a 6.00\n20101 b 4.00\n2010101 c 1.00\n2010102 d 2.00\n20102 e 3.00\n";
  CHECK(outcomes(tree_of(inner)) == "201=violated 20101=violated ");
}

TEST_CASE("a part that states nothing counts with its own parts, a blank leaf with nothing") {
  CHECK(outcomes(tree_of("201 a 6.00\n2010101 c 1.00\n2010102 d 5.00\n2010201 e _\n")) ==
        "201=exact 20101=not_applicable 20102=not_applicable ");
  CHECK(outcomes(tree_of("201 a 6.00\n20101 b _\n20102 c _\n")) == "201=violated ");
  CHECK(outcomes(tree_of("201 a _\n20101 b 1.00\n")) == "201=not_applicable ");
}

TEST_CASE("rounding is a function: a single part of the same precision prints the same") {
  CHECK(outcomes(tree_of("201 a 3.60\n20101 b 3.61\n20102 c _\n")) == "201=violated ");
  CHECK(outcomes(tree_of("201 a 3.60\n20101 b 3.601\n")) == "201=rounding ");
}

TEST_CASE("what is impossible only if trailing zeros were cut says so") {
  // No figure ends in 0: 6.5 may stand for 6.50 or for anything from 6.45 to 6.55.
  CHECK(outcomes(tree_of("201 a 6.5\n20101 b 3.21\n20102 c 3.32\n")) == "201=violated? ");
  CHECK(outcomes(tree_of("201 a 6.5\n20101 b 3.20\n20102 c 3.32\n")) == "201=rounding ");
  CHECK(outcomes(tree_of("201 a 7.5\n20101 b 3.21\n20102 c 3.32\n")) == "201=violated ");
}

TEST_CASE(
    "a total prints as some rounded amounts do, never violated; one step beyond all, always") {
  Random random(2);
  for (int round = 0; round < 2000; ++round) {
    // Amounts in 分, printed in 万元 with two decimals.
    std::vector<std::int64_t> printed;
    std::int64_t total = 0;
    const std::int64_t parts = random.between(2, 12);
    const auto rounded = [](std::int64_t fen) { return (fen + 5'000) / 10'000 * 10'000; };
    for (std::int64_t i = 0; i < parts; ++i) {
      const std::int64_t fen = random.between(0, 100'000'000);
      total += fen;
      printed.push_back(rounded(fen));
    }
    std::vector<std::int32_t> parents{-1};
    FigureColumn figures;
    figures.push_back({rounded(total), 5'000});
    std::int64_t sum = 0;
    for (const std::int64_t fen : printed) {
      figures.push_back({fen, 5'000});
      parents.push_back(0);
      sum += fen;
    }
    const auto outcome = [&](std::int64_t fen) {
      FigureColumn changed;
      changed.push_back({fen, 5'000});
      for (std::size_t i = 1; i < figures.size(); ++i) changed.push_back(figures[i]);
      return check(tree_from_parent_rows({{}, {}, {{"a", changed}}}, parents)).at(0).outcome;
    };
    CHECK(outcome(rounded(total)) ==
          (rounded(total) == sum ? TotalOutcome::exact : TotalOutcome::rounding));
    // Interval of the parts: parts · 5,000 either side; of the total: 5,000.
    const std::int64_t reach = (parts + 1) * 5'000 / 10'000 * 10'000;
    CHECK(outcome(sum + reach) == TotalOutcome::rounding);
    CHECK(outcome(sum + reach + 10'000) == TotalOutcome::violated);
    CHECK(outcome(sum - reach - 10'000) == TotalOutcome::violated);
  }
}

TEST_CASE("the total is checked only where a row states it") {
  CHECK(outcomes(tree_of("201 a 1.00\n202 b 2.00\n")) == "");
  CHECK(outcomes(tree_of("_ 合计 4.00\n201 a 1.00\n202 b 2.00\n")) == "=violated ");
}
