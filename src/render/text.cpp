// SPDX-License-Identifier: Apache-2.0
#include <budget/render/text.hpp>

#include "disclosure/companions.hpp"
#include "render/report_writer.hpp"

#include <budget/render/words.hpp>

#include <algorithm>
#include <vector>

namespace budget::inline v1 {
namespace detail {

void ReportWriter::head() {
  section();
  const std::string year = report_.year
                               ? (language_ == Language::zh ? std::to_string(*report_.year) + "年"
                                                            : std::to_string(*report_.year))
                               : say(Message::year_unknown);
  const std::string organisation =
      report_.organisation.empty() ? say(Message::organisation_unknown) : report_.organisation;
  line(0, say(Message::report_title, {organisation, year, words(report_.kind, language_)}));
  if (!report_.source.empty()) line(0, report_.source);
  held_against();
  section();
  verdict();
  counts();
}

// Which other documents took part: without them nothing was said of other years or of units.
void ReportWriter::held_against() {
  const std::string comma = say(Message::list_separator);
  std::vector<std::string> others, units;
  for (std::size_t d = 1; d < dossier_.disclosures.size(); ++d) {
    const Disclosure& one = dossier_.disclosures[d];
    if (dossier_.is_unit(d))
      units.push_back(one.source);
    else if (takes_part(dossier_, d))
      others.push_back(say(Message::held_against_one,
                           {one.source, std::to_string(*one.year), words(one.kind, language_)}));
  }
  if (!others.empty()) line(0, say(Message::held_against, {join(others, comma)}));
  if (!units.empty())
    line(0, say(Message::held_against_units, {std::to_string(units.size()), join(units, comma)}));
}

void ReportWriter::verdict() {
  // What a review set aside is no truer than before.
  int errors = 0;
  const auto count = [&](const Finding& one) { errors += one.severity == Severity::error ? 1 : 0; };
  for (const Finding& one : report_.findings) count(one);
  for (const AcceptedFinding& one : report_.accepted) count(one.finding);
  for (const Finding& one : report_.known) count(one);
  switch (report_.verdict) {
    case Verdict::consistent: line(0, say(Message::verdict_consistent)); break;
    case Verdict::violated:
      line(0, say(Message::verdict_violated, {std::to_string(errors)}));
      break;
    case Verdict::not_read: line(0, say(Message::verdict_not_read)); break;
  }
  if (dossier_.current().tables.empty()) line(2, say(Message::because_only_narrative));
  if (dossier_.current().of_government) line(2, say(Message::of_government));
  std::vector<std::string> unknown;
  for (const Table& table : dossier_.current().tables)
    if (table.kind == TableKind::other) unknown.push_back("《" + table.title + "》");
  if (!unknown.empty())
    line(2, say(Message::unknown_tables,
                {std::to_string(unknown.size()), join(unknown, say(Message::list_separator))}));
  if (!dossier_.current().tables.empty() && report_.coverage.figures.read == 0)
    line(2, say(Message::not_filled_in));
  if (report_.coverage.figures.checked == 0) line(2, say(Message::because_nothing));
  const std::string comma = say(Message::list_separator);
  if (!report_.missing.tables.empty()) {
    std::vector<std::string> names;
    for (const TableKind kind : report_.missing.tables) names.emplace_back(words(kind, language_));
    line(2, say(Message::because_table, {join(names, comma)}));
  }
  if (report_.missing.year) line(2, say(Message::because_year));
  if (!report_.missing.parts.empty()) {
    std::vector<std::string> titles;
    for (const MissingPart& part : report_.missing.parts) titles.push_back(part.title);
    line(2, say(Message::because_part, {join(titles, comma)}));
  }
  if (!report_.missing.units.empty())
    line(2, say(Message::because_unit, {join(report_.missing.units, comma)}));
}

// What was checked and what was not are counted apart.
void ReportWriter::counts() {
  RuleCoverage statements, requirements;
  for (std::size_t i = 0; i < report_.outcomes.size(); ++i) {
    RuleCoverage& counted = is_over_figures(report_.obligations[i]) ? statements : requirements;
    ++counted[report_.outcomes[i].status];
  }
  const auto checked = [](const RuleCoverage& of) {
    return of[Status::exact] + of[Status::rounding] + of[Status::violated];
  };
  const auto left = [&](Status status) { return statements[status] + requirements[status]; };
  const int open =
      left(Status::not_applicable) + left(Status::not_read) + left(Status::not_decided);
  const int all = static_cast<int>(report_.outcomes.size());
  line(2, say(Message::counts_checked,
              {std::to_string(checked(statements)), std::to_string(statements[Status::exact]),
               std::to_string(statements[Status::rounding]),
               std::to_string(statements[Status::violated])}));
  if (checked(requirements) > 0)
    line(2, say(Message::counts_requirements,
                {std::to_string(checked(requirements)), std::to_string(requirements[Status::exact]),
                 std::to_string(requirements[Status::violated])}));
  if (open > 0)
    line(2, say(Message::counts_not_checked, {std::to_string(all), std::to_string(open),
                                              std::to_string(left(Status::not_applicable)),
                                              std::to_string(left(Status::not_read)),
                                              std::to_string(left(Status::not_decided))}));
  const FigureCoverage& figures = report_.coverage.figures;
  line(2, say(Message::counts_figures,
              {std::to_string(figures.read), std::to_string(figures.checked),
               std::to_string(figures.unchecked), std::to_string(figures.unreadable)}));
  int recognised = 0;
  for (const Table& table : dossier_.current().tables)
    for (const Row& row : table.rows)
      for (const Cell& cell : row.cells)
        recognised += cell.mark == budget::v1::Mark::ocr && cell.figure.is_number() ? 1 : 0;
  if (recognised > 0) line(4, say(Message::counts_recognised, {std::to_string(recognised)}));
  std::vector<std::string> units;
  for (const Table& table : dossier_.current().tables) {
    if (table.unit == Unit::unknown) continue;
    std::string unit(symbol(table.unit));
    if (language_ == Language::en) unit += say(Message::in_brackets, {name(table.unit, language_)});
    if (std::ranges::find(units, unit) == units.end()) units.push_back(std::move(unit));
  }
  if (!units.empty())
    line(2, say(Message::units_used, {join(units, say(Message::list_separator))}));
}

}  // namespace detail

std::string to_text(const Report& report, const Dossier& dossier, Language language) {
  detail::ReportWriter writer(report, dossier, language);
  writer.head();
  writer.findings();
  writer.set_aside();
  writer.corrected();
  writer.not_read();
  writer.unreadable();
  writer.regions();
  writer.coverage();
  writer.reasons();
  writer.unchecked();
  std::string text;
  for (const detail::ReportSection& section : std::move(writer).take()) {
    if (!text.empty()) text += '\n';
    for (std::size_t i = 0; i < section.lines.size(); ++i) {
      text += detail::wrapped(section.lines[i].text, section.lines[i].indent);
      if (i == 0) text += detail::aligned(section.grid, 2, section.right, 1);
    }
  }
  return text;
}

}  // namespace budget::inline v1
