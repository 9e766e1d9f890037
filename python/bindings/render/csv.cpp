// SPDX-License-Identifier: Apache-2.0
#include <budget/render/csv.hpp>

#include <memory>

#include "bindings.hpp"

namespace budget::python {

void bind_csv(py::module_& module) {
  py::class_<Disclosure, std::shared_ptr<Disclosure>>(module.attr("Disclosure"))
      .def(
          "to_csv", [](const Disclosure& d) { return to_csv(d); },
          "One line a printed cell, with a header line; blank cells are lines too.");
}

}  // namespace budget::python
