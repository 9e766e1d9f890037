// SPDX-License-Identifier: Apache-2.0
// Trees from trees: cut at a level, filtered, with other codes, added and subtracted. What is
// computed on the way is an amount with the slack of the figures it was computed from.
#pragma once

#include <budget/base/order.hpp>
#include <budget/subject/tree.hpp>
#include <budget/subject/tree_check.hpp>
#include <budget/subject/tree_writer.hpp>

#include <cstdint>
#include <limits>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace budget::inline v1 {

/// The nodes that `wanted(node)` holds for, top down.
template <class Predicate>
[[nodiscard]] std::vector<TreeNode> select(const SubjectTree& tree, Predicate wanted);

/// The tree down to a level. A node that loses its parts keeps its figure, or gets the sum of its
/// parts where it states none. Throws OverflowError.
[[nodiscard]] inline SubjectTree prune(const SubjectTree& tree, int level);

/// The nodes that `wanted(node)` holds for, with all that lies below and above them. A node above
/// that loses some of its parts states nothing any more: its figure told of the lost ones, too.
template <class Predicate>
[[nodiscard]] SubjectTree filter(const SubjectTree& tree, Predicate wanted);

/// The same nodes under other codes: `code_of(node)` gives the code of each.
template <class CodeOf>
[[nodiscard]] SubjectTree recoded(const SubjectTree& tree, CodeOf code_of);

/// The sum of two trees: nodes with the same code (without codes: the same name) below the same
/// node are one. A node with parts states a sum only if it states one in each tree that has it. Where
/// a leaf of one tree has parts in the other, its amount becomes a part of its own, 未细分 (not broken
/// down), so that rollup(merge(a, b)) = rollup(a) + rollup(b). Throws OverflowError.
[[nodiscard]] inline SubjectTree merge(const SubjectTree& a, const SubjectTree& b);

/// As merge, with the amounts of `b` subtracted.
[[nodiscard]] inline SubjectTree subtract(const SubjectTree& a, const SubjectTree& b);

// ---- details ----

namespace detail {

inline std::int64_t narrow_fen(const SubjectTree& tree, TreeNode node, std::size_t column,
                               Int128 fen) {
  if (!fits_fen(fen)) raise_sum_overflow(tree, node, column);
  return static_cast<std::int64_t>(fen);
}

// The amount of a figure or, where there is none, of the parts.
inline PrintedAmount amount_of(const SubjectTree& tree, TreeNode node, std::size_t column,
                               const std::vector<PartSum>& sums) {
  const PrintedAmount printed = tree.printed(node, column);
  if (printed.is_stated() || tree.is_leaf(node)) return printed;
  const PartSum& sum = sums[tree.inner_before(node)];
  if (sum.figures == 0) return printed;
  return {narrow_fen(tree, node, column, sum.fen), narrow_fen(tree, node, column, sum.slack)};
}

inline std::vector<std::vector<PartSum>> all_part_sums(const SubjectTree& tree) {
  std::vector<std::vector<PartSum>> sums;
  for (std::size_t column = 0; column < tree.columns().size(); ++column)
    sums.push_back(part_sums(tree, column));
  return sums;
}

inline std::string_view key_of(const SubjectTree& tree, TreeNode node) noexcept {
  const std::string_view code = tree.code(node);
  return code.empty() ? tree.name(node) : code;
}

// A node of the result, by its nodes in two trees; −1 where one has none.
struct Joined {
  TreeNode a = -1, b = -1;
  std::int32_t level = 0;
  bool is_unsplit = false;  // the part for what only one of them splits, see merge
};

inline std::vector<TreeNode> parts_by_key(const SubjectTree& tree, TreeNode node) {
  std::vector<TreeNode> parts;
  if (node < 0) return parts;
  for (const TreeNode child : tree.children(node)) parts.push_back(child);
  sort_items(parts, [&](TreeNode x, TreeNode y) { return key_of(tree, x) < key_of(tree, y); });
  return parts;
}

// The parts of a node of the result, nodes of one key paired in their order. They stand by code
// where all have one, else in the order of `a` and then of `b`.
inline std::vector<Joined> joined_parts(const SubjectTree& a, const SubjectTree& b,
                                        const Joined& node) {
  const std::vector<TreeNode> left = parts_by_key(a, node.a);
  const std::vector<TreeNode> right = parts_by_key(b, node.b);
  std::vector<Joined> parts;
  bool coded = true;
  for (std::size_t i = 0, j = 0; i < left.size() || j < right.size();) {
    Joined part{-1, -1, node.level + 1};
    const bool both = i < left.size() && j < right.size();
    const int order = both ? key_of(a, left[i]).compare(key_of(b, right[j])) : 0;
    if (i < left.size() && (!both || order <= 0)) part.a = left[i++];
    if (part.a < 0 || (both && order == 0)) part.b = right[j++];
    coded = coded && !(part.a >= 0 ? a.code(part.a) : b.code(part.b)).empty();
    parts.push_back(part);
  }
  if (!coded) {
    const auto place = [](const Joined& part) {
      return part.a < 0 ? std::numeric_limits<TreeNode>::max() : part.a;
    };
    sort_items(parts, [&](const Joined& x, const Joined& y) {
      return place(x) != place(y) ? place(x) < place(y) : x.b < y.b;
    });
  }
  return parts;
}

// a + sign · b, node by node.
class TreeSum {
 public:
  TreeSum(const SubjectTree& a, const SubjectTree& b, int sign)
      : a_(a), b_(b), sign_(sign), columns_(names(a, b)), writer_(columns_) {}

