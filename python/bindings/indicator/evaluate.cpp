// SPDX-License-Identifier: Apache-2.0
#include <budget/indicator/evaluate.hpp>

#include "bindings.hpp"

namespace budget::python {

void bind_evaluate(py::module_& module) {
  bind_enum(module, "Attainment", "Whether a target was met.", Attainment::not_decidable);
  bind_enum(module, "Undecidable", "Why that is not decidable; `explain` says it in words.",
            Undecidable::other_text);
  py::class_<Evaluation>(module, "Evaluation", "What came of one target.")
      .def_readonly("attainment", &Evaluation::attainment, "Met, not met or not decidable.")
      .def_readonly("why", &Evaluation::why, "Why it is not decidable; no where it is.")
      .def_readonly("margin", &Evaluation::margin,
                    "By how much it was exceeded (above 0) or missed (below 0).")
      .def_readonly("completion", &Evaluation::completion,
                    "完成率: actual / target where more is better, target / actual where less is.")
      .def("__repr__", [](const Evaluation& e) {
        std::string text = "<Evaluation " + std::string(symbol(e.attainment));
        if (e.attainment == Attainment::not_decidable) text += ": " + std::string(symbol(e.why));
        if (e.margin) text += ", margin " + to_string(*e.margin);
        return text + ">";
      });
  module.def(
      "evaluate_target",
      [](const Target& target, const Target& actual, Direction direction, int year) {
        return evaluate(target, actual, direction, year);
      },
      "target"_a, "actual"_a, py::arg_v("direction", Direction::more, "Direction.more"),
      py::kw_only(), whole("year"),
      R"(Holds an actual value against a target, both as printed.

`direction` decides for a bare number only; `year` is that of dates that print none.

>>> from budgetcore import Target, evaluate_target
>>> evaluate_target(Target("≥95%"), Target("90%"), year=2024)
<Evaluation not_met, margin -5%>
)");
  module.def(
      "explain", [](Undecidable why, Language lang) { return std::string(explain(why, lang)); },
      "why"_a, "lang"_a = Language::en);
}

}  // namespace budget::python
