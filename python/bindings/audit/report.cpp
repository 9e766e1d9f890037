// SPDX-License-Identifier: Apache-2.0
#include <budget/audit/report.hpp>
#include <budget/render/arithmetic.hpp>

#include <algorithm>
#include <map>
#include <memory>
#include <string>
#include <vector>

#include "audit/audited.hpp"
#include "audit/places.hpp"
#include "bindings.hpp"

namespace budget::python {
namespace {

using Counts = std::map<std::string, int>;

Counts counts_of(const RuleCoverage& rule) {
  Counts counts;
  for (int i = 0; i <= static_cast<int>(Status::not_decided); ++i) {
    const auto status = static_cast<Status>(i);
    counts[std::string(to_string(status))] = rule[status];
  }
  return counts;
}

void bind_coverage(py::module_& module) {
  py::class_<FigureCoverage>(
      module, "FigureCoverage",
      "Figures by what became of them: read = checked + unchecked + unreadable.")
      .def_readonly("read", &FigureCoverage::read, "All figures that were read.")
      .def_readonly("checked", &FigureCoverage::checked, "Took part in a decided obligation.")
      .def_readonly("unchecked", &FigureCoverage::unchecked, "In none.")
      .def_readonly("unreadable", &FigureCoverage::unreadable, "Look like numbers and are none.")
      .def("__repr__", [](const FigureCoverage& f) {
        return "<FigureCoverage " + std::to_string(f.checked) + " of " + std::to_string(f.read) +
               " checked>";
      });

  py::class_<Coverage>(module, "Coverage", "What was checked and what was not.")
      .def_property_readonly(
          "rules",
          [](const Coverage& c) {
            std::map<std::string, Counts> rules;
            for (const auto& [id, counts] : c.rules) rules[id] = counts_of(counts);
            return rules;
          },
          "For every rule the number of its obligations by outcome.")
      .def_readonly("figures", &Coverage::figures, "The figures by what became of them.")
      .def("__repr__", [](const Coverage& c) {
        return "<Coverage " + std::to_string(c.rules.size()) + " rules>";
      });
}

std::string report_repr(const Audited& audited) {
  const Report& report = audited.report;
  const auto count = [&](Severity severity) {
    return std::to_string(std::ranges::count(report.findings, severity, &Finding::severity));
  };
  return "<Report " + std::string(to_string(report.verdict)) + ": " + count(Severity::error) +
         " errors, " + count(Severity::warning) + " warnings, " + count(Severity::note) +
         " notes, " + std::to_string(report.coverage.figures.checked) + " of " +
         std::to_string(report.coverage.figures.read) + " figures checked>";
}

const Cell& cell_of(const Audited& audited, const CellRef& cell) {
  return at(audited.dossier, cell);
}

FindingPlace named(const Audited& audited, const CellRef& cell) {
  static_cast<void>(at(audited.dossier, cell));  // a cell of another report may not be in this one
  return detail::place_of(audited.dossier, cell);
}

/// The arithmetic of a statement as printed, and below it what both sides can stand for.
std::string statement(const Audited& audited, int index, Language language) {
  const Report& report = audited.report;
  if (index < 0 || static_cast<std::size_t>(index) >= report.obligations.size())
    throw py::index_error("the report has no such obligation");
  const auto i = static_cast<std::size_t>(index);
  std::string text =
      arithmetic(report.obligations[i], report.outcomes[i], audited.dossier, language);
  const std::string intervals =
      side_intervals(report.obligations[i], report.outcomes[i], audited.dossier, language);
  return intervals.empty() ? text : text + "\n" + intervals;
}

template <class Member>
auto member(Member Report::*field) {
  return [field](const Audited& audited) -> const Member& { return audited.report.*field; };
}

}  // namespace

void bind_report(py::module_& module) {
  bind_enum(module, "Verdict", R"(What an audit says of a document as a whole.

`violated`: something cannot be true; `not_read`: nothing of that, but a required table, the year or
a unit was not read; `consistent`: the rest.
)",
            Verdict::not_read);
  bind_coverage(module);

  constexpr auto internal = py::return_value_policy::reference_internal;
  py::class_<Audited, std::shared_ptr<Audited>>(module, "Report", R"(What an audit found.

A notebook shows its text: the findings first, the coverage below.
)")
      .def_property_readonly("source", member(&Report::source), "File name or \"-\".")
      .def_property_readonly("sha256", member(&Report::sha256), "Of the published bytes.")
      .def_property_readonly("kind", member(&Report::kind), "Budget or final account.")
      .def_property_readonly("year", member(&Report::year), "The year; None where not found.")
      .def_property_readonly("organisation", member(&Report::organisation), "Official name.")
      .def_property_readonly("organisation_code", member(&Report::organisation_code),
                             "\"\" where not printed.")
      .def_property_readonly("verdict", member(&Report::verdict), "Of the document as a whole.")
      .def_property_readonly("coverage", member(&Report::coverage), internal,
                             "What was checked and what was not.")
      .def_property_readonly("obligations", member(&Report::obligations), internal,
                             "Every statement that was made of the document.")
      .def_property_readonly("outcomes", member(&Report::outcomes), internal,
                             "The outcome of each obligation, in the same order.")
      .def_property_readonly(
          "packs", [](const Audited& a) -> const std::vector<Pack>& { return a.packs; }, internal,
          "The packs of rules that were applied.")
      .def_property_readonly(
          "disclosures",
          [](const Audited& a) -> const std::vector<Disclosure>& { return a.dossier.disclosures; },
          internal, "What was audited, then `previous`; loose figures are placed in them.")
      .def_property_readonly(
          "unchecked",
          [](const Audited& a) -> const std::vector<CellRef>& {
            return a.report.coverage.unchecked;
          },
          internal, "The figures that no decided obligation speaks of.")
      .def("cell", &cell_of, internal, "cell"_a, "The cell with its figure. Raises IndexError.")
      .def("place", &named, "cell"_a,
           "Table, row and column of a cell as printed. Raises IndexError.")
      .def("arithmetic", &statement, whole("obligation"), "lang"_a = Language::zh,
           R"(A statement with its printed figures, and what both sides can stand for.

`obligation` is an index into `obligations`. Raises IndexError.)")
      .def_property_readonly(
          "accepted",
          [](const std::shared_ptr<Audited>& a) {
            std::vector<AuditedAcceptance> all;
            for (const AcceptedFinding& one : a->report.accepted) all.push_back({a, &one});
            return all;
          },
          "What a reviewer accepted, set aside.")
      .def_property_readonly("expired", member(&Report::expired),
                             "Ids of findings that are listed again: their acceptance ended, or "
                             "their figures changed.")
      .def_property_readonly("rules_off", member(&Report::rules_off),
                             "Ids of rules that the settings leave out.")
      .def_property_readonly("not_read", member(&Report::not_read), internal,
                             "Lines of tables that could not be placed.")
      .def_property_readonly("regions", member(&Report::regions), internal,
                             "Parts recognised and not yet read.")
      .def("__repr__", &report_repr);
}

}  // namespace budget::python
