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
            Undecided::no_counterpart);

  py::native_enum<Relation>(module, "Relation", "enum.Enum",
                            "How the left side of a statement relates to the right.")
      .value("equal", Relation::equal)
      .value("at_most", Relation::at_most)
      .finalize();

  py::class_<Term>(module, "Term", "A cell with its coefficient in a sum.")
      .def_readonly("coefficient", &Term::coefficient, "A whole number other than 0.")
      .def_readonly("cell", &Term::cell, "Which cell.")
      .def("__repr__", [](const Term& t) {
        return "<Term " + std::to_string(t.coefficient) + " * " + repr_of(py::cast(t.cell)) + ">";
      });

  py::class_<Obligation>(module, "Obligation", R"(One statement about cells, and its rule.

`left` `relation` `right`, each side the sum of its terms and an empty one 0. A statement of
presence or form has no terms; `met` says whether its requirement is met.
)")
      .def_readonly("id", &Obligation::id, "Stable within a dossier: rule and labels.")
      .def_readonly("rule", &Obligation::rule, "Id of the rule.")
      .def_readonly("kind", &Obligation::kind, "What sort of statement it is.")
      .def_readonly("severity", &Obligation::severity, "How grave a violation is.")
      .def_readonly("relation", &Obligation::relation, "equal, or left at_most right.")
      .def_readonly("left", &Obligation::left, "Terms of the left side.")
      .def_readonly("right", &Obligation::right, "Terms of the right side.")
      .def_readonly("base", &Obligation::base, "Terms that a ratio divides by; else empty.")
      .def_readonly("zero", &Obligation::zero,
                    "Cells its condition found to be 0; what such a zero may stand for is slack.")
      .def_readonly("undecided", &Obligation::undecided,
                    "Why figures need not be asked; Undecided.none where they are.")
      .def_readonly("met", &Obligation::met, "Presence and form only: whether it is met.")
      .def_readonly("places", &Obligation::places, "Presence and form only: where it was sought.")
      .def_readonly("about", &Obligation::about,
                    "What is missing, or which condition; \"\" if none.")
      .def("__repr__", [](const Obligation& o) { return "<Obligation " + o.id + ">"; });
}

}  // namespace budget::python
