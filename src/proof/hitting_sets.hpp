// SPDX-License-Identifier: Apache-2.0
// Hitting sets: sets of things of which every conflict has one. The lightest explain all conflicts with
// the least. Private to proof.
#pragma once

#include "proof/simplex.hpp"

#include <cstddef>
#include <cstdint>
#include <vector>

namespace budget::inline v1::proof {

/// Sorted indices.
using IndexSet = std::vector<std::size_t>;

/// All hitting sets of least weight, sorted; no set twice. Empty once the work is spent.
[[nodiscard]] std::vector<IndexSet> lightest_hitting_sets(const std::vector<IndexSet>& conflicts,
                                                          const std::vector<std::int64_t>& weights,
                                                          Meter&);

/// Which conflicts share things with each other, directly or by others: lists of indices of conflicts.
[[nodiscard]] std::vector<std::vector<std::size_t>> linked(const std::vector<IndexSet>& conflicts);

}  // namespace budget::inline v1::proof
