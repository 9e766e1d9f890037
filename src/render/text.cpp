// SPDX-License-Identifier: Apache-2.0
#include <budget/render/text.hpp>

#include "render/labels.hpp"
#include "render/layout.hpp"

#include <budget/render/arithmetic.hpp>
#include <budget/render/message.hpp>
#include <budget/render/words.hpp>

#include <algorithm>
#include <map>

namespace budget::inline v1 {
namespace {

using detail::join;
using detail::wrapped;

constexpr std::size_t most_repairs_shown = 8;

// Writes a report section by section.
class ReportWriter {
 public:
  ReportWriter(const Report& report, const Dossier& dossier, Language language)
      : report_(report), dossier_(dossier), language_(language) {}

  std::string write();

 private:
  [[nodiscard]] std::string say(Message message,
                                std::initializer_list<std::string_view> values = {}) const {
    return budget::say(message, language_, values);
  }
  void line(std::size_t indent, const std::string& text) { text_ += wrapped(text, indent); }
  void blank() { text_ += '\n'; }

  void head();
  void findings();
  void finding(const Finding&, int ordinal);
  void statement(const FindingStatement&, bool with_intervals);
  void repairs(const Finding&);
  void rounding_note(const Finding&);
  void not_read();
  void unreadable();
  void regions();
  void coverage();
  void reasons();
  void unchecked();

