// SPDX-License-Identifier: Apache-2.0
#include <budget/render/text.hpp>
#include <budget/render/words.hpp>

#include <memory>

#include "audit/audited.hpp"
#include "bindings.hpp"

namespace budget::python {
namespace {

std::string report_text(const Audited& audited, Language language) {
  return to_text(audited.report, audited.dossier, language);
}

template <class Enum>
void bind_words_of(py::module_& module, const char* doc) {
  module.def(
      "words_of", [](Enum one, Language lang) { return std::string(words(one, lang)); }, "one"_a,
      "lang"_a = Language::zh, doc);
}

}  // namespace

void bind_text(py::module_& module) {
  bind_words_of<Severity>(module, "What a report calls it: 错误, error.");
  bind_words_of<Status>(module, "What a report calls it: 不成立, violated.");
  bind_words_of<Cause>(module, "What a report calls it: 数字换位, digits transposed.");
  bind_words_of<Mark>(module,
                      "How a figure came to be read: 经人工更正, corrected by hand; \"\" of none.");
  bind_words_of<Undecided>(module, "Why nothing was decided.");
  bind_words_of<DisclosureKind>(module, "What a report calls it: 部门预算, budget.");
  py::class_<Audited, std::shared_ptr<Audited>>(module.attr("Report"))
      .def("to_text", &report_text, "lang"_a = Language::zh,
           "The report for a reader: verdict, findings, what was not read or not checked.")
      .def(
          "show",
          [](const py::object& self, const py::object& page,
             const py::KWArgs<py::object>& options) -> py::object {
            return attribute("budgetcore.page.notebook", "show")(self, page, **options);
          },
          "page"_a = py::none(),
          R"(A page of the published PDF with the figures of findings framed, for a notebook.

Without a number that of the gravest finding. Options: `lang` ("zh"), `originals` (paths or bytes, where the
file is not where it was read), `password`. Raises ReadError where the PDF is not at hand, KeyError
(LookupError) for a page that it has not.
)")
      .def("_repr_html_", [](const py::object& self) -> py::str {
        return attribute("budgetcore.page.notebook", "report_html")(self);
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
