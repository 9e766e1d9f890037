// SPDX-License-Identifier: Apache-2.0
// What a SubjectTree holds, and how one is put together node by node, top down. Include tree.hpp.
#pragma once

#include <budget/subject/tree.hpp>

#include <limits>
#include <utility>

namespace budget::inline v1 {

struct SubjectTree::Data {
  detail::LargeVector<TreeNode> parent, end;
  detail::LargeVector<std::int32_t> level, row;
  TextPool codes, names;  // no texts at all where all are blank
  std::vector<TreeColumn> columns;
  std::optional<std::int64_t> slack_if_zeros_cut;
  std::vector<std::uint64_t> inner_bits = {};   // one bit a node: it has parts
  std::vector<std::uint32_t> inner_ranks = {};  // inner nodes before each word of bits
  std::size_t inner_size = 0;
  int height = 0;
};

namespace detail {

constexpr std::size_t as_index(std::int32_t position) noexcept {
  return static_cast<std::size_t>(position);
}

inline std::string_view text_at(const TextPool& texts, TreeNode node) noexcept {
  return texts.size() == 0 ? std::string_view() : texts[as_index(node)];
}

inline constexpr std::int32_t implied_row = -1;
inline constexpr std::size_t most_tree_rows = std::numeric_limits<std::int32_t>::max() / 2;

inline void check_tree_size(std::size_t rows) {
  if (rows > most_tree_rows)
    raise(TreeError("subject.tree.size", {"行数过多", "too many rows for one tree"}, rows));
}

// The nodes of a tree to be, added top down; their texts and amounts follow when all are there.
class TreeShape {
 public:
  TreeShape() { add(0, implied_row); }

  void reserve(std::size_t nodes) {
    level_.reserve(nodes);
    row_.reserve(nodes);
    parent_.reserve(nodes);
  }
  // Adds a node below the latest one that stands at `level` − 1. Precondition: there is one.
  TreeNode add(std::int32_t level, std::int32_t row) {
    const auto node = static_cast<TreeNode>(level_.size());
    const std::size_t depth = as_index(level);
    if (latest_.size() <= depth) latest_.resize(depth + 1);
    parent_.push_back(level == 0 ? -1 : latest_[depth - 1]);
    latest_[depth] = node;
    level_.push_back(level);
    row_.push_back(row);
    return node;
  }
  void set_row(TreeNode node, std::int32_t row) { row_[as_index(node)] = row; }
  [[nodiscard]] std::span<const std::int32_t> rows() const noexcept { return row_; }
  [[nodiscard]] std::span<const std::int32_t> levels() const noexcept { return level_; }
  [[nodiscard]] std::size_t size() const noexcept { return level_.size(); }

  // The whole, with columns that have an entry for each node, texts that have one or none at all, and
  // the second reading of the figures, see SubjectTree::slack_if_zeros_cut.
  SubjectTree finish(TextPool codes, TextPool names, std::vector<TreeColumn> columns,
                     std::optional<std::int64_t> slack_if_zeros_cut) &&;

