// SPDX-License-Identifier: Apache-2.0
// SubjectMatrix: years by subjects, from one tree a year. What a table of structure over time shows.
#pragma once

#include <budget/amount/money.hpp>
#include <budget/amount/ratio.hpp>
#include <budget/base/lookup_error.hpp>
#include <budget/base/order.hpp>
#include <budget/subject/rollup.hpp>
#include <budget/subject/tree.hpp>

#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace budget::inline v1 {

/// The tree of a year, or of anything else that is to be a row of a matrix.
struct LabelledTree {
  std::string label;  ///< "2024"
  SubjectTree tree;
};

/// Amounts by row (year) and column (subject). A subject is one code, or one name without codes, in
/// all trees.
struct SubjectMatrix {
  std::vector<std::string> rows;   ///< labels in the order given
  std::vector<std::string> codes;  ///< subjects in the order of codes, those without behind
  std::vector<std::string> names;  ///< of the last tree that has the subject
  std::vector<std::vector<std::optional<Money>>> amounts;  ///< [row][subject]; nothing: not there
  std::vector<Money> totals;                               ///< total of each row's tree

  /// The share of a subject in its row's total; nothing where it is not there or the total is 0.
  [[nodiscard]] std::optional<Ratio> share(std::size_t row, std::size_t subject) const {
    const std::optional<Money>& amount = amounts[row][subject];
    if (!amount || totals[row].is_zero()) return std::nullopt;
    return *amount / totals[row];
  }
};

/// One column of every tree at one level. Throws LookupError where a tree has not the column,
/// TreeError ("subject.tree.duplicate") where a tree has a subject twice.
[[nodiscard]] inline SubjectMatrix subject_matrix(std::span<const LabelledTree> trees, int level,
                                                  std::string_view column);

// ---- details ----

namespace detail {

// A subject of some row.
struct MatrixEntry {
  bool coded = false;
  std::string_view key, name;
  std::size_t row = 0;
  TreeNode node = 0;
  Money amount;
};

constexpr bool before(const MatrixEntry& a, const MatrixEntry& b) noexcept {
  if (a.coded != b.coded) return a.coded;
  return a.key != b.key ? a.key < b.key : a.row < b.row;
}

}  // namespace detail

inline SubjectMatrix subject_matrix(std::span<const LabelledTree> trees, int level,
                                    std::string_view column) {
  SubjectMatrix matrix;
  std::vector<detail::MatrixEntry> entries;
  for (std::size_t row = 0; row < trees.size(); ++row) {
    const SubjectTree& tree = trees[row].tree;
    const auto at = tree.column(column);
    if (!at) {
      std::vector<std::string> names;
      for (const TreeColumn& other : tree.columns()) names.push_back(other.name);
      detail::raise(LookupError("subject.column", std::string(column), std::move(names)));
    }
    const Rollup rollup(tree);
    matrix.rows.push_back(trees[row].label);
    matrix.totals.push_back(rollup.amount(0, *at));
    for (const TreeNode node : tree.level_nodes(level)) {
      const bool coded = !tree.code(node).empty();
      entries.push_back({coded, coded ? tree.code(node) : tree.name(node), tree.name(node), row,
                         node, rollup.amount(node, *at)});
    }
  }
  detail::sort_items(entries, detail::before);
  matrix.amounts.resize(trees.size());
  const detail::MatrixEntry* last = nullptr;
  for (const detail::MatrixEntry& entry : entries) {
    const bool same = last != nullptr && last->coded == entry.coded && last->key == entry.key;
    if (same && last->row == entry.row) {
      const auto twice = static_cast<std::size_t>(trees[entry.row].tree.row(entry.node));
      detail::raise(TreeError("subject.tree.duplicate",
                              {"“" + std::string(entry.key) + "”在一个年度中出现两次",
                               "\"" + std::string(entry.key) + "\" stands twice in one tree"},
                              twice, std::string(entry.key)));
    }
    if (!same) {
      matrix.codes.emplace_back(entry.coded ? entry.key : std::string_view());
      matrix.names.emplace_back();
      for (auto& row : matrix.amounts) row.emplace_back();
    }
    if (!entry.name.empty()) matrix.names.back() = std::string(entry.name);
    matrix.amounts[entry.row].back() = entry.amount;
    last = &entry;
  }
  return matrix;
}

}  // namespace budget::inline v1
