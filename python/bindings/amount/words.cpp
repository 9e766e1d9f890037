// SPDX-License-Identifier: Apache-2.0
#include <budget/amount/words.hpp>

#include <string>

#include "bindings.hpp"

namespace budget::python {

void bind_words(py::module_& module) {
  auto money = py::reinterpret_borrow<py::class_<Money>>(module.attr("Money"));
  money
      .def("in_words", &to_words, R"(The amount in words (大写), as vouchers and contracts print it.

整 ends what has no 分, 零 stands for places that are skipped, 负 leads below zero.

>>> from budgetcore import Money, Unit
>>> Money.parse("3,296.30", Unit.wan_yuan).in_words()
'叁仟贰佰玖拾陆万叁仟元整'
>>> Money.of_fen(1640902).in_words()
'壹万陆仟肆佰零玖元零贰分'
)")
      .def_static(
          "from_words", [](const std::string& text) { return parse_words(text); }, "text"_a,
          R"(Reads an amount in words, strictly: a text that could have lost a character is none.

Also taken are 正 for 整, 圆 for 元, 人民币 before, traditional forms, the plain numerals 三千二百,
and decimals in a unit, 叁点陆万元. Raises ParseError ("amount.words") with position and reason.

>>> from budgetcore import Money
>>> Money.from_words("人民币壹仟陆佰捌拾元零叁角贰分")
Money.of_fen(168032)
)");
}

}  // namespace budget::python
