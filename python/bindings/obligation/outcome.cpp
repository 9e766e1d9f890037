// SPDX-License-Identifier: Apache-2.0
#include <budget/obligation/outcome.hpp>

#include "bindings.hpp"

namespace budget::python {

void bind_outcome(py::module_& module) {
  bind_enum(module, "Status", R"(The six outcomes of an obligation.

`exact`; `rounding`: differs as printed, amounts exist that print so; `violated`: no amounts exist;
`not_applicable`, `not_read`, `not_decided` never count as passed.
)",
            Status::not_decided);

  py::class_<Outcome>(module, "Outcome", R"(What the judge found of one obligation.

Intervals and sums are in 元 where every unit is known (`in_yuan`), else in the unknown unit.
)")
      .def_readonly("status", &Outcome::status, "Which of the six outcomes.")
      .def_readonly("why", &Outcome::why, "Why it is not decided, or Undecided.none.")
      .def_readonly("in_yuan", &Outcome::in_yuan, "Whether sums and intervals are in 元.")
      .def_readonly("left_printed", &Outcome::left_printed, "Sum of the left figures as printed.")
      .def_readonly("right_printed", &Outcome::right_printed,
                    "Sum of the right figures as printed.")
      .def_readonly("left", &Outcome::left, "Amounts that the left side can stand for.")
      .def_readonly("right", &Outcome::right, "Amounts that the right side can stand for.")
      .def_readonly("strain", &Outcome::strain, "For rounding: share of the slack used, 0 to 1.")
      .def("__repr__",
           [](const Outcome& o) { return "<Outcome " + std::string(to_string(o.status)) + ">"; });
}

}  // namespace budget::python
