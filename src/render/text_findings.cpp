// SPDX-License-Identifier: Apache-2.0
#include "render/labels.hpp"
#include "render/report_writer.hpp"
#include "render/statements.hpp"

#include <budget/render/arithmetic.hpp>
#include <budget/render/words.hpp>

#include <algorithm>
#include <array>
#include <set>
#include <span>
#include <utility>

namespace budget::inline v1::detail {
namespace {

constexpr std::size_t most_repairs_shown = 8, most_quotes_shown = 3, most_places_shown = 8,
                      most_statements_shown = 12;

/// The files that the places of a finding stand in, where the disclosure is joined of several.
std::vector<std::string> files_of(const Finding& finding, const Disclosure& disclosure) {
  std::vector<std::string> files;
  if (disclosure.files.empty()) return files;
  for (const FindingPlace& place : finding.places) {
    const std::string& file = place.place.source;
    if (!file.empty() && std::ranges::find(files, file) == files.end()) files.push_back(file);
  }
  return files;
}

bool is_rounding_note(const Finding& finding, const Report& report) {
  return finding.cause == Cause::rounding && !finding.statements.empty() &&
         !report.outcomes[finding.statements.front().obligation].unlikely_rounding;
}

}  // namespace

void ReportWriter::findings() {
  section();
  std::array<int, 3> count{};
  for (const Finding& one : report_.findings) ++count[static_cast<std::size_t>(one.severity)];
  line(0, say(Message::heading_findings,
              {std::to_string(count[2]), std::to_string(count[1]), std::to_string(count[0])}));
  if (!report_.findings.empty())
    line(2, say(Message::rule_ids));
  else if (report_.coverage.figures.checked > 0)
    line(2, say(Message::no_findings));
  for (std::size_t i = 0; i < report_.findings.size(); ++i) {
    // Tables that were not read stand together, gravest first like all others.
    std::size_t last = i;
    while (last + 1 < report_.findings.size() && report_.findings[i].missing &&
           report_.findings[last + 1].missing &&
           report_.findings[last + 1].severity == report_.findings[i].severity)
      ++last;
    if (last > i)
      missing_tables(i, last);
    else
      finding(report_.findings[i], static_cast<int>(i) + 1);
    i = last;
  }
}

void ReportWriter::missing_tables(std::size_t first, std::size_t last) {
  const Finding& one = report_.findings[first];
  section();
  line(0, say(Message::finding_head, {std::to_string(first + 1) + "–" + std::to_string(last + 1),
                                      words(one.severity, language_), one.rule}));
  std::vector<std::string> names;
  for (std::size_t i = first; i <= last; ++i)
    names.emplace_back(words(*report_.findings[i].missing, language_));
  line(3, say(Message::because_table, {join(names, say(Message::list_separator))}));
}

// The conclusion first, then the statements that it rests on.
void ReportWriter::finding(const Finding& one, int ordinal) {
  section();
  if (is_rounding_note(one, report_)) {
    line(0, std::to_string(ordinal) + ". " + std::string(words(one.severity, language_)) + " " +
                say(Message::heading_rounding, {std::to_string(one.statements.size())}));
    rounding_note(one);
    return;
  }
  line(0, say(Message::finding_head,
              {std::to_string(ordinal), words(one.severity, language_), one.rule}));
  if (const auto files = files_of(one, dossier_.current()); !files.empty())
    line(3, say(Message::in_file, {join(files, say(Message::list_separator))}));
  if (one.statements.empty() || one.requirement) {
    told_apart(3, summary(one, report_, dossier_, language_));
    places(one);
    return;
  }
  if (one.cause == Cause::unstated_total) {
    told_apart(3, summary(one, report_, dossier_, language_));
    return;
  }
  const FindingStatement& first = one.statements.front();
  if (report_.outcomes[first.obligation].unlikely_rounding) {
    statements(one);
    line(3, say(Message::unlikely_rounding,
                {count_addends(report_.obligations[first.obligation], dossier_)}));
    return;
  }
  if (one.jointly)
    line(3, say(Message::jointly_impossible, {std::to_string(one.statements.size())}));
  repairs(one);
  quotes(one);
  if (one.copied_from) line(3, say(Message::copied_from, {describe(*one.copied_from, language_)}));
  if (one.only_if_zeros_cut) line(3, say(Message::only_if_zeros_cut));
  if (!one.jointly)
    line(3, say(Message::broken_statements, {std::to_string(one.statements.size())}));
  statements(one);
}

// Where a requirement was looked for; the places of one table stand on one line.
void ReportWriter::places(const Finding& one) {
  std::vector<std::pair<std::string, std::string>> groups;  // table and text
  std::set<std::string> told;
  std::size_t left = 0;
  for (const FindingPlace& place : one.places) {
    const std::string where = describe(place, language_);
    if (where.empty() || !told.insert(where).second) continue;
    const bool same =
        !groups.empty() && !place.table_id.empty() && groups.back().first == place.table_id;
    if (same)
      groups.back().second += say(Message::list_separator) + describe(place.place, language_);
    else if (groups.size() == most_places_shown)
      ++left;
    else
      groups.emplace_back(place.table_id, where);
  }
  for (const auto& [table, where] : groups) told_apart(5, say(Message::looked_at, {where}));
  if (left > 0) told_apart(5, say(Message::more_places, {std::to_string(left)}));
}

void ReportWriter::statements(const Finding& one) {
  const std::vector<StatementLines> all = statement_lines(one, report_, dossier_, language_);
  const std::size_t shown = std::min(all.size(), most_statements_shown);
  for (const StatementLines& lines : std::span(all).first(shown)) {
    for (const std::string& head : lines.heads) line(5, head);
    for (const std::string& body : lines.body) line(7, body);
  }
  if (shown < all.size())
    line(5, say(Message::more_statements, {std::to_string(all.size() - shown)}));
}

// The sentences of the narrative that a finding speaks of: those in doubt, else the first.
void ReportWriter::quotes(const Finding& one) {
  const bool any_suspected = std::ranges::any_of(one.places, &FindingPlace::suspected);
  std::size_t shown = 0;
  for (const FindingPlace& place : one.places) {
    if (place.quote.empty() || (any_suspected && !place.suspected)) continue;
    line(3, say(Message::quoted, {place.quote}));
    if (++shown == most_quotes_shown || !any_suspected) return;
  }
}

void ReportWriter::repairs(const Finding& one) {
  if (one.repairs.empty()) {
    told_apart(3, say(Message::nothing_single));
    return;
  }
  if (one.together) {
    line(3, together(one, dossier_, language_));
    if (one.unit_should_be != Unit::unknown || one.cause == Cause::doubled_row) return;
  } else if (one.repairs.size() > 1) {
    line(3, say(Message::suspects_equal));
  }
  const std::size_t shown = std::min(one.repairs.size(), most_repairs_shown);
  for (std::size_t i = 0; i < shown; ++i) {
    const Repair& repair = one.repairs[i];
    std::string text = describe(repair, language_);
    if (one.repairs.size() == 1)
      text = say(Message::suspect, {text}) + say(Message::clause_separator) +
             say(Message::settles, {std::to_string(repair.settles)});
    if (one.repairs.size() == 1)
      told_apart(3, std::move(text));
    else
      line(5, std::move(text));
  }
  if (shown < one.repairs.size())
    line(5, say(one.together && !one.alternatives ? Message::more_together : Message::more_repairs,
                {std::to_string(one.repairs.size() - shown)}));
}

void ReportWriter::rounding_note(const Finding& one) {
  for (const RoundedSum& sum : rounded_sums(one, report_, dossier_, language_)) {
    line(3, sum.sum);
    line(5, say(Message::occurs_at, {std::to_string(sum.statements), sum.places}));
  }
}

}  // namespace budget::inline v1::detail