  SubjectTree result() && {
    std::vector<Joined> waiting{{0, 0, 0}};  // no recursion: a tree may be as deep as it has rows
    while (!waiting.empty()) {
      const Joined node = waiting.back();
      waiting.pop_back();
      if (node.is_unsplit) {
        add_unsplit(node);
        continue;
      }
      add(node);
      const std::vector<Joined> parts = joined_parts(a_, b_, node);
      if (!parts.empty()) waiting.push_back({node.a, node.b, node.level + 1, true});
      for (std::size_t i = parts.size(); i > 0; --i) waiting.push_back(parts[i - 1]);
    }
    return std::move(writer_).finish();
  }

 private:
  static std::vector<std::string> names(const SubjectTree& a, const SubjectTree& b) {
    std::vector<std::string> all = column_names(a);
    for (const TreeColumn& column : b.columns()) {
      if (!a.column(column.name)) all.push_back(column.name);
    }
    return all;
  }
  static PrintedAmount printed(const SubjectTree& tree, TreeNode node, const std::string& column) {
    const auto at = node < 0 ? std::nullopt : tree.column(column);
    return at ? tree.printed(node, *at) : PrintedAmount{0, PrintedAmount::not_stated};
  }
  bool is_split(const Joined& node) const {
    return (node.a >= 0 && !a_.is_leaf(node.a)) || (node.b >= 0 && !b_.is_leaf(node.b));
  }
  PrintedAmount sum(const Joined& node, const std::string& column) const {
    const PrintedAmount left = printed(a_, node.a, column);
    const PrintedAmount right = printed(b_, node.b, column);
    const bool unsaid = (node.a >= 0 && !left.is_stated()) || (node.b >= 0 && !right.is_stated());
    const bool none = !left.is_stated() && !right.is_stated();
    if (none || (unsaid && is_split(node))) return {0, PrintedAmount::not_stated};
    PrintedAmount total{0, 0};
    const auto add = [&](const PrintedAmount& part, int sign) {
      if (!part.is_stated()) return;
      total.fen = narrow(node, column, Int128{total.fen} + Int128{part.fen} * sign);
      total.slack = narrow(node, column, Int128{total.slack} + part.slack);
    };
    add(left, 1);
    add(right, sign_);
    return total;
  }
  std::int64_t narrow(const Joined& node, const std::string& column, Int128 fen) const {
    if (!fits_fen(fen))
      raise(OverflowError("amount.overflow", "sum",
                          node.a >= 0 ? node_label(a_, node.a) : node_label(b_, node.b), column));
    return static_cast<std::int64_t>(fen);
  }
  void add(const Joined& node) {
    const SubjectTree& tree = node.a >= 0 ? a_ : b_;
    const TreeNode shown = node.a >= 0 ? node.a : node.b;
    writer_.add(node.level, tree.row(shown), tree.code(shown), tree.name(shown));
    for (std::size_t i = 0; i < columns_.size(); ++i) writer_.amount(i, sum(node, columns_[i]));
  }
  void add_unsplit(const Joined& node) {
    Joined leaf = node;
    if (leaf.a >= 0 && !a_.is_leaf(leaf.a)) leaf.a = -1;
    if (leaf.b >= 0 && !b_.is_leaf(leaf.b)) leaf.b = -1;
    if (leaf.a < 0 && leaf.b < 0) return;
    std::vector<PrintedAmount> amounts;
    bool stated = false;
    for (const std::string& column : columns_) {
      amounts.push_back(sum(leaf, column));
      stated = stated || amounts.back().is_stated();
    }
    if (!stated) return;
    writer_.add(node.level, implied_row, "", "未细分");
    for (std::size_t i = 0; i < amounts.size(); ++i) writer_.amount(i, amounts[i]);
  }

