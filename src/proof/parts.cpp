// SPDX-License-Identifier: Apache-2.0
#include "proof/parts.hpp"

#include "base/disjoint_sets.hpp"

#include <utility>

namespace budget::inline v1::proof {
std::vector<Part> parts_of(const LinearSystem& system) {
  detail::DisjointSets sets(system.unknowns.size());
  for (const LinearRow& row : system.rows)
    for (const auto& term : row.terms) sets.join(row.terms.front().first, term.first);

  constexpr std::size_t none = static_cast<std::size_t>(-1);
  std::vector<std::size_t> part_at(system.unknowns.size(), none), index(system.unknowns.size());
  std::vector<Part> parts;
  for (std::size_t i = 0; i < system.unknowns.size(); ++i) {
    const std::size_t leader = sets.leader(i);
    if (leader == i) {
      part_at[i] = parts.size();
      parts.emplace_back();
    }
    Part& part = parts[part_at[leader]];
    index[i] = part.unknowns.size();
    part.unknowns.push_back(i);
    part.system.unknowns.push_back(system.unknowns[i]);
  }
  for (std::size_t r = 0; r < system.rows.size(); ++r) {
    LinearRow row = system.rows[r];
    if (row.terms.empty()) {
      parts.push_back({{}, {r}, {{}, {std::move(row)}}});
      continue;
    }
    Part& part = parts[part_at[sets.leader(row.terms.front().first)]];
    for (auto& term : row.terms) term.first = index[term.first];
    part.rows.push_back(r);
    part.system.rows.push_back(std::move(row));
  }
  return parts;
}

void name_in_whole(Certificate& certificate, const Part& part) {
  for (RowPart& row : certificate.rows) row.row = part.rows[row.row];
  for (EndPart& end : certificate.ends) end.unknown = part.unknowns[end.unknown];
}

}  // namespace budget::inline v1::proof
