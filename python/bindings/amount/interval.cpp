// SPDX-License-Identifier: Apache-2.0
#include <budget/amount/interval.hpp>
#include <budget/amount/interval_product.hpp>

#include "amount/exact_end.hpp"
#include "bindings.hpp"

namespace budget::python {
namespace {

/// Interval<T> under the name that Python knows it by.
template <class T>
void bind_interval_of(py::module_& module, const char* name, const char* documentation) {
  using Ends = Interval<T>;
  using End = EndArgument<T>;
  using Given = typename End::Type;
  py::class_<Ends> bound(module, name, documentation);
  bound
      .def(py::init([](Given value) { return Ends(End::value(value)); }), "value"_a,
           "The interval that holds one value only.")
      .def(py::init([](Given low, Given high) { return Ends(End::value(low), End::value(high)); }),
           "low"_a, "high"_a,
           R"(low..high. Raises DomainError ("amount.interval_reversed") for low > high.)")
      .def_property_readonly(
          "low", [](const Ends& i) { return i.low(); }, "Least value.")
      .def_property_readonly(
          "high", [](const Ends& i) { return i.high(); }, "Greatest value.")
      .def_property_readonly("width", &Ends::width, "high - low.")
      .def_property_readonly("is_point", &Ends::is_point, "Whether it holds one value only.")
      .def(
          "contains", [](const Ends& a, Given b) { return a.contains(End::value(b)); }, "value"_a,
          "Whether the value, or the whole interval, lies in it, ends included.")
      .def(
          "contains", [](const Ends& a, const Ends& b) { return a.contains(b); }, "value"_a)
      .def("__contains__", [](const Ends& a, Given b) { return a.contains(End::value(b)); })
      .def("__contains__", [](const Ends& a, const Ends& b) { return a.contains(b); })
      .def("__neg__", [](const Ends& a) { return -a; })
      .def(
          "__add__", [](const Ends& a, const Ends& b) { return a + b; }, py::is_operator())
      .def(
          "__sub__", [](const Ends& a, const Ends& b) { return a - b; }, py::is_operator())
      .def(
          "__mul__", [](const Ends& a, const Int64Argument& n) { return a * n.value; },
          py::is_operator())
      .def(
          "__rmul__", [](const Ends& a, const Int64Argument& n) { return a * n.value; },
          py::is_operator())
      .def("__eq__", &equal<Ends>, py::is_operator())
      .def("__hash__", [](const Ends& i) { return py::hash(py::make_tuple(i.low(), i.high())); })
      .def("__str__", [](const Ends& i) { return to_string(i); })
      .def("__repr__",
           [type = std::string(name)](const Ends& i) {
             return type + "(" + repr_of(py::cast(i.low())) + ", " + repr_of(py::cast(i.high())) +
                    ")";
           })
      .def("__reduce__", [](const py::object& self) {
        const auto& i = self.cast<const Ends&>();
        return reduced(self, py::make_tuple(i.low(), i.high()));
      });
  if constexpr (!std::same_as<T, Money>)
    bound.def(
        "__mul__", [](const Ends& a, const Ends& b) { return a * b; }, py::is_operator());
  bound
      .def(
          "__truediv__", [](const Ends& a, const Ends& b) { return a / b; }, py::is_operator())
      .def("quotient", &quotient<T>, "divisor"_a,
           R"(Everything a quotient can be, as exact fractions; None where the divisor holds zero.

`a / b` is the same, and raises DivisionByZero there.)");
  module.def("intersect", &intersect<T>, "a"_a, "b"_a,
             "What lies in both intervals, or None where they do not even touch.");
  module.def("hull", &hull<T>, "a"_a, "b"_a, "The least interval that holds both.");
}

}  // namespace

void bind_interval(py::module_& module) {
  bind_interval_of<Ratio>(module, "RatioInterval",
                          "All fractions between two, both included; arithmetic is exact.");
  bind_interval_of<Decimal>(module, "DecimalInterval",
                            R"(All numbers between two exact ends, both included.

What a rounded figure stands for. Arithmetic gives exactly what can come out.

>>> from budgetcore import DecimalInterval, Figure, Unit, intersect
>>> a = Figure("46.20", Unit.wan_yuan).amounts()
>>> b = Figure("18.36", Unit.wan_yuan).amounts()
>>> print(a + b)
[645500, 645700]
>>> print(intersect(a + b, Figure("64.55", Unit.wan_yuan).amounts()))
[645500, 645550]
)");
  bind_interval_of<Money>(module, "MoneyInterval",
                          "All amounts between two, both included; arithmetic is exact.");
}

}  // namespace budget::python
