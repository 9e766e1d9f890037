// SPDX-License-Identifier: Apache-2.0
// What Python holds of a tree: the tree with its sums, shared by the tree object and its nodes.
#pragma once

#include <budget/subject/rollup.hpp>

#include <pybind11/pybind11.h>

#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace budget::python {

namespace py = pybind11;

/// A tree as Python sees it.
struct TreeHandle {
  std::shared_ptr<const Rollup> rollup;

  /// Sums the tree up; throws OverflowError.
  explicit TreeHandle(SubjectTree tree) : rollup(std::make_shared<const Rollup>(std::move(tree))) {}
  explicit TreeHandle(std::shared_ptr<const Rollup> shared) : rollup(std::move(shared)) {}
  [[nodiscard]] const SubjectTree& tree() const noexcept { return rollup->tree(); }
};

/// A node as Python sees it.
struct NodeHandle {
  std::shared_ptr<const Rollup> rollup;
  TreeNode node = 0;

  [[nodiscard]] const SubjectTree& tree() const noexcept { return rollup->tree(); }
  friend bool operator==(const NodeHandle& a, const NodeHandle& b) noexcept {
    return a.rollup == b.rollup && a.node == b.node;
  }
};

/// A column by name; None: the only one there is. Throws LookupError.
std::size_t column_of(const SubjectTree& tree, const std::optional<std::string>& name);
/// A column by name, or all of them.
std::vector<std::size_t> columns_of(const SubjectTree& tree,
                                    const std::optional<std::string>& name);

/// The bound class, to add methods to.
inline py::class_<TreeHandle> tree_class(const py::module_& module) {
  return py::reinterpret_borrow<py::class_<TreeHandle>>(module.attr("SubjectTree"));
}

}  // namespace budget::python
