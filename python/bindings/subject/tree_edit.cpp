// SPDX-License-Identifier: Apache-2.0
#include <budget/subject/tree_edit.hpp>

#include <map>

#include "bindings.hpp"
#include "subject/tree.hpp"

namespace budget::python {
namespace {

using Where = py::typing::Callable<bool(NodeHandle)>;

// What `where` asks of a node, given in Python.
auto predicate(const TreeHandle& tree, const Where& where) {
  return [&tree, where](TreeNode node) {
    return where(NodeHandle{tree.rollup, node}).template cast<bool>();
  };
}

std::vector<NodeHandle> select_nodes(const TreeHandle& tree, std::optional<int> level,
                                     const std::optional<Where>& where) {
  const SubjectTree& all = tree.tree();
  std::vector<NodeHandle> nodes;
  for (const TreeNode node : select(all, [&](TreeNode n) {
         if (n == 0 && all.row(0) < 0) return false;
         if (level && all.level(n) != *level) return false;
         return !where || predicate(tree, *where)(n);
       }))
    nodes.push_back({tree.rollup, node});
  return nodes;
}

// Changes nothing below a total that no row states: it is no node to ask about.
TreeHandle filter_nodes(const TreeHandle& tree, const Where& where) {
  const SubjectTree& all = tree.tree();
  const auto wanted = predicate(tree, where);
  return TreeHandle(
      filter(all, [&](TreeNode n) { return (n > 0 || all.row(0) >= 0) && wanted(n); }));
}

TreeHandle recoded_tree(const TreeHandle& tree, const std::map<std::string, std::string>& codes) {
  const SubjectTree& all = tree.tree();
  return TreeHandle(recoded(all, [&](TreeNode node) {
    const auto found = codes.find(std::string(all.code(node)));
    return found == codes.end() ? std::string(all.code(node)) : found->second;
  }));
}

}  // namespace

void bind_tree_edit(py::module_& module) {
  tree_class(module)
      .def("select", &select_nodes, "level"_a = py::none(), "where"_a = py::none(),
           "The nodes of a level, those that `where(node)` holds for, or both, top down.")
      .def(
          "prune",
          [](const TreeHandle& t, int level) { return TreeHandle(prune(t.tree(), level)); },
          "level"_a, R"(The tree down to a level.

A node that loses its parts keeps its figure, or gets the sum of its parts where it states none.
)")
      .def("filter", &filter_nodes, "where"_a,
           R"(The nodes that `where(node)` holds for, with all that lies below and above them.

A node above that loses some of its parts states nothing any more.
)")
      .def("rename", &recoded_tree, "codes"_a,
           "The same nodes under other codes: {old code: new code}.")
      .def(
          "merge",
          [](const TreeHandle& a, const TreeHandle& b) {
            return TreeHandle(merge(a.tree(), b.tree()));
          },
          "other"_a, R"(The sum of two trees.

Nodes with the same code (without codes: the same name) below the same node are one. What only one
tree splits becomes a part of its own, 未细分, so that all sums are sums of sums.
)")
      .def(
          "subtract",
          [](const TreeHandle& a, const TreeHandle& b) {
            return TreeHandle(subtract(a.tree(), b.tree()));
          },
          "other"_a, "As merge, with the amounts of `other` subtracted.");
}

}  // namespace budget::python
