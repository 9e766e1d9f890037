// SPDX-License-Identifier: Apache-2.0
#include <budget/disclosure/table.hpp>
#include <budget/disclosure/table_tree.hpp>

#include <vector>

#include "bindings.hpp"
#include "subject/tree.hpp"

namespace budget::python {
namespace {

void bind_column(py::module_& module) {
  bind_enum(module, "ColumnRole", "What stands in a column: code, name, amount, count or text.",
            ColumnRole::text);
  py::class_<Column>(module, "Column",
                     "A column with its header as printed and its canonical term.")
      .def_readonly("id", &Column::id, R"("c1", "c2", … in printed order.)")
      .def_readonly("header", &Column::header, "Header cells above it, outermost first.")
      .def_readonly("role", &Column::role, "What stands in it.")
      .def_readonly("key", &Column::key, "Canonical term, such as 合计, or the printed leaf.")
      .def_readonly("unit", &Column::unit, "Unit of its amounts.")
      .def("__repr__", [](const Column& c) { return "<Column " + c.id + " " + c.key + ">"; });
}

void bind_row(py::module_& module) {
  bind_enum(module, "Mark",
            R"(How a cell came to hold what it holds, where that is not plain reading.

`by_arithmetic`: its column was found by a statement, which then does not count as a check.
)",
            Mark::corrected);
  py::class_<Cell>(module, "Cell", "What is printed, and where.")
      .def_readonly("figure", &Cell::figure, "The printed text as a figure.")
      .def_property_readonly(
          "text", [](const Cell& c) { return c.figure.text(); }, "As printed.")
      .def_readonly("place", &Cell::place, "Where it is printed.")
      .def_readonly("mark", &Cell::mark, "How it came to hold that.")
      .def("__str__", [](const Cell& c) { return c.figure.text(); })
      .def("__repr__", [](const Cell& c) {
        return "<Cell " + repr_of(py::cast(c.figure.text())) + " at " + to_string(c.place) + ">";
      });

  py::class_<RowLabel>(module, "RowLabel", "What a row is called on one side of its table.")
      .def_readonly("code", &RowLabel::code, "Subject code as printed, 类, 款 and 项 joined.")
      .def_readonly("name", &RowLabel::name, "Name as printed, broken lines rejoined.")
      .def_readonly("key", &RowLabel::key, "Canonical name without ordinals.")
      .def_property_readonly(
          "level", [](const RowLabel& l) { return index_or_none(l.level); },
          "Depth: 0 the total, 1 class or unit, …; None where unknown.")
      .def_property_readonly(
          "parent", [](const RowLabel& l) { return index_or_none(l.parent); },
          "Index of the row that it is part of, on its side; None without.")
      .def_readonly("of_which", &RowLabel::of_which,
                    "其中: part of its parent, one of several or not.")
      .def("__repr__",
           [](const RowLabel& l) { return "<RowLabel " + l.code + " " + l.name + ">"; });

  py::class_<Row>(module, "Row", "A row of cells, one for each column of its table.")
      .def_readonly("id", &Row::id, R"("r1", "r2", … in printed order.)")
      .def_readonly("place", &Row::place, "Its first line.")
      .def_readonly("cells", &Row::cells, "As many as the table has columns.")
      .def_readonly("labels", &Row::labels, "As many as the table has sides.")
      .def_property_readonly(
          "texts",
          [](const Row& r) {
            std::vector<std::string> texts;
            for (const Cell& cell : r.cells) texts.push_back(cell.figure.text());
            return texts;
          },
          "The cells as printed, \"\" for a blank.")
      .def("__repr__", [](const Row& r) {
        std::string text = "<Row " + r.id;
        for (const RowLabel& label : r.labels) text += " " + label.name;
        return text + ">";
      });
}

}  // namespace

