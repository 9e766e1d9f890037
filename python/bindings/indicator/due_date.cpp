// SPDX-License-Identifier: Apache-2.0
#include <budget/indicator/due_date.hpp>

#include "bindings.hpp"

namespace budget::python {
namespace {

/// A datetime.date, as the signatures name it.
class Date : public py::object {
  PYBIND11_OBJECT_DEFAULT(Date, object, PyObject_Type)
};

std::optional<Date> latest(const DueDate& due, int budget_year) {
  const auto day = due.latest(budget_year);
  if (!day || day->year < 1 || day->year > 9999) return std::nullopt;
  return py::reinterpret_steal<Date>(
      attribute("datetime", "date")(day->year, day->month, day->day).release());
}

std::optional<int> named(int number) {
  return number == 0 ? std::nullopt : std::optional(number);
}

}  // namespace
}  // namespace budget::python

namespace pybind11::detail {
template <>
struct handle_type_name<budget::python::Date> {
  static constexpr auto name = const_name("datetime.date");
};
}  // namespace pybind11::detail

namespace budget::python {

void bind_due_date(py::module_& module) {
  bind_enum(module, "Period", "A stretch of time, or how often something comes round.",
            Period::year);
  py::class_<DueDate>(module, "DueDate", R"(When something is due, as targets say it.

What is not printed is None; the year of the budget is known to the caller.

>>> from budgetcore import Target
>>> Target("每年11月底前完成").due.latest(2024)
datetime.date(2024, 11, 30)
)")
      .def_property_readonly(
          "year", [](const DueDate& d) { return named(d.year); }, "The year, where one is printed.")
      .def_readonly("years_after", &DueDate::years_after, "Years after that: 1 for 次年.")
      .def_property_readonly(
          "last_year", [](const DueDate& d) { return named(d.last_year); },
          "The last of several years: 2025 in 2023-2025年.")
      .def_property_readonly(
          "month", [](const DueDate& d) { return named(d.month); },
          "The month, 1 to 12; of several, the last.")
      .def_property_readonly(
          "first_month", [](const DueDate& d) { return named(d.first_month); },
          "The first of several months: 4 in 4-5月.")
      .def_property_readonly(
          "day", [](const DueDate& d) { return named(d.day); }, "The day of the month.")
      .def_readonly("every", &DueDate::every, "How often it comes round; none where it does not.")
      .def_readonly("is_before", &DueDate::is_before, "Whether it says 前.")
      .def("latest", &latest, whole("budget_year"),
           "The last day on which it is kept; None for what is due every month or oftener.")
      .def("__eq__", &equal<DueDate>, py::is_operator())
      .def("__hash__", [](const DueDate& d) {
        return py::hash(py::make_tuple(d.year, d.years_after, d.last_year, d.month, d.first_month,
                                       d.day, static_cast<int>(d.part), static_cast<int>(d.every),
                                       d.is_before));
      });
}

}  // namespace budget::python
