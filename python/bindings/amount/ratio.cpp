// SPDX-License-Identifier: Apache-2.0
#include <budget/amount/ratio.hpp>

#include "bindings.hpp"

namespace budget::python {
namespace {

/// What a Ratio can be ordered with: an int, a fractions.Fraction or a decimal.Decimal of any size.
struct RealArgument {
  py::object value;
};

}  // namespace
}  // namespace budget::python

namespace pybind11::detail {

template <>
struct type_caster<budget::python::RealArgument> {
  PYBIND11_TYPE_CASTER(budget::python::RealArgument,
                       const_name("fractions.Fraction | decimal.Decimal | int"));
  bool load(handle source, bool) {
    budget::python::refuse_inexact(source);
    if (budget::python::is_decimal(source)) {
      if (!source.attr("is_finite")().cast<bool>()) return false;
      value.value = budget::python::attribute("fractions", "Fraction")(source);
      return true;
    }
    value.value = reinterpret_borrow<object>(source);
    return isinstance(source, budget::python::attribute("numbers", "Rational"));
  }
};

}  // namespace pybind11::detail

namespace budget::python {
namespace {

/// `operation(self, other)` for any exact other, else NotImplemented so that the other may answer.
template <class Operation>
auto exact_operator(Operation operation) {
  return [operation](const Ratio& self, const ExactArgument& other) {
    return operation(self, other.value);
  };
}

/// As Python compares fractions, so that a number of any size may stand on the other side.
bool compare(const Ratio& self, py::handle other, int operation) {
  const int result = PyObject_RichCompareBool(to_fraction(self).ptr(), other.ptr(), operation);
  if (result < 0) throw py::error_already_set();
  return result != 0;
}

template <int operation>
bool ordered(const Ratio& self, const RealArgument& other) {
  return compare(self, other.value, operation);
}

}  // namespace

void bind_ratio(py::module_& module) {
  py::class_<Ratio>(module, "Ratio", R"(An exact fraction, reduced; what Money / Money gives.

Equal to, ordered with and hashed like the int, fractions.Fraction or decimal.Decimal of the same
value, and a numbers.Rational. Arithmetic with them is exact; a float is refused.

>>> from budgetcore import Ratio, Rounding
>>> from fractions import Fraction
>>> Ratio(279426, 329630).percent(2, Rounding.half_up)
'84.77%'
>>> Ratio(1, 3) + 1 == Fraction(4, 3)
True
)")
      .def(py::init([](const ExactArgument& numerator, const ExactArgument& denominator) {
             return numerator.value / denominator.value;
           }),
           "numerator"_a = 0, "denominator"_a = 1,
           R"(numerator / denominator, both any exact number.

Raises DivisionByZero, or OverflowError where the reduced fraction leaves 128 bits.)")
      .def_property_readonly("numerator", &Ratio::numerator, "Numerator, signed.")
      .def_property_readonly("denominator", &Ratio::denominator, "Denominator, above 0.")
      .def("to_decimal", &Ratio::to_decimal, whole("scale"), "rounding"_a,
           "The value with `scale` digits after the point.")
      .def("to_fraction", &to_fraction, "The equal fractions.Fraction.")
      .def("percent", &Ratio::percent, whole("scale"), "rounding"_a,
           "The value in hundredths as printed, with `scale` digits after the point: '84.88%'.")
      .def("approximate", &Ratio::approximate,
           "A binary float near the value, for plots only; nothing here computes with it.")
      .def("__bool__", [](const Ratio& r) { return !r.is_zero(); })
      .def("__neg__", [](const Ratio& r) { return -r; })
      .def("__pos__", [](const Ratio& r) { return r; })
      .def("__abs__", [](const Ratio& r) { return abs(r); })
      .def("__add__", exact_operator([](const Ratio& a, const Ratio& b) { return a + b; }),
           py::is_operator())
      .def("__radd__", exact_operator([](const Ratio& a, const Ratio& b) { return b + a; }),
           py::is_operator())
      .def("__sub__", exact_operator([](const Ratio& a, const Ratio& b) { return a - b; }),
           py::is_operator())
      .def("__rsub__", exact_operator([](const Ratio& a, const Ratio& b) { return b - a; }),
           py::is_operator())
      .def("__mul__", exact_operator([](const Ratio& a, const Ratio& b) { return a * b; }),
           py::is_operator())
      .def("__rmul__", exact_operator([](const Ratio& a, const Ratio& b) { return b * a; }),
           py::is_operator())
      .def("__truediv__", exact_operator([](const Ratio& a, const Ratio& b) { return a / b; }),
           py::is_operator())
      .def("__rtruediv__", exact_operator([](const Ratio& a, const Ratio& b) { return b / a; }),
           py::is_operator())
      .def("__eq__", [](const Ratio& a, const py::object& b) { return compare(a, b, Py_EQ); })
      .def(py::self < py::self)
      .def("__lt__", &ordered<Py_LT>, py::is_operator())
      .def(py::self <= py::self)
      .def("__le__", &ordered<Py_LE>, py::is_operator())
      .def(py::self > py::self)
      .def("__gt__", &ordered<Py_GT>, py::is_operator())
      .def(py::self >= py::self)
      .def("__ge__", &ordered<Py_GE>, py::is_operator())
      .def("__hash__", [](const Ratio& r) { return py::hash(to_fraction(r)); })
      .def("__str__", [](const Ratio& r) { return to_string(r); })
      .def("__repr__",
           [](const Ratio& r) {
             return "Ratio(" + to_string(r.numerator()) + ", " + to_string(r.denominator()) + ")";
           })
      .def("__reduce__", [](const py::object& self) {
        const auto& r = self.cast<const Ratio&>();
        return reduced(self, py::make_tuple(r.numerator(), r.denominator()));
      });
}

}  // namespace budget::python
