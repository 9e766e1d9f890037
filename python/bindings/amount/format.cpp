// SPDX-License-Identifier: Apache-2.0
#include <budget/amount/format.hpp>

#include <optional>
#include <string>

#include "bindings.hpp"

namespace budget::python {
namespace {

template <class Value>
std::string format_by(const Value& value, const std::string& text) {
  if (text.empty()) return to_string(value);
  const auto spec = parse_format_spec(text);
  if (!spec) detail::raise_format(text);
  return format(value, *spec);
}

std::string format_styled(Money amount, Unit unit, std::optional<int> digits, Rounding rounding,
                          Grouping grouping, SignStyle sign, bool show_unit) {
  return format(amount, FormatStyle{unit, digits, rounding, grouping, sign, show_unit});
}

}  // namespace

void bind_format(py::module_& module) {
  py::native_enum<Grouping>(module, "Grouping", "enum.Enum",
                            R"(Commas between the digits before the point.

`none`: 32963000; `thousands`: 32,963,000; `myriads`, by 万: 3296,3000.
)")
      .value("none", Grouping::none)
      .value("thousands", Grouping::thousands)
      .value("myriads", Grouping::myriads)
      .finalize();
  py::native_enum<SignStyle>(module, "SignStyle", "enum.Enum",
                             R"(How a number shows its sign.

`minus`: -3.60; `plus`: also +3.60; `parentheses`: (3.60); `triangle`: △3.60, as Chinese accounts
print what is below zero.
)")
      .value("minus", SignStyle::minus)
      .value("plus", SignStyle::plus)
      .value("parentheses", SignStyle::parentheses)
      .value("triangle", SignStyle::triangle)
      .finalize();

  auto money = py::reinterpret_borrow<py::class_<Money>>(module.attr("Money"));
  money
      .def("format", &format_styled, py::arg_v("unit", Unit::yuan, "Unit.yuan"), py::kw_only(),
           py::arg("digits").noconvert() = py::none(),
           py::arg_v("rounding", Rounding::half_away, "Rounding.half_away"),
           py::arg_v("grouping", Grouping::none, "Grouping.none"),
           py::arg_v("sign", SignStyle::minus, "SignStyle.minus"), "show_unit"_a = true,
           R"(The amount in a unit, with digits, separators and sign as a table wants them.

Without `digits` all are printed, at least two. Raises UnitMismatch for an unknown unit,
DomainError for digits outside 0..38, OverflowError where the number has more than 38 digits.

>>> from budgetcore import Grouping, Money, SignStyle, Unit
>>> amount = Money.parse("-3,296.30", Unit.wan_yuan)
>>> amount.format(Unit.wan_yuan, grouping=Grouping.thousands, sign=SignStyle.triangle)
'△3,296.30万元'
>>> amount.format(Unit.yi_yuan, digits=1, show_unit=False)
'-0.3'
)")
      .def("__format__", &format_by<Money>, "specification"_a,
           R"(`[[fill]align][sign][width][,|,4][.digits][f][unit]`

With a unit the amount is printed in it and the unit behind; without one the number in 元 alone.
Fewer digits than the amount has are rounded half away from zero (四舍五入). The sign is `-`, `+`,
`(` for brackets or `△`; `,` groups by thousands, `,4` by 万.

>>> from budgetcore import Money
>>> amount = Money.of_fen(3296304999)
>>> f"{amount:,.2f}", f"{amount:+.2f万元}", f"{amount:>12.1f亿元}"
('32,963,049.99', '+3296.30万元', '       0.3亿元')
>>> f"{-amount:(,4.0f元}"
'(3296,3050)元'
)");
  auto ratio = py::reinterpret_borrow<py::class_<Ratio>>(module.attr("Ratio"));
  ratio.def("__format__", &format_by<Ratio>, "specification"_a,
            R"(`[[fill]align][sign][width][,|,4][.digits][f|%]`

Without digits and `%` as str(); `%` prints hundredths, with two digits unless told otherwise.
Rounded half away from zero.

>>> from budgetcore import Ratio
>>> f"{Ratio(171103, 329630):.2%}", f"{Ratio(1, 3):.4f}", f"{Ratio(1, 3):>5}"
('51.91%', '0.3333', '  1/3')
)");
}

}  // namespace budget::python
