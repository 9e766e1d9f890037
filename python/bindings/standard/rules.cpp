// SPDX-License-Identifier: Apache-2.0
#include <budget/standard/rules.hpp>

#include "bindings.hpp"

namespace budget::python {

void bind_rules(py::module_& module) {
  module.def("standard_packs", &standard_packs, R"(The rule packs that are compiled in.

>>> from budgetcore import standard_packs
>>> [rule.id for pack in standard_packs() for rule in pack.rules if rule.id == "expenditure.split"]
['expenditure.split']
)");
}

}  // namespace budget::python
