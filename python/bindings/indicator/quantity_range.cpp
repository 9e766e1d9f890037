// SPDX-License-Identifier: Apache-2.0
#include <budget/indicator/quantity_range.hpp>

#include "bindings.hpp"
#include "indicator/quantity_argument.hpp"

namespace budget::python {

void bind_quantity_range(py::module_& module) {
  py::class_<QuantityRange>(module, "QuantityRange", R"(All quantities between two bounds.

What targets combine to, so that it can be held against a budget. Counts and prices are meant, which
do not go below 0.

>>> from budgetcore import Money, Quantity, Target
>>> cost = Target("≤22名").range * Target("≤1980元/月/人").range * Quantity("12个月")
>>> print(cost, Money.parse("53万元") in cost)
≤522720元 False
)")
      .def(py::init<const Range<Ratio>&, Measure>(), "values"_a, "measure"_a,
           "The values of a measure.")
      .def_property_readonly("values", &QuantityRange::values, "The numbers.")
      .def_property_readonly("measure", &QuantityRange::measure, "Of what.")
      .def("to", &QuantityRange::in, "measure"_a,
           "The same in another measure. Raises DomainError where the dimensions differ.")
      .def(
          "__contains__",
          [](const QuantityRange& r, const QuantityArgument& q) { return r.contains(q.value); },
          "quantity"_a)
      .def(
          "__contains__",
          [](const QuantityRange& r, const QuantityRange& other) { return r.contains(other); },
          "other"_a)
      .def(py::self * py::self)
      .def(
          "__mul__", [](const QuantityRange& r, const QuantityArgument& q) { return r * q.value; },
          py::is_operator())
      .def(
          "__rmul__", [](const QuantityRange& r, const QuantityArgument& q) { return q.value * r; },
          py::is_operator())
      .def("__eq__", &equal<QuantityRange>, py::is_operator())
      .def("__hash__",
           [](const QuantityRange& r) {
             const QuantityRange base = r.in(r.measure().dimension());
             return py::hash(py::make_tuple(base.values(), to_string(base.measure())));
           })
      .def("__str__", [](const QuantityRange& r) { return to_string(r); })
      .def("__repr__",
           [](const QuantityRange& r) {
             return "QuantityRange(" + repr_of(py::cast(r.values())) + ", " +
                    repr_of(py::cast(r.measure())) + ")";
           })
      .def("__reduce__", [](const py::object& self) {
        const auto& r = self.cast<const QuantityRange&>();
        return reduced(self, py::make_tuple(r.values(), r.measure()));
      });
}

}  // namespace budget::python
