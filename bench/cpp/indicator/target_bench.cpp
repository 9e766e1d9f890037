// SPDX-License-Identifier: Apache-2.0
// Reading a million targets, in the mixture that a disclosure prints, beside std::regex on the most
// frequent form alone.
#include <budget/indicator/target.hpp>

#include <benchmark/benchmark.h>

#include <cstddef>
#include <regex>
#include <string>
#include <vector>

namespace {

using budget::Target;

constexpr std::size_t million = 1'000'000;

// Shares of forms as in 阳泉市财政局2024年部门预算: two thirds are numbers.
const std::vector<std::string>& texts() {
  static const std::vector<std::string> mixture = {
      "≥95%",         "100%",    "≥90%",     "≥3次/年",    "有效提升",         "≥95%",
      "800份",        "≥2000人", "按合同价", "≥95%",       "≤380元/人/天",     "100%",
      "有效提高",     "4个",     "≥85%",     "≥12万笔/年", "每年11月底前完成", "≥90%",
      "≥600人/次/年", "33元",    "保障",     "100%",       "1980元/月/人",     "全年"};
  return mixture;
}

void ours(benchmark::State& state) {
  for (auto _ : state) {
    std::size_t numbers = 0;
    for (std::size_t i = 0; i < million; ++i)
      numbers += Target(texts()[i % texts().size()]).values().has_value() ? 1 : 0;
    benchmark::DoNotOptimize(numbers);
  }
}
BENCHMARK(ours)->Name("targets_million/ours")->Unit(benchmark::kMillisecond);

void std_regex(benchmark::State& state) {
  const std::regex number("(≥|≤|＞|＜|=)?([0-9.,]+)(万|亿)?([^0-9]*)");
  for (auto _ : state) {
    std::size_t numbers = 0;
    for (std::size_t i = 0; i < million; ++i) {
      std::smatch parts;
      numbers += std::regex_match(texts()[i % texts().size()], parts, number) ? 1 : 0;
    }
    benchmark::DoNotOptimize(numbers);
  }
}
BENCHMARK(std_regex)->Name("targets_million/std_regex")->Unit(benchmark::kMillisecond);

}  // namespace
