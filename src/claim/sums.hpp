// SPDX-License-Identifier: Apache-2.0
// What amounts must be together: parts that are all there is add up to their whole, parts that exclude
// one another never exceed it, and so do their changes.
#pragma once

#include "claim/told.hpp"

#include <vector>

namespace budget::inline v1::detail::claims {

/// Parts that are told of a whole.
struct TellsParts {
  std::vector<int> parts;
  bool all = false;  // they are all there is
};

/// That parts add up to their whole; where they are not all there is, that they do not exceed it.
[[nodiscard]] Obligation sum_of(const Told&, int whole, const TellsParts&);

/// What the parts told behind an amount demand.
[[nodiscard]] std::vector<Obligation> sums_of(const Told&, int whole);

}  // namespace budget::inline v1::detail::claims
