// SPDX-License-Identifier: Apache-2.0
#include <budget/amount/range.hpp>

#include "amount/exact_end.hpp"
#include "bindings.hpp"

namespace budget::python {
namespace {

/// Range<T> under the name that Python knows it by.
template <class T>
void bind_range_of(py::module_& module, const char* name, const char* documentation) {
  using Values = Range<T>;
  using End = EndArgument<T>;
  using Given = typename End::Type;
  py::class_<Values>(module, name, documentation)
      .def(py::init<>(), "Every value.")
      .def(py::init([](Given low, Bound low_bound, Given high, Bound high_bound) {
             return Values(End::value(low), low_bound, End::value(high), high_bound);
           }),
           "low"_a, "low_bound"_a, "high"_a, "high_bound"_a,
           R"(low..high with the kinds of its ends; the value of an unbounded end is ignored.

Raises DomainError ("amount.interval_reversed") for low > high.)")
      .def(py::init([](const Interval<T>& interval) { return Values(interval); }), "interval"_a,
           "The values of an interval.")
      .def_static(
          "at_least", [](Given value) { return Values::at_least(End::value(value)); }, "value"_a,
          "[value, ∞)")
      .def_static(
          "more_than", [](Given value) { return Values::more_than(End::value(value)); }, "value"_a,
          "(value, ∞)")
      .def_static(
          "at_most", [](Given value) { return Values::at_most(End::value(value)); }, "value"_a,
          "(-∞, value]")
      .def_static(
          "less_than", [](Given value) { return Values::less_than(End::value(value)); }, "value"_a,
          "(-∞, value)")
      .def_static(
          "exactly", [](Given value) { return Values::exactly(End::value(value)); }, "value"_a,
          "[value, value]")
      .def_property_readonly("low", &Values::low, "The lower end; None where there is none.")
      .def_property_readonly("high", &Values::high, "The upper end; None where there is none.")
      .def_property_readonly("low_bound", &Values::low_bound, "What the lower end is.")
      .def_property_readonly("high_bound", &Values::high_bound, "What the upper end is.")
      .def_property_readonly("is_empty", &Values::is_empty, "Whether no value lies in it.")
      .def("closed", &Values::closed,
           "The same values as an interval; None unless both ends are closed and it is not empty.")
      .def(
          "contains", [](const Values& a, Given b) { return a.contains(End::value(b)); }, "value"_a,
          "Whether the value, or the whole range, lies in it.")
      .def(
          "contains", [](const Values& a, const Values& b) { return a.contains(b); }, "value"_a)
      .def("__contains__", [](const Values& a, Given b) { return a.contains(End::value(b)); })
      .def("__contains__", [](const Values& a, const Values& b) { return a.contains(b); })
      .def(
          "intersect", [](const Values& a, const Values& b) { return intersect(a, b); }, "other"_a,
          "What lies in both ranges; it may be empty.")
      .def("__eq__", &equal<Values>, py::is_operator())
      .def("__hash__",
           [](const Values& r) {
             if (r.is_empty()) return py::hash(py::make_tuple());
             return py::hash(py::make_tuple(r.low(), r.high(), static_cast<int>(r.low_bound()),
                                            static_cast<int>(r.high_bound())));
           })
      .def("__str__", [](const Values& r) { return to_string(r); })
      .def("__repr__",
           [type = std::string(name)](const Values& r) {
             const T zero{};
             return type + "(" + repr_of(py::cast(r.low().value_or(zero))) + ", " +
                    enum_repr(r.low_bound()) + ", " + repr_of(py::cast(r.high().value_or(zero))) +
                    ", " + enum_repr(r.high_bound()) + ")";
           })
      .def("__reduce__", [](const py::object& self) {
        const auto& r = self.cast<const Values&>();
        const T zero{};
        return reduced(self, py::make_tuple(r.low().value_or(zero), r.low_bound(),
                                            r.high().value_or(zero), r.high_bound()));
      });
}

}  // namespace

void bind_range(py::module_& module) {
  py::native_enum<Bound>(module, "Bound", "enum.Enum",
                         R"(What an end of a range is.

`closed`: the end belongs to the range; `open`: everything up to it; `unbounded`: there is none.
)")
      .value("closed", Bound::closed)
      .value("open", Bound::open)
      .value("unbounded", Bound::unbounded)
      .finalize();
  bind_range_of<Decimal>(module, "DecimalRange",
                         R"(All numbers between two bounds, each included, excluded or absent.

What a target asks for. An interval is the range with both ends closed.

>>> from budgetcore import Bound, DecimalRange
>>> target = DecimalRange.at_least(95)
>>> print(target, 95 in target, 94 in target)
[95, ∞) True False
>>> print(target.intersect(DecimalRange.less_than(100)))
[95, 100)
)");
  bind_range_of<Money>(module, "MoneyRange",
                       "All amounts between two bounds, each included, excluded or absent.");
  bind_range_of<Ratio>(module, "RatioRange",
                       "All fractions between two bounds, each included, excluded or absent.");
}

}  // namespace budget::python
