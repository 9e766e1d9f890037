// SPDX-License-Identifier: Apache-2.0
// Deciding whether the figures of a whole disclosure can all be true, and naming ten wrong ones of a
// hundred. The figures are drawn and rounded, so that no sum of printed figures is exact.
#include <budget/proof/decide.hpp>
#include <budget/proof/localise.hpp>

#include <benchmark/benchmark.h>

#include <cstdint>
#include <random>
#include <vector>

namespace {

using budget::proof::Bounds;
using budget::proof::Doubt;
using budget::proof::End;
using budget::proof::LinearRow;
using budget::proof::LinearSystem;

struct Asked {
  LinearSystem system;
  std::vector<budget::Rational> start;
  std::vector<Doubt> doubts;
};

/// A figure in hundredths that stands for an amount in ten-thousandths.
std::size_t add_figure(Asked& asked, std::int64_t amount, std::int64_t printed_beside = 0) {
  const std::int64_t printed = (amount + 50) / 100 * 100 + printed_beside;
  asked.system.unknowns.push_back(
      {End{budget::Rational(printed - 50), true}, End{budget::Rational(printed + 50), true}});
  asked.start.emplace_back(printed);
  asked.doubts.push_back({asked.start.size() - 1, {}, 1});
  return asked.start.size() - 1;
}

void add_sum(Asked& asked, std::size_t total, const std::vector<std::size_t>& parts) {
  LinearRow row;
  row.terms.emplace_back(total, -1);
  for (const std::size_t part : parts) row.terms.emplace_back(part, 1);
  asked.system.rows.push_back(std::move(row));
}

/// Tables of 16 rows (a total, 3 classes, 12 items) and 3 columns (a total and its two parts), each
/// printing what the one before prints: 2,016 figures, 3,144 rows.
Asked disclosure() {
  constexpr int tables = 42, classes = 3, items = 4, rows = 1 + classes * (1 + items);
  std::mt19937_64 random(7);
  std::vector<std::vector<std::int64_t>> amounts(rows, std::vector<std::int64_t>(3));
  for (int k = 0; k < classes; ++k)
    for (int i = 0; i < items; ++i)
      for (int part = 1; part < 3; ++part) {
        const auto drawn = static_cast<std::int64_t>(random() % 100'000'000);
        const auto above = static_cast<std::size_t>(1 + k * (1 + items));
        for (const std::size_t row :
             {std::size_t{0}, above, above + 1 + static_cast<std::size_t>(i)})
          for (const std::size_t column : {std::size_t{0}, static_cast<std::size_t>(part)})
            amounts[row][column] += drawn;
      }
  Asked asked;
  std::vector<std::vector<std::size_t>> before;
  for (int t = 0; t < tables; ++t) {
    std::vector<std::vector<std::size_t>> at(rows);
    for (std::size_t r = 0; r < rows; ++r) {
      for (const std::int64_t amount : amounts[r]) at[r].push_back(add_figure(asked, amount));
      add_sum(asked, at[r][0], {at[r][1], at[r][2]});
    }
    for (std::size_t column = 0; column < 3; ++column) {
      std::vector<std::size_t> heads;
      for (std::size_t k = 0; k < classes; ++k) {
        const std::size_t above = 1 + k * (1 + items);
        heads.push_back(at[above][column]);
        std::vector<std::size_t> parts;
        for (std::size_t i = 0; i < items; ++i) parts.push_back(at[above + 1 + i][column]);
        add_sum(asked, at[above][column], parts);
      }
      add_sum(asked, at[0][column], heads);
    }
    for (std::size_t r = 0; r < before.size(); ++r)
      for (std::size_t column = 0; column < 3; ++column)
        add_sum(asked, at[r][column], {before[r][column]});
    before = std::move(at);
  }
  return asked;
}

/// A hundred figures on two levels, a leaf of each of ten sums wrong.
Asked tree() {
  std::mt19937_64 random(7);
  Asked asked;
  std::vector<std::size_t> heads;
  std::int64_t total = 0;
  for (int i = 0; i < 10; ++i) {
    std::vector<std::size_t> leaves;
    std::int64_t sum = 0;
    for (int j = 0; j < 9; ++j) {
      const auto drawn = static_cast<std::int64_t>(random() % 10'000'000);
      sum += drawn;
      leaves.push_back(add_figure(asked, drawn, j == 3 ? 100'000 : 0));
    }
    total += sum;
    heads.push_back(add_figure(asked, sum));
    add_sum(asked, heads.back(), leaves);
  }
  add_sum(asked, add_figure(asked, total), heads);
  return asked;
}

void decide_disclosure(benchmark::State& state) {
  const Asked asked = disclosure();
  for (auto _ : state) {
    const auto decision = budget::proof::decide(asked.system, asked.start);
    if (!decision.witness) state.SkipWithError("what was rounded is possible");
    benchmark::DoNotOptimize(decision);
  }
  state.counters["figures"] = static_cast<double>(asked.start.size());
  state.counters["rows"] = static_cast<double>(asked.system.rows.size());
}
BENCHMARK(decide_disclosure)->Name("decide_disclosure/ours")->Unit(benchmark::kMillisecond);

void localise_tree(benchmark::State& state) {
  const Asked asked = tree();
  for (auto _ : state) {
    const auto found = budget::proof::localise(asked.system, asked.doubts, asked.start);
    if (found.components.size() != 10) state.SkipWithError("ten figures are wrong");
    benchmark::DoNotOptimize(found);
  }
}
BENCHMARK(localise_tree)->Name("tree_100_with_10_errors/ours")->Unit(benchmark::kMillisecond);

}  // namespace
