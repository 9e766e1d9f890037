// SPDX-License-Identifier: Apache-2.0
// The list of bindings, one a header, and what all of them share.
#pragma once

#include <pybind11/native_enum.h>
#include <pybind11/operators.h>
#include <pybind11/pybind11.h>
#include <pybind11/stl.h>

#include <string>
#include <string_view>

#include "casters.hpp"

namespace budget::python {

namespace py = pybind11;
using namespace py::literals;

// base
void bind_place(py::module_&);
void bind_error(py::module_&);
// amount
void bind_rounding(py::module_&);
void bind_unit(py::module_&);
void bind_ratio(py::module_&);
void bind_money(py::module_&);
void bind_interval(py::module_&);
void bind_reading(py::module_&);
void bind_figure(py::module_&);

/// Text of a document as Python text; bytes that are not UTF-8 become U+FFFD.
inline py::str readable(std::string_view text) {
  PyObject* decoded =
      PyUnicode_DecodeUTF8(text.data(), static_cast<py::ssize_t>(text.size()), "replace");
  if (decoded == nullptr) throw py::error_already_set();
  return py::reinterpret_steal<py::str>(decoded);
}

/// What a value of Python prints as in code.
inline std::string repr_of(py::handle value) {
  return py::cast<std::string>(py::repr(value));
}

/// "Unit.wan_yuan": how a member of an enum is written in code.
template <class Enum>
std::string enum_repr(Enum value) {
  return py::cast<std::string>(py::str(py::cast(value)));
}

}  // namespace budget::python
