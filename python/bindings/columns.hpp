// SPDX-License-Identifier: Apache-2.0
// Columns of a data frame: lists by name, and the same as a table in HTML.
#pragma once

#include <initializer_list>
#include <string>

#include "bindings.hpp"

namespace budget::python {

/// Lists of one length by the names of their columns.
using Columns = py::typing::Dict<py::str, py::typing::List<py::object>>;

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

/// A table in HTML, None left blank.
inline std::string html_of(const Columns& columns, std::size_t rows) {
  std::string html = "<table><thead><tr>";
  for (const auto& [name, values] : columns)
    html += "<th>" + escaped(py::str(name).cast<std::string>()) + "</th>";
  html += "</tr></thead><tbody>";
  for (std::size_t i = 0; i < rows; ++i) {
    html += "<tr>";
    for (const auto& [name, values] : columns) {
      const py::object value = values.cast<py::list>()[i];
      html +=
          "<td>" + (value.is_none() ? "" : escaped(py::str(value).cast<std::string>())) + "</td>";
    }
    html += "</tr>";
  }
  return html + "</tbody></table>";
}

/// The columns as a pandas DataFrame. ModuleNotFoundError without pandas.
inline py::object to_pandas(const Columns& columns) {
  return py::module_::import("pandas").attr("DataFrame")(columns);
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
