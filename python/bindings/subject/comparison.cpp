// SPDX-License-Identifier: Apache-2.0
#include <budget/subject/align.hpp>
#include <budget/subject/comparison.hpp>

#include <map>

#include "bindings.hpp"
#include "subject/tree.hpp"

namespace budget::python {
namespace {

using Renames = std::optional<std::map<std::string, std::string>>;

std::vector<CodeRename> rename_list(const Renames& renames) {
  std::vector<CodeRename> list;
  if (renames) {
    for (const auto& [later, earlier] : *renames) list.push_back({later, earlier});
  }
  return list;
}

std::optional<NodeHandle> node_or_none(const std::shared_ptr<const Rollup>& rollup, TreeNode node) {
  if (node < 0 || (node == 0 && rollup->tree().row(0) < 0)) return std::nullopt;
  return NodeHandle{rollup, node};
}

struct ChangeLine {
  std::shared_ptr<const Rollup> earlier_tree, later_tree;
  std::string column;
  SubjectChange change;

  // Code and name are those of the later tree where it has the subject.
  [[nodiscard]] NodeHandle shown() const {
    return change.nodes.later >= 0 ? NodeHandle{later_tree, change.nodes.later}
                                   : NodeHandle{earlier_tree, change.nodes.earlier};
  }
};

using NodePair = std::pair<std::optional<NodeHandle>, std::optional<NodeHandle>>;

std::vector<NodePair> aligned(const TreeHandle& earlier, const TreeHandle& later,
                              const Renames& renames) {
  std::vector<NodePair> pairs;
  for (const AlignedNode nodes : align(earlier.tree(), later.tree(), rename_list(renames))) {
    NodePair pair(node_or_none(earlier.rollup, nodes.earlier),
                  node_or_none(later.rollup, nodes.later));
    if (pair.first || pair.second) pairs.push_back(std::move(pair));
  }
  return pairs;
}

std::vector<ChangeLine> compared(const TreeHandle& earlier, const TreeHandle& later,
                                 const std::optional<std::string>& column, const Renames& renames) {
  const auto list = rename_list(renames);
  std::vector<ChangeLine> lines;
  for (const std::size_t i : columns_of(earlier.tree(), column)) {
    const std::string& name = earlier.tree().columns()[i].name;
    const auto other = later.tree().column(name);
    if (!other && !column) continue;  // a column that only one of them has
    for (const SubjectChange& change :
         compare(earlier.tree(), i, later.tree(), column_of(later.tree(), name), list))
      lines.push_back({earlier.rollup, later.rollup, name, change});
  }
  return lines;
}

}  // namespace

void bind_comparison(py::module_& module) {
  py::class_<ChangeLine>(module, "SubjectChange", R"(One subject in one column of two trees, exact.

What is missing in a tree counts as no money there. `contribution` is `proportional` + `shift`, and
over all parts of the total they add to its growth.
)")
      .def_property_readonly(
          "code",
          [](const ChangeLine& l) { return std::string(l.shown().tree().code(l.shown().node)); },
          "Its code, the later one.")
      .def_property_readonly(
          "name",
          [](const ChangeLine& l) { return std::string(l.shown().tree().name(l.shown().node)); },
          "Its name, the later one.")
      .def_property_readonly(
          "level", [](const ChangeLine& l) { return l.shown().tree().level(l.shown().node); },
          "0 for the total.")
      .def_readonly("column", &ChangeLine::column, "Name of the column.")
      .def_property_readonly(
          "earlier_node",
          [](const ChangeLine& l) { return node_or_none(l.earlier_tree, l.change.nodes.earlier); },
          "The node of the earlier tree, or None.")
      .def_property_readonly(
          "later_node",
          [](const ChangeLine& l) { return node_or_none(l.later_tree, l.change.nodes.later); },
          "The node of the later tree, or None.")
      .def_property_readonly(
          "earlier", [](const ChangeLine& l) { return l.change.earlier; }, "Earlier amount.")
      .def_property_readonly(
          "later", [](const ChangeLine& l) { return l.change.later; }, "Later amount.")
      .def_property_readonly(
          "change", [](const ChangeLine& l) { return l.change.change; }, "later − earlier.")
      .def_property_readonly(
          "growth", [](const ChangeLine& l) { return l.change.growth; },
          "change / earlier; None for an earlier 0.")
      .def_property_readonly(
          "contribution", [](const ChangeLine& l) { return l.change.contribution; },
          "change / earlier total: its part in the growth of the total.")
      .def_property_readonly(
          "proportional", [](const ChangeLine& l) { return l.change.proportional; },
          "What it would have contributed with an unchanged share.")
      .def_property_readonly(
          "shift", [](const ChangeLine& l) { return l.change.shift; },
          "What it contributed because its share changed.")
      .def_property_readonly(
          "earlier_share", [](const ChangeLine& l) { return l.change.earlier_share; },
          "Share of the earlier total; None for a total of 0.")
      .def_property_readonly(
          "later_share", [](const ChangeLine& l) { return l.change.later_share; },
          "Share of the later total.")
      .def_property_readonly(
          "points", [](const ChangeLine& l) { return l.change.points; },
          "later_share − earlier_share; times 100 it is in percentage points.")
      .def("__repr__", [](const ChangeLine& l) {
        return "<SubjectChange " + detail::node_label(l.shown().tree(), l.shown().node) + " " +
               l.column + ": " + to_string(l.change.earlier) + " → " + to_string(l.change.later) +
               ">";
      });
  tree_class(module).def("align", &aligned, "other"_a, "renames"_a = py::none(),
                         R"(Pairs of nodes of this tree and a later one, None where one has none.

Same code first, after `renames` ({later code: earlier code}); then, below a pair, a name that only
one node on each side has.
)");
  module.def(
      "compare", &compared, "earlier"_a, "later"_a, "column"_a = py::none(),
      "renames"_a = py::none(),
      R"(Every subject of two trees: change, growth, contribution to growth, shares and their shift.

The total comes first, stated or not. `column`: one that both have; without a name, all that both
have. `renames`: {later code: earlier code}.

>>> from budgetcore import SubjectTree, compare
>>> rows = {"codes": ["201", "205"], "names": None, "unit": "万元"}
>>> before = SubjectTree.from_rows(amounts={"合计": ["50.00", "50.00"]}, **rows)
>>> after = SubjectTree.from_rows(amounts={"合计": ["75.00", "45.00"]}, **rows)
>>> for line in compare(before, after):
...     print(line.code or "total", line.growth, line.contribution, line.points)
total 1/5 1/5 0
201 1/2 1/4 1/8
205 -1/10 -1/20 -1/8
)");
}

}  // namespace budget::python
