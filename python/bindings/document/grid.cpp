// SPDX-License-Identifier: Apache-2.0
#include <budget/document/grid.hpp>

#include "base/corners.hpp"
#include "bindings.hpp"

namespace budget::python {
namespace {

using CellTuple = std::tuple<int, int, int, int, std::string>;

Grid make_grid(int rows, int columns, const std::vector<CellTuple>& cells, std::optional<int> page,
               std::string title, int first_row, int first_column, std::vector<int> hidden_rows,
               std::vector<int> hidden_columns) {
  Grid grid;
  grid.rows = rows;
  grid.columns = columns;
  grid.page = page.value_or(0);
  grid.title = std::move(title);
  grid.first_row = first_row;
  grid.first_column = first_column;
  grid.hidden_rows = std::move(hidden_rows);
  grid.hidden_columns = std::move(hidden_columns);
  for (const auto& [row, column, height, width, text] : cells) {
    GridCell cell;
    cell.row = row;
    cell.column = column;
    cell.rows = height;
    cell.columns = width;
    cell.text = text;
    grid.cells.push_back(std::move(cell));
  }
  return grid;
}

}  // namespace

void bind_grid(py::module_& module) {
  py::class_<GridCell>(module, "GridCell", "A cell of a grid and what is printed in it.")
      .def_readonly("row", &GridCell::row, "First row, from 0.")
      .def_readonly("column", &GridCell::column, "First column, from 0.")
      .def_readonly("rows", &GridCell::rows, "How many rows it spans.")
      .def_readonly("columns", &GridCell::columns, "How many columns it spans.")
      .def_readonly("text", &GridCell::text, "What is printed, lines parted by line ends.")
      .def_property_readonly(
          "box", [](const GridCell& o) { return corners(o.box); },
          "On the page, where the source has placed words.")
      .def_readonly("recognised", &GridCell::recognised, "Read from a picture of the text.")
      .def("__repr__", [](const GridCell& c) {
        return "<GridCell " + std::to_string(c.row) + ", " + std::to_string(c.column) + ": " +
               repr_of(py::cast(c.text)) + ">";
      });

  py::class_<Grid>(module, "Grid",
                   "A table as it is drawn: rows, columns, and cells that may span several.")
      .def(py::init(&make_grid), "rows"_a, "columns"_a, "cells"_a, py::kw_only(),
           "page"_a = py::none(), "title"_a = "", "first_row"_a = 1, "first_column"_a = 1,
           "hidden_rows"_a = std::vector<int>(), "hidden_columns"_a = std::vector<int>(),
           R"(A grid of cells (row, column, rows, columns, text), counted from 0.

A title makes it a sheet of a workbook, in which row 0 has the number `first_row`, column 0 the
number `first_column`. Hidden rows and columns, from 0, are set aside.
Positions without a cell are blank. Cells that lie outside or overlap are refused by
`document_of_blocks`.

>>> from budgetcore import Grid
>>> Grid(2, 2, [(0, 0, 1, 2, "项目"), (1, 0, 1, 1, "合计"), (1, 1, 1, 1, "3.60")])
<Grid 2 × 2>
)")
      .def_readonly("rows", &Grid::rows, "Number of rows.")
      .def_readonly("columns", &Grid::columns, "Number of columns.")
      .def_readonly("cells", &Grid::cells, "The cells that print something, row by row.")
      .def_property_readonly(
          "page", [](const Grid& g) { return g.page > 0 ? std::optional(g.page) : std::nullopt; },
          "Page, from 1; None where unknown.")
      .def_readonly("title", &Grid::title, "Of a workbook's sheet; \"\" elsewhere.")
      .def_readonly("edges", &Grid::edges,
                    "Left edges of the columns and the last right one, in points; may be empty.")
      .def_readonly("continues", &Grid::continues,
                    "Whether it goes on with the grid before it, which a page end cut.")
      .def("__repr__", [](const Grid& g) {
        return "<Grid " + std::to_string(g.rows) + " × " + std::to_string(g.columns) + ">";
      });
}

}  // namespace budget::python
