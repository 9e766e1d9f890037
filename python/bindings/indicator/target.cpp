// SPDX-License-Identifier: Apache-2.0
#include <budget/indicator/target.hpp>

#include <string>
#include <vector>

#include "bindings.hpp"

namespace budget::python {

void bind_target(py::module_& module) {
  bind_enum(module, "TargetForm", "What kind of thing a target's text asks for.",
            TargetForm::malformed);
  bind_enum(module, "TargetFault", "What is wrong about the text of a target.",
            TargetFault::tier_unit);
  py::native_enum<Comparator>(module, "Comparator", "enum.Enum",
                              "How an actual value is held against the number of a target.")
      .value("none", Comparator::none)
      .value("at_least", Comparator::at_least)
      .value("more_than", Comparator::more_than)
      .value("at_most", Comparator::at_most)
      .value("less_than", Comparator::less_than)
      .value("equal", Comparator::equal)
      .finalize();
  py::class_<Target>(module, "Target", R"(What an indicator asks for, as printed and as understood.

Any text makes a target: what is not understood is of form `text` or `malformed` and keeps what is
wrong in `faults`; nothing is mended in silence.

>>> from budgetcore import Target
>>> target = Target("≤380元/人/天")
>>> print(target.form.name, target.comparator.name, target.quantity)
quantity at_most 380元/人/天
>>> Target("≤380元/天/人") == target
True
>>> broken = Target("≤380人/天/元")
>>> print(broken.faults[0].name, broken.suggestion)
money_last ≤380元/人/天
)")
      .def(py::init<std::string_view>(), "text"_a = "", "Reads any text; it never fails.")
      .def_property_readonly(
          "text", [](const Target& t) { return readable(t.text()); }, "The text as printed.")
      .def_property_readonly("form", &Target::form, "What kind of thing it asks for.")
      .def_property_readonly("comparator", &Target::comparator, "Of a quantity.")
      .def_property_readonly("quantity", &Target::quantity,
                             "The number asked for; None where there is no single one.")
      .def_property_readonly("range", &Target::range,
                             "All quantities asked for; None where it is no number.")
      .def_property_readonly("measure", &Target::measure, "What the numbers count.")
      .def_property_readonly("is_about", &Target::is_about,
                             "Whether 约, 左右, 余 or 近 makes the number a rough one.")
      .def_property_readonly("is_each", &Target::is_each,
                             "Whether the number is asked of each of several things: 各4台.")
      .def_property_readonly("due", &Target::due, "When, of deadlines and schedules.")
      .def_property_readonly("tiers", &Target::tiers, "Rates by size.")
      .def_property_readonly("fees", &Target::fees, "Shares and sums for each item.")
      .def_property_readonly(
          "words",
          [](const Target& t) {
            std::vector<py::str> words;
            for (const std::string& word : t.words()) words.push_back(readable(word));
            return words;
          },
          "The things of a list; the words before and behind a number.")
      .def_property_readonly(
          "note", [](const Target& t) { return readable(t.note()); },
          "Text in brackets behind; empty where there is none.")
      .def_property_readonly("faults", &Target::faults, "What is wrong with the text.")
      .def_property_readonly("suggestion", &Target::suggestion,
                             "The text that was probably meant, where one is clearly best.")
      .def(
          "is_as_strict", [](const Target& a, const Target& b) { return is_as_strict(a, b); },
          "other"_a,
          R"(Whether everything that meets this one meets the other: ≥95% is as strict as ≥90%.

None where either is no number or the measures cannot be compared.)")
      .def("__eq__", &equal<Target>, py::is_operator())
      .def("__hash__",
           [](const Target& t) {
             if (t.range()) return py::hash(py::cast(*t.range()));
             return py::hash(py::str(readable(without_spaces(t.text()))));
           })
      .def("__str__", [](const Target& t) { return readable(t.text()); })
      .def("__repr__",
           [](const Target& t) { return "Target(" + repr_of(readable(t.text())) + ")"; })
      .def("__reduce__",
           [](const py::object& self) { return reduced(self, py::make_tuple(self.attr("text"))); });
  module.def(
      "explain", [](TargetFault fault, Language lang) { return std::string(explain(fault, lang)); },
      "why"_a, "lang"_a = Language::en);
}

}  // namespace budget::python
