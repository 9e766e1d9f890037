// SPDX-License-Identifier: Apache-2.0
// Trees of a million leaves, seven levels, four columns: building from unsorted code strings beside
// std::sort with a hinted std::map, the rollup beside one read of the columns. Then ten million leaves
// with names; `megabytes` is what the process holds when the input is released.

#include <budget/subject/rollup.hpp>
#include <budget/subject/tree_build.hpp>

#include <benchmark/benchmark.h>
#include <malloc.h>

#include <algorithm>
#include <array>
#include <cstdint>
#include <fstream>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace {

using namespace budget;

constexpr std::size_t columns = 4;

// Leaves of 15 digits (3-5-…-15), ten parts a node, in an order that is the same on every run.
struct Input {
  std::vector<std::string> codes, names;
  std::array<std::vector<std::int64_t>, columns> fen;

  explicit Input(std::size_t leaves, bool named = false) {
    std::uint64_t state = 20240101;
    const auto next = [&state] {
      state = state * 6364136223846793005U + 1442695040888963407U;
      return state >> 33U;
    };
    std::vector<std::size_t> order(leaves);
    for (std::size_t i = 0; i < leaves; ++i) order[i] = i;
    for (std::size_t i = leaves; i > 1; --i) std::swap(order[i - 1], order[next() % i]);
    for (const std::size_t leaf : order) {
      // The lowest six figures of the number are the last six levels, the rest the class.
      std::string code = std::to_string(201 + leaf / 1'000'000);
      for (std::size_t scale = 100'000; scale > 0; scale /= 10)
        code += "0" + std::to_string(leaf / scale % 10);
      if (named) names.push_back("某某局项目支出" + code.substr(3, 6));
      codes.push_back(std::move(code));
      for (auto& column : fen) column.push_back(static_cast<std::int64_t>(next() % 10'000'000'000));
    }
  }
  static std::vector<std::string_view> views(const std::vector<std::string>& texts) {
    return {texts.begin(), texts.end()};
  }
  [[nodiscard]] std::vector<TreeColumn> tree_columns() const {
    std::vector<TreeColumn> result;
    for (std::size_t i = 0; i < columns; ++i)
      result.push_back(
          {std::string(1, static_cast<char>('a' + i)), FigureColumn::view(fen[i], {})});
    return result;
  }
};

const Input& million() {
  static const Input input(1'000'000);
  return input;
}

SubjectTree built(const Input& input) {
  const auto codes = Input::views(input.codes);
  const auto names = Input::views(input.names);
  return tree_from_codes({codes, names, input.tree_columns()}, CodeScheme::subject);
}

void build_ours(benchmark::State& state) {
  const auto codes = Input::views(million().codes);
  for (auto _ : state)
    benchmark::DoNotOptimize(
        tree_from_codes({codes, {}, million().tree_columns()}, CodeScheme::subject));
}

void build_sort_and_map(benchmark::State& state) {
  using Node = std::array<std::int64_t, columns>;
  const Input& input = million();
  for (auto _ : state) {
    std::vector<std::uint32_t> order(input.codes.size());
    for (std::uint32_t i = 0; i < order.size(); ++i) order[i] = i;
    std::sort(order.begin(), order.end(),
              [&](std::uint32_t a, std::uint32_t b) { return input.codes[a] < input.codes[b]; });
    std::map<std::string, Node> tree;
    for (const std::uint32_t row : order) {
      Node node{};
      for (std::size_t i = 0; i < columns; ++i) node[i] = input.fen[i][row];
      tree.emplace_hint(tree.end(), input.codes[row], node);
    }
    benchmark::DoNotOptimize(tree);
  }
}

const SubjectTree& million_tree() {
  static const SubjectTree tree = tree_from_codes(
      {Input::views(million().codes), {}, million().tree_columns()}, CodeScheme::subject);
  return tree;
}

void rollup_ours(benchmark::State& state) {
  for (auto _ : state) benchmark::DoNotOptimize(Rollup(million_tree()));
}

void rollup_read_columns(benchmark::State& state) {
  for (auto _ : state) {
    for (const TreeColumn& column : million_tree().columns()) {
      std::int64_t sum = 0;
      for (const std::int64_t fen : column.figures.fen()) sum += fen;
      benchmark::DoNotOptimize(sum);
    }
  }
}

double resident_megabytes() {
  std::ifstream status("/proc/self/statm");
  double pages = 0, resident = 0;
  status >> pages >> resident;
  return resident * 4096 / (1024 * 1024);
}

void ten_million_leaves(benchmark::State& state) {
  for (auto _ : state) {
    state.PauseTiming();
    SubjectTree tree;
    {
      const Input input(10'000'000, true);
      state.ResumeTiming();
      tree = built(input);
      state.PauseTiming();
    }
    malloc_trim(0);  // what the input held goes back to the system
    state.counters["megabytes"] = resident_megabytes();
    state.ResumeTiming();
    if (tree.size() != 11'111'111) state.SkipWithError("not all leaves are there");
  }
}

BENCHMARK(build_ours)->Name("tree_build_1m/ours")->Unit(benchmark::kMillisecond);
BENCHMARK(build_sort_and_map)->Name("tree_build_1m/sort_and_map")->Unit(benchmark::kMillisecond);
BENCHMARK(rollup_ours)->Name("tree_rollup_1m/ours")->Unit(benchmark::kMillisecond);
BENCHMARK(rollup_read_columns)->Name("tree_rollup_1m/read_columns")->Unit(benchmark::kMillisecond);
BENCHMARK(ten_million_leaves)
    ->Name("tree_10m/ours")
    ->Unit(benchmark::kMillisecond)
    ->Iterations(1)
    ->Repetitions(2);

}  // namespace
