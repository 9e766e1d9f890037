// SPDX-License-Identifier: Apache-2.0
#include <budget/indicator/measure.hpp>

#include "bindings.hpp"

namespace budget::python {

void bind_measure(py::module_& module) {
  py::class_<Measure>(module, "Measure", R"(What a number counts or measures: 人, 次/年, 元/人/天.

A product of powers of units: the order of units and the word for one make no other measure. There
is no order among measures.

>>> from budgetcore import Measure
>>> Measure("元/人/天") == Measure("元/天/名")
True
>>> print(Measure("元/人/月") * Measure("人"))
元/月
)")
      .def(
          py::init(&Measure::parse), "text"_a = "",
          R"(Reads `元/人/天`, `元/人·天`, `元每人每天`, `人次/年`; a unit may be any word of letters.

Raises ParseError ("indicator.measure").)")
      .def_property_readonly(
          "factors",
          [](const Measure& m) {
            py::typing::Dict<py::str, int> factors;
            for (const MeasureFactor& factor : m.factors())
              factors[py::str(factor.unit)] = factor.power;
            return factors;
          },
          "Powers by the unit's canonical name.")
      .def_property_readonly("is_number", &Measure::is_number,
                             "Whether it is a pure number, without any unit.")
      .def("power", &Measure::power, "unit"_a,
           "Power of a unit, by any word for it; 0 where it does not occur.")
      .def_property_readonly("dimension", &Measure::dimension,
                             "The measure in base units: 月 for 年, a pure number for %.")
      .def_property_readonly("size", &Measure::size,
                             "How much of `dimension` one of this is: 12 for 年, 1/100 for %.")
      .def(
          "comparable", [](const Measure& a, const Measure& b) { return comparable(a, b); },
          "other"_a, "Whether quantities of the two can be compared: the same dimension.")
      .def(py::self * py::self)
      .def(py::self / py::self)
      .def("__eq__", &equal<Measure>, py::is_operator())
      .def("__hash__", [](const Measure& m) { return py::hash(py::str(to_string(m))); })
      .def("__bool__", [](const Measure& m) { return !m.is_number(); })
      .def("__str__", [](const Measure& m) { return to_string(m); })
      .def("__repr__",
           [](const Measure& m) { return "Measure(" + repr_of(py::str(to_string(m))) + ")"; })
      .def("__reduce__", [](const py::object& self) {
        return reduced(self, py::make_tuple(to_string(self.cast<const Measure&>())));
      });
}

}  // namespace budget::python
