// SPDX-License-Identifier: Apache-2.0
#include "render/labels.hpp"
#include "render/report_writer.hpp"

#include <budget/render/arithmetic.hpp>
#include <budget/render/words.hpp>

#include <algorithm>
#include <array>
#include <map>
#include <vector>

namespace budget::inline v1::detail {
namespace {

std::string with_gap(std::string text) {
  return text.empty() ? text : std::move(text) + " ";
}

}  // namespace

// What a review took out of the list: nobody shall think that it was not found.
void ReportWriter::set_aside() {
  const std::string comma = say(Message::list_separator);
  if (!report_.accepted.empty()) {
    section();
    line(0, say(Message::heading_accepted, {std::to_string(report_.accepted.size())}));
    for (const AcceptedFinding& one : report_.accepted) {
      const std::string message = summary(one.finding, report_, dossier_, language_);
      if (one.until.empty())
        line(2, say(Message::accepted_line, {one.finding.id, message, one.reason, one.who}));
      else
        line(2, say(Message::accepted_until,
                    {one.finding.id, message, one.reason, one.who, one.until}));
    }
  }
  std::vector<std::string> rest;
  if (!report_.known.empty())
    rest.push_back(say(Message::known_findings, {std::to_string(report_.known.size())}));
  if (!report_.expired.empty())
    rest.push_back(say(Message::expired_findings,
                       {std::to_string(report_.expired.size()), join(report_.expired, comma)}));
  if (!report_.rules_off.empty())
    rest.push_back(say(Message::rules_off,
                       {std::to_string(report_.rules_off.size()), join(report_.rules_off, comma)}));
  if (!rest.empty()) section();
  for (const std::string& text : rest) line(0, text);
}

void ReportWriter::corrected() {
  for (std::size_t d = 0; d < dossier_.disclosures.size(); ++d) {
    const auto& corrections = dossier_.disclosures[d].corrections;
    if (corrections.empty()) continue;
    section();
    line(0, say(Message::heading_corrected, {std::to_string(corrections.size())}));
    for (const AppliedCorrection& one : corrections)
      line(2, corrected_line(one, dossier_, static_cast<int>(d), language_));
  }
}

void ReportWriter::not_read() {
  if (report_.not_read.empty()) return;
  section();
  line(0, say(Message::heading_not_read, {std::to_string(report_.not_read.size())}));
  for (const NotRead& one : report_.not_read) line(2, unplaced(one, language_));
}

void ReportWriter::unreadable() {
  if (report_.coverage.figures.unreadable == 0) return;
  section();
  line(0, say(Message::heading_unreadable, {std::to_string(report_.coverage.figures.unreadable)}));
  const auto& tables = dossier_.current().tables;
  const auto show = [&](const CellRef& ref, const Cell& cell, bool column, std::string_view why) {
    const Table& table = table_at(dossier_, ref);
    FindingPlace place;
    place.table = table.title;
    place.row = row_name(dossier_, ref);
    if (column) place.column = column_name(dossier_, ref);
    place.place = cell.place;
    line(2, say(Message::unplaced_line, {describe(place, language_), cell.figure.text(), why}));
  };
  for (int t = 0; t < static_cast<int>(tables.size()); ++t) {
    const Table& table = tables[static_cast<std::size_t>(t)];
    for (int r = 0; r < static_cast<int>(table.rows.size()); ++r) {
      for (int c = 0; c < static_cast<int>(table.columns.size()); ++c) {
        const ColumnRole role = table.columns[static_cast<std::size_t>(c)].role;
        const Cell& cell = table.cell(r, c);
        if ((role == ColumnRole::amount || role == ColumnRole::count) &&
            cell.figure.state() == FigureState::unreadable)
          show({0, t, r, c}, cell, true, explain(cell.figure.why(), language_));
      }
      for (const Cell& loose : table.rows[static_cast<std::size_t>(r)].loose)
        show({0, t, r, 0}, loose, false, sentence(Message::no_column, language_));
    }
  }
}

// One line a kind and title, however many parts there are.
void ReportWriter::regions() {
  if (report_.regions.empty()) return;
  section();
  line(0, say(Message::heading_regions));
  std::vector<std::pair<std::string, std::vector<std::string>>> parts;
  for (const Region& one : report_.regions) {
    std::string kind = region_name(one, language_);
    const auto known = std::ranges::find(parts, kind, &decltype(parts)::value_type::first);
    const std::string where = describe(one.first, one.last, language_);
    if (known == parts.end())
      parts.push_back({std::move(kind), {where}});
    else
      known->second.push_back(where);
  }
  for (const auto& [kind, places] : parts)
    line(2, say(Message::region, {kind, join(places, say(Message::clause_separator))}));
}

void ReportWriter::coverage() {
  section();
  line(0, say(Message::heading_coverage));
  constexpr std::array order{Status::exact,          Status::rounding, Status::violated,
                             Status::not_applicable, Status::not_read, Status::not_decided};
  int all_exact = 0, exact_statements = 0, not_applicable = 0, unbound = 0;
  Grid grid;
  grid.push_back(cells_of(sentence(Message::coverage_columns, language_)));
  for (const auto& [rule, counts] : report_.coverage.rules) {
    int total = 0;
    for (const Status status : order) total += counts[status];
    if (total == 0) {
      ++unbound;
    } else if (counts[Status::exact] == total) {
      ++all_exact;
      exact_statements += total;
    } else if (counts[Status::not_applicable] == total) {
      ++not_applicable;
    } else {
      std::vector<std::string> row;
      for (const Status status : order) row.push_back(std::to_string(counts[status]));
      row.push_back(rule);
      grid.push_back(std::move(row));
    }
  }
  if (grid.size() > 1) {
    sections_.back().grid = std::move(grid);
    sections_.back().right = order.size();
  }
  if (all_exact > 0)
    line(2, say(Message::rules_all_exact,
                {std::to_string(all_exact), std::to_string(exact_statements)}));
  if (not_applicable > 0)
    line(2, say(Message::rules_not_applicable, {std::to_string(not_applicable)}));
  if (unbound > 0) line(2, say(Message::rules_unbound, {std::to_string(unbound)}));
  if (all_exact + not_applicable + unbound > 0) line(2, say(Message::rules_in_json));
}

void ReportWriter::reasons() {
  std::map<std::pair<Status, Undecided>, int> count;
  for (const Outcome& outcome : report_.outcomes)
    if (outcome.status == Status::not_applicable || outcome.status == Status::not_read ||
        outcome.status == Status::not_decided)
      ++count[{outcome.status, outcome.why}];
  if (count.empty()) return;
  section();
  line(0, say(Message::heading_not_applicable));
  for (const auto& [reason, number] : count)
    line(2, say(Message::reason_count, {std::string(words(reason.first, language_)) + " · " +
                                            std::string(words(reason.second, language_)),
                                        std::to_string(number)}));
}

// Row by row, so that a table nobody checked stays readable.
void ReportWriter::unchecked() {
  section();
  const std::vector<CellRef>& cells = report_.coverage.unchecked;
  if (cells.empty()) {
    if (report_.coverage.figures.read > 0) line(0, say(Message::every_figure_checked));
    return;
  }
  line(0, say(Message::heading_unchecked, {std::to_string(cells.size())}));
  for (std::size_t i = 0; i < cells.size();) {
    std::size_t end = i;
    const auto same_table = [&](const CellRef& cell) {
      return cell.disclosure == cells[i].disclosure && cell.table == cells[i].table &&
             title_at(dossier_, cell) == title_at(dossier_, cells[i]);
    };
    while (end < cells.size() && same_table(cells[end])) ++end;
    line(2, say(Message::in_table, {title_at(dossier_, cells[i])}));
    for (; i < end;) {
      const int row = cells[i].row;
      std::string text = describe(at(dossier_, cells[i]).place, language_);
      std::string name = row_name(dossier_, cells[i]);
      text += (text.empty() ? "" : " ") + name;
      for (; i < end && cells[i].row == row; ++i)
        text += (text.empty() ? "" : "  ") + with_gap(column_name(dossier_, cells[i])) +
                at(dossier_, cells[i]).figure.text();
      line(4, text);
    }
  }
}

}  // namespace budget::inline v1::detail
