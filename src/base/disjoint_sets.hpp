// SPDX-License-Identifier: Apache-2.0
// DisjointSets: which of many things belong together, told pair by pair. Private to the engine.
#pragma once

#include <cstddef>
#include <numeric>
#include <vector>

namespace budget::inline v1::detail {

/// Invariant: the leader of a set is its least member.
class DisjointSets {
 public:
  explicit DisjointSets(std::size_t size) : parent_(size) {
    std::iota(parent_.begin(), parent_.end(), std::size_t{0});
  }

  [[nodiscard]] std::size_t leader(std::size_t i) {
    while (parent_[i] != i) i = parent_[i] = parent_[parent_[i]];
    return i;
  }

  void join(std::size_t a, std::size_t b) {
    a = leader(a);
    b = leader(b);
    if (a < b)
      parent_[b] = a;
    else
      parent_[a] = b;
  }

 private:
  std::vector<std::size_t> parent_;
};

}  // namespace budget::inline v1::detail
