// SPDX-License-Identifier: Apache-2.0
#include <budget/rule/syntax.hpp>

#include "bindings.hpp"

namespace budget::python {

void bind_syntax(py::module_& module) {
  py::class_<Example>(module, "Example", "An example of a rule as written.")
      .def_readonly("text", &Example::text, "Figures (or words) with a relation.")
      .def_readonly("comment", &Example::comment, "What stands behind #, \"\" if nothing.")
      .def_readonly("place", &Example::place, "Where it is written.")
      .def("__repr__", [](const Example& e) { return "<Example " + e.text + ">"; });

  py::class_<Rule>(module, "Rule",
                   "A rule as it was written: what must hold, when, and its source.")
      .def_readonly("id", &Rule::id, "Its id, such as \"expenditure.split\".")
      .def_readonly("source", &Rule::source, "Where the demand comes from.")
      .def_readonly("severity", &Rule::severity, "How grave a violation is.")
      .def_readonly("document", &Rule::document, "Budget or final account; None for both.")
      .def_readonly("level", &Rule::level, "Level of government, \"\" for every.")
      .def_readonly("province", &Rule::province, "\"\" where it holds everywhere.")
      .def_readonly("first_year", &Rule::first_year, "First year that it holds in; None: any.")
      .def_readonly("last_year", &Rule::last_year, "Last year that it holds in; None: any.")
      .def_property_readonly(
          "statement", [](const Rule& r) { return r.statement.text; }, "The statement as written.")
      .def_property_readonly(
          "when",
          [](const Rule& r) {
            std::vector<std::string> lines;
            for (const ConditionLine& line : r.when) lines.push_back(line.text);
            return lines;
          },
          "Conditions as written; all must hold, else the rule is not applicable.")
      .def_property_readonly(
          "where",
          [](const Rule& r) {
            std::vector<std::string> lines;
            for (const ConditionLine& line : r.where) lines.push_back(line.text);
            return lines;
          },
          "Conditions of a row as written; all must hold, else the row is not meant.")
      .def_readonly("holds", &Rule::holds, "Examples that hold.")
      .def_readonly("breaks", &Rule::breaks, "Examples that break it.")
      .def_readonly("place", &Rule::place, "Of its first line.")
      .def("__repr__", [](const Rule& r) { return "<Rule " + r.id + ">"; });
}

}  // namespace budget::python
