// SPDX-License-Identifier: Apache-2.0
// Rollup: for every node of a tree the sum of the leaves below it, beside what is printed.
#pragma once

#include <budget/amount/money.hpp>
#include <budget/base/error.hpp>
#include <budget/subject/tree.hpp>

#include <cstddef>
#include <cstdint>
#include <string>
#include <type_traits>
#include <utility>
#include <vector>

namespace budget::inline v1 {

/// The sums of a tree. A leaf's sum is its own figure, and 0 where it states none.
class Rollup {
 public:
  /// Sums up every column. Throws OverflowError, naming node and column, only where a sum itself
  /// leaves 64 bits. O(nodes × columns) time, 8 bytes an inner node and column.
  explicit Rollup(SubjectTree tree);

  [[nodiscard]] const SubjectTree& tree() const noexcept { return tree_; }
  /// The sum of the leaves below a node.
  [[nodiscard]] Money computed(TreeNode node, std::size_t column) const noexcept {
    if (tree_.is_leaf(node)) return Money::of_fen(tree_.printed(node, column).fen);
    return Money::of_fen(sums_[column * tree_.inner_size() + tree_.inner_before(node)]);
  }
  /// What a node prints; where it states nothing, the sum of the leaves below it.
  [[nodiscard]] Money amount(TreeNode node, std::size_t column) const noexcept {
    const PrintedAmount printed = tree_.printed(node, column);
    return printed.is_stated() ? Money::of_fen(printed.fen) : computed(node, column);
  }

 private:
  template <class Sum>
  void add_column(std::size_t column);

  SubjectTree tree_;
  std::vector<std::int64_t> sums_;  // by column, then inner node
};

// ---- details ----

namespace detail {

/// A node as messages name it: code and name, whatever there is.
inline std::string node_label(const SubjectTree& tree, TreeNode node) {
  const std::string code(tree.code(node));
  const std::string name(tree.name(node));
  if (code.empty() && name.empty()) return node == 0 ? "合计" : "#" + std::to_string(node);
  return code + (code.empty() || name.empty() ? "" : " ") + name;
}

[[noreturn, gnu::cold]] inline void raise_sum_overflow(const SubjectTree& tree, TreeNode node,
                                                       std::size_t column) {
  raise(
      OverflowError("amount.overflow", "sum", node_label(tree, node), tree.columns()[column].name));
}

}  // namespace detail

inline Rollup::Rollup(SubjectTree tree) : tree_(std::move(tree)) {
  sums_.resize(tree_.columns().size() * tree_.inner_size());
  for (std::size_t column = 0; column < tree_.columns().size(); ++column) {
    const Int128 bound = Int128{tree_.columns()[column].figures.magnitude()} * tree_.size();
    if (bound <= INT64_MAX)
      add_column<std::int64_t>(column);  // no sum can leave 64 bits
    else
      add_column<Int128>(column);  // no sum of 2^31 amounts leaves 128 bits
  }
}

template <class Sum>
void Rollup::add_column(std::size_t column) {
  const std::int64_t* const fen = tree_.columns()[column].figures.fen().data();
  std::int64_t* const sums = sums_.data() + column * tree_.inner_size();
  struct Open {
    Sum before;  // all leaves that stand before the node
    TreeNode node, end;
    std::size_t number;
  };
  std::vector<Open> open;
  Sum total = 0;  // all leaves that stand before `at`
  TreeNode at = 0;
  const auto add_until = [&](TreeNode stop) {
    for (; at < stop; ++at) total += fen[at];
  };
  const auto close = [&] {
    const Open& node = open.back();
    add_until(node.end);
    const Sum sum = total - node.before;
    if constexpr (!std::is_same_v<Sum, std::int64_t>) {
      if (sum < INT64_MIN || sum > INT64_MAX) detail::raise_sum_overflow(tree_, node.node, column);
    }
    sums[node.number] = static_cast<std::int64_t>(sum);
    open.pop_back();
  };
  std::size_t number = 0;
  for (const TreeNode node : tree_.inner_nodes()) {
    while (!open.empty() && open.back().end <= node) close();
    add_until(node);
    open.push_back({total, node, tree_.end(node), number++});
    at = node + 1;
  }
  while (!open.empty()) close();
}

}  // namespace budget::inline v1
