// SPDX-License-Identifier: Apache-2.0
#include <budget/standard/catalogs.hpp>

#include "bindings.hpp"

namespace budget::python {

void bind_catalogs(py::module_& module) {
  module.def(
      "standard_code_info", &standard_code_info, "code"_a, whole("year") = py::none(),
      R"(What the compiled-in classifications know about a code, in a year; None for an unknown one.

>>> from budgetcore import SubjectCode, standard_code_info
>>> [name.name for name in standard_code_info(SubjectCode("20106")).names]
['财政事务']
)");
}

}  // namespace budget::python
