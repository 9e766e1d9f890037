// SPDX-License-Identifier: Apache-2.0
#include <budget/document/number_format.hpp>

#include "bindings.hpp"

namespace budget::python {

void bind_number_format(py::module_& module) {
  py::class_<NumberFormat>(module, "NumberFormat",
                           R"(How a spreadsheet shows a number under a format code.

>>> from budgetcore import NumberFormat
>>> NumberFormat("#,##0.00").shown("3296.2999999999997")
'3,296.30'
)")
      .def(py::init<std::string_view>(), "code"_a, "Any code; \"\" and \"General\" are the same.")
      .def_property_readonly("is_date", &NumberFormat::is_date,
                             "Whether it shows dates or times: a number under it is no figure.")
      .def("shown", &NumberFormat::shown, "number"_a,
           R"(A number, written as files have it, as it is shown.

First rounded to 15 digits, then half away from zero to the digits of the code. Under a code of
dates, fractions, exponents or Chinese numerals as under General. What is no number is returned as
it is.)");
}

}  // namespace budget::python
