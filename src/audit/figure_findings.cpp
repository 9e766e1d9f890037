// SPDX-License-Identifier: Apache-2.0
#include "audit/findings.hpp"
#include "audit/jointly.hpp"
#include "audit/places.hpp"
#include "audit/text_causes.hpp"

#include <budget/obligation/judge.hpp>

#include <algorithm>
#include <set>

#include "obligation/printed.hpp"
#include "proof/fractions.hpp"

namespace budget::inline v1::detail {
namespace {

// A dossier whose figures are as precise as each is printed, and the outcomes there.
struct AsPrinted {
  Dossier dossier;
  std::vector<Outcome> outcomes;
};

AsPrinted as_printed(const Dossier& dossier, const Report& report) {
  AsPrinted result{dossier, report.outcomes};
  for (Disclosure& disclosure : result.dossier.disclosures)
    for (Table& table : disclosure.tables)
      for (Row& row : table.rows)
        for (Cell& cell : row.cells) cell.figure = with_own_digits(cell.figure);
  // Wider intervals hold wherever narrower ones do.
  for (Outcome& outcome : result.outcomes)
    if (outcome.only_if_zeros_cut) outcome.status = Status::rounding;
  return result;
}

void add_place(Finding& finding, std::set<CellRef>& named, const Dossier& dossier,
               const CellRef& cell, bool suspected) {
  if (!named.insert(cell).second) return;
  finding.places.push_back(place_of(dossier, cell));
  finding.places.back().suspected = suspected;
}

void add_places(Finding& finding, const Explanation& explanation, const Dossier& dossier,
                const Report& report) {
  std::set<CellRef> named;
  for (const Suspect& suspect : explanation.suspects)
    add_place(finding, named, dossier, suspect.cell, true);
  const auto add_printed = [&](const CellRef& cell) {
    if (at(dossier, cell).figure.is_number()) add_place(finding, named, dossier, cell, false);
  };
  for (const std::size_t i : explanation.obligations) {
    for (const CellRef& cell : cells_of(report.obligations[i])) add_printed(cell);
  }
  // A figure that made the condition come true can be the one that is wrong.
  for (const std::size_t i : explanation.obligations)
    for (const CellRef& cell : report.obligations[i].zero) add_printed(cell);
}

Decimal in_unit(const Decimal& yuan, Unit unit, bool in_yuan) {
  if (!in_yuan || unit == Unit::unknown) return yuan;
  return Decimal::scaled(yuan.coefficient(), yuan.scale() + scale_exponent(unit)).trimmed();
}

// Without a single suspect: the figure alone on its side, and what the other side can be.
void expect_other_side(Finding& finding, const Dossier& dossier, const Report& report,
                       std::size_t index) {
  const Obligation& obligation = report.obligations[index];
  const Outcome& outcome = report.outcomes[index];
  if (obligation.kind == ObligationKind::ratio) {
    finding.published = at(dossier, obligation.left.front().cell).figure.text();
    if (!outcome.right) return;
    finding.expected_low = outcome.right->low();
    finding.expected_high = outcome.right->high();
    return;
  }
  const auto alone = [](const std::vector<Term>& side) {
    return side.size() == 1 && side.front().coefficient == 1;
  };
  const bool left = alone(obligation.left);
  if (!left && !alone(obligation.right)) return;
  const auto& other = left ? outcome.right : outcome.left;
  if (!other) return;
  const CellRef& cell = left ? obligation.left.front().cell : obligation.right.front().cell;
  const Figure& figure = at(dossier, cell).figure;
  finding.published = figure.text();
  finding.expected_unit = figure.unit();
  if (obligation.relation == Relation::equal || !left)
    finding.expected_low = in_unit(other->low(), figure.unit(), outcome.in_yuan);
  if (obligation.relation == Relation::equal || left)
    finding.expected_high = in_unit(other->high(), figure.unit(), outcome.in_yuan);
}

Cause common_cause(const std::vector<Suspect>& suspects) {
  std::set<Cause> named;
  for (const Suspect& suspect : suspects)
    if (suspect.cause != Cause::unknown) named.insert(suspect.cause);
  return named.size() == 1 ? *named.begin() : Cause::unknown;
}

// What a slip of the hand does not explain.
void name_text_cause(Finding& finding, const Suspect& suspect, const Obligation& obligation,
                     const Dossier& dossier, const Report& report) {
  if (finding.cause == Cause::truncated || finding.cause == Cause::transposition) return;
  const TextCause known = text_cause(suspect.cell, obligation, dossier, report);
  if (known.cause == Cause::unknown) return;
  finding.cause = known.cause;
  for (Repair& repair : finding.repairs) repair.cause = known.cause;
  if (known.taken_from) finding.copied_from = place_of(dossier, *known.taken_from);
}

Finding finding_of(const Explanation& explanation, const Dossier& dossier, const Report& report) {
  Finding finding;
  const Obligation& first = report.obligations[explanation.obligations.front()];
  finding.rule = first.rule;
  finding.severity = Severity::note;
  finding.only_if_zeros_cut = true;
  for (const std::size_t i : explanation.obligations) {
    finding.statements.push_back({i, 1});
    finding.severity = std::max(finding.severity, report.obligations[i].severity);
    finding.only_if_zeros_cut = finding.only_if_zeros_cut && report.outcomes[i].only_if_zeros_cut;
  }
  if (finding.only_if_zeros_cut) finding.severity = std::min(finding.severity, Severity::warning);
  finding.cause = explanation.together ? explanation.cause : common_cause(explanation.suspects);
  finding.together = explanation.together;
  finding.alternatives = explanation.alternatives;
  finding.unit_should_be = explanation.unit;
  add_places(finding, explanation, dossier, report);
  for (const Suspect& suspect : explanation.suspects) {
    Repair repair{place_of(dossier, suspect.cell),
                  suspect.low,
                  suspect.high,
                  std::nullopt,
                  suspect.cause,
                  static_cast<int>(explanation.obligations.size())};
    repair.place.suspected = true;
    if (suspect.value) repair.value = to_string(*suspect.value);
    finding.repairs.push_back(std::move(repair));
  }
  if (explanation.suspects.size() == 1 && !explanation.together) {
    const Suspect& suspect = explanation.suspects.front();
    finding.published = at(dossier, suspect.cell).figure.text();
    finding.expected_unit = at(dossier, suspect.cell).figure.unit();
    finding.expected_low = suspect.low;
    finding.expected_high = suspect.high;
    name_text_cause(finding, suspect, first, dossier, report);
  } else {
    expect_other_side(finding, dossier, report, explanation.obligations.front());
  }
  return finding;
}

// Whether a table is read as printing more digits only because of figures already suspected.
bool promoted_by(const Explanation& explanation, const Table& table, int disclosure, int index) {
  int most = 0, most_of_others = 0;
  for (int r = 0; r < static_cast<int>(table.rows.size()); ++r) {
    for (int c = 0; c < static_cast<int>(table.columns.size()); ++c) {
      const Figure& figure = table.cell(r, c).figure;
      if (!figure.is_number() || figure.suffix() != Suffix::none) continue;
      const int scale = figure.value().scale();
      most = std::max(most, scale);
      const CellRef ref{disclosure, index, r, c};
      const auto suspected = [&](const Suspect& suspect) { return suspect.cell == ref; };
      if (std::none_of(explanation.suspects.begin(), explanation.suspects.end(), suspected))
        most_of_others = std::max(most_of_others, scale);
    }
  }
  return most_of_others < most;
}

// The explanation whose suspects are why a statement fails under the narrower reading, if any.
Explanation* behind(std::vector<Explanation>& explanations, const Obligation& obligation,
                    const Dossier& dossier) {
  for (Explanation& explanation : explanations) {
    for (const std::vector<Term>* side : {&obligation.left, &obligation.right}) {
      for (const Term& term : *side) {
        const Figure& figure = at(dossier, term.cell).figure;
        if (figure.is_number() && figure.digits() > figure.value().scale() &&
            promoted_by(explanation, table_at(dossier, term.cell), term.cell.disclosure,
                        term.cell.table))
          return &explanation;
      }
    }
  }
  return nullptr;
}

Finding finding_of(const Contradiction& contradiction, const Dossier& dossier,
                   const Report& report) {
  Finding finding;
  finding.jointly = true;
  finding.statements = contradiction.statements;
  finding.rule = report.obligations[finding.statements.front().obligation].rule;
  finding.severity = Severity::error;
  std::set<CellRef> named;
  for (const Suspect& suspect : contradiction.suspects) {
    add_place(finding, named, dossier, suspect.cell, true);
    Repair repair;
    repair.place = place_of(dossier, suspect.cell);
    repair.place.suspected = true;
    repair.low = suspect.low;
    repair.high = suspect.high;
    if (suspect.value) repair.value = to_string(*suspect.value);
    repair.settles = static_cast<int>(finding.statements.size());
    finding.repairs.push_back(std::move(repair));
  }
  for (const CellRef& cell : contradiction.figures) add_place(finding, named, dossier, cell, false);
  // It is as grave as the weakest of its statements.
  for (const FindingStatement& statement : finding.statements)
    finding.severity =
        std::min(finding.severity, report.obligations[statement.obligation].severity);
  return finding;
}

// What holds sum by sum and cannot hold as a whole.
void add_contradictions(std::vector<Finding>& findings, const Dossier& dossier,
                        const Report& report, const std::vector<Explanation>& explanations) {
  const auto found = contradictions(dossier, report.obligations, report.outcomes, explanations);
  if (found.empty()) return;
  // Impossible whatever the tables' zeros, or only if they were cut?
  const AsPrinted printed = as_printed(dossier, report);
  const bool anyway =
      !contradictions(printed.dossier, report.obligations, printed.outcomes, explanations).empty();
  for (const Contradiction& one : found) {
    Finding finding = finding_of(one, dossier, report);
    if (!anyway) {
      finding.only_if_zeros_cut = true;
      finding.severity = std::min(finding.severity, Severity::warning);
    }
    findings.push_back(std::move(finding));
  }
}

}  // namespace

std::vector<Finding> figure_findings(const Dossier& dossier, const Report& report) {
  // First what is impossible whatever the tables' zeros, each figure as precise as it is printed.
  const bool zeros_matter =
      std::any_of(report.outcomes.begin(), report.outcomes.end(),
                  [](const Outcome& outcome) { return outcome.only_if_zeros_cut; });
  std::vector<Explanation> explanations;
  std::vector<Explanation> narrower;
  if (!zeros_matter) {
    explanations = localise(dossier, report.obligations, report.outcomes);
  } else {
    const AsPrinted printed = as_printed(dossier, report);
    explanations = localise(printed.dossier, report.obligations, printed.outcomes);
    // Then what is impossible only if zeros were cut, apart from what the first already explains.
    std::vector<Outcome> rest = report.outcomes;
    for (std::size_t i = 0; i < rest.size(); ++i) {
      if (rest[i].status != Status::violated) continue;
      Explanation* known = rest[i].only_if_zeros_cut
                               ? behind(explanations, report.obligations[i], dossier)
                               : nullptr;
      if (known != nullptr) known->obligations.push_back(i);
      if (known != nullptr || !rest[i].only_if_zeros_cut) rest[i].status = Status::not_applicable;
    }
    narrower = localise(dossier, report.obligations, rest);
  }
  std::vector<Finding> findings;
  add_contradictions(findings, dossier, report, explanations);
  for (const std::vector<Explanation>* list : {&explanations, &narrower})
    for (const Explanation& explanation : *list)
      findings.push_back(finding_of(explanation, dossier, report));
  return findings;
}

}  // namespace budget::inline v1::detail
