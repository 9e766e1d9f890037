// SPDX-License-Identifier: Apache-2.0
#include <budget/amount/money.hpp>

#include <cmath>
#include <optional>
#include <vector>

#include "bindings.hpp"

namespace budget::python {
namespace {

using MoneyState = py::typing::Tuple<py::int_>;

Money money_of_decimal(const Decimal& amount, Unit unit, std::optional<Rounding> rounding) {
  return rounding ? Money::of(amount, unit, *rounding) : Money::of(amount, unit);
}

Money money_of_exact(const ExactArgument& amount, Unit unit, std::optional<Rounding> rounding) {
  const Money one = Money::of(Decimal::of(1), unit);
  const Money result = one.times(amount.value, rounding.value_or(Rounding::down));
  if (!rounding && result / one != amount.value)
    detail::raise(DomainError("amount.inexact",
                              {to_string(amount.value) + " 不能精确表示为分，须指定舍入方式",
                               to_string(amount.value) + " is not exact in fen; name a Rounding"},
                              to_string(amount.value)));
  return result;
}

/// The decimal that Python prints for a float. One too small for a Decimal counts as 10^-38: no
/// policy tells the two apart at whole 分.
Money money_from_float(double value, Unit unit, Rounding rounding) {
  const py::float_ number(value);
  const std::string printed = repr_of(number);
  if (!std::isfinite(value))
    detail::raise(
        DomainError("amount.not_finite", {"不是有限的数", "not a finite number"}, printed));
  const py::object decimal = attribute("decimal", "Decimal")(printed);
  const int exponent = decimal.attr("as_tuple")().attr("exponent").cast<int>();
  if (exponent >= -Decimal::max_scale) return Money::of(to_decimal(decimal), unit, rounding);
  return Money::of(Decimal::scaled(value < 0 ? -1 : 1, Decimal::max_scale), unit, rounding);
}

Money money_sum(const py::typing::Iterable<Money>& amounts) {
  std::vector<Money> all;
  for (const py::handle amount : amounts) {
    if (!py::isinstance<Money>(amount)) throw py::type_error("sum adds Money and nothing else");
    all.push_back(amount.cast<const Money&>());
  }
  return sum(all);
}

}  // namespace

void bind_money(py::module_& module) {
  py::class_<Money>(module, "Money",
                    R"(An exact amount of renminbi, a whole number of 分 in 64 bits.

A Money has no unit of its own: a Unit comes in where it is read and goes out where it is printed.
Leaving 64 bits raises OverflowError. A quotient of amounts is an exact Ratio. Nothing rounds
without a Rounding, except a format that asks for fewer digits, and no float is taken except by
`from_float`.

>>> from budgetcore import Money, Rounding, Unit
>>> budget = Money.parse("3,296.30", Unit.wan_yuan)
>>> budget
Money.of_fen(3296300000)
>>> print(budget, budget.in_(Unit.wan_yuan), f"{budget:,.1f万元}")
32963000.00元 3296.30 3,296.3万元
>>> Money.of_yuan(1) / Money.of_yuan(3)
Ratio(1, 3)
>>> Money.of_yuan(10).times(Money.of_yuan(1) / Money.of_yuan(3), Rounding.half_up)
Money.of_fen(333)
)")
      .def(py::init<>(), "No money.")
      .def_static(
          "of_fen", [](const Int64Argument& fen) { return Money::of_fen(fen.value); }, "fen"_a,
          "A number of 分 (1 元 = 100 分).")
      .def_static(
          "of_yuan", [](const Int64Argument& yuan) { return Money::of_yuan(yuan.value); }, "yuan"_a,
          "A number of whole 元.")
      .def_static("of", &money_of_decimal, "amount"_a, "unit"_a, "rounding"_a = py::none(),
                  R"(`amount` of `unit`. Without a Rounding it must be a whole number of 分.

Raises DomainError ("amount.inexact"), UnitMismatch for an unknown unit, OverflowError.

>>> from budgetcore import Money, Unit
>>> from decimal import Decimal
>>> Money.of(Decimal("3.60"), Unit.wan_yuan)
Money.of_fen(3600000)
)")
      .def_static("of", &money_of_exact, "amount"_a, "unit"_a, "rounding"_a = py::none())
      .def_static(
          "parse", [](const std::string& text, Unit unit) { return Money::parse(text, unit); },
          "text"_a, py::arg_v("unit", Unit::unknown, "Unit.unknown"),
          R"(Reads a printed amount in any form that Figure knows, such as "3,296.30".

A unit glued behind the number beats `unit`. Raises ParseError, and what `of` raises.

>>> from budgetcore import Money
>>> Money.parse("3.6万元")
Money.of_fen(3600000)
)")
      .def_static(
          "from_float", &money_from_float, py::arg("value").noconvert(), "unit"_a, "rounding"_a,
          R"(The amount of a float, asked for by name: the decimal that Python prints for it, rounded.

>>> from budgetcore import Money, Rounding, Unit
>>> Money.from_float(1.005, Unit.yuan, Rounding.half_up)
Money.of_fen(101)
)")
      .def_static("sum", &money_sum, "amounts"_a,
                  R"(The total. Raises OverflowError only when the total itself leaves 64 bits.

>>> from budgetcore import Money
>>> Money.sum([Money.of_fen(4620), Money.of_fen(1836)])
Money.of_fen(6456)
)")
      .def_property_readonly("fen", &Money::fen, "Whole 分.")
      .def_property_readonly("yuan", &Money::yuan, "The amount in 元, two digits after the point.")
      .def("in_", &Money::in, "unit"_a,
           "The amount in `unit`, exact, with at least two digits after the point.")
      .def(
          "times",
          [](Money m, const ExactArgument& ratio, Rounding rounding) {
            return m.times(ratio.value, rounding);
          },
          "ratio"_a, "rounding"_a, "This amount times an exact ratio, rounded to whole 分.")
      .def("__bool__", [](Money m) { return !m.is_zero(); })
      .def("__neg__", [](Money m) { return -m; })
      .def("__pos__", [](Money m) { return m; })
      .def("__abs__", [](Money m) { return abs(m); })
      .def(
          "__add__", [](Money a, Money b) { return a + b; }, py::is_operator())
      .def(
          "__sub__", [](Money a, Money b) { return a - b; }, py::is_operator())
      .def(
          "__mul__", [](Money a, const Int64Argument& n) { return a * n.value; }, py::is_operator())
      .def(
          "__rmul__", [](Money a, const Int64Argument& n) { return a * n.value; },
          py::is_operator())
      .def(
          "__truediv__", [](Money a, Money b) { return a / b; }, py::is_operator())
      .def("__eq__", &equal<Money>, py::is_operator())
      .def(py::self < py::self)
      .def(py::self <= py::self)
      .def(py::self > py::self)
      .def(py::self >= py::self)
      .def("__hash__", [](Money m) { return py::hash(py::make_tuple("Money", m.fen())); })
      .def("__str__", [](Money m) { return to_string(m); })
      .def("__repr__", [](Money m) { return "Money.of_fen(" + std::to_string(m.fen()) + ")"; })
      .def("_repr_html_",
           [](const py::object& self) -> py::str {
             return attribute("builtins", "format")(self, ",.2f元");
           })
      .def(py::pickle(
          [](Money m) -> MoneyState { return py::make_tuple(m.fen()); },
          [](const MoneyState& state) { return Money::of_fen(state[0].cast<std::int64_t>()); }));
}

}  // namespace budget::python
