// SPDX-License-Identifier: Apache-2.0
#include <budget/rule/pack.hpp>

#include <budget/rule/parse.hpp>

#include "rule/example.hpp"

namespace budget::inline v1 {

Pack load_pack(std::string_view text, const std::string& file) {
  Pack pack;
  const std::size_t slash = file.find_last_of('/');
  pack.name = slash == std::string::npos ? file : file.substr(slash + 1);
  pack.name = pack.name.substr(0, pack.name.find_last_of('.'));
  pack.rules = parse_rules(text, file);
  for (const Rule& rule : pack.rules) {
    for (const auto* examples : {&rule.holds, &rule.breaks}) {
      for (const Example& example : *examples) detail::rules::check_shape(rule.statement, example);
    }
  }
  return pack;
}

std::vector<ExampleFailure> check_examples(std::span<const Rule> rules,
                                           const ReferenceLists& lists) {
  std::vector<ExampleFailure> failures;
  for (const Rule& rule : rules) {
    for (const auto& [examples, expected] :
         {std::pair{&rule.holds, true}, std::pair{&rule.breaks, false}}) {
      for (const Example& example : *examples) {
        const auto status = detail::rules::run_example(rule.statement, example, lists);
        if (!status) continue;
        const bool holds = *status == Status::exact || *status == Status::rounding;
        const bool breaks = *status == Status::violated;
        if (expected ? holds : breaks) continue;
        failures.push_back({rule.id, example, expected, *status});
      }
    }
  }
  return failures;
}

}  // namespace budget::inline v1
