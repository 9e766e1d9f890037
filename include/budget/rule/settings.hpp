// SPDX-License-Identifier: Apache-2.0
// RuleSettings: which rules an auditor's office wants, and how grave it takes them. Packs are taken
// apart and put together by it before they are bound.
#pragma once

#include <budget/rule/pack.hpp>

#include <string>
#include <utility>
#include <vector>

namespace budget::inline v1 {

/// Rules are named by their id, or by its beginning: `text.*` is every rule of the narrative.
struct RuleSettings {
  std::vector<std::string> off;                              ///< rules that are not applied
  std::vector<std::pair<std::string, Severity>> severities;  ///< the last that fits a rule counts
};

/// Packs with the rules that settings leave, and the ids of those that they take out.
struct ConfiguredPacks {
  std::vector<Pack> packs;
  std::vector<std::string> off;  ///< in the order of the packs
};

/// Applies settings to packs. Throws RuleError ("rule.unknown") for a name that no rule answers to,
/// with the nearest ones.
[[nodiscard]] ConfiguredPacks configured(std::vector<Pack>, const RuleSettings&);

}  // namespace budget::inline v1