void bind_table(py::module_& module) {
  bind_column(module);
  bind_row(module);

  py::class_<Side>(module, "Side", R"(One side of a table: a name column with its amounts.

A plain table has one side, a 收支总表 two.
)")
      .def_readonly("label", &Side::label, "收入, 支出, …; \"\" in a plain table.")
      .def_property_readonly(
          "name_column", [](const Side& s) { return index_or_none(s.name_column); },
          "Index of its name column; None without.")
      .def_readonly("columns", &Side::columns, "Indices of all its columns in printed order.")
      .def("__repr__", [](const Side& s) { return "<Side " + repr_of(py::cast(s.label)) + ">"; });

  py::class_<TableNote>(module, "TableNote", "A line that is printed with a table and is no row.")
      .def_readonly("text", &TableNote::text, "As printed.")
      .def_readonly("place", &TableNote::place, "Where it is printed.");

  py::class_<Table>(module, "Table", R"(A published table, cell by cell as printed.

A blank stays blank; nothing in it is computed.
)")
      .def_readonly("id", &Table::id, R"("t1", "t2", … in document order.)")
      .def_readonly("kind", &Table::kind, "Which table it is.")
      .def_readonly("number", &Table::number,
                    "Digits only: 预算公开表10 → \"10\"; \"\" where not printed.")
      .def_readonly("title", &Table::title, "As printed.")
      .def_readonly("unit", &Table::unit, "From 单位：万元.")
      .def_readonly("place", &Table::place, "The title's line.")
      .def_readonly("last", &Table::last, "Its last line.")
      .def_readonly("stated_empty", &Table::stated_empty, "The document says that it has no data.")
      .def_readonly("includes_carry_over", &Table::includes_carry_over,
                    "False where the title says 不含上年结转.")
      .def_readonly("columns", &Table::columns, "Its columns in printed order.")
      .def_readonly("sides", &Table::sides, "Its sides, which partition the columns.")
      .def_readonly("rows", &Table::rows, "Its rows in printed order.")
      .def_readonly("notes", &Table::notes, "Lines that are no rows: 注：本表无数据.")
      .def_property_readonly(
          "cells",
          [](const Table& t) {
            std::vector<std::vector<const Cell*>> cells;
            for (const Row& row : t.rows) {
              cells.emplace_back();
              for (const Cell& cell : row.cells) cells.back().push_back(&cell);
            }
            return cells;
          },
          py::return_value_policy::reference_internal, "Its cells, row by row.")
      .def(
          "cell",
          [](const Table& t, std::size_t row, std::size_t column) -> const Cell& {
            if (row >= t.rows.size() || column >= t.columns.size())
              throw py::index_error("the table has no such cell");
            return t.rows[row].cells[column];
          },
          py::return_value_policy::reference_internal, whole("row"), whole("column"),
          "The cell of a row and a column by their indices. Raises IndexError.")
      .def(
          "amount_column",
          [](const Table& t, const std::optional<std::string>& name) -> const Column& {
            return t.columns[static_cast<std::size_t>(amount_column(t, name.value_or("")))];
          },
          py::return_value_policy::reference_internal, "name"_a = py::none(),
          R"(The first amount column of that name: its term, the end of its header, or its id.

Without a name the first of all. Raises KeyError (LookupError).
)")
      .def(
          "tree",
          [](const Table& t, const py::Args<py::str>& columns) {
            std::vector<int> indices;
            for (const py::handle column : columns)
              indices.push_back(amount_column(t, column.cast<std::string>()));
            return TreeHandle(tree_of(t, std::move(indices)));
          },
          R"(The subject tree of its rows, with the amounts of the columns named.

A column is named by its term or its header (基本支出, 2024年预算数/基本支出); without names, all
amount columns of the first side. 其中 rows are left out. Raises KeyError (LookupError) for a column
that is none, CellNotRead for a figure that was not read.
)")
      .def("side_of", &Table::side_of, whole("column"),
           "Index of the side that a column belongs to.")
      .def("children", &Table::children, whole("row"), whole("side") = 0,
           "Indices of the rows directly below a row in the tree of a side.")
      .def(
          "total_row", [](const Table& t, int side) { return index_or_none(t.total_row(side)); },
          whole("side") = 0, "Index of the total row of a side; None where none is printed.")
      .def("__repr__", [](const Table& t) {
        return "<Table " + t.number + (t.number.empty() ? "" : " ") + t.title + ": " +
               std::to_string(t.rows.size()) + " rows, " + std::to_string(t.columns.size()) +
               " columns>";
      });
}

}  // namespace budget::python
