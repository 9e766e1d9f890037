// SPDX-License-Identifier: Apache-2.0
// How a SubjectTree is built: parents from codes, depths or explicit indices, then the orders that
// its questions are answered from. Include tree.hpp.
#pragma once

#include <budget/subject/tree.hpp>

#include <algorithm>
#include <limits>
#include <numeric>
#include <utility>

namespace budget::inline v1 {

// Children of all rows stand in one array, those of row r in [first[r], first[r + 1]); the roots
// count as children of an imaginary row behind the last.
struct SubjectTree::Data {
  std::vector<int> parent, depth, first, child, order, position, size;
  int height = 0;
};

namespace detail {

constexpr std::size_t as_index(int row) noexcept {
  return static_cast<std::size_t>(row);
}

inline void check_tree_size(std::size_t rows) {
  if (rows >= static_cast<std::size_t>(std::numeric_limits<int>::max())) {
    raise(TreeError("subject.tree.size", {"行数过多", "too many rows for one tree"}, rows));
  }
}

// Of the rows [begin, end) with one code, ascending: the nearest before `row`, else the first.
inline int nearest_print(const std::vector<int>& rows, std::size_t begin, std::size_t end,
                         int row) {
  const auto first = rows.begin() + static_cast<std::ptrdiff_t>(begin);
  const auto last = rows.begin() + static_cast<std::ptrdiff_t>(end);
  const auto after = std::lower_bound(first, last, row);
  return after == first ? *first : *(after - 1);
}

// `code_of(row)` gives an optional code. In code order the ancestors of a code stand on a stack.
template <class CodeOf>
std::vector<int> parents_by_code(std::size_t count, CodeOf code_of) {
  check_tree_size(count);
  std::vector<int> rows;
  rows.reserve(count);
  for (std::size_t i = 0; i < count; ++i) {
    if (code_of(i)) rows.push_back(static_cast<int>(i));
  }
  const auto code = [&](int row) { return *code_of(as_index(row)); };
  const auto before = [&](int a, int b) { return code(a) != code(b) ? code(a) < code(b) : a < b; };
  if (!std::is_sorted(rows.begin(), rows.end(), before))
    std::sort(rows.begin(), rows.end(), before);

  std::vector<int> parents(count, -1);
  std::vector<std::pair<std::size_t, std::size_t>> open;  // groups of equal codes, outermost first
  for (std::size_t begin = 0; begin < rows.size();) {
    std::size_t end = begin + 1;
    while (end < rows.size() && code(rows[end]) == code(rows[begin])) ++end;
    while (!open.empty() && !code(rows[open.back().first]).is_ancestor_of(code(rows[begin]))) {
      open.pop_back();
    }
    for (std::size_t i = begin; !open.empty() && i < end; ++i) {
      parents[as_index(rows[i])] =
          nearest_print(rows, open.back().first, open.back().second, rows[i]);
    }
    open.emplace_back(begin, end);
    begin = end;
  }
  return parents;
}

}  // namespace detail

inline SubjectTree::SubjectTree() : SubjectTree(std::vector<int>{}) {}

inline SubjectTree::SubjectTree(std::vector<int> parents) {
  using detail::as_index;
  const std::size_t count = parents.size();
  const int rows = static_cast<int>(count);
  auto data = std::make_shared<Data>();
  data->parent = std::move(parents);
  const auto owner = [&](std::size_t row) {
    return data->parent[row] < 0 ? count : as_index(data->parent[row]);
  };

  // Counting sort of the rows by parent keeps siblings in the order of rows.
  data->first.assign(count + 2, 0);
  for (std::size_t row = 0; row < count; ++row) ++data->first[owner(row) + 1];
  std::partial_sum(data->first.begin(), data->first.end(), data->first.begin());
  data->child.resize(count);
  std::vector<int> next(data->first.begin(), data->first.end() - 1);
  for (int row = 0; row < rows; ++row) {
    data->child[as_index(next[owner(as_index(row))]++)] = row;
  }

  // Preorder without recursion: a tree may be as deep as it has rows.
  data->depth.assign(count, 0);
  data->position.assign(count, -1);
  data->size.assign(count, 1);
  data->order.reserve(count);
  std::vector<int> waiting;
  const auto wait_for_children = [&](std::size_t row) {
    for (int i = data->first[row + 1]; i > data->first[row]; --i) {
      waiting.push_back(data->child[as_index(i - 1)]);
    }
  };
  wait_for_children(count);
  while (!waiting.empty()) {
    const std::size_t row = as_index(waiting.back());
    waiting.pop_back();
    data->position[row] = static_cast<int>(data->order.size());
    data->order.push_back(static_cast<int>(row));
    if (data->parent[row] >= 0) data->depth[row] = data->depth[as_index(data->parent[row])] + 1;
    data->height = std::max(data->height, data->depth[row] + 1);
    wait_for_children(row);
  }
  // What no root leads to stands in a cycle.
  for (std::size_t row = 0; row < count; ++row) {
    if (data->position[row] < 0) {
      const std::string number = std::to_string(row + 1);
      detail::raise(TreeError("subject.tree.cycle",
                              {"第 " + number + " 行的上级链成环",
                               "row " + number + " is, over its parents, above itself"},
                              row));
    }
  }
  for (std::size_t i = count; i > 0; --i) {
    const std::size_t row = as_index(data->order[i - 1]);
    if (data->parent[row] >= 0) data->size[as_index(data->parent[row])] += data->size[row];
  }
  data_ = std::move(data);
}

inline SubjectTree SubjectTree::from_codes(std::span<const std::optional<SubjectCode>> codes) {
  return SubjectTree(
      detail::parents_by_code(codes.size(), [codes](std::size_t i) { return codes[i]; }));
}

inline SubjectTree SubjectTree::from_codes(std::span<const SubjectCode> codes) {
  return SubjectTree(detail::parents_by_code(
      codes.size(), [codes](std::size_t i) { return std::optional(codes[i]); }));
}

inline SubjectTree SubjectTree::from_depths(std::span<const int> depths) {
  detail::check_tree_size(depths.size());
  std::vector<int> parents(depths.size(), -1);
  std::vector<int> open;  // open[d]: the latest row at depth d
  for (std::size_t row = 0; row < depths.size(); ++row) {
    const int depth = depths[row];
    if (depth < 0 || detail::as_index(depth) > open.size()) {
      const std::string number = std::to_string(row + 1);
      detail::raise(TreeError(
          "subject.tree.depth",
          {"第 " + number + " 行的层级没有上级行", "row " + number + " is indented below no row"},
          row));
    }
    if (depth > 0) parents[row] = open[detail::as_index(depth - 1)];
    open.resize(detail::as_index(depth));
    open.push_back(static_cast<int>(row));
  }
  return SubjectTree(std::move(parents));
}

inline SubjectTree SubjectTree::from_parents(std::span<const int> parents) {
  detail::check_tree_size(parents.size());
  for (std::size_t row = 0; row < parents.size(); ++row) {
    if (parents[row] < -1 || parents[row] >= static_cast<int>(parents.size())) {
      const std::string number = std::to_string(row + 1);
      detail::raise(TreeError(
          "subject.tree.parent",
          {"第 " + number + " 行的上级行不存在", "the parent of row " + number + " is no row"},
          row));
    }
  }
  return SubjectTree(std::vector<int>(parents.begin(), parents.end()));
}

inline int SubjectTree::size() const noexcept {
  return static_cast<int>(data_->parent.size());
}
inline int SubjectTree::height() const noexcept {
  return data_->height;
}
inline int SubjectTree::parent(int row) const noexcept {
  return data_->parent[detail::as_index(row)];
}
inline int SubjectTree::depth(int row) const noexcept {
  return data_->depth[detail::as_index(row)];
}
inline bool SubjectTree::is_leaf(int row) const noexcept {
  return children(row).empty();
}

inline std::span<const int> SubjectTree::children(int row) const noexcept {
  const int begin = data_->first[detail::as_index(row)];
  const int end = data_->first[detail::as_index(row) + 1];
  return std::span(data_->child).subspan(detail::as_index(begin), detail::as_index(end - begin));
}

inline std::span<const int> SubjectTree::roots() const noexcept {
  return children(size());
}
inline std::span<const int> SubjectTree::preorder() const noexcept {
  return data_->order;
}

inline std::span<const int> SubjectTree::subtree(int row) const noexcept {
  return preorder().subspan(detail::as_index(data_->position[detail::as_index(row)]),
                            detail::as_index(data_->size[detail::as_index(row)]));
}

inline std::vector<int> SubjectTree::level(int depth) const {
  std::vector<int> rows;
  for (const int row : preorder()) {
    if (this->depth(row) == depth) rows.push_back(row);
  }
  return rows;
}

inline bool SubjectTree::is_below(int row, int ancestor) const noexcept {
  const int distance =
      data_->position[detail::as_index(row)] - data_->position[detail::as_index(ancestor)];
  return distance > 0 && distance < data_->size[detail::as_index(ancestor)];
}

inline bool operator==(const SubjectTree& a, const SubjectTree& b) noexcept {
  return a.data_ == b.data_ || a.data_->parent == b.data_->parent;
}

}  // namespace budget::inline v1
