// SPDX-License-Identifier: Apache-2.0
#include "proof/parts.hpp"

#include <numeric>
#include <utility>

namespace budget::inline v1::proof {
namespace {

class Sets {
 public:
  explicit Sets(std::size_t size) : parent_(size) {
    std::iota(parent_.begin(), parent_.end(), std::size_t{0});
  }
  std::size_t find(std::size_t i) {
    while (parent_[i] != i) i = parent_[i] = parent_[parent_[i]];
    return i;
  }
  /// The lesser index leads.
  void join(std::size_t a, std::size_t b) {
    a = find(a);
    b = find(b);
    if (a < b)
      parent_[b] = a;
    else
      parent_[a] = b;
  }

 private:
  std::vector<std::size_t> parent_;
};

}  // namespace

std::vector<Part> parts_of(const LinearSystem& system) {
  Sets sets(system.unknowns.size());
  for (const LinearRow& row : system.rows)
    for (const auto& term : row.terms) sets.join(row.terms.front().first, term.first);

  constexpr std::size_t none = static_cast<std::size_t>(-1);
  std::vector<std::size_t> part_at(system.unknowns.size(), none), index(system.unknowns.size());
  std::vector<Part> parts;
  for (std::size_t i = 0; i < system.unknowns.size(); ++i) {
    const std::size_t leader = sets.find(i);
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
    Part& part = parts[part_at[sets.find(row.terms.front().first)]];
    for (auto& term : row.terms) term.first = index[term.first];
    part.rows.push_back(r);
    part.system.rows.push_back(std::move(row));
  }
  return parts;
}

}  // namespace budget::inline v1::proof
