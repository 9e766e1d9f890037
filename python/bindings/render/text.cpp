// SPDX-License-Identifier: Apache-2.0
#include <budget/render/text.hpp>

#include <memory>

#include "audit/audited.hpp"
#include "bindings.hpp"

namespace budget::python {
namespace {

std::string report_text(const Audited& audited, Language language) {
  return to_text(audited.report, audited.dossier, language);
}

}  // namespace

void bind_text(py::module_& module) {
  py::class_<Audited, std::shared_ptr<Audited>>(module.attr("Report"))
      .def("to_text", &report_text, "lang"_a = Language::zh,
           "The report for a reader: verdict, findings, what was not read or not checked.")
      .def("_repr_html_", [](const Audited& audited) {
        return "<pre>" + escaped(report_text(audited, Language::zh)) + "</pre>";
      });
  py::class_<Disclosure, std::shared_ptr<Disclosure>>(module.attr("Disclosure"))
      .def(
          "to_text", [](const Disclosure& d, Language lang) { return to_text(d, lang); },
          "lang"_a = Language::zh, "The tables as grids, and what was not read.")
      .def("_repr_html_", [](const Disclosure& d) {
        return "<pre>" + escaped(to_text(d, Language::zh)) + "</pre>";
      });
}

}  // namespace budget::python
