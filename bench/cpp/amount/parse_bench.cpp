// SPDX-License-Identifier: Apache-2.0
// Reading an amount from text: string_view + unit → Money, beside std::from_chars<double> and
// Boost's cpp_dec_float_50 on the same figures. Time is that of the whole list.

#include <budget/amount/money.hpp>

#include <benchmark/benchmark.h>
#include <boost/multiprecision/cpp_dec_float.hpp>

#include <charconv>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace {

using budget::Money;
using budget::Unit;

// Figures as a table in 万元 prints them: two digits after the point, one to six before it, small
// ones more often; a few negative. Long enough that no branch predictor learns it by heart, and
// the same on every run.
struct Figures {
  std::vector<std::string> plain, separated;

  explicit Figures(std::size_t count) {
    std::uint64_t state = 20240101;
    const auto next = [&state](std::uint64_t below) {
      state = state * 6364136223846793005U + 1442695040888963407U;
      return (state >> 33U) % below;
    };
    constexpr std::uint64_t whole_below[] = {10, 100, 100, 1000, 1000, 10'000, 100'000, 1'000'000};
    for (std::size_t i = 0; i < count; ++i) {
      const std::string whole = std::to_string(next(whole_below[next(8)]));
      const std::string fraction = std::to_string(100 + next(100)).substr(1);
      const std::string sign = next(20) == 0 ? "-" : "";
      plain.push_back(sign + whole + "." + fraction);
      const std::size_t head = whole.size() > 3 ? whole.size() - 3 : 0;
      const std::string comma = head > 0 ? "," : "";
      separated.push_back(sign + whole.substr(0, head) + comma + whole.substr(head) + "." +
                          fraction);
    }
  }
};

const Figures figures(65536);

void ours(benchmark::State& state, const std::vector<std::string>& texts) {
  for (auto _ : state) {
    std::int64_t total = 0;
    for (const std::string_view text : texts) {
      Money money;
      if (!from_chars(text.data(), text.data() + text.size(), Unit::wan_yuan, money))
        state.SkipWithError("not read");
      total += money.fen();
    }
    benchmark::DoNotOptimize(total);
  }
  state.SetItemsProcessed(state.iterations() * static_cast<std::int64_t>(texts.size()));
}

void std_double(benchmark::State& state, const std::vector<std::string>& texts) {
  for (auto _ : state) {
    double total = 0;
    for (const std::string_view text : texts) {
      double value = 0;
      if (std::from_chars(text.data(), text.data() + text.size(), value).ec != std::errc{})
        state.SkipWithError("not read");
      total += value;
    }
    benchmark::DoNotOptimize(total);
  }
  state.SetItemsProcessed(state.iterations() * static_cast<std::int64_t>(texts.size()));
}

void boost_decimal(benchmark::State& state, const std::vector<std::string>& texts) {
  for (auto _ : state) {
    for (const std::string& text : texts) {
      boost::multiprecision::cpp_dec_float_50 value(text);
      benchmark::DoNotOptimize(value);
    }
  }
  state.SetItemsProcessed(state.iterations() * static_cast<std::int64_t>(texts.size()));
}

BENCHMARK_CAPTURE(ours, plain, figures.plain)->Name("parse_plain/ours");
BENCHMARK_CAPTURE(std_double, plain, figures.plain)->Name("parse_plain/std_from_chars_double");
BENCHMARK_CAPTURE(boost_decimal, plain, figures.plain)->Name("parse_plain/boost_cpp_dec_float_50");
BENCHMARK_CAPTURE(ours, separated, figures.separated)->Name("parse_separators/ours");
BENCHMARK_CAPTURE(std_double, stripped, figures.plain)
    ->Name("parse_separators/std_from_chars_double_stripped");

}  // namespace
