// SPDX-License-Identifier: Apache-2.0
// Localisation: which figures, if they were others, would make an impossible system possible. All sets of
// least weight, as a product of independent components; with the interval of every repaired value.
#pragma once

#include <budget/proof/decide.hpp>

#include <cstdint>
#include <optional>
#include <vector>

namespace budget::inline v1::proof {

/// A figure: the bounds that it puts on an unknown, and how much it takes to doubt it.
struct Doubt {
  std::size_t unknown = 0;
  Bounds without;           ///< what is left of its bounds if it is doubted
  std::int64_t weight = 1;  ///< positive
};

/// One way to repair a component: the unknowns that change, and what each can be then.
struct Change {
  std::vector<std::pair<std::size_t, Bounds>> values;
  std::int64_t weight = 0;
};

struct Localisation {
  bool decided = false;
  /// Rows and bounds that no figure can be blamed for contradict each other.
  std::optional<Certificate> contradiction;
  /// Independent components; one change of each together is a solution. Empty: nothing is wrong.
  std::vector<std::vector<Change>> components;
  std::vector<Certificate> certificates;  ///< that the components were found by
};

/// All sets of doubts of least weight without which a system is possible. `start` as for decide().
[[nodiscard]] Localisation localise(const LinearSystem&, const std::vector<Doubt>&,
                                    const std::vector<Rational>& start = {}, Work = {});

}  // namespace budget::inline v1::proof
