// SPDX-License-Identifier: Apache-2.0
// SubjectTree: which row of a table is part of which. Nodes are the table's rows, by the same
// index; codes, names and amounts stay with the caller. Immutable, cheap to copy, safe to read from
// many threads.
#pragma once

#include <budget/base/error.hpp>
#include <budget/subject/code.hpp>

#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace budget::inline v1 {

/// Rows do not make a tree; `row` is the first one (from 0) that does not fit.
/// Ids: "subject.tree.depth" (first row indented, or a level skipped), "subject.tree.parent" (no such
/// row), "subject.tree.cycle" (a row above itself), "subject.tree.size" (too many rows).
class TreeError : public Error {
 public:
  TreeError(std::string_view id, Bilingual message, std::size_t row)
      : Error(id, std::move(message)), row_(row) {}
  [[nodiscard]] std::size_t row() const noexcept { return row_; }  ///< from 0

 private:
  std::size_t row_;
};

/// A forest over the rows 0 … size() − 1. Invariants: every chain of parents ends; preorder lists
/// each row once, a row before its children, siblings in the order of their rows.
class SubjectTree {
 public:
  /// No rows.
  SubjectTree();

  /// By codes: the parent of a row is the row with its longest printed ancestor, whichever levels
  /// are missing between. Where that ancestor is printed more than once it is the nearest one before
  /// the row, else the first after it. A row without a code stands alone. Rows may come in any order;
  /// O(n) for rows in code order, else O(n log n).
  [[nodiscard]] static SubjectTree from_codes(std::span<const std::optional<SubjectCode>> codes);
  /// Same, where every row has a code.
  [[nodiscard]] static SubjectTree from_codes(std::span<const SubjectCode> codes);

  /// By indentation, 0 the outermost: the parent of a row is the nearest row before it that is one
  /// level less deep. Throws TreeError where the first row is indented or a level is skipped. O(n).
  [[nodiscard]] static SubjectTree from_depths(std::span<const int> depths);

  /// By explicit parents, −1 for none. Throws TreeError on a parent that is no row, or a cycle. O(n).
  [[nodiscard]] static SubjectTree from_parents(std::span<const int> parents);

  [[nodiscard]] int size() const noexcept;    ///< number of rows
  [[nodiscard]] int height() const noexcept;  ///< number of levels; 0 for no rows

  [[nodiscard]] int parent(int row) const noexcept;    ///< −1 for a root
  [[nodiscard]] int depth(int row) const noexcept;     ///< 0 for a root
  [[nodiscard]] bool is_leaf(int row) const noexcept;  ///< no children
  /// Rows directly below, in the order of rows. The view lives as long as any copy of the tree.
  [[nodiscard]] std::span<const int> children(int row) const noexcept;
  [[nodiscard]] std::span<const int> roots() const noexcept;     ///< rows without a parent
  [[nodiscard]] std::span<const int> preorder() const noexcept;  ///< each row before its children
  /// A row and everything below it, in preorder.
  [[nodiscard]] std::span<const int> subtree(int row) const noexcept;
  /// Rows at a depth, in preorder; empty where there are none.
  [[nodiscard]] std::vector<int> level(int depth) const;
  /// Whether `row` lies below `ancestor`, at any depth. O(1).
  [[nodiscard]] bool is_below(int row, int ancestor) const noexcept;

  /// Equal when every row has the same parent.
  friend bool operator==(const SubjectTree& a, const SubjectTree& b) noexcept;

 private:
  struct Data;
  explicit SubjectTree(std::vector<int> parents);
  std::shared_ptr<const Data> data_;
};

}  // namespace budget::inline v1

#include <budget/subject/tree_build.hpp>
