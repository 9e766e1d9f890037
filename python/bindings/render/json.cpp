// SPDX-License-Identifier: Apache-2.0
#include <budget/render/json.hpp>
#include <budget/render/sarif.hpp>
#include <budget/render/view.hpp>

#include <memory>

#include "audit/audited.hpp"
#include "bindings.hpp"

namespace budget::python {
namespace {

JsonLayout layout(bool indented) {
  return indented ? JsonLayout::indented : JsonLayout::line;
}

}  // namespace

void bind_json(py::module_& module) {
  py::class_<Audited, std::shared_ptr<Audited>>(module.attr("Report"))
      .def(
          "to_json",
          [](const Audited& a, Language lang, bool indented) {
            return to_json(a.report, a.dossier, lang, layout(indented));
          },
          "lang"_a = Language::zh, "indented"_a = true,
          "The report as one JSON object, schema budgetcore.report/1; `lang` is of its messages.")
      .def(
          "to_sarif",
          [](const Audited& a, Language lang, bool indented) {
            return to_sarif(a.report, a.dossier, a.packs, lang, layout(indented));
          },
          "lang"_a = Language::zh, "indented"_a = true,
          "The report as a SARIF 2.1.0 log with one run, for code scanners and editors.")
      .def(
          "_view", [](const Audited& a) { return to_view(a.report, a.dossier); },
          "What a page about the report shows, as one JSON object without a promised schema.");
  py::class_<Disclosure, std::shared_ptr<Disclosure>>(module.attr("Disclosure"))
      .def(
          "to_json",
          [](const Disclosure& d, bool indented) { return to_json(d, layout(indented)); },
          "indented"_a = true,
          "The disclosure as one JSON object, schema budgetcore.disclosure/1.");
}

}  // namespace budget::python
