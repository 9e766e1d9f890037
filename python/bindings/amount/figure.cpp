// SPDX-License-Identifier: Apache-2.0
#include <budget/amount/figure.hpp>

#include "bindings.hpp"

namespace budget::python {
namespace {

std::string figure_repr(const Figure& figure) {
  std::string text = "Figure(" + repr_of(readable(figure.text()));
  if (figure.unit() != Unit::unknown) text += ", " + enum_repr(figure.unit());
  text += ")";
  if (figure.is_number() && figure.digits() != figure.value().scale())
    text += ".with_digits(" + std::to_string(figure.digits()) + ")";
  return text;
}

using Parts = py::typing::Tuple<py::bytes, Unit, py::int_>;

/// A figure from its parts, for copies and pickles.
Figure restore(std::string text, Unit unit, int digits) {
  const Figure figure(std::move(text), unit);
  return figure.is_number() ? figure.with_digits(digits) : figure;
}

/// The text with its unit; what it stands for under the pointer.
std::string figure_html(const Figure& figure) {
  std::string shown = escaped(figure.text());
  if (figure.is_number() && figure.suffix() == Suffix::none) shown += symbol(figure.unit());
  if (!figure.is_number()) return shown;
  const Interval<Decimal> printed = figure.printed();
  return "<span title=\"" + to_string(printed.low()) + " … " + to_string(printed.high()) + "\">" +
         shown + "</span>";
}

}  // namespace

void bind_figure(py::module_& module) {
  py::native_enum<Restatement>(module, "Restatement", "enum.Enum",
                               R"(How two figures for one quantity agree.

`same`: same unit, digits and value; `compatible`: unit or digits differ, and some amount prints
as both; `different`: no amount prints as both, or same unit and digits and another value;
`not_comparable`: one is no number, a unit is unknown, or one is a percentage.
)")
      .value("same", Restatement::same)
      .value("compatible", Restatement::compatible)
      .value("different", Restatement::different)
      .value("not_comparable", Restatement::not_comparable)
      .finalize();

  py::class_<Figure>(module, "Figure",
                     R"(A number as it was printed, and the amounts it may stand for.

Blanks, dashes, labels and unreadable texts are figures too, and never become 0.

>>> from budgetcore import Figure, FigureState, Unit
>>> figure = Figure("3,296.3", Unit.wan_yuan)
>>> figure.value, figure.digits
(Decimal('3296.3'), 1)
>>> print(figure.amounts())
[32962500, 32963500]
>>> Figure("—").state is FigureState.dash, Figure("—").value
(True, None)
)")
      .def(
          py::init([](std::string text, Unit unit) { return Figure(std::move(text), unit); }),
          "text"_a = "", py::arg_v("unit", Unit::unknown, "Unit.unknown"),
          "Reads `text`; a unit glued behind the number beats `unit`, that of its column or table.")
      .def_property_readonly(
          "text", [](const Figure& f) { return readable(f.text()); }, "As printed.")
      .def_property_readonly("state", &Figure::state, "What the text is.")
      .def_property_readonly("is_number", &Figure::is_number, "Whether it is a number.")
      .def_property_readonly(
          "value",
          [](const Figure& f) -> std::optional<Decimal> {
            return f.is_number() ? std::optional(f.value()) : std::nullopt;
          },
          "The number as printed, in its own unit; None unless it is a number.")
      .def_property_readonly("unit", &Figure::unit, "The nearest unit, or Unit.unknown.")
      .def_property_readonly("suffix", &Figure::suffix, "Percent or permille behind the number.")
      .def_property_readonly("why", &Figure::why, "Why it is unreadable, or Unreadable.none.")
      .def_property_readonly("digits", &Figure::digits,
                             "Digits after the point it is precise to, in its own unit.")
      .def("with_digits", &Figure::with_digits, whole("digits"),
           R"(The same figure, precise to more digits than are printed.

For a table that cuts trailing zeros, where 3.6 may stand for 3.60. Raises DomainError for fewer
digits than are printed, or for more than 37.)")
      .def("with_unit", &Figure::with_unit, "unit"_a,
           "The same figure in a unit that was found later; a glued unit stays.")
      .def("printed", &Figure::printed, R"(Every value that prints so, in the figure's own unit.

Half a unit of the last digit either side, ends included. Raises DomainError unless it is a number.)")
      .def("amounts", &Figure::amounts, R"(Every amount that prints so, in 元.

As printed(), ends moved inward to whole 分. Raises DomainError unless it is a number,
UnitMismatch for an unknown unit or a percentage.)")
      .def("__eq__", &equal<Figure>, py::is_operator())
      .def("__hash__",
           [](const Figure& f) {
             return py::hash(
                 py::make_tuple(py::bytes(f.text()), static_cast<int>(f.unit()), f.digits()));
           })
      .def("__str__", [](const Figure& f) { return readable(f.text()); })
      .def("__repr__", &figure_repr)
      .def("_repr_html_", &figure_html)
      .def(py::pickle(
          [](const Figure& f) -> Parts {
            return py::make_tuple(py::bytes(f.text()), f.unit(), f.digits());
          },
          [](const Parts& state) {
            return restore(state[0].cast<std::string>(), state[1].cast<Unit>(),
                           state[2].cast<int>());
          }));

  module.def("restatement", &restatement, "a"_a, "b"_a, R"(Compares two figures for one quantity.

Rounding is a function: in one unit with the same digits only the same value restates; intervals
decide only where unit or digits differ.

>>> from budgetcore import Figure, Unit, restatement
>>> restatement(Figure("3,296.30", Unit.wan_yuan), Figure("3296.3", Unit.wan_yuan)).name
'compatible'
)");
}

}  // namespace budget::python
