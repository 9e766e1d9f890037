// SPDX-License-Identifier: Apache-2.0
// The list of bindings, one a header, and what all of them share.
#pragma once

#include <pybind11/native_enum.h>
#include <pybind11/operators.h>
#include <pybind11/pybind11.h>
#include <pybind11/stl.h>
#include <pybind11/typing.h>

#include <optional>
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
void bind_money_array(py::module_&);
void bind_allocate(py::module_&);
void bind_words(py::module_&);
void bind_format(py::module_&);
void bind_range(py::module_&);
void bind_interval(py::module_&);
void bind_reading(py::module_&);
void bind_figure(py::module_&);
// subject
void bind_code(py::module_&);
void bind_code_range(py::module_&);
void bind_code_info(py::module_&);
void bind_catalog(py::module_&);
void bind_tree(py::module_&);
void bind_tree_build(py::module_&);
void bind_tree_frame(py::module_&);
void bind_tree_check(py::module_&);
void bind_share(py::module_&);
void bind_tree_edit(py::module_&);
void bind_comparison(py::module_&);
void bind_matrix(py::module_&);
// indicator
void bind_measure(py::module_&);
void bind_quantity(py::module_&);
void bind_quantity_range(py::module_&);
void bind_due_date(py::module_&);
void bind_fees(py::module_&);
void bind_target(py::module_&);
void bind_indicator(py::module_&);
void bind_evaluate(py::module_&);
void bind_score(py::module_&);
// document
void bind_grid(py::module_&);
void bind_document(py::module_&);
void bind_blocks(py::module_&);
void bind_sheet(py::module_&);
void bind_number_format(py::module_&);
void bind_page(py::module_&);
void bind_read_pages(py::module_&);
void bind_pdfium(py::module_&);
void bind_read_text(py::module_&);
// disclosure
void bind_table_kind(py::module_&);
void bind_table(py::module_&);
void bind_table_frame(py::module_&);
void bind_disclosure(py::module_&);
void bind_target_table(py::module_&);
void bind_recognise(py::module_&);
void bind_correction(py::module_&);
void bind_difference(py::module_&);
// obligation
void bind_claim(py::module_&);
// proof
void bind_prove(py::module_&);
void bind_obligation(py::module_&);
void bind_outcome(py::module_&);
// rule
void bind_syntax(py::module_&);
void bind_pack(py::module_&);
// standard
void bind_catalogs(py::module_&);
void bind_load_catalog(py::module_&);
void bind_rules(py::module_&);
// audit
void bind_cause(py::module_&);
void bind_finding(py::module_&);
void bind_report(py::module_&);
void bind_audit(py::module_&);
void bind_cells(py::module_&);
// render
void bind_text(py::module_&);
void bind_json(py::module_&);
void bind_csv(py::module_&);

/// Text of a document as Python text; bytes that are not UTF-8 become U+FFFD.
inline py::str readable(std::string_view text) {
  PyObject* decoded =
      PyUnicode_DecodeUTF8(text.data(), static_cast<py::ssize_t>(text.size()), "replace");
  if (decoded == nullptr) throw py::error_already_set();
  return py::reinterpret_steal<py::str>(decoded);
}

/// Text for HTML.
inline std::string escaped(std::string_view text) {
  std::string result;
  for (const char byte : text) {
    switch (byte) {
      case '&': result += "&amp;"; break;
      case '<': result += "&lt;"; break;
      case '>': result += "&gt;"; break;
      default: result += byte;
    }
  }
  return result;
}

/// What a value of Python prints as in code.
inline std::string repr_of(py::handle value) {
  return py::cast<std::string>(py::repr(value));
}

/// `__eq__` of a class; the operator answers NotImplemented for another type, and Python derives !=.
template <class T>
bool equal(const T& self, const Comparable<T>& other) {
  return self == *other.value;
}

/// A tuple of any length, as the signatures name it.
using AnyTuple = py::typing::Tuple<py::object, py::ellipsis>;

/// What `__reduce__` returns: the class and the arguments that make the same value again.
using Reduced = py::typing::Tuple<py::type, AnyTuple>;

inline Reduced reduced(py::handle self, const py::tuple& arguments) {
  return py::make_tuple(py::type::of(self), arguments);
}

/// A whole number as an argument; what is not one is refused instead of converted.
inline py::arg whole(const char* name) {
  return py::arg(name).noconvert();
}

/// "Unit.wan_yuan": how a member of an enum is written in code.
template <class Enum>
std::string enum_repr(Enum value) {
  return py::cast<std::string>(py::str(py::cast(value)));
}

/// The name of a member of an enum in the code.
template <class Enum>
std::string_view word_of(Enum member) {
  if constexpr (requires { symbol(member); })
    return symbol(member);
  else
    return to_string(member);
}

/// Binds an enum under the names that `symbol` or `to_string` gives its members, from the first to `last`.
/// The member that says "nothing" and has no word is called none.
template <class Enum>
void bind_enum(py::module_& module, const char* name, const char* documentation, Enum last) {
  py::native_enum<Enum> bound(module, name, "enum.Enum", documentation);
  for (int i = 0; i <= static_cast<int>(last); ++i) {
    const auto member = static_cast<Enum>(i);
    const std::string word(word_of(member));
    bound.value(word.empty() ? "none" : word.c_str(), member);
  }
  bound.finalize();
}

/// An index of C++, where -1 says that there is none.
inline std::optional<int> index_or_none(int index) {
  return index < 0 ? std::nullopt : std::optional(index);
}

}  // namespace budget::python
