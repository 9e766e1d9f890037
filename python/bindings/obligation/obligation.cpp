// SPDX-License-Identifier: Apache-2.0
#include <budget/obligation/obligation.hpp>

#include "bindings.hpp"

namespace budget::python {

void bind_obligation(py::module_& module) {
  bind_enum(module, "Severity", R"(How grave it is when a statement is violated.

`error`: cannot be true; `warning`: possible, but a reviewer must act; `note`: worth knowing.
)",
            Severity::error);
  bind_enum(module, "ObligationKind", "What sort of statement an obligation is.",
            ObligationKind::form);
  bind_enum(module, "Undecided", "Why an obligation is not decided by figures.",
            Undecided::ambiguous);

  py::class_<Obligation>(module, "Obligation",
                         "One statement about named cells that must hold, and its rule.")
      .def_readonly("id", &Obligation::id, "Stable within a dossier: rule and labels.")
      .def_readonly("rule", &Obligation::rule, "Id of the rule.")
      .def_readonly("kind", &Obligation::kind, "What sort of statement it is.")
      .def_readonly("severity", &Obligation::severity, "How grave a violation is.")
      .def_readonly("about", &Obligation::about,
                    "What is missing, or which condition; \"\" if none.")
      .def("__repr__", [](const Obligation& o) { return "<Obligation " + o.id + ">"; });
}

}  // namespace budget::python
