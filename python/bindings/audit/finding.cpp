// SPDX-License-Identifier: Apache-2.0
#include <budget/audit/finding.hpp>
#include <budget/render/arithmetic.hpp>

#include "audit/audited.hpp"
#include "bindings.hpp"

namespace budget::python {
namespace {

void bind_place_of_finding(py::module_& module) {
  py::class_<FindingPlace>(module, "FindingPlace", "A cell named for a reader: labels as printed.")
      .def_readonly("table", &FindingPlace::table, "Title of the table.")
      .def_readonly("row", &FindingPlace::row, "Name of the row.")
      .def_readonly("column", &FindingPlace::column, "Header of the column.")
      .def_readonly("section", &FindingPlace::section, "Section of the text, \"\" in a table.")
      .def_readonly("text", &FindingPlace::text, "The figure or phrase as printed.")
      .def_readonly("quote", &FindingPlace::quote,
                    "In the narrative: the sentence, the figure between 【 and 】; else \"\".")
      .def_readonly("table_id", &FindingPlace::table_id, "Id of the table.")
      .def_readonly("row_id", &FindingPlace::row_id, "Id of the row.")
      .def_readonly("column_id", &FindingPlace::column_id, "Id of the column.")
      .def_readonly("place", &FindingPlace::place, "Where it is printed.")
      .def_property_readonly(
          "cell",
          [](const FindingPlace& place) {
            return place.has_cell ? std::optional(place.cell) : std::nullopt;
          },
          "The cell, for `Report.cell`; None where only the place is known.")
      .def_readonly("suspected", &FindingPlace::suspected, "Whether it may be the wrong figure.")
      .def(
          "describe", [](const FindingPlace& p, Language lang) { return describe(p, lang); },
          "lang"_a = Language::zh, "Table, row, column, line and page in words.")
      .def("__repr__", [](const FindingPlace& p) {
        return "<FindingPlace " + describe(p, Language::en) + ": " + p.text + ">";
      });

  py::class_<Repair>(module, "Repair", "One changed figure that would make its statements hold.")
      .def_readonly("place", &Repair::place, "The figure.")
      .def_readonly("low", &Repair::low, "Least value, in the figure's own unit; None: no bound.")
      .def_readonly("high", &Repair::high, "Greatest value; None: no bound.")
      .def_readonly("value", &Repair::value, "The one probable printed value, or None.")
      .def_readonly("cause", &Repair::cause, "How it most likely went wrong.")
      .def_readonly("settles", &Repair::settles, "Number of violated statements that it settles.")
      .def(
          "describe", [](const Repair& r, Language lang) { return describe(r, lang); },
          "lang"_a = Language::zh, "The figure, what should stand there and the likely cause.")
      .def("__repr__",
           [](const Repair& r) { return "<Repair " + describe(r, Language::en) + ">"; });
}

template <class Member>
auto member(Member Finding::*field) {
  return [field](const AuditedFinding& f) -> const Member& { return f.get().*field; };
}

}  // namespace

void bind_finding(py::module_& module) {
  bind_place_of_finding(module);
  constexpr auto internal = py::return_value_policy::reference_internal;
  py::class_<AuditedFinding>(module, "Finding",
                             "One root cause, with the places and the arithmetic.")
      .def_property_readonly("id", member(&Finding::id),
                             "Stable from year to year, free of values.")
      .def_property_readonly("figures", member(&Finding::figures),
                             "Of what its places print: another one where a figure was changed.")
      .def_property_readonly("rule", member(&Finding::rule), "The rule of its first statement.")
      .def_property_readonly("severity", member(&Finding::severity), "How grave it is.")
      .def_property_readonly("cause", member(&Finding::cause), "How it most likely went wrong.")
      .def_property_readonly("places", member(&Finding::places), internal,
                             "Suspected figures first, then the others of its statements.")
      .def_property_readonly("published", member(&Finding::published), "The figure as printed.")
      .def_property_readonly("expected_low", member(&Finding::expected_low),
                             "Least value that would do, in `expected_unit`; None without.")
      .def_property_readonly("expected_high", member(&Finding::expected_high),
                             "Greatest value that would do; None without.")
      .def_property_readonly("expected_unit", member(&Finding::expected_unit),
                             "Unit of the expectation.")
      .def_property_readonly("repairs", member(&Finding::repairs), internal,
                             "What would settle it; equally good ones are all listed.")
      .def_property_readonly(
          "together", member(&Finding::together),
          "Whether the repairs are no alternatives but are made all at once: one "
          "amount printed in several places, rows that are displaced.")
      .def_property_readonly("alternatives", member(&Finding::alternatives),
                             "With `together`: whether the repairs of one row suffice.")
      .def_property_readonly("copied_from", member(&Finding::copied_from),
                             "Where the wrong figure is right, if it was copied; else None.")
      .def(
          "message",
          [](const AuditedFinding& f, Language lang) {
            return summary(f.get(), f.audited->report, f.audited->dossier, lang);
          },
          "lang"_a = Language::zh, "What is wrong, in one sentence.")
      .def(
          "explain",
          [](const AuditedFinding& f, Language lang) {
            return explain(f.get(), f.audited->report, f.audited->dossier, lang);
          },
          "lang"_a = Language::zh,
          "What is wrong, where, the arithmetic to redo on paper, and what would repair it.")
      .def("_repr_html_",
           [](const py::object& self) -> py::str {
             return attribute("budgetcore.page.notebook", "finding_html")(self);
           })
      .def("__repr__", [](const AuditedFinding& f) {
        return "<Finding " + std::string(to_string(f.get().severity)) + " " + f.get().rule + ">";
      });

  py::class_<AuditedAcceptance>(
      module, "AcceptedFinding",
      "A finding that a reviewer accepted, and that is not listed any more.")
      .def_property_readonly(
          "finding",
          [](const AuditedAcceptance& a) {
            return AuditedFinding{a.audited, &a.accepted->finding};
          },
          "What was found.")
      .def_property_readonly(
          "reason", [](const AuditedAcceptance& a) { return a.accepted->reason; }, "Why.")
      .def_property_readonly(
          "who", [](const AuditedAcceptance& a) { return a.accepted->who; }, "By whom.")
      .def_property_readonly(
          "until", [](const AuditedAcceptance& a) { return a.accepted->until; },
          "Its last day, \"2027-03-31\"; \"\" without end.")
      .def("__repr__", [](const AuditedAcceptance& a) {
        return "<AcceptedFinding " + a.accepted->finding.id + " " + a.accepted->finding.rule + ">";
      });
}

}  // namespace budget::python