 private:
  LargeVector<TreeNode> parent_;
  LargeVector<std::int32_t> level_, row_;
  std::vector<TreeNode> latest_;  // by level
};

inline SubjectTree TreeShape::finish(TextPool codes, TextPool names,
                                     std::vector<TreeColumn> columns,
                                     std::optional<std::int64_t> slack_if_zeros_cut) && {
  const std::size_t count = level_.size();
  for (TextPool* const texts : {&codes, &names}) {
    if (texts->bytes() == 0) *texts = {};
  }
  SubjectTree::Data data{std::move(parent_), LargeVector<TreeNode>(count, 0),
                         std::move(level_),  std::move(row_),
                         std::move(codes),   std::move(names),
                         std::move(columns), slack_if_zeros_cut};
  data.inner_bits.resize(count / 64 + 1);
  for (std::size_t node = count; node > 0;) {
    --node;
    // What lies below has already carried its end up here.
    if (data.end[node] == 0) data.end[node] = static_cast<TreeNode>(node + 1);
    if (node == 0) break;
    const std::size_t above = as_index(data.parent[node]);
    if (data.end[above] < data.end[node]) data.end[above] = data.end[node];
    data.inner_bits[above / 64] |= std::uint64_t{1} << (above % 64);
    if (data.level[node] > data.height) data.height = data.level[node];
  }
  data.inner_ranks.reserve(data.inner_bits.size());
  for (const std::uint64_t bits : data.inner_bits) {
    data.inner_ranks.push_back(static_cast<std::uint32_t>(data.inner_size));
    data.inner_size += static_cast<std::size_t>(__builtin_popcountll(bits));
  }
  return SubjectTree(std::move(data));
}

}  // namespace detail

inline SubjectTree::SubjectTree(Data data) : data_(std::move(data)) {}
inline SubjectTree::SubjectTree() {
  *this = detail::TreeShape().finish({}, {}, {}, std::nullopt);
}

inline TreeNode SubjectTree::size() const noexcept {
  return static_cast<TreeNode>(data_->parent.size());
}
inline int SubjectTree::height() const noexcept {
  return data_->height;
}
inline TreeNode SubjectTree::parent(TreeNode node) const noexcept {
  return data_->parent[detail::as_index(node)];
}
inline int SubjectTree::level(TreeNode node) const noexcept {
  return data_->level[detail::as_index(node)];
}
inline TreeNode SubjectTree::end(TreeNode node) const noexcept {
  return data_->end[detail::as_index(node)];
}
inline TreeChildren SubjectTree::children(TreeNode node) const noexcept {
  return {data_->end.data(), node + 1, end(node)};
}
inline std::string_view SubjectTree::code(TreeNode node) const noexcept {
  return detail::text_at(data_->codes, node);
}
inline std::string_view SubjectTree::name(TreeNode node) const noexcept {
  return detail::text_at(data_->names, node);
}
inline std::int32_t SubjectTree::row(TreeNode node) const noexcept {
  return data_->row[detail::as_index(node)];
}
inline std::span<const TreeColumn> SubjectTree::columns() const noexcept {
  return data_->columns;
}
inline PrintedAmount SubjectTree::printed(TreeNode node, std::size_t column) const noexcept {
  return data_->columns[column].figures[detail::as_index(node)];
}
inline std::optional<std::int64_t> SubjectTree::slack_if_zeros_cut() const noexcept {
  return data_->slack_if_zeros_cut;
}
inline InnerNodes SubjectTree::inner_nodes() const noexcept {
  return InnerNodes(data_->inner_bits);
}
inline std::size_t SubjectTree::inner_size() const noexcept {
  return data_->inner_size;
}

inline std::size_t SubjectTree::inner_before(TreeNode node) const noexcept {
  const std::size_t index = detail::as_index(node);
  const std::uint64_t below = (std::uint64_t{1} << (index % 64)) - 1;
  return data_->inner_ranks[index / 64] +
         static_cast<std::size_t>(__builtin_popcountll(data_->inner_bits[index / 64] & below));
}

inline std::vector<TreeNode> SubjectTree::level_nodes(int level) const {
  std::vector<TreeNode> nodes;
  for (TreeNode node = 0; node < size(); ++node) {
    if (this->level(node) == level) nodes.push_back(node);
  }
  return nodes;
}

inline std::optional<TreeNode> SubjectTree::find(std::string_view code) const noexcept {
  for (TreeNode node = 0; node < size(); ++node) {
    if (this->code(node) == code) return node;
  }
  return std::nullopt;
}

inline std::optional<std::size_t> SubjectTree::column(std::string_view name) const noexcept {
  for (std::size_t i = 0; i < columns().size(); ++i) {
    if (columns()[i].name == name) return i;
  }
  return std::nullopt;
}

inline bool operator==(const SubjectTree& a, const SubjectTree& b) noexcept {
  if (a.data_ == b.data_) return true;
  const SubjectTree::Data& left = *a.data_;
  const SubjectTree::Data& right = *b.data_;
  return left.parent == right.parent && left.codes == right.codes && left.names == right.names &&
         left.columns == right.columns;
}

}  // namespace budget::inline v1
