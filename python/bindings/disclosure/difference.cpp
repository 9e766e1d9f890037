// SPDX-License-Identifier: Apache-2.0
#include <budget/disclosure/difference.hpp>

#include <string>
#include <utility>
#include <vector>

#include "bindings.hpp"
#include "columns.hpp"

namespace budget::python {
namespace {

/// What two versions print differently.
struct Differences {
  std::vector<Difference> items;
};

Columns columns_of(const Differences& differences) {
  Columns columns = empty_columns({"kind", "table", "row", "column", "before", "after",
                                   "before_page", "before_line", "after_page", "after_line"});
  for (const Difference& one : differences.items) {
    put(columns, "kind", py::cast(std::string(to_string(one.kind))));
    put(columns, "table", readable(one.table));
    put(columns, "row", readable(one.row));
    put(columns, "column", readable(one.column));
    put(columns, "before", readable(one.before));
    put(columns, "after", readable(one.after));
    put(columns, "before_page", number_or_none(one.before_place.page));
    put(columns, "before_line", number_or_none(one.before_place.line));
    put(columns, "after_page", number_or_none(one.after_place.page));
    put(columns, "after_line", number_or_none(one.after_place.line));
  }
  return columns;
}

}  // namespace

void bind_difference(py::module_& module) {
  bind_enum(module, "DifferenceKind", R"(What happened to a figure or a row.

`changed`: a cell prints something else, or a table another unit; `added`, `gone`: a table, row or
column that was not there, or is not there any more; `moved`: a row stands below another one.
)",
            DifferenceKind::moved);
  py::class_<Difference>(module, "Difference",
                         "What two versions of a disclosure print differently.")
      .def_readonly("kind", &Difference::kind, "What happened.")
      .def_readonly("table", &Difference::table, "Its title; of a project's targets with its name.")
      .def_readonly("row", &Difference::row, "Code and name, or the indicator; \"\" for a table.")
      .def_readonly("column", &Difference::column, "Its header; \"\" for a row or a table.")
      .def_readonly("before", &Difference::before,
                    "What was printed; of a moved row what it stood below, of a table its unit.")
      .def_readonly("after", &Difference::after,
                    "What is printed, or what it stands below, or the unit.")
      .def_readonly("before_place", &Difference::before_place, "Where it was.")
      .def_readonly("after_place", &Difference::after_place, "Where it is.")
      .def("__repr__", [](const Difference& d) {
        return "<Difference " + std::string(to_string(d.kind)) + ": " + d.table + " " + d.row +
               " " + d.column + ">";
      });

  py::class_<Differences> bound(module, "Differences",
                                "A sequence of Difference; a notebook shows it as a table.");
  bound.def("__len__", [](const Differences& d) { return d.items.size(); })
      .def(
          "__getitem__",
          [](const Differences& d, py::ssize_t index) { return item_at(d.items, index); },
          "index"_a)
      .def("__iter__", [](const py::object& self) {
        return py::reinterpret_steal<py::typing::Iterator<Difference>>(PySeqIter_New(self.ptr()));
      });
  bind_frame(bound,
             "Columns kind, table, row, column, before, after (as printed), before_page, "
             "before_line, after_page and after_line, one entry a difference.",
             [](const Differences& d) { return columns_of(d); });

  module.def(
      "differences",
      [](const Disclosure& before, const Disclosure& after) {
        const py::gil_scoped_release released;
        return Differences{differences(before, after)};
      },
      "before"_a, "after"_a, R"(What two versions of one disclosure print differently.

The tables and the targets, cell by cell: a budget as it was posted against an earlier draft, a corrected
version against the one before. 1,234.50 is no other figure than 1234.50; 46.2 is another one than 46.20.

>>> import budgetcore
>>> doc = budgetcore.read("examples/disclosures/yangquan-finance-2024.txt")
>>> len(budgetcore.differences(doc, doc))
0
)");
}

}  // namespace budget::python
