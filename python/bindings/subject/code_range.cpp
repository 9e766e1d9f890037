// SPDX-License-Identifier: Apache-2.0
#include <budget/subject/code_range.hpp>

#include "bindings.hpp"

namespace budget::python {

void bind_code_range(py::module_& module) {
  py::class_<CodeRange>(module, "CodeRange", R"(A run of subject codes, both ends included.

What lies below the last code is in it too.

>>> from budgetcore import CodeRange, SubjectCode
>>> SubjectCode("2080505") in CodeRange(SubjectCode("2080501"), SubjectCode("2080599"))
True
>>> SubjectCode("208") in CodeRange.below(SubjectCode("208"))
False
)")
      .def(py::init<SubjectCode, SubjectCode>(), "first"_a, "last"_a,
           R"(Raises DomainError ("subject.code_range") where the last stands before the first.)")
      .def_static("below", &CodeRange::below, "code"_a,
                  "All that lies below a code, not the code itself.")
      .def_static("at_and_below", &CodeRange::at_and_below, "code"_a,
                  "A code and all that lies below it.")
      .def_property_readonly("first", &CodeRange::first, "Where it begins.")
      .def_property_readonly("last", &CodeRange::last, "Where it ends.")
      .def("__contains__", &CodeRange::contains, "code"_a)
      .def("__eq__", &equal<CodeRange>, py::is_operator())
      .def("__hash__", [](CodeRange r) { return py::hash(py::str(to_string(r))); })
      .def("__str__", [](CodeRange r) { return to_string(r); })
      .def("__repr__", [](CodeRange r) { return "<CodeRange " + to_string(r) + ">"; });
}

}  // namespace budget::python
