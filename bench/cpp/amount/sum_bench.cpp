// SPDX-License-Identifier: Apache-2.0
// The sum of 10^7 amounts that checks 64 bits, beside an int64 sum that checks nothing. The least
// of 20 interleaved runs counts: both are bound by memory, which other work on the machine shares.
#include <budget/amount/money.hpp>
#include <budget/amount/money_array.hpp>

#include <benchmark/benchmark.h>

#include <algorithm>
#include <cstdint>
#include <vector>

namespace {

using budget::Money;
using budget::MoneyArray;

constexpr std::size_t count = 10'000'000;
constexpr int runs = 20;

// Amounts of either sign up to 10^11 分, the same on every run.
const std::vector<std::int64_t> numbers = [] {
  std::vector<std::int64_t> result(count);
  std::uint64_t state = 20240101;
  for (std::int64_t& number : result) {
    state = state * 6364136223846793005U + 1442695040888963407U;
    number = static_cast<std::int64_t>((state >> 20U) % 200'000'000'000U) - 100'000'000'000;
  }
  return result;
}();

const MoneyArray array = MoneyArray::view(numbers, {}, {});

double least(const std::vector<double>& times) {
  return *std::ranges::min_element(times);
}

void checked(benchmark::State& state) {
  for (auto _ : state) {
    auto total = checked_sum(array);
    benchmark::DoNotOptimize(total);
  }
}

void unchecked(benchmark::State& state) {
  for (auto _ : state) {
    std::int64_t total = 0;
    for (const std::int64_t number : numbers) total += number;
    benchmark::DoNotOptimize(total);
  }
}

void checked_span(benchmark::State& state) {
  static const std::vector<Money> amounts = [] {
    std::vector<Money> result;
    result.reserve(count);
    for (const std::int64_t number : numbers) result.push_back(Money::of_fen(number));
    return result;
  }();
  for (auto _ : state) {
    auto total = budget::checked_sum(amounts);
    benchmark::DoNotOptimize(total);
  }
}

BENCHMARK(checked)
    ->Name("sum_column/ours")
    ->Repetitions(runs)
    ->Iterations(1)
    ->ComputeStatistics("least", least);
BENCHMARK(unchecked)
    ->Name("sum_column/unchecked_int64")
    ->Repetitions(runs)
    ->Iterations(1)
    ->ComputeStatistics("least", least);
BENCHMARK(checked_span)
    ->Name("sum_span/ours")
    ->Repetitions(runs)
    ->Iterations(1)
    ->ComputeStatistics("least", least);
BENCHMARK(unchecked)
    ->Name("sum_span/unchecked_int64")
    ->Repetitions(runs)
    ->Iterations(1)
    ->ComputeStatistics("least", least);

}  // namespace
