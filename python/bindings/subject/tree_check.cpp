// SPDX-License-Identifier: Apache-2.0
#include <budget/subject/tree_check.hpp>

#include "bindings.hpp"
#include "subject/tree.hpp"

namespace budget::python {
namespace {

// A line with the tree that it speaks of.
struct CheckLine {
  NodeHandle node;
  TotalCheck check;

  [[nodiscard]] const std::string& column() const {
    return node.tree().columns()[check.column].name;
  }
  [[nodiscard]] std::optional<Money> printed() const {
    if (!check.printed.is_stated()) return std::nullopt;
    return Money::of_fen(check.printed.fen);
  }
  [[nodiscard]] std::string code() const { return std::string(node.tree().code(node.node)); }
  [[nodiscard]] std::string outcome() const { return std::string(to_string(check.outcome)); }
};

py::tuple fields(const CheckLine& line) {
  return py::make_tuple(line.code(), line.column(), line.printed(), line.check.computed,
                        line.outcome());
}

std::vector<CheckLine> check_lines(const TreeHandle& tree) {
  std::vector<TotalCheck> checks;
  {
    const py::gil_scoped_release released;
    checks = check(tree.tree());
  }
  std::vector<CheckLine> lines;
  lines.reserve(checks.size());
  for (const TotalCheck& one : checks) lines.push_back({{tree.rollup, one.node}, one});
  return lines;
}

}  // namespace

void bind_tree_check(py::module_& module) {
  py::class_<CheckLine>(module, "TotalCheck",
                        R"(A printed total against its parts, in one column.

Unpacks as code, column, printed, computed, outcome.
)")
      .def_property_readonly("code", &CheckLine::code, "Code of the total; \"\" without one.")
      .def_property_readonly("column", &CheckLine::column, "Name of the column.")
      .def_property_readonly("printed", &CheckLine::printed, "What is printed; None for nothing.")
      .def_property_readonly(
          "computed", [](const CheckLine& l) { return l.check.computed; },
          R"(Sum of the parts as printed. A part that states nothing counts with its own parts.)")
      .def_property_readonly("outcome", &CheckLine::outcome,
                             R"("exact", "rounding" (amounts exist that print so), "violated" (none
do) or "not_applicable" (nothing is printed).)")
      .def_property_readonly(
          "amounts", [](const CheckLine& l) { return l.check.amounts; },
          "All amounts that the parts can add to.")
      .def_property_readonly(
          "only_if_zeros_cut", [](const CheckLine& l) { return l.check.only_if_zeros_cut; },
          "Violated only if the table cuts trailing zeros.")
      .def_readonly("node", &CheckLine::node, "The total.")
      .def("__iter__",
           [](const CheckLine& l) -> py::typing::Iterator<py::object> {
             return py::iter(fields(l));
           })
      .def("__repr__", [](const CheckLine& l) {
        std::string text = "<TotalCheck " + detail::node_label(l.node.tree(), l.node.node) + " " +
                           l.column() + ": ";
        if (const auto printed = l.printed()) text += to_string(*printed) + " vs ";
        return text + to_string(l.check.computed) + " " + l.outcome() + ">";
      });
  tree_class(module).def("check", &check_lines,
                         R"(One line for every node with parts and every column, nodes top down.

The total only where a row states it. Every part counts as it is printed, so a wrong figure is found
where it stands: at its own parts and at the node above.
)");
}

}  // namespace budget::python
