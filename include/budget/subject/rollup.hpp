// SPDX-License-Identifier: Apache-2.0
// Rollup: for every node of a tree the sum of the leaves below it, beside what is printed.
#pragma once

#include <budget/amount/money.hpp>
#include <budget/base/error.hpp>
#include <budget/subject/tree.hpp>

#include <array>
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
  template <class Sum, std::size_t Count>
  void add_columns(std::size_t first);

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
  const std::size_t columns = tree_.columns().size();
  sums_.resize(columns * tree_.inner_size());
  const auto fits = [this](std::size_t column) {  // no sum of it can leave 64 bits
    return Int128{tree_.columns()[column].figures.magnitude()} * tree_.size() <= INT64_MAX;
  };
  // One walk adds up several columns: finding the way through the tree costs as much as a column.
  for (std::size_t column = 0; column < columns;) {
    std::size_t count = 0;
    while (count < 4 && column + count < columns && fits(column + count)) ++count;
    switch (count) {
      case 0: add_columns<Int128, 1>(column); break;  // no sum of 2^31 amounts leaves 128 bits
      case 4: add_columns<std::int64_t, 4>(column); break;
      case 1: add_columns<std::int64_t, 1>(column); break;
      default:
        add_columns<std::int64_t, 2>(column);
        count = 2;
        break;
    }
    column += count == 0 ? 1 : count;
  }
}

template <class Sum, std::size_t Count>
void Rollup::add_columns(std::size_t first) {
  std::array<const std::int64_t*, Count> fen;
  for (std::size_t c = 0; c < Count; ++c) fen[c] = tree_.columns()[first + c].figures.fen().data();
  const std::size_t inner = tree_.inner_size();
  std::int64_t* const sums = sums_.data() + first * inner;
  struct Open {
    std::array<Sum, Count> before;  // all leaves that stand before the node
    TreeNode node, end;
    std::size_t number;
  };
  std::vector<Open> open;
  std::array<Sum, Count> total{};  // all leaves that stand before `at`
  TreeNode at = 0;
  const auto add_until = [&](TreeNode stop) {
    for (; at < stop; ++at)
      for (std::size_t c = 0; c < Count; ++c) total[c] += fen[c][at];
  };
  const auto close = [&] {
    const Open& node = open.back();
    add_until(node.end);
    for (std::size_t c = 0; c < Count; ++c) {
      const Sum sum = total[c] - node.before[c];
      if constexpr (!std::is_same_v<Sum, std::int64_t>) {
        if (sum < INT64_MIN || sum > INT64_MAX)
          detail::raise_sum_overflow(tree_, node.node, first + c);
      }
      sums[c * inner + node.number] = static_cast<std::int64_t>(sum);
    }
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
