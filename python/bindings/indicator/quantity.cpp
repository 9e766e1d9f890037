// SPDX-License-Identifier: Apache-2.0
#include <budget/indicator/quantity.hpp>
#include <budget/indicator/target.hpp>

#include "bindings.hpp"
#include "indicator/quantity_argument.hpp"

namespace budget::python {
namespace {

/// Compares, and says by which measures where it cannot: Python has no "unordered".
std::partial_ordering compared(const Quantity& a, const Quantity& b) {
  const std::partial_ordering order = a <=> b;
  if (order == std::partial_ordering::unordered) (void)b.in(a.measure());  // raises
  return order;
}

}  // namespace

void bind_quantity(py::module_& module) {
  py::class_<Quantity>(module, "Quantity", R"(An exact number of a measure: 8438.41㎡, 95%.

Sums and comparisons ask for one dimension (DomainError otherwise); products and quotients combine
measures. Money counts as a quantity of 元.

>>> from budgetcore import Money, Quantity
>>> cost = Quantity("1980元/月/人") * Quantity("5人") * Quantity("1年")
>>> print(cost, cost == Money.parse("11.88万元"))
118800元 True
>>> Quantity("24小时") == Quantity("1天")
True
)")
      .def(py::init([](const std::string& text) { return parse_quantity(text); }), "text"_a,
           R"(Reads a number with a measure: "1980元/人/月", "12万笔".

Raises ParseError ("indicator.quantity").)")
      .def(py::init([](const ExactArgument& value, const Measure& measure) {
             return Quantity(value.value, measure);
           }),
           "value"_a, "measure"_a, "A number of a measure.")
      .def(py::init(&Quantity::of), "amount"_a, "An amount of money, in 元.")
      .def_property_readonly("value", &Quantity::value, "The number.")
      .def_property_readonly("measure", &Quantity::measure, "Of what.")
      .def("to", &Quantity::in, "measure"_a,
           R"(The same in another measure: 24小时 in 天 is 1天.

Raises DomainError ("indicator.measures") where the dimensions differ.)")
      .def("money", &Quantity::money, "rounding"_a,
           "The amount of money, rounded to whole 分. Raises DomainError where it is no money.")
      .def("__neg__", [](const Quantity& a) { return -a; })
      .def(
          "__add__", [](const Quantity& a, const QuantityArgument& b) { return a + b.value; },
          py::is_operator())
      .def(
          "__sub__", [](const Quantity& a, const QuantityArgument& b) { return a - b.value; },
          py::is_operator())
      .def(
          "__mul__", [](const Quantity& a, const QuantityArgument& b) { return a * b.value; },
          py::is_operator())
      .def(
          "__rmul__", [](const Quantity& a, const QuantityArgument& b) { return b.value * a; },
          py::is_operator())
      .def(
          "__truediv__", [](const Quantity& a, const QuantityArgument& b) { return a / b.value; },
          py::is_operator())
      .def(
          "__eq__", [](const Quantity& a, const QuantityArgument& b) { return a == b.value; },
          py::is_operator())
      .def("__eq__", [](const Quantity&, const py::object&) { return false; })
      .def(
          "__lt__",
          [](const Quantity& a, const QuantityArgument& b) { return compared(a, b.value) < 0; },
          py::is_operator())
      .def(
          "__le__",
          [](const Quantity& a, const QuantityArgument& b) { return compared(a, b.value) <= 0; },
          py::is_operator())
      .def(
          "__gt__",
          [](const Quantity& a, const QuantityArgument& b) { return compared(a, b.value) > 0; },
          py::is_operator())
      .def(
          "__ge__",
          [](const Quantity& a, const QuantityArgument& b) { return compared(a, b.value) >= 0; },
          py::is_operator())
      .def("__hash__",
           [](const Quantity& q) {
             // As the number or the amount of money that it is equal to.
             const Quantity base = q.in(q.measure().dimension());
             if (base.measure().is_number()) return py::hash(py::cast(base.value()));
             const Ratio fen = base.value() * Ratio(100);
             const bool is_money = base.measure() == Measure::of("元") && fen.denominator() == 1 &&
                                   fen.numerator() <= INT64_MAX && fen.numerator() >= INT64_MIN;
             if (is_money)
               return py::hash(py::cast(Money::of_fen(static_cast<std::int64_t>(fen.numerator()))));
             return py::hash(py::make_tuple(base.value(), to_string(base.measure())));
           })
      .def("__str__", [](const Quantity& q) { return to_string(q); })
      .def("__repr__",
           [](const Quantity& q) {
             return "Quantity(" + repr_of(py::cast(q.value())) + ", " +
                    repr_of(py::cast(q.measure())) + ")";
           })
      .def("__reduce__", [](const py::object& self) {
        const auto& q = self.cast<const Quantity&>();
        return reduced(self, py::make_tuple(q.value(), q.measure()));
      });
}

}  // namespace budget::python
