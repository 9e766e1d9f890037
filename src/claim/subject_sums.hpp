// SPDX-License-Identifier: Apache-2.0
// Lists of subjects in the narrative, against the total that their section tells.
#pragma once

#include "claim/told.hpp"

#include <vector>

namespace budget::inline v1::detail::claims {

struct SubjectSums {
  /// For every section that lists items (项) of which most classes are complete: that they add up to what
  /// another section tells of each class. For every section whose subjects add up to the total that it tells of the
  /// document's own year, and that tells total and subjects of another stage too (年初预算): those add up to no more.
  /// What was budgeted and not spent need not be listed, so they may add up to less.
  std::vector<Obligation> parts;
  /// For these sections: that what was budgeted for the items that they list is all of what was budgeted. An item
  /// without spending that is left out says otherwise too.
  std::vector<Obligation> budgets;
};
[[nodiscard]] SubjectSums subject_sums(const Told&);

}  // namespace budget::inline v1::detail::claims
