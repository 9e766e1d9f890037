// SPDX-License-Identifier: Apache-2.0
// How a tree is made from others: node by node, top down, each with its texts and amounts.
#pragma once

#include <budget/subject/tree.hpp>

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace budget::inline v1 {

// ---- details ----

namespace detail {

class TreeWriter {
 public:
  explicit TreeWriter(std::vector<std::string> columns) {
    for (std::string& name : columns) columns_.push_back({std::move(name), {}});
  }

  // Adds a node below the latest one that stands at `level` − 1; the first is the total, level 0.
  // Its amounts follow, one a column.
  void add(std::int32_t level, std::int32_t row, std::string_view code, std::string_view name) {
    if (codes_.size() == 0)
      shape_.set_row(0, row);
    else
      shape_.add(level, row);
    codes_.push_back(code);
    names_.push_back(name);
  }
  void amount(std::size_t column, const PrintedAmount& amount) {
    columns_[column].figures.push_back(amount);
  }
  SubjectTree finish(std::optional<std::int64_t> slack_if_zeros_cut = std::nullopt) && {
    return std::move(shape_).finish(std::move(codes_), std::move(names_), std::move(columns_),
                                    slack_if_zeros_cut);
  }

 private:
  TreeShape shape_;
  TextPool codes_, names_;
  std::vector<TreeColumn> columns_;
};

inline std::vector<std::string> column_names(const SubjectTree& tree) {
  std::vector<std::string> names;
  for (const TreeColumn& column : tree.columns()) names.push_back(column.name);
  return names;
}

}  // namespace detail

}  // namespace budget::inline v1
