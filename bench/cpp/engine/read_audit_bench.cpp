// SPDX-License-Identifier: Apache-2.0
// Reading and auditing a whole published text on one core: bytes → tables → obligations → report.
// Measured on the example disclosure and, where BUDGET_SHARED names a folder of real ones, on the seed
// of that folder. `megabytes` is the most memory that the process ever held, the text included.

#include <budget/engine.hpp>
#include <budget/standard/rules.hpp>

#include <benchmark/benchmark.h>
#include <sys/resource.h>

#include <cstdlib>
#include <fstream>
#include <iterator>
#include <optional>
#include <string>

namespace {

std::string bytes_of(const std::string& path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

double peak_megabytes() {
  rusage usage{};
  getrusage(RUSAGE_SELF, &usage);
  return static_cast<double>(usage.ru_maxrss) / 1024;  // kilobytes on Linux
}

budget::Dossier read(const std::string& text) {
  return {{budget::recognise(budget::read_text(text, "bench"), budget::standard_vocabulary())}};
}

void read_only(benchmark::State& state, const std::string& path) {
  const std::string text = bytes_of(path);
  for (auto _ : state) benchmark::DoNotOptimize(read(text));
  state.SetBytesProcessed(state.iterations() * static_cast<std::int64_t>(text.size()));
}

void read_and_audit(benchmark::State& state, const std::string& path) {
  const std::string text = bytes_of(path);
  for (auto _ : state) {
    const budget::Report report =
        budget::audit(read(text), budget::standard_packs(), budget::standard_lists());
    if (report.coverage.figures.checked == 0) state.SkipWithError("nothing was checked");
    benchmark::DoNotOptimize(report);
  }
  state.SetBytesProcessed(state.iterations() * static_cast<std::int64_t>(text.size()));
  state.counters["megabytes"] = peak_megabytes();
}

// The seed where it is at hand, else the example, which has the same tables.
std::string subject() {
  const char* shared = std::getenv("BUDGET_SHARED");
  const std::string root = BUDGET_ROOT;
  for (const std::string& folder :
       {std::string(shared != nullptr ? shared : ""), root + "/../shared"}) {
    const std::string seed = folder + "/seed/yangquan-2024.txt";
    if (!folder.empty() && std::ifstream(seed)) return seed;
  }
  return root + "/examples/disclosures/yangquan-finance-2024.txt";
}

const std::string example =
    std::string(BUDGET_ROOT) + "/examples/disclosures/yangquan-finance-2024.txt";
const std::string faulty =
    std::string(BUDGET_ROOT) + "/examples/disclosures/yangquan-finance-2024-faulty-tables.txt";

BENCHMARK_CAPTURE(read_and_audit, seed, subject())
    ->Name("read_audit_seed/ours")
    ->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(read_and_audit, example, example)
    ->Name("read_audit_example/ours")
    ->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(read_and_audit, faulty, faulty)
    ->Name("read_audit_faulty/ours")
    ->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(read_only, example, example)
    ->Name("read_example/ours")
    ->Unit(benchmark::kMillisecond);

}  // namespace