  const Report& report_;
  const Dossier& dossier_;
  Language language_;
  std::string text_;
};

bool is_rounding_note(const Finding& finding, const Report& report) {
  return finding.cause == Cause::rounding && !finding.statements.empty() &&
         !report.outcomes[finding.statements.front().obligation].unlikely_rounding;
}

std::string ReportWriter::write() {
  head();
  findings();
  not_read();
  unreadable();
  regions();
  coverage();
  reasons();
  unchecked();
  return std::move(text_);
}

void ReportWriter::head() {
  const std::string year = report_.year
                               ? (language_ == Language::zh ? std::to_string(*report_.year) + "年"
                                                            : std::to_string(*report_.year))
                               : say(Message::year_unknown);
  const std::string organisation =
      report_.organisation.empty() ? say(Message::organisation_unknown) : report_.organisation;
  line(0, say(Message::report_title, {organisation, year, words(report_.kind, language_)}));
  if (!report_.source.empty()) line(0, report_.source);
  blank();

  int errors = 0;
  for (const Finding& one : report_.findings) errors += one.severity == Severity::error ? 1 : 0;
  switch (report_.verdict) {
    case Verdict::consistent: line(0, say(Message::verdict_consistent)); break;
    case Verdict::violated:
      line(0, say(Message::verdict_violated, {std::to_string(errors)}));
      break;
    case Verdict::not_read: line(0, say(Message::verdict_not_read)); break;
  }
  const std::string comma = say(Message::list_separator);
  if (!report_.missing.tables.empty()) {
    std::vector<std::string> names;
    for (const TableKind kind : report_.missing.tables) names.emplace_back(words(kind, language_));
    line(2, say(Message::because_table, {join(names, comma)}));
  }
  if (report_.missing.year) line(2, say(Message::because_year));
  if (!report_.missing.units.empty())
    line(2, say(Message::because_unit, {join(report_.missing.units, comma)}));

  RuleCoverage all;
  for (const Outcome& outcome : report_.outcomes) ++all[outcome.status];
  const auto count = [&](Status status) { return std::to_string(all[status]); };
  line(2, say(Message::counts_statements,
              {std::to_string(report_.outcomes.size()), count(Status::exact),
               count(Status::rounding), count(Status::violated), count(Status::not_applicable),
               count(Status::not_read), count(Status::not_decided)}));
  const FigureCoverage& figures = report_.coverage.figures;
  line(2, say(Message::counts_figures,
              {std::to_string(figures.read), std::to_string(figures.checked),
               std::to_string(figures.unchecked), std::to_string(figures.unreadable)}));
}

void ReportWriter::findings() {
  blank();
  std::array<int, 3> count{};
  for (const Finding& one : report_.findings) ++count[static_cast<std::size_t>(one.severity)];
  line(0, say(Message::heading_findings,
              {std::to_string(count[2]), std::to_string(count[1]), std::to_string(count[0])}));
  if (report_.findings.empty()) line(2, say(Message::no_findings));
  int ordinal = 0;
  for (const Finding& one : report_.findings) {
    blank();
    finding(one, ++ordinal);
  }
}

void ReportWriter::finding(const Finding& one, int ordinal) {
  if (is_rounding_note(one, report_)) {
    line(0, std::to_string(ordinal) + ". " + std::string(words(one.severity, language_)) + " " +
                say(Message::heading_rounding, {std::to_string(one.statements.size())}));
    rounding_note(one);
    return;
  }
  line(0, say(Message::finding_head,
              {std::to_string(ordinal), words(one.severity, language_), one.rule}));
  if (one.statements.empty() || one.requirement) {
    line(3, summary(one, report_, dossier_, language_));
    for (const FindingPlace& place : one.places) {
      const std::string where = describe(place, language_);
      if (!where.empty()) line(5, say(Message::looked_at, {where}));
    }
    return;
  }
  if (one.cause == Cause::unstated_total) {
    line(3, summary(one, report_, dossier_, language_));
    return;
  }
  for (const FindingStatement& step : one.statements) statement(step, true);
  const Outcome& first = report_.outcomes[one.statements.front().obligation];
  if (first.unlikely_rounding) {
    line(3, say(Message::unlikely_rounding,
                {detail::count_addends(report_.obligations[one.statements.front().obligation],
                                       dossier_)}));
    return;
  }
  if (one.only_if_zeros_cut) line(3, say(Message::only_if_zeros_cut));
  repairs(one);
}

void ReportWriter::statement(const FindingStatement& step, bool with_intervals) {
  const Obligation& obligation = report_.obligations[step.obligation];
  const Outcome& outcome = report_.outcomes[step.obligation];
  const std::string common = detail::Labels(obligation, dossier_, language_).common();
  const std::string rule = say(Message::statement_of, {obligation.rule});
  line(3, common.empty() ? rule : common + "  " + rule);
  const std::string difference = printed_difference(obligation, outcome, dossier_, language_);
  std::string sum = detail::labelled_arithmetic(obligation, outcome, dossier_, language_);
  if (!difference.empty() && outcome.status != Status::exact)
    sum += say(Message::clause_separator) + say(Message::difference, {difference});
  if (outcome.strain)
    sum += say(Message::clause_separator) +
           say(Message::strain, {outcome.strain->percent(0, Rounding::half_up)});
  line(5, sum);
  if (!with_intervals) return;
  if (outcome.same_digits_demanded)
    line(5, say(Message::same_digits));
  else if (const std::string sides = side_intervals(obligation, outcome, dossier_, language_);
           !sides.empty())
    line(5, sides);
  if (!obligation.zero.empty()) {
    std::vector<std::string> cells;
    for (const CellRef& cell : obligation.zero)
      cells.push_back(say(Message::in_table, {table_at(dossier_, cell).title}) +
                      detail::row_name(dossier_, cell) + "·" + detail::column_name(dossier_, cell));
    line(5, say(Message::condition_zero, {join(cells, say(Message::list_separator))}));
  }
}

void ReportWriter::repairs(const Finding& one) {
  if (one.repairs.empty()) {
    line(3, say(Message::nothing_single));
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
    line(one.repairs.size() == 1 ? 3 : 5, text);
  }
  if (shown < one.repairs.size())
    line(5, say(Message::more_repairs, {std::to_string(one.repairs.size() - shown)}));
}

void ReportWriter::rounding_note(const Finding& one) {
  for (const FindingStatement& step : one.statements) statement(step, false);
}

void ReportWriter::not_read() {
  if (report_.not_read.empty()) return;
  blank();
  line(0, say(Message::heading_not_read, {std::to_string(report_.not_read.size())}));
  for (const NotRead& one : report_.not_read)
    line(2, say(Message::unplaced_line,
                {describe(one.place, language_), one.text, words(one.why, language_)}));
}

void ReportWriter::unreadable() {
  if (report_.coverage.figures.unreadable == 0) return;
  blank();
  line(0, say(Message::heading_unreadable, {std::to_string(report_.coverage.figures.unreadable)}));
  const auto& tables = dossier_.current().tables;
  const auto show = [&](const CellRef& ref, const Cell& cell, bool column, std::string_view why) {
    const Table& table = table_at(dossier_, ref);
    FindingPlace place;
    place.table = table.title;
    place.row = detail::row_name(dossier_, ref);
    if (column) place.column = detail::column_name(dossier_, ref);
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

void ReportWriter::regions() {
  if (report_.regions.empty()) return;
  blank();
  line(0, say(Message::heading_regions));
  for (const Region& one : report_.regions)
    line(2, say(Message::region, {words(one.kind, language_), one.title,
                                  describe(one.first, language_), describe(one.last, language_)}));
}

void ReportWriter::coverage() {
  blank();
  line(0, say(Message::heading_coverage));
  constexpr std::array order{Status::exact,          Status::rounding, Status::violated,
                             Status::not_applicable, Status::not_read, Status::not_decided};
  std::vector<std::string> all_exact, not_applicable, unbound;
  detail::Grid grid;
  grid.push_back(detail::cells_of(sentence(Message::coverage_columns, language_)));
  for (const auto& [rule, counts] : report_.coverage.rules) {
    int total = 0;
    for (const Status status : order) total += counts[status];
    if (total == 0) {
      unbound.push_back(rule);
    } else if (counts[Status::exact] == total) {
      all_exact.push_back(rule + " " + std::to_string(total));
    } else if (counts[Status::not_applicable] == total) {
      not_applicable.push_back(rule);
    } else {
      std::vector<std::string> row;
      for (const Status status : order) row.push_back(std::to_string(counts[status]));
      row.push_back(rule);
      grid.push_back(std::move(row));
    }
  }
  if (grid.size() > 1) text_ += detail::aligned(grid, 2, order.size());
  const std::string comma = say(Message::list_separator);
  if (!all_exact.empty())
    line(2, say(Message::rules_all_exact, {std::to_string(all_exact.size())}) +
                join(all_exact, comma));
  if (!not_applicable.empty())
    line(2, say(Message::rules_not_applicable, {std::to_string(not_applicable.size())}) +
                join(not_applicable, comma));
  if (!unbound.empty())
    line(2, say(Message::rules_unbound, {std::to_string(unbound.size())}) + join(unbound, comma));
}

void ReportWriter::reasons() {
  std::map<std::pair<Status, Undecided>, int> count;
  for (const Outcome& outcome : report_.outcomes)
    if (outcome.status == Status::not_applicable || outcome.status == Status::not_read ||
        outcome.status == Status::not_decided)
      ++count[{outcome.status, outcome.why}];
  if (count.empty()) return;
  blank();
  line(0, say(Message::heading_not_applicable));
  for (const auto& [reason, number] : count)
    line(2, say(Message::reason_count, {std::string(words(reason.first, language_)) + " · " +
                                            std::string(words(reason.second, language_)),
                                        std::to_string(number)}));
}

// Row by row, so that a table nobody checked stays readable.
void ReportWriter::unchecked() {
  blank();
  const std::vector<CellRef>& cells = report_.coverage.unchecked;
  if (cells.empty()) {
    if (report_.coverage.figures.read > 0) line(0, say(Message::every_figure_checked));
    return;
  }
  line(0, say(Message::heading_unchecked, {std::to_string(cells.size())}));
  for (std::size_t i = 0; i < cells.size();) {
    std::size_t end = i;
    const auto same_table = [&](const CellRef& cell) {
      return cell.disclosure == cells[i].disclosure && cell.table == cells[i].table;
    };
    while (end < cells.size() && same_table(cells[end])) ++end;
    line(2, say(Message::in_table, {table_at(dossier_, cells[i]).title}));
    for (; i < end;) {
      const int row = cells[i].row;
      std::string text = describe(at(dossier_, cells[i]).place, language_);
      std::string name = detail::row_name(dossier_, cells[i]);
      text += (text.empty() ? "" : " ") + name;
      for (; i < end && cells[i].row == row; ++i)
        text += (text.empty() ? "" : "  ") + detail::column_name(dossier_, cells[i]) + " " +
                at(dossier_, cells[i]).figure.text();
      line(4, text);
    }
  }
}

}  // namespace

std::string to_text(const Report& report, const Dossier& dossier, Language language) {
  return ReportWriter(report, dossier, language).write();
}

std::string to_text(const Disclosure& disclosure, Language language) {
  std::string text;
  if (disclosure.tables.empty()) text += say(Message::no_tables, language) + "\n";
  for (const Table& table : disclosure.tables) {
    if (!text.empty()) text += '\n';
    text += say(Message::table_head, language, {table.number, table.title});
    text += "  " + (table.unit == Unit::unknown
                        ? std::string(sentence(Message::no_unit, language))
                        : say(Message::unit_is, language, {symbol(table.unit)}));
    const std::string where = describe(table.place, language);
    if (!where.empty()) text += "  " + where;
    text += '\n';
    if (table.stated_empty) text += "  " + say(Message::stated_empty, language) + "\n";
    detail::Grid grid(1);
    for (const Column& column : table.columns) {
      std::string header;
      for (const std::string& part : column.header)
        if (!part.empty()) header += (header.empty() ? "" : "/") + part;
      grid.front().push_back(header);
    }
    for (const Row& row : table.rows) {
      std::vector<std::string> cells;
      for (const Cell& cell : row.cells) cells.push_back(cell.figure.text());
      grid.push_back(std::move(cells));
    }
    text += detail::aligned(grid, 2, 0);
  }
  if (!disclosure.not_read.empty()) {
    text += "\n" +
            say(Message::heading_not_read, language, {std::to_string(disclosure.not_read.size())}) +
            "\n";
    for (const NotRead& one : disclosure.not_read)
      text += "  " +
              say(Message::unplaced_line, language,
                  {describe(one.place, language), one.text, words(one.why, language)}) +
              "\n";
  }
  if (!disclosure.regions.empty()) {
    text += "\n" + say(Message::heading_regions, language) + "\n";
    for (const Region& one : disclosure.regions)
      text += "  " +
              say(Message::region, language,
                  {words(one.kind, language), one.title, describe(one.first, language),
                   describe(one.last, language)}) +
              "\n";
  }
  return text;
}

}  // namespace budget::inline v1
