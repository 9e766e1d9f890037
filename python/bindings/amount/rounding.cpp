// SPDX-License-Identifier: Apache-2.0
#include <budget/amount/rounding.hpp>

#include "bindings.hpp"

namespace budget::python {

void bind_rounding(py::module_& module) {
  py::native_enum<Rounding>(module, "Rounding", "enum.Enum", R"(Named ways to give up digits.

`half_up`, `half_even` and `half_away` go to the nearest and differ only at a tie: toward
+infinity, to the even last digit, away from zero. `up` goes away from zero, `down` cuts digits
off, `floor` goes toward -infinity, `ceiling` toward +infinity. No call loses digits without one.
)")
      .value("half_up", Rounding::half_up)
      .value("half_even", Rounding::half_even)
      .value("half_away", Rounding::half_away)
      .value("up", Rounding::up)
      .value("down", Rounding::down)
      .value("floor", Rounding::floor)
      .value("ceiling", Rounding::ceiling)
      .finalize();
}

}  // namespace budget::python