  const SubjectTree& a_;
  const SubjectTree& b_;
  int sign_;
  std::vector<std::string> columns_;
  TreeWriter writer_;
};

}  // namespace detail

template <class Predicate>
std::vector<TreeNode> select(const SubjectTree& tree, Predicate wanted) {
  std::vector<TreeNode> nodes;
  for (TreeNode node = 0; node < tree.size(); ++node) {
    if (wanted(node)) nodes.push_back(node);
  }
  return nodes;
}

inline SubjectTree prune(const SubjectTree& tree, int level) {
  const auto sums = detail::all_part_sums(tree);
  detail::TreeWriter writer(detail::column_names(tree));
  for (TreeNode node = 0; node < tree.size(); ++node) {
    if (tree.level(node) > level) continue;
    writer.add(tree.level(node), tree.row(node), tree.code(node), tree.name(node));
    const bool cut = tree.level(node) == level;
    for (std::size_t column = 0; column < sums.size(); ++column)
      writer.amount(column, cut ? detail::amount_of(tree, node, column, sums[column])
                                : tree.printed(node, column));
  }
  return std::move(writer).finish();
}

template <class Predicate>
SubjectTree filter(const SubjectTree& tree, Predicate wanted) {
  enum class Kept : std::uint8_t { no, in_part, whole };
  std::vector<Kept> kept(detail::as_index(tree.size()), Kept::no);
  const auto of = [&](TreeNode node) -> Kept& { return kept[detail::as_index(node)]; };
  for (TreeNode node = 0; node < tree.size(); ++node) {
    if ((node > 0 && of(tree.parent(node)) == Kept::whole) || wanted(node)) of(node) = Kept::whole;
  }
  for (TreeNode node = tree.size(); node > 0;) {
    --node;
    if (of(node) == Kept::whole || tree.is_leaf(node)) continue;
    bool all = true, some = false;
    for (const TreeNode part : tree.children(node)) {
      all = all && of(part) == Kept::whole;
      some = some || of(part) != Kept::no;
    }
    if (some) of(node) = all ? Kept::whole : Kept::in_part;
  }
  if (of(0) == Kept::no) of(0) = Kept::in_part;
  detail::TreeWriter writer(detail::column_names(tree));
  for (TreeNode node = 0; node < tree.size(); ++node) {
    if (of(node) == Kept::no) continue;
    writer.add(tree.level(node), tree.row(node), tree.code(node), tree.name(node));
    for (std::size_t column = 0; column < tree.columns().size(); ++column)
      writer.amount(column, of(node) == Kept::whole ? tree.printed(node, column)
                                                    : PrintedAmount{0, PrintedAmount::not_stated});
  }
  return std::move(writer).finish(tree.slack_if_zeros_cut());
}

template <class CodeOf>
SubjectTree recoded(const SubjectTree& tree, CodeOf code_of) {
  detail::TreeWriter writer(detail::column_names(tree));
  for (TreeNode node = 0; node < tree.size(); ++node) {
    writer.add(tree.level(node), tree.row(node), code_of(node), tree.name(node));
    for (std::size_t column = 0; column < tree.columns().size(); ++column)
      writer.amount(column, tree.printed(node, column));
  }
  return std::move(writer).finish(tree.slack_if_zeros_cut());
}

inline SubjectTree merge(const SubjectTree& a, const SubjectTree& b) {
  return detail::TreeSum(a, b, 1).result();
}

inline SubjectTree subtract(const SubjectTree& a, const SubjectTree& b) {
  return detail::TreeSum(a, b, -1).result();
}

}  // namespace budget::inline v1
