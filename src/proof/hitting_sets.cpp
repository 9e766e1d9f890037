// SPDX-License-Identifier: Apache-2.0
#include "proof/hitting_sets.hpp"

#include "base/disjoint_sets.hpp"

#include <algorithm>
#include <limits>
#include <map>
#include <set>
#include <utility>

namespace budget::inline v1::proof {
namespace {

/// Of one conflict any of its lightest is an answer by itself.
std::vector<IndexSet> lightest_of(const IndexSet& conflict,
                                  const std::vector<std::int64_t>& weights) {
  std::vector<IndexSet> sets;
  std::int64_t least = std::numeric_limits<std::int64_t>::max();
  for (const std::size_t i : conflict) least = std::min(least, weights[i]);
  for (const std::size_t i : conflict)
    if (weights[i] == least) sets.push_back({i});
  return sets;
}

class Search {
 public:
  Search(const std::vector<IndexSet>& conflicts, const std::vector<std::int64_t>& weights,
         Meter& meter)
      : conflicts_(conflicts), weights_(weights), meter_(meter) {
    for (const IndexSet& conflict : conflicts) size_ += conflict.size();
  }

  std::vector<IndexSet> run() {
    extend(0);
    if (meter_.spent()) return {};
    return {found_.begin(), found_.end()};
  }

 private:
  [[nodiscard]] bool is_hit(const IndexSet& conflict) const {
    return std::ranges::any_of(conflict, [&](std::size_t i) { return chosen_.contains(i); });
  }

  /// The weight that conflicts which share nothing still cost at least.
  [[nodiscard]] std::int64_t at_least() const {
    std::set<std::size_t> used;
    std::int64_t weight = 0;
    for (const IndexSet& conflict : conflicts_) {
      if (is_hit(conflict) ||
          std::ranges::any_of(conflict, [&](std::size_t i) { return used.contains(i); }))
        continue;
      std::int64_t least = std::numeric_limits<std::int64_t>::max();
      for (const std::size_t i : conflict) {
        used.insert(i);
        if (!barred_.contains(i)) least = std::min(least, weights_[i]);
      }
      if (least == std::numeric_limits<std::int64_t>::max()) return least;
      weight += least;
    }
    return weight;
  }

  void extend(std::int64_t weight) {
    if (!meter_.spend(size_ + 1)) return;
    const std::int64_t more = at_least();
    if (more == std::numeric_limits<std::int64_t>::max() || weight + more > lightest_) return;
    const auto open = std::ranges::find_if(conflicts_, [&](const auto& c) { return !is_hit(c); });
    if (open == conflicts_.end()) {
      if (weight < lightest_) found_.clear();
      lightest_ = weight;
      found_.insert(IndexSet(chosen_.begin(), chosen_.end()));
      return;
    }
    // Every branch takes one of the conflict and none of those before it: no set is met twice.
    std::vector<std::size_t> barred;
    for (const std::size_t i : *open) {
      if (barred_.contains(i)) continue;
      chosen_.insert(i);
      extend(weight + weights_[i]);
      chosen_.erase(i);
      barred_.insert(i);
      barred.push_back(i);
    }
    for (const std::size_t i : barred) barred_.erase(i);
  }

  const std::vector<IndexSet>& conflicts_;
  const std::vector<std::int64_t>& weights_;
  Meter& meter_;
  std::size_t size_ = 0;  // of all conflicts: what a look at them takes
  std::set<std::size_t> chosen_, barred_;
  std::int64_t lightest_ = std::numeric_limits<std::int64_t>::max();
  std::set<IndexSet> found_;
};

}  // namespace

std::vector<IndexSet> lightest_hitting_sets(const std::vector<IndexSet>& conflicts,
                                            const std::vector<std::int64_t>& weights,
                                            Meter& meter) {
  if (conflicts.size() == 1) return lightest_of(conflicts.front(), weights);
  return Search(conflicts, weights, meter).run();
}

std::vector<std::vector<std::size_t>> linked(const std::vector<IndexSet>& conflicts) {
  detail::DisjointSets sets(conflicts.size());
  std::map<std::size_t, std::size_t> first;  // thing → conflict
  for (std::size_t c = 0; c < conflicts.size(); ++c)
    for (const std::size_t thing : conflicts[c])
      sets.join(first.emplace(thing, c).first->second, c);
  std::map<std::size_t, std::vector<std::size_t>> groups;
  for (std::size_t c = 0; c < conflicts.size(); ++c) groups[sets.leader(c)].push_back(c);
  std::vector<std::vector<std::size_t>> result;
  for (auto& [leader, members] : groups) result.push_back(std::move(members));
  return result;
}

}  // namespace budget::inline v1::proof
