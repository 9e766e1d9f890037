// SPDX-License-Identifier: Apache-2.0
// Alignment: which node of one tree is which of another, also where codes or names have changed.
#pragma once

#include <budget/base/order.hpp>
#include <budget/subject/name.hpp>
#include <budget/subject/tree.hpp>

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace budget::inline v1 {

/// A code of the later tree, and the code that the same subject had in the earlier one.
struct CodeRename {
  std::string later, earlier;
};

/// One subject in two trees; −1 where a tree has it not.
struct AlignedNode {
  TreeNode earlier = -1, later = -1;

  /// Same nodes.
  friend constexpr bool operator==(const AlignedNode&, const AlignedNode&) = default;
};

/// Pairs the nodes of two trees: the totals; then nodes with the same code, after `renames`, wherever
/// they stand; then, of what is left below a pair, nodes of the same name (by subject_key) that only
/// one node on each side has. Every node occurs once: those of `earlier` in their order, then what
/// only `later` has. O(n log n).
[[nodiscard]] inline std::vector<AlignedNode> align(const SubjectTree& earlier,
                                                    const SubjectTree& later,
                                                    std::span<const CodeRename> renames = {});

// ---- details ----

namespace detail {

struct NodeKey {
  std::string_view key;
  TreeNode node;
};

inline void sort_keys(std::vector<NodeKey>& keys) {
  sort_items(keys, [](const NodeKey& a, const NodeKey& b) { return a.key < b.key; });
}

// The earlier code of a later one, where it has another. `renames` in the order of `later`.
inline std::string_view code_before(std::string_view code,
                                    std::span<const CodeRename* const> renames) noexcept {
  const std::size_t at =
      count_leading(renames.size(), [&](std::size_t i) { return renames[i]->later < code; });
  return at < renames.size() && renames[at]->later == code ? renames[at]->earlier : code;
}

class Aligner {
 public:
  Aligner(const SubjectTree& earlier, const SubjectTree& later)
      : earlier_(earlier),
        later_(later),
        partner_of_later_(as_index(later.size()), -1),
        partner_of_earlier_(as_index(earlier.size()), -1) {
    pair(0, 0);
  }

  void by_code(std::span<const CodeRename> renames) {
    std::vector<NodeKey> before, after;
    for (TreeNode node = 1; node < earlier_.size(); ++node) {
      if (!earlier_.code(node).empty()) before.push_back({earlier_.code(node), node});
    }
    std::vector<const CodeRename*> table;
    for (const CodeRename& rename : renames) table.push_back(&rename);
    sort_items(table, [](const CodeRename* a, const CodeRename* b) {
      const int order = a->later.compare(b->later);
      return order != 0 ? order < 0 : a->earlier < b->earlier;
    });
    for (TreeNode node = 1; node < later_.size(); ++node) {
      const std::string_view code = code_before(later_.code(node), table);
      if (!code.empty()) after.push_back({code, node});
    }
    sort_keys(before);
    sort_keys(after);
    for (std::size_t i = 0, j = 0; i < before.size() && j < after.size();) {
      const int order = before[i].key.compare(after[j].key);
      if (order == 0) pair(before[i].node, after[j].node);
      i += order <= 0 ? 1U : 0U;
      j += order >= 0 ? 1U : 0U;
    }
  }

  // Top down, so that a pair found by name brings its parts along.
  void by_name() {
    for (TreeNode node = 0; node < later_.size(); ++node) {
      const TreeNode above = partner_of_later_[as_index(node)];
      if (above >= 0 && !later_.is_leaf(node)) parts_by_name(above, node);
    }
  }

  [[nodiscard]] std::vector<AlignedNode> pairs() const {
    std::vector<AlignedNode> result;
    for (TreeNode node = 0; node < earlier_.size(); ++node)
      result.push_back({node, partner_of_earlier_[as_index(node)]});
    for (TreeNode node = 0; node < later_.size(); ++node) {
      if (partner_of_later_[as_index(node)] < 0) result.push_back({-1, node});
    }
    return result;
  }

 private:
  void pair(TreeNode earlier, TreeNode later) {
    partner_of_earlier_[as_index(earlier)] = later;
    partner_of_later_[as_index(later)] = earlier;
  }

  struct NamedPart {
    std::string name;
    TreeNode node;
  };
  // Parts without a partner, by name; names that several parts have are left out.
  static std::vector<NamedPart> lonely_parts(const SubjectTree& tree, TreeNode node,
                                             const std::vector<TreeNode>& partners) {
    std::vector<NamedPart> parts;
    for (const TreeNode part : tree.children(node)) {
      if (partners[as_index(part)] < 0 && !tree.name(part).empty())
        parts.push_back({subject_key(tree.name(part)), part});
    }
    sort_items(parts, [](const NamedPart& a, const NamedPart& b) { return a.name < b.name; });
    std::vector<NamedPart> unique;
    for (std::size_t i = 0; i < parts.size(); ++i) {
      const bool twin = (i > 0 && parts[i - 1].name == parts[i].name) ||
                        (i + 1 < parts.size() && parts[i + 1].name == parts[i].name);
      if (!twin) unique.push_back(parts[i]);
    }
    return unique;
  }
  void parts_by_name(TreeNode earlier, TreeNode later) {
    const auto before = lonely_parts(earlier_, earlier, partner_of_earlier_);
    const auto after = lonely_parts(later_, later, partner_of_later_);
    for (std::size_t i = 0, j = 0; i < before.size() && j < after.size();) {
      const int order = before[i].name.compare(after[j].name);
      if (order == 0) pair(before[i].node, after[j].node);
      i += order <= 0 ? 1U : 0U;
      j += order >= 0 ? 1U : 0U;
    }
  }

  const SubjectTree& earlier_;
  const SubjectTree& later_;
  std::vector<TreeNode> partner_of_later_, partner_of_earlier_;
};

}  // namespace detail

inline std::vector<AlignedNode> align(const SubjectTree& earlier, const SubjectTree& later,
                                      std::span<const CodeRename> renames) {
  detail::Aligner aligner(earlier, later);
  aligner.by_code(renames);
  aligner.by_name();
  return aligner.pairs();
}

}  // namespace budget::inline v1
