// SPDX-License-Identifier: Apache-2.0
// SubjectTree: subjects, or units and their projects, each with its code, name and printed amounts,
// and which is part of which. Immutable, cheap to copy, safe to read from many threads.
#pragma once

#include <budget/amount/figure_column.hpp>
#include <budget/base/error.hpp>
#include <budget/base/shared.hpp>
#include <budget/subject/text_pool.hpp>

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace budget::inline v1 {

/// Rows do not make a tree; `row` is the first one (from 0) that does not fit. Ids, all beginning
/// with "subject.tree.": "code" (no code of the scheme), "duplicate" (a code printed twice), "parent"
/// (no such row, or several), "cycle" (a row above itself), "level" (a level skipped), "length"
/// (columns of different lengths), "size" (too many rows).
class TreeError : public Error {
 public:
  TreeError(std::string_view id, Bilingual message, std::size_t row, std::string text = {})
      : Error(id, std::move(message)), row_(row), text_(std::move(text)) {}
  [[nodiscard]] std::size_t row() const noexcept { return row_; }           ///< from 0
  [[nodiscard]] const std::string& text() const noexcept { return text_; }  ///< offending code

 private:
  std::size_t row_;
  std::string text_;
};

/// A node of a tree: its position, top down. 0 is the total of the tree.
using TreeNode = std::int32_t;

/// Nodes directly below one, in order.
class TreeChildren {
 public:
  /// Walks from a child over what lies below it to the next.
  class Iterator {
   public:
    using value_type = TreeNode;             ///< a child
    using difference_type = std::ptrdiff_t;  ///< of positions
    constexpr Iterator() noexcept = default;
    constexpr Iterator(const TreeNode* ends, TreeNode at) noexcept : ends_(ends), at_(at) {}
    constexpr TreeNode operator*() const noexcept { return at_; }  ///< the child
    constexpr Iterator& operator++() noexcept {                    ///< next sibling
      at_ = ends_[at_];
      return *this;
    }
    constexpr Iterator operator++(int) noexcept {  ///< next sibling
      const Iterator before = *this;
      ++*this;
      return before;
    }
    /// Same position.
    friend constexpr bool operator==(const Iterator& a, const Iterator& b) noexcept {
      return a.at_ == b.at_;
    }

   private:
    const TreeNode* ends_ = nullptr;
    TreeNode at_ = 0;
  };

  constexpr TreeChildren(const TreeNode* ends, TreeNode first, TreeNode end) noexcept
      : ends_(ends), first_(first), end_(end) {}
  [[nodiscard]] constexpr Iterator begin() const noexcept { return {ends_, first_}; }
  [[nodiscard]] constexpr Iterator end() const noexcept { return {ends_, end_}; }
  [[nodiscard]] constexpr bool empty() const noexcept { return first_ == end_; }

 private:
  const TreeNode* ends_;
  TreeNode first_, end_;
};

/// The nodes of a tree that have parts, top down.
class InnerNodes {
 public:
  /// Walks over the bits that are set.
  class Iterator {
   public:
    using value_type = TreeNode;             ///< a node
    using difference_type = std::ptrdiff_t;  ///< of positions
    constexpr Iterator() noexcept = default;
    constexpr Iterator(const std::uint64_t* words, std::size_t word, std::size_t count) noexcept
        : words_(words), word_(word), count_(count) {
      if (word_ < count_) bits_ = words_[word_];
      skip_empty();
    }
    constexpr TreeNode operator*() const noexcept {  ///< the node
      return static_cast<TreeNode>(word_ * 64 + static_cast<std::size_t>(__builtin_ctzll(bits_)));
    }
    constexpr Iterator& operator++() noexcept {  ///< the next one
      bits_ &= bits_ - 1;
      skip_empty();
      return *this;
    }
    constexpr Iterator operator++(int) noexcept {  ///< the next one
      const Iterator before = *this;
      ++*this;
      return before;
    }
    /// Same position.
    friend constexpr bool operator==(const Iterator& a, const Iterator& b) noexcept {
      return a.word_ == b.word_ && a.bits_ == b.bits_;
    }

   private:
    constexpr void skip_empty() noexcept {
      while (bits_ == 0 && word_ < count_) {
        if (++word_ < count_) bits_ = words_[word_];
      }
    }
    const std::uint64_t* words_ = nullptr;
    std::size_t word_ = 0, count_ = 0;
    std::uint64_t bits_ = 0;
  };

  constexpr explicit InnerNodes(std::span<const std::uint64_t> bits) noexcept : bits_(bits) {}
  [[nodiscard]] constexpr Iterator begin() const noexcept {
    return {bits_.data(), 0, bits_.size()};
  }
  [[nodiscard]] constexpr Iterator end() const noexcept {
    return {bits_.data(), bits_.size(), bits_.size()};
  }

 private:
  std::span<const std::uint64_t> bits_;
};

/// One column of printed amounts.
struct TreeColumn {
  std::string name;      ///< such as 合计 or 基本支出
  FigureColumn figures;  ///< by row, and in a tree by node

  /// Same name and amounts.
  friend bool operator==(const TreeColumn&, const TreeColumn&) = default;
};

/// A tree. Invariants: node 0 is the total and lies above all others; every node stands before what
/// lies below it, which follows it without a gap; every column has an entry for each node.
class SubjectTree {
 public:
  struct Data;  ///< what copies share

  /// A total without parts or columns.
  SubjectTree();
  explicit SubjectTree(Data data);  ///< for builders, see tree_data.hpp

  [[nodiscard]] TreeNode size() const noexcept;  ///< number of nodes, the total included
  [[nodiscard]] int height() const noexcept;     ///< deepest level; 0 for a total without parts

  [[nodiscard]] TreeNode parent(TreeNode node) const noexcept;  ///< −1 for the total
  [[nodiscard]] int level(TreeNode node) const noexcept;        ///< 0 the total, 1 the outermost
  /// One past the last node below `node`: node … end(node) − 1 are it and what lies below it.
  [[nodiscard]] TreeNode end(TreeNode node) const noexcept;
  [[nodiscard]] bool is_leaf(TreeNode node) const noexcept { return end(node) == node + 1; }
  /// Nodes directly below. Lives as long as any copy of the tree.
  [[nodiscard]] TreeChildren children(TreeNode node) const noexcept;
  /// Whether `node` lies below `ancestor`, at any depth.
  [[nodiscard]] bool is_below(TreeNode node, TreeNode ancestor) const noexcept {
    return node > ancestor && node < end(ancestor);
  }
  /// Nodes at a level, in order. O(size).
  [[nodiscard]] std::vector<TreeNode> level_nodes(int level) const;

  /// As printed; "" where there is none. Views live as long as any copy of the tree.
  [[nodiscard]] std::string_view code(TreeNode node) const noexcept;
  [[nodiscard]] std::string_view name(TreeNode node) const noexcept;  ///< as code
  /// The row (from 0) that the node was read from; −1 for one that is only implied: the total where
  /// no row states it, or a level that no row prints.
  [[nodiscard]] std::int32_t row(TreeNode node) const noexcept;
  /// The first node with this code; nothing without. O(size).
  [[nodiscard]] std::optional<TreeNode> find(std::string_view code) const noexcept;

  [[nodiscard]] std::span<const TreeColumn> columns() const noexcept;
  /// The column of this name; nothing without.
  [[nodiscard]] std::optional<std::size_t> column(std::string_view name) const noexcept;
  /// What is printed in a column; `is_stated()` is false for a blank and for an implied node.
  [[nodiscard]] PrintedAmount printed(TreeNode node, std::size_t column) const noexcept;
  /// Where no figure of the tree ends in 0 after the point, trailing zeros may have been cut: the
  /// slack that every figure has in that reading. Nothing where the digits printed are all there is.
  [[nodiscard]] std::optional<std::int64_t> slack_if_zeros_cut() const noexcept;

  /// Nodes with parts, top down. Lives as long as any copy of the tree.
  [[nodiscard]] InnerNodes inner_nodes() const noexcept;
  /// Inner nodes have numbers of their own: how many stand before `node`.
  [[nodiscard]] std::size_t inner_before(TreeNode node) const noexcept;
  [[nodiscard]] std::size_t inner_size() const noexcept;  ///< number of nodes with parts

  /// Same nodes, codes, names, columns and amounts.
  friend bool operator==(const SubjectTree& a, const SubjectTree& b) noexcept;

 private:
  Shared<Data> data_;
};

}  // namespace budget::inline v1

#include <budget/subject/tree_data.hpp>
