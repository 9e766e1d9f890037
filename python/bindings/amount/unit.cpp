// SPDX-License-Identifier: Apache-2.0
#include <budget/amount/unit.hpp>

#include "bindings.hpp"

namespace budget::python {

void bind_unit(py::module_& module) {
  py::native_enum<Unit>(module, "Unit", "enum.Enum",
                        R"(Scale that an amount of renminbi is printed in.

`unknown` is a unit that is printed nowhere; it is never guessed.
)")
      .value("unknown", Unit::unknown)
      .value("yuan", Unit::yuan)
      .value("qian_yuan", Unit::qian_yuan)
      .value("wan_yuan", Unit::wan_yuan)
      .value("baiwan_yuan", Unit::baiwan_yuan)
      .value("yi_yuan", Unit::yi_yuan)
      .finalize();

  module.def("parse_unit", &parse_unit, "text"_a, py::pos_only(),
             R"(The unit that a text names, or None.

Spaces and full-width forms aside, with or without 人民币 before it.

>>> from budgetcore import parse_unit
>>> parse_unit("人民币 万元")
<Unit.wan_yuan: 3>
>>> parse_unit("户") is None
True
)");
  module.def(
      "symbol", [](Unit unit) { return std::string(symbol(unit)); }, "unit"_a, py::pos_only(),
      R"(The unit as printed: "万元"; "" for unknown.

>>> from budgetcore import Unit, symbol
>>> symbol(Unit.wan_yuan)
'万元'
)");
  module.def("scale_exponent", &scale_exponent, "unit"_a, py::pos_only(),
             R"(Power of ten that one of the unit is in 元: 4 for 万元.

>>> from budgetcore import Unit, scale_exponent
>>> scale_exponent(Unit.yi_yuan)
8
)");
}

}  // namespace budget::python
