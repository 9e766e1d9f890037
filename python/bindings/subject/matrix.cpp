// SPDX-License-Identifier: Apache-2.0
#include <budget/subject/matrix.hpp>

#include "bindings.hpp"
#include "subject/tree.hpp"

namespace budget::python {
namespace {

SubjectMatrix matrix_of(const py::typing::Dict<py::object, TreeHandle>& trees, int level,
                        const std::optional<std::string>& column) {
  std::vector<LabelledTree> rows;
  std::string name = column.value_or("");
  for (const auto& [label, tree] : trees) {
    const SubjectTree& all = tree.cast<const TreeHandle&>().tree();
    if (!column) name = all.columns().empty() ? "" : all.columns()[column_of(all, column)].name;
    rows.push_back({py::cast<std::string>(py::str(label)), all});
  }
  return subject_matrix(rows, level, name);
}

}  // namespace

void bind_matrix(py::module_& module) {
  py::class_<SubjectMatrix>(module, "SubjectMatrix", "Amounts by year (row) and subject (column).")
      .def_readonly("rows", &SubjectMatrix::rows, "Labels of the rows, as texts.")
      .def_readonly("codes", &SubjectMatrix::codes, "Codes of the subjects, in order.")
      .def_readonly("names", &SubjectMatrix::names, "Their names in the last tree that has them.")
      .def_readonly("amounts", &SubjectMatrix::amounts,
                    "By row, then subject; None where a tree has it not.")
      .def_readonly("totals", &SubjectMatrix::totals, "Total of each row's tree.")
      .def_property_readonly(
          "shares",
          [](const SubjectMatrix& m) {
            std::vector<std::vector<std::optional<Ratio>>> shares(m.rows.size());
            for (std::size_t row = 0; row < m.rows.size(); ++row) {
              for (std::size_t i = 0; i < m.codes.size(); ++i)
                shares[row].push_back(m.share(row, i));
            }
            return shares;
          },
          "Every amount by the total of its row, exact.")
      .def("__repr__", [](const SubjectMatrix& m) {
        return "<SubjectMatrix: " + std::to_string(m.rows.size()) + " rows, " +
               std::to_string(m.codes.size()) + " subjects>";
      });
  module.def("subject_matrix", &matrix_of, "trees"_a, "level"_a = 1, "column"_a = py::none(),
             R"(Years by subjects: one column of every tree at one level. `trees`: {year: tree}.

>>> from budgetcore import SubjectTree, subject_matrix
>>> def tree(*totals):
...     return SubjectTree.from_rows(["201", "205"], None, {"合计": totals}, unit="万元")
>>> matrix = subject_matrix({2023: tree("1.00", "3.00"), 2024: tree("2.00", None)})
>>> matrix.codes, [str(share) for share in matrix.shares[0]]
(['201', '205'], ['1/4', '3/4'])
)");
}

}  // namespace budget::python
