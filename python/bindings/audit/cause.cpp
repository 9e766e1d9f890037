// SPDX-License-Identifier: Apache-2.0
#include <budget/audit/cause.hpp>

#include "bindings.hpp"

namespace budget::python {

void bind_cause(py::module_& module) {
  bind_enum(module, "Cause", "How a printed figure most likely went wrong.",
            Cause::unit_not_printed);
}

}  // namespace budget::python
