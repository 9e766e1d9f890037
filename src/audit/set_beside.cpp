// SPDX-License-Identifier: Apache-2.0
#include "audit/set_beside.hpp"

#include <cstddef>

namespace budget::inline v1::detail {

std::vector<SetBeside> set_beside(std::span<const Obligation> obligations,
                                  std::span<const Outcome> outcomes) {
  const auto is_one = [](const std::vector<Term>& side) {
    return side.size() == 1 && side.front().coefficient == 1;
  };
  std::vector<SetBeside> found;
  const auto add = [&](const CellRef& cell, const CellRef& other, Relation relation) {
    if (cell.table != in_narrative) found.push_back({cell, other, relation});
  };
  for (std::size_t i = 0; i < obligations.size(); ++i) {
    const Obligation& one = obligations[i];
    if (outcomes[i].status != Status::violated || one.kind == ObligationKind::ratio ||
        !is_one(one.left) || !is_one(one.right))
      continue;
    add(one.left.front().cell, one.right.front().cell, one.relation);
    add(one.right.front().cell, one.left.front().cell, one.relation);
  }
  return found;
}

}  // namespace budget::inline v1::detail
