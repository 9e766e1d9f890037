// SPDX-License-Identifier: Apache-2.0
#include <budget/base/lookup_error.hpp>
#include <budget/subject/concentration.hpp>
#include <budget/subject/share.hpp>

#include "bindings.hpp"
#include "subject/tree.hpp"

namespace budget::python {
namespace {

struct ShareLine {
  NodeHandle node;
  std::size_t column;
  Share share;

  [[nodiscard]] std::string text() const {
    return share.percent ? to_string(*share.percent) + "%" : "";
  }
};

ShareOf share_of_named(const std::string& word) {
  if (word == "root") return ShareOf::root;
  if (word == "parent") return ShareOf::parent;
  throw LookupError("subject.share.of", word, {"root", "parent"});
}

ShareMethod method_named(const std::string& word) {
  if (word == "rounded") return ShareMethod::rounded;
  if (word == "largest_remainder") return ShareMethod::largest_remainder;
  throw LookupError("subject.share.method", word, {"rounded", "largest_remainder"});
}

std::vector<ShareLine> share_lines(const TreeHandle& tree, std::optional<int> level,
                                   const std::string& of, int decimals, const std::string& method,
                                   const std::optional<std::string>& column) {
  const ShareOptions options{level, share_of_named(of), decimals, method_named(method)};
  std::vector<ShareLine> lines;
  for (const std::size_t i : columns_of(tree.tree(), column)) {
    for (const Share& share : shares(*tree.rollup, i, options))
      lines.push_back({{tree.rollup, share.node}, i, share});
  }
  return lines;
}

std::vector<Money> parts_of(const TreeHandle& tree, const std::optional<NodeHandle>& node,
                            std::size_t column) {
  if (node && node->rollup != tree.rollup)
    throw py::value_error("the node belongs to another tree");
  std::vector<Money> parts;
  for (const TreeNode part : tree.tree().children(node ? node->node : 0))
    parts.push_back(tree.rollup->amount(part, column));
  return parts;
}

}  // namespace

void bind_share(py::module_& module) {
  py::class_<ShareLine>(module, "Share", "A node's share of the total or of the node above, exact.")
      .def_readonly("node", &ShareLine::node, "The node.")
      .def_property_readonly(
          "code", [](const ShareLine& l) { return std::string(l.node.tree().code(l.node.node)); },
          "Code of the node.")
      .def_property_readonly(
          "name", [](const ShareLine& l) { return std::string(l.node.tree().name(l.node.node)); },
          "Name of the node.")
      .def_property_readonly(
          "column", [](const ShareLine& l) { return l.node.tree().columns()[l.column].name; },
          "Name of the column.")
      .def_property_readonly(
          "part", [](const ShareLine& l) { return l.share.part; }, "The node's amount.")
      .def_property_readonly(
          "whole", [](const ShareLine& l) { return l.share.whole; }, "What it is a share of.")
      .def_property_readonly(
          "ratio", [](const ShareLine& l) { return l.share.ratio; },
          "part / whole, exact; None for a whole of 0.")
      .def_property_readonly(
          "percent", [](const ShareLine& l) { return l.share.percent; },
          "decimal.Decimal in percent, by the method asked for; None for a whole of 0.")
      .def_property_readonly(
          "rounded", [](const ShareLine& l) { return l.share.rounded; },
          "The same, rounded on its own.")
      .def_property_readonly(
          "is_adjusted", [](const ShareLine& l) { return l.share.is_adjusted(); },
          "Whether making the shares add up has changed this one.")
      .def("__str__", &ShareLine::text)
      .def("__repr__", [](const ShareLine& l) {
        return "<Share " + detail::node_label(l.node.tree(), l.node.node) + " " + l.text() + ">";
      });
  tree_class(module)
      .def("shares", &share_lines, py::kw_only(), "level"_a = py::none(), "of"_a = "root",
           "decimals"_a = 2, "method"_a = "rounded", "column"_a = py::none(),
           R"(The share of every node, or of the nodes of a level, in the total or the node above.

`of`: "root" or "parent". `method`: "rounded", or "largest_remainder" so that what stands below one
node adds up (to exactly 100 where the amounts do). `column`: all of them without a name.

>>> from budgetcore import SubjectTree
>>> tree = SubjectTree.from_rows(["201", "208", "210", "221"], None,
...                              {"合计": ["2797.94", "317.42", "65.37", "115.57"]}, unit="万元")
>>> [str(share) for share in tree.shares(level=1)]
['84.88%', '9.63%', '1.98%', '3.51%']
)")
      .def(
          "top_share",
          [](const TreeHandle& t, std::size_t count, const std::optional<NodeHandle>& node,
             const std::optional<std::string>& column) {
            return top_share(parts_of(t, node, column_of(t.tree(), column)), count);
          },
          "count"_a, "node"_a = py::none(), "column"_a = py::none(),
          "The share of the largest parts of a node, or of the total, in all its parts.")
      .def(
          "herfindahl",
          [](const TreeHandle& t, const std::optional<NodeHandle>& node,
             const std::optional<std::string>& column) {
            return herfindahl(parts_of(t, node, column_of(t.tree(), column)));
          },
          "node"_a = py::none(), "column"_a = py::none(),
          "Sum of the squares of the shares of a node's parts: 1/n when equal, 1 when one has "
          "all.");
}

}  // namespace budget::python
