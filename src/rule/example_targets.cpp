// SPDX-License-Identifier: Apache-2.0
#include "rule/example_targets.hpp"

#include <budget/base/split.hpp>
#include <budget/base/text.hpp>

#include <string>
#include <utility>
#include <vector>

namespace budget::inline v1::detail::rules {
namespace {

/// 成本指标 培训费 ≤400元/人/天 [≤380元/人/天]; nothing where it is written otherwise.
std::optional<Indicator> indicator_of(const Example& example) {
  std::vector<std::string> words;
  const std::string text = normalise(example.text);
  for (const std::string_view word : split(text, ' '))
    if (!word.empty()) words.emplace_back(word);
  if (words.size() < 3 || words.size() > 4 || !words[0].ends_with("指标")) return std::nullopt;
  Indicator indicator;
  indicator.level2 = words[0];
  indicator.name = words[1];
  indicator.place = example.place;
  indicator.annual = Target(words.back());
  if (words.size() == 4) indicator.period = Target(words[2]);
  return indicator;
}

}  // namespace

bool is_of_indicator(TargetDemand demand) noexcept {
  switch (demand) {
    case TargetDemand::columns:
    case TargetDemand::rate:
    case TargetDemand::full_rate:
    case TargetDemand::price:
    case TargetDemand::measure:
    case TargetDemand::form:
    case TargetDemand::measurable:
    case TargetDemand::cut: return true;
    default: return false;
  }
}

bool is_indicator(const Example& example) {
  return indicator_of(example).has_value();
}

std::optional<Status> run_indicator(TargetDemand demand, const Example& example) {
  TargetTable table;
  table.id = "g1";
  table.indicators.push_back(indicator_of(example).value());
  table.has_two_columns = table.indicators.front().period.has_value();
  Disclosure disclosure;
  disclosure.year = 2024;
  disclosure.targets.push_back(std::move(table));
  const Dossier dossier{{std::move(disclosure)}};
  std::optional<Status> found;
  for (const TargetObligation& made : target_obligations(dossier)) {
    if (made.demand != demand) continue;
    if (!found || !made.obligation.met)
      found = made.obligation.met ? Status::exact : Status::violated;
  }
  return found;
}

}  // namespace budget::inline v1::detail::rules
