// SPDX-License-Identifier: Apache-2.0
// Network: a system whose rows are the nodes of a flow. In a table every cell stands in at most two sums,
// its row's and its column's; then amounts that fit are a flow within bounds, found by pushing along
// shortest paths, and what cannot be is a cut. Private to proof.
#pragma once

#include "proof/simplex.hpp"

#include <budget/proof/decide.hpp>

#include <optional>
#include <vector>

namespace budget::inline v1::proof {

/// The decision where the system is a network; nothing where it is none.
[[nodiscard]] std::optional<Decision> decide_network(const LinearSystem&,
                                                     const std::vector<Rational>& start, Meter&);

}  // namespace budget::inline v1::proof
