// SPDX-License-Identifier: Apache-2.0
// Joint explanations: several figures wrong for one reason. A table printed in another unit than it
// names, a row printed twice, a wrong amount that is printed several times. Private to audit.
#pragma once

#include "audit/localise.hpp"

#include <vector>

namespace budget::inline v1::detail {

/// Explanations found, and the dossier and outcomes once they are mended, for what remains.
struct JointExplanations {
  std::vector<Explanation> explanations;
  Dossier mended;
  std::vector<Outcome> outcomes;
};

/// Finds them, the one that settles most first. One is taken only if it settles more errors than any
/// single figure among its statements could and leaves none of its cells' statements violated: one
/// wrong figure is never explained by several.
[[nodiscard]] JointExplanations explain_jointly(const Dossier&, std::span<const Obligation>,
                                                std::span<const Outcome>);

}  // namespace budget::inline v1::detail
