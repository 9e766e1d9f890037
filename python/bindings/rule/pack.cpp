// SPDX-License-Identifier: Apache-2.0
#include <budget/rule/pack.hpp>
#include <budget/standard/rules.hpp>

#include <memory>

#include "bindings.hpp"

namespace budget::python {

void bind_pack(py::module_& module) {
  py::class_<Pack, std::shared_ptr<Pack>>(module, "Pack", "The rules of one file.")
      .def_readonly("name", &Pack::name, "The file's name without folders and ending.")
      .def_readonly("rules", &Pack::rules, "Its rules in order.")
      .def("__repr__", [](const Pack& p) {
        return "<Pack " + p.name + ": " + std::to_string(p.rules.size()) + " rules>";
      });

  module.def(
      "load_pack",
      [](const std::string& text, const std::string& file) { return load_pack(text, file); },
      "text"_a, "file"_a = "", R"(The pack of a rule file's text. Raises RuleError with the place.

>>> from budgetcore import load_pack
>>> pack = load_pack('''
... rule expenditure.split
...   source   预算公开表3
...   支出总表: 合计 = 基本支出 + 项目支出
...   holds    2794.26 = 1083.23 + 1711.03
...   breaks   2749.26 = 1083.23 + 1711.03
... ''', "mine.rules")
>>> pack.name, [rule.id for rule in pack.rules]
('mine', ['expenditure.split'])
)");

  py::class_<ExampleFailure>(module, "ExampleFailure",
                             "An example of a rule that does not come out as it says.")
      .def_readonly("rule", &ExampleFailure::rule, "Id of the rule.")
      .def_readonly("example", &ExampleFailure::example, "The example as written.")
      .def_readonly("expected_to_hold", &ExampleFailure::expected_to_hold, "Of holds or breaks.")
      .def_readonly("status", &ExampleFailure::status, "What the judge said.")
      .def("__repr__", [](const ExampleFailure& f) {
        return "<ExampleFailure " + f.rule + ": " + f.example.text + ">";
      });

  module.def(
      "check_examples",
      [](const Pack& pack) { return check_examples(pack.rules, standard_lists()); }, "pack"_a,
      "The examples of a pack's rules that the judge does not confirm.");
}

}  // namespace budget::python
