// SPDX-License-Identifier: Apache-2.0
#include "audit/findings.hpp"
#include "audit/places.hpp"
#include "audit/system.hpp"
#include "audit/trial.hpp"
#include "disclosure/companions.hpp"

#include <budget/audit/audit.hpp>
#include <budget/obligation/judge.hpp>

#include <algorithm>
#include <map>
#include <optional>
#include <set>
#include <tuple>

namespace budget::inline v1::detail {
namespace {

bool has_number(const Dossier& dossier, const std::vector<Term>& side) {
  return std::any_of(side.begin(), side.end(),
                     [&](const Term& term) { return at(dossier, term.cell).figure.is_number(); });
}

// The dossier with the figures put right of which a finding leaves no choice; nothing without one.
std::optional<Dossier> mended_by_findings(const Dossier& dossier, const Report& report) {
  std::optional<Dossier> mended;
  for (const Finding& finding : report.findings) {
    const bool displaced = finding.together && finding.cause == Cause::displaced_rows;
    const bool is_one = finding.repairs.size() == 1 && finding.repairs.front().value;
    if (!displaced && !is_one) continue;
    if (!mended) mended = dossier;
    for (const Repair& repair : finding.repairs) {
      Figure& figure = figure_of(*mended, repair.place.cell);
      figure = repair.value ? Figure(*repair.value, figure.unit()) : Figure();
    }
  }
  return mended;
}

// One warning for each blank total, whichever rules see its parts.
void add_unstated(std::vector<Finding>& findings, const Dossier& dossier, const Report& report) {
  std::map<CellRef, std::size_t> by_total;
  const std::optional<Dossier> mended = mended_by_findings(dossier, report);
  for (std::size_t i = 0; i < report.outcomes.size(); ++i) {
    if (!report.outcomes[i].unstated_total) continue;
    const Obligation& obligation = report.obligations[i];
    if (mended && !judge(obligation, *mended).unstated_total) continue;
    const bool left_stated = has_number(dossier, obligation.left);
    const std::vector<Term>& blank = left_stated ? obligation.right : obligation.left;
    const std::vector<Term>& stated = left_stated ? obligation.left : obligation.right;
    if (blank.empty()) continue;
    const Severity severity = std::min(Severity::warning, obligation.severity);
    const auto known = by_total.find(blank.front().cell);
    if (known != by_total.end()) {
      Finding& finding = findings[known->second];
      finding.statements.push_back({i, 1});
      finding.severity = std::max(finding.severity, severity);
      continue;
    }
    by_total.emplace(blank.front().cell, findings.size());
    Finding finding;
    finding.rule = obligation.rule;
    finding.severity = severity;
    finding.cause = Cause::unstated_total;
    finding.statements.push_back({i, 1});
    for (const Term& term : blank) {
      finding.places.push_back(place_of(dossier, term.cell));
      finding.places.back().suspected = true;
    }
    for (const Term& term : stated)
      if (at(dossier, term.cell).figure.is_number())
        finding.places.push_back(place_of(dossier, term.cell));
    findings.push_back(std::move(finding));
  }
}

void add_unlikely(std::vector<Finding>& findings, const Dossier& dossier, const Report& report) {
  for (std::size_t i = 0; i < report.outcomes.size(); ++i) {
    if (!report.outcomes[i].unlikely_rounding) continue;
    Finding finding;
    finding.rule = report.obligations[i].rule;
    finding.severity = Severity::note;
    finding.cause = Cause::rounding;
    finding.statements.push_back({i, 1});
    for (const CellRef& cell : cells_of(report.obligations[i]))
      if (at(dossier, cell).figure.is_number()) finding.places.push_back(place_of(dossier, cell));
    findings.push_back(std::move(finding));
  }
}

void add_rounding(std::vector<Finding>& findings, const Dossier& dossier, const Report& report) {
  Finding finding;
  finding.severity = Severity::note;
  finding.cause = Cause::rounding;
  std::set<CellRef> named;
  for (std::size_t i = 0; i < report.outcomes.size(); ++i) {
    if (report.outcomes[i].status != Status::rounding || report.outcomes[i].unlikely_rounding)
      continue;
    finding.statements.push_back({i, 1});
    const Obligation& obligation = report.obligations[i];
    for (const CellRef& cell : cells_of(obligation))
      if (at(dossier, cell).figure.is_number() && named.insert(cell).second)
        finding.places.push_back(place_of(dossier, cell));
  }
  if (finding.statements.empty()) return;
  finding.rule = report.obligations[finding.statements.front().obligation].rule;
  findings.push_back(std::move(finding));
}

FindingPlace place_in(const Place& place, const std::string& title, const std::string& id) {
  FindingPlace result = place_of(place);
  result.table = title;
  result.table_id = id;
  return result;
}

// Where a requirement was looked for, with the table that begins there or the table of targets that it
// stands in.
FindingPlace looked_at(const Dossier& dossier, const Place& place) {
  const std::vector<Table>& tables = dossier.current().tables;
  const auto table = std::ranges::find(tables, place, &Table::place);
  if (table != tables.end()) return place_in(place, table->title, table->id);
  const auto at = [](const Place& one) { return std::pair(one.page, one.line); };
  for (const TargetTable& target : dossier.current().targets)
    if (at(target.place) <= at(place) && at(place) <= at(target.last))
      return place_in(place,
                      target.project.empty() ? target.title : target.title + "：" + target.project,
                      target.id);
  return place_of(place);
}

// Requirements that are not met; the same one at several places is one finding.
void add_requirements(std::vector<Finding>& findings, const Dossier& dossier,
                      const Report& report) {
  std::map<std::pair<std::string, std::string>, std::size_t> known;
  for (std::size_t i = 0; i < report.obligations.size(); ++i) {
    const Obligation& obligation = report.obligations[i];
    if (is_over_figures(obligation) || report.outcomes[i].status != Status::violated) continue;
    const auto [entry, fresh] =
        known.emplace(std::pair(obligation.rule, obligation.requirement.zh), findings.size());
    if (fresh) {
      Finding finding;
      finding.rule = obligation.rule;
      finding.severity = obligation.severity;
      finding.cause = obligation.kind == ObligationKind::presence ? Cause::not_present
                      : obligation.stale_year                     ? Cause::stale_year
                                                                  : Cause::form;
      finding.requirement = obligation.requirement;
      findings.push_back(std::move(finding));
    }
    Finding& finding = findings[entry->second];
    finding.severity = std::max(finding.severity, obligation.severity);
    finding.statements.push_back({i, 1});
    for (const Place& place : obligation.places)
      finding.places.push_back(looked_at(dossier, place));
  }
}

// A file that holds at least half of the required tables is taken for a whole disclosure.
bool is_whole(const MissingParts& missing) {
  return missing.tables.size() * 2 <= required_tables().size();
}

void add_missing(std::vector<Finding>& findings, const Dossier& dossier, const Report& report) {
  const auto add = [&](const char* rule, Severity severity, Cause cause) -> Finding& {
    Finding finding;
    finding.rule = rule;
    finding.severity = severity;
    finding.cause = cause;
    findings.push_back(std::move(finding));
    return findings.back();
  };
  const MissingParts& missing = report.missing;
  const Severity severity = is_whole(missing) ? Severity::warning : Severity::note;
  if (missing.year) add("reading.year", severity, Cause::year_not_read);
  for (const TableKind kind : missing.tables)
    add("reading.table", severity, Cause::table_not_read).missing = kind;
  for (const MissingPart& part : missing.parts) {
    Finding& finding = add("reading.part", Severity::warning, Cause::part_not_read);
    for (const Place& place : part.places)
      finding.places.push_back(place_in(place, part.title, part.table));
  }
  for (const std::string& title : missing.units) {
    Finding& finding = add("reading.unit", Severity::warning, Cause::unit_not_printed);
    for (const Table& table : dossier.current().tables)
      if (table.title == title)
        finding.places.push_back(place_in(table.place, table.title, table.id));
  }
}

Finding about_beside(const char* rule, Bilingual requirement, const Disclosure& other) {
  Finding finding;
  finding.rule = rule;
  finding.severity = Severity::note;
  finding.cause = Cause::form;
  finding.requirement = std::move(requirement);
  finding.places.push_back(place_of(Place{other.source, 0, 0, 0, std::nullopt}));
  return finding;
}

// Disclosures that were given to be compared with and that nothing can be compared with, or whose body
// is another one by its name: a renamed body, or a wrong file.
void add_beside(std::vector<Finding>& findings, const Dossier& dossier) {
  const Disclosure& current = dossier.current();
  for (std::size_t i = 1; i < dossier.disclosures.size(); ++i) {
    if (dossier.is_unit(i)) continue;
    const Disclosure& other = dossier.disclosures[i];
    const std::string year = other.year ? std::to_string(*other.year) : std::string("?");
    if (!takes_part(dossier, i)) {
      findings.push_back(about_beside(
          "dossier.unused",
          {"所附的“" + other.source + "”（" + year +
               "年）不是上年的，也不是本年决算的预算，或与另一份重复，未用来核对",
           "\"" + other.source + "\" (" + year +
               ") is neither of the year before nor the budget of this final account, or is there "
               "twice: it was not compared with"},
          other));
    } else if (!is_same_body(current.organisation, other.organisation)) {
      findings.push_back(about_beside(
          "dossier.body",
          {"所附的“" + other.source + "”是“" + other.organisation + "”的，本文件是“" +
               current.organisation + "”的：是改名，还是文件不对？",
           "\"" + other.source + "\" is of \"" + other.organisation + "\", this file of \"" +
               current.organisation + "\": a body that was renamed, or a wrong file?"},
          other));
    }
  }
}

// What the finding's places print, whatever their order and wherever they stand.
std::string printed_by(const Finding& finding) {
  std::multiset<std::string> texts;
  for (const FindingPlace& place : finding.places) texts.insert(place.text);
  std::string all;
  for (const std::string& text : texts) all += text + "\n";
  return all;
}

std::string root_of(const Finding& finding, const Dossier& dossier, const Report& report) {
  std::string text = finding.rule + "|" + report.organisation + "|" +
                     (report.year ? std::to_string(*report.year) : "") + "|" +
                     std::string(finding.cause == Cause::rounding ? "rounding" : "");
  // The note on rounding is one whatever it lists today.
  if (finding.cause == Cause::rounding && finding.statements.size() != 1) return "rounding|" + text;
  std::set<std::string> cells;
  for (const FindingStatement& statement : finding.statements) {
    for (const CellRef& cell : cells_of(report.obligations[statement.obligation]))
      cells.insert(identity_of(dossier, cell));
  }
  for (const std::string& cell : cells) text += "\n" + cell;
  if (finding.requirement) text += "\n" + finding.requirement->zh;
  if (finding.missing) text += "\n" + std::string(to_string(*finding.missing));
  if (finding.statements.empty() && !finding.places.empty())
    text += "\n" + finding.places.front().table;
  return text;
}

}  // namespace

std::vector<Finding> held_findings(const Dossier& dossier, const Report& report) {
  std::vector<Finding> findings;
  add_unstated(findings, dossier, report);
  add_unlikely(findings, dossier, report);
  add_rounding(findings, dossier, report);
  return findings;
}

std::vector<Finding> document_findings(const Dossier& dossier, const Report& report) {
  std::vector<Finding> findings;
  add_beside(findings, dossier);
  add_requirements(findings, dossier, report);
  add_missing(findings, dossier, report);
  return findings;
}

void order_and_name(std::vector<Finding>& findings, const Dossier& dossier, const Report& report) {
  const auto rank = [](const Finding& finding) {
    const bool placed = !finding.places.empty();
    return std::tuple(-static_cast<int>(finding.severity), finding.cause == Cause::rounding,
                      placed ? finding.places.front().cell.disclosure : 0, !placed,
                      placed ? finding.places.front().place.page : 0,
                      placed ? finding.places.front().place.line : 0,
                      placed ? finding.places.front().place.column : 0);
  };
  std::stable_sort(findings.begin(), findings.end(),
                   [&](const Finding& a, const Finding& b) { return rank(a) < rank(b); });
  std::map<std::string, int> twins;
  for (Finding& finding : findings) {
    std::string text = root_of(finding, dossier, report);
    const int ordinal = twins[text]++;
    if (ordinal > 0) text += "\n#" + std::to_string(ordinal);
    finding.id = hash_of(text);
    finding.figures = hash_of(printed_by(finding));
  }
}

}  // namespace budget::inline v1::detail
