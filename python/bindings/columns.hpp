// SPDX-License-Identifier: Apache-2.0
// Columns of a data frame: lists by name, and the same as a table in HTML.
#pragma once

#include <algorithm>
#include <initializer_list>
#include <string>
#include <utility>

#include "bindings.hpp"

namespace budget::python {

/// Lists of one length by the names of their columns; amounts are a MoneyArray.
using Columns = py::typing::Dict<py::str, py::object>;

/// Empty lists under names.
inline Columns empty_columns(std::initializer_list<const char*> names) {
  Columns columns;
  for (const char* name : names) columns[name] = py::list();
  return columns;
}

/// Adds a value to a column.
inline void put(Columns& columns, const char* name, const py::object& value) {
  columns[name].cast<py::list>().append(value);
}

/// A number that 0 says nothing of.
inline py::object number_or_none(int value) {
  return value > 0 ? py::object(py::int_(value)) : py::object(py::none());
}

/// A table in HTML, None left blank; of a long one its first rows, and how many there are.
inline std::string html_of(const Columns& columns) {
  constexpr std::size_t most_rows = 200;
  std::size_t all = 0;
  for (const auto& [name, values] : columns) all = py::len(values);
  const std::size_t rows = std::min(all, most_rows);
  std::string html = "<table><thead><tr>";
  for (const auto& [name, values] : columns)
    html += "<th>" + escaped(py::str(name).cast<std::string>()) + "</th>";
  html += "</tr></thead><tbody>";
  for (std::size_t i = 0; i < rows; ++i) {
    html += "<tr>";
    for (const auto& [name, values] : columns) {
      const py::object value = values[py::int_(i)];
      html +=
          "<td>" + (value.is_none() ? "" : escaped(py::str(value).cast<std::string>())) + "</td>";
    }
    html += "</tr>";
  }
  html += "</tbody></table>";
  if (rows < all) html += "<p>… " + std::to_string(all) + "</p>";
  return html;
}

/// Calls a function of budgetcore.columnar.tables.
template <class... Arguments>
py::object in_tables(const char* function, Arguments&&... arguments) {
  return py::module_::import("budgetcore.columnar.tables")
      .attr(function)(std::forward<Arguments>(arguments)...);
}

/// Binds what every frame has: `to_dict`, documented by `columns_doc`, and the same for pandas, Arrow and
/// polars. `columns` makes the columns of an object; `unit` tells the unit of its amounts, or units by the
/// names of columns.
template <class Class, class MakeColumns, class UnitOf>
void bind_columns(Class& bound, const char* columns_doc, MakeColumns columns, UnitOf unit) {
  using Object = typename Class::type;
  const auto by = [columns, unit](const char* function) {
    return [columns, unit, function](const Object& o) {
      return in_tables(function, columns(o), unit(o));
    };
  };
  bound
      .def(
          "to_dict", [columns](const Object& o) { return columns(o); }, columns_doc)
      .def("to_pandas", by("to_pandas"),
           "The same as a pandas DataFrame; amounts as money[…], whole numbers as Int64. "
           "ModuleNotFoundError without pandas and pyarrow.")
      .def(
          "to_arrow",
          [columns, unit](const Object& o, const std::string& amounts) {
            return in_tables("to_arrow", columns(o), unit(o), amounts);
          },
          "amounts"_a = "decimal",
          "The same as a pyarrow table; amounts as decimal128 in their unit, or with \"fen\" as "
          "int64 分 without a copy. ModuleNotFoundError without pyarrow.")
      .def("to_polars", by("to_polars"),
           "The same as a polars DataFrame; amounts as Decimal in their unit. "
           "ModuleNotFoundError without polars and pyarrow.")
      .def(
          "__arrow_c_stream__",
          [columns, unit](const Object& o, const py::object& schema) {
            return in_tables("arrow_stream", columns(o), unit(o), schema);
          },
          "requested_schema"_a = py::none());
}

/// The same with amounts in 元, and a table for notebooks.
template <class Class, class MakeColumns>
void bind_frame(Class& bound, const char* columns_doc, MakeColumns columns) {
  using Object = typename Class::type;
  bind_columns(bound, columns_doc, columns, [](const Object&) { return py::cast(Unit::yuan); });
  bound.def("_repr_html_", [columns](const Object& o) { return html_of(columns(o)); });
}

/// An element of a sequence by an index that may count from its end. Throws IndexError.
template <class Value>
const Value& item_at(const std::vector<Value>& values, py::ssize_t index) {
  const auto size = static_cast<py::ssize_t>(values.size());
  if (index < 0) index += size;
  if (index < 0 || index >= size) throw py::index_error("index out of range");
  return values[static_cast<std::size_t>(index)];
}

}  // namespace budget::python
