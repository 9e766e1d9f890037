// SPDX-License-Identifier: Apache-2.0
#include <budget/audit/audit.hpp>

#include "audit/coverage.hpp"
#include "audit/findings.hpp"

#include <budget/base/error.hpp>
#include <budget/obligation/judge.hpp>

#include <algorithm>
#include <iterator>
#include <utility>

namespace budget::inline v1 {
namespace {

void append(std::vector<Finding>& all, std::vector<Finding> more) {
  all.insert(all.end(), std::make_move_iterator(more.begin()), std::make_move_iterator(more.end()));
}

Verdict verdict_of(const Report& report, const Disclosure& disclosure) {
  const auto error = [](const Finding& finding) { return finding.severity == Severity::error; };
  if (std::any_of(report.findings.begin(), report.findings.end(), error)) return Verdict::violated;
  // Where no figure took part in a decided statement there is nothing to be consistent.
  // A narrative alone may agree with itself: whether it does with its tables is not known.
  const bool anything = report.coverage.figures.checked > 0 && !disclosure.tables.empty();
  return anything && report.missing.none() ? Verdict::consistent : Verdict::not_read;
}

void refuse_empty(const Dossier& dossier) {
  if (dossier.disclosures.empty())
    throw DomainError("audit.empty_dossier",
                      {"没有可审核的文件", "there is no disclosure to audit"}, "");
}

Report outcomes_of(const Dossier& dossier, std::vector<Obligation> obligations) {
  refuse_empty(dossier);
  const Disclosure& current = dossier.current();
  Report report;
  report.source = current.source;
  report.sha256 = current.sha256;
  report.kind = current.kind;
  report.year = current.year;
  report.organisation = current.organisation;
  report.organisation_code = current.organisation_code;
  report.pages = current.pages;
  report.not_read = current.not_read;
  report.regions = current.regions;

  report.obligations = std::move(obligations);
  report.outcomes.reserve(report.obligations.size());
  for (const Obligation& obligation : report.obligations) {
    Outcome outcome = judge(obligation, dossier);
    if (obligation.undecided == Undecided::none &&
        (detail::speaks_of_open_cell(dossier, obligation) ||
         (outcome.status == Status::violated && detail::may_lack_a_line(dossier, obligation)))) {
      outcome = Outcome{};
      outcome.status = Status::not_read;
      outcome.why = Undecided::unreadable;
    }
    if (detail::used_for_reading(dossier, obligation, outcome)) {
      outcome = Outcome{};
      outcome.status = Status::not_applicable;
      outcome.why = Undecided::used_for_reading;
    }
    report.outcomes.push_back(std::move(outcome));
  }
  return report;
}

}  // namespace

Report audit(const Dossier& dossier, std::vector<Obligation> obligations,
             std::span<const std::string> rules) {
  Report report = outcomes_of(dossier, std::move(obligations));
  report.missing = detail::missing_parts(dossier.current());
  report.coverage = detail::coverage_of(dossier, report.obligations, report.outcomes, rules);
  append(report.findings, detail::figure_findings(dossier, report));
  append(report.findings, detail::document_findings(dossier, report));
  append(report.findings, detail::held_findings(dossier, report));
  detail::order_and_name(report.findings, dossier, report);
  report.verdict = verdict_of(report, dossier.current());
  return report;
}

Report audit(const Dossier& dossier, std::span<const Pack> packs, const ReferenceLists& lists) {
  refuse_empty(dossier);
  std::vector<std::string> ids;
  for (const Pack& pack : packs)
    for (const Rule& rule : pack.rules) ids.push_back(rule.id);
  return audit(dossier, budget::bind(packs, dossier, lists), ids);
}

Report judged(const Dossier& dossier, std::span<const Pack> packs, const ReferenceLists& lists) {
  refuse_empty(dossier);
  return outcomes_of(dossier, budget::bind(packs, dossier, lists, Wanted::over_figures));
}

}  // namespace budget::inline v1
