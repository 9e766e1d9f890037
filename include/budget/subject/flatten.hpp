// SPDX-License-Identifier: Apache-2.0
// A tree as rows again: every node with the path that leads to it and what it prints.
#pragma once

#include <budget/amount/figure_column.hpp>
#include <budget/subject/tree.hpp>

#include <cstddef>
#include <string_view>
#include <utility>
#include <vector>

namespace budget::inline v1 {

/// A node as a row. Views live as long as any copy of the tree.
struct FlatRow {
  TreeNode node = 0;
  int level = 0;  ///< 1 the outermost; 0 the total
  std::vector<std::string_view>
      path;                     ///< code, or name without one, from the outermost to the node
  std::string_view code, name;  ///< as printed
  std::vector<PrintedAmount> amounts;  ///< by column
};

/// The nodes from the outermost down to `node`, the total left out.
[[nodiscard]] inline std::vector<TreeNode> path(const SubjectTree& tree, TreeNode node);

/// Every node top down, the total only where a row states it.
[[nodiscard]] inline std::vector<FlatRow> flatten(const SubjectTree& tree);

// ---- details ----

inline std::vector<TreeNode> path(const SubjectTree& tree, TreeNode node) {
  std::vector<TreeNode> nodes(static_cast<std::size_t>(tree.level(node)));
  for (std::size_t i = nodes.size(); i > 0; node = tree.parent(node)) nodes[--i] = node;
  return nodes;
}

inline std::vector<FlatRow> flatten(const SubjectTree& tree) {
  std::vector<FlatRow> rows;
  for (TreeNode node = tree.row(0) < 0 ? 1 : 0; node < tree.size(); ++node) {
    FlatRow row{node, tree.level(node), {}, tree.code(node), tree.name(node), {}};
    for (const TreeNode above : path(tree, node))
      row.path.push_back(tree.code(above).empty() ? tree.name(above) : tree.code(above));
    for (std::size_t column = 0; column < tree.columns().size(); ++column)
      row.amounts.push_back(tree.printed(node, column));
    rows.push_back(std::move(row));
  }
  return rows;
}

}  // namespace budget::inline v1
