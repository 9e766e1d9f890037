// SPDX-License-Identifier: Apache-2.0
// The rule packs that are compiled in, from rules/*.rules, and the lists that they refer to. Each is
// read on first use, once, and lives as long as the program; all may be used from many threads.
#pragma once

#include <budget/rule/pack.hpp>

#include <vector>

namespace budget::inline v1 {

/// The packs, in the order of their names. Throws RuleError only if the library was built with a pack
/// that is wrong.
[[nodiscard]] const std::vector<Pack>& standard_packs();

/// All rules of the standard packs.
[[nodiscard]] const std::vector<Rule>& standard_rules();

/// `economic-correspondence`: names of department subjects and of the government subjects that they
/// are paid from, under every name that their codes have had.
[[nodiscard]] const ReferenceLists& standard_lists();

}  // namespace budget::inline v1
