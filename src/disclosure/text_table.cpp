// SPDX-License-Identifier: Apache-2.0
#include "disclosure/text_table.hpp"

#include <budget/base/text.hpp>
#include <budget/subject/code.hpp>
#include <budget/subject/name.hpp>

#include "disclosure/header.hpp"
#include "disclosure/layout.hpp"
#include "disclosure/rows.hpp"
#include "disclosure/stacked.hpp"
#include "disclosure/tree.hpp"

#include <algorithm>
#include <optional>

namespace budget::inline v1::detail {
namespace {

constexpr int misfit_cost = 3;
constexpr int not_placed_cost = 20;

/// The unit that a table's caption names: 单位：万元.
Unit unit_of(const std::vector<TokenLine>& caption) {
  for (const TokenLine& line : caption)
    if (const Unit unit = caption_unit(plain(line)); unit != Unit::unknown) return unit;
  // A narrow box at the right edge breaks the word: 单位：万 and, at the end of the next line, 元.
  for (std::size_t i = 0; i + 1 < caption.size(); ++i)
    if (caption[i + 1].printed())
      if (const Unit unit = caption_unit(plain(caption[i]) + caption[i + 1].tokens.back().text);
          unit != Unit::unknown)
        return unit;
  return Unit::unknown;
}

struct Read {
  ColumnPlan plan;
  RawRows rows;
  int cost = 0;
};

/// Of all readings of the header the one that the rows below fit best.
std::optional<Read> read_rows(const std::vector<TokenLine>& header,
                              const std::vector<TokenLine>& body, const Vocabulary& vocabulary) {
  std::size_t counted = 0;
  for (const TokenLine& line : body) counted = std::max(counted, column_numbers(line));
  std::optional<Read> best;
  for (ColumnPlan& plan : header_plans(join_header(header, vocabulary))) {
    if (counted > 0 && plan.columns.size() != counted) continue;
    RawRows rows = read_stream_rows(body, plan, vocabulary);
    split_clipped_cells(rows.rows, plan);
    const int cost = plan.cost + misfit_cost * rows.misfits +
                     not_placed_cost * static_cast<int>(rows.not_placed.size());
    if (!best || cost < best->cost) best = Read{std::move(plan), std::move(rows), cost};
  }
  return best;
}

std::optional<Read> read_layout(const std::vector<TokenLine>& header,
                                const std::vector<TokenLine>& body, const Vocabulary& vocabulary) {
  std::vector<TokenLine> joined;
  for (const TokenLine& line : header) joined.push_back(join_characters(line, vocabulary));
  // A caption may go on over lines of its own (the body's long name) before the header begins.
  const auto starts = std::ranges::find_if(joined, [&](const TokenLine& line) {
    return line.tokens.size() > 1 || !vocabulary.column(line.tokens.front().text).empty();
  });
  joined.erase(joined.begin(), starts);
  auto plan = layout_plan(joined, vocabulary);
  if (!plan) return std::nullopt;
  RawRows rows = read_layout_rows(body, header, *plan, vocabulary);
  return Read{std::move(plan->plan), std::move(rows), 0};
}

bool ends_in_zero(const Figure& figure) {
  return figure.is_number() && figure.value().scale() > 0 && figure.value().coefficient() % 10 == 0;
}

/// A table that cuts trailing zeros prints no figure that ends in one; then a shorter figure is as
/// precise as the longest (a table keeps zeros if any of its figures ends in 0 after the point).
void set_precision(Table& table) {
  int most = 0;
  for (const Row& row : table.rows)
    for (std::size_t c = 0; c < row.cells.size(); ++c) {
      if (table.columns[c].role != ColumnRole::amount) continue;
      const Figure& figure = row.cells[c].figure;
      if (ends_in_zero(figure)) return;
      if (figure.is_number() && figure.suffix() == Suffix::none)
        most = std::max(most, figure.digits());
    }
  for (Row& row : table.rows)
    for (std::size_t c = 0; c < row.cells.size(); ++c) {
      Figure& figure = row.cells[c].figure;
      if (table.columns[c].role == ColumnRole::amount && figure.is_number() &&
          figure.suffix() == Suffix::none && figure.digits() < most)
        figure = figure.with_digits(most);
    }
}

/// Takes the figures of a row whose columns are open out of its cells.
void loosen(Row& row, const Table& table) {
  for (std::size_t c = 0; c < row.cells.size(); ++c) {
    const ColumnRole role = table.columns[c].role;
    if (role != ColumnRole::amount && role != ColumnRole::count) continue;
    Cell& cell = row.cells[c];
    Cell open;
    open.place = row.place;
    open.mark = budget::v1::Mark::unreadable;
    if (cell.figure.state() != FigureState::blank) row.loose.push_back(std::move(cell));
    cell = std::move(open);
  }
}

Row make_row(const RawRow& raw, const Table& table, const Document& document) {
  Row row;
  row.id = numbered('r', table.rows.size() + 1);
  row.place = document.place(raw.lines.front());
  for (std::size_t c = 0; c < raw.cells.size(); ++c) {
    const RawCell& cell = raw.cells[c];
    const Column& column = table.columns[c];
    const bool money = column.role == ColumnRole::amount;
    Cell made;
    made.figure = Figure(cell.text, money ? table.unit : Unit::unknown);
    made.place = cell.text.empty() ? row.place : document.place(cell.line);
    if (!cell.text.empty()) made.place.column = cell.column + 1;
    if (cell.box) made.place.box = cell.box;
    if (cell.recognised) made.mark = budget::v1::Mark::ocr;
    if ((money || column.role == ColumnRole::count) &&
        made.figure.state() == FigureState::unreadable)
      made.mark = budget::v1::Mark::unreadable;
    row.cells.push_back(std::move(made));
  }
  if (raw.ambiguous) loosen(row, table);
  return row;
}

/// Codes printed in columns of their own (类 款 项) put together.
std::string joined_code(const Row& row, const Side& side, const Table& table) {
  std::vector<std::string> parts;
  for (const int c : side.columns)
    if (table.columns[static_cast<std::size_t>(c)].role == ColumnRole::code)
      parts.push_back(row.cells[static_cast<std::size_t>(c)].figure.text());
  if (parts.empty()) return {};
  if (parts.size() == 1) return parts.front();
  parts.resize(3);
  const auto code = SubjectCode::from_parts(parts[0], parts[1], parts[2]);
  return code ? to_string(*code) : parts[0] + parts[1] + parts[2];
}

void label(Row& row, const Table& table, const Vocabulary& vocabulary) {
  for (const Side& side : table.sides) {
    RowLabel made;
    made.code = joined_code(row, side, table);
    if (side.name_column >= 0)
      made.name = row.cells[static_cast<std::size_t>(side.name_column)].figure.text();
    if (!made.name.empty()) made.key = vocabulary.row(made.name).key;
    row.labels.push_back(std::move(made));
  }
}

// Where no heading says so, the rows tell on which side income stands and on which expenditure.
void name_sides(Table& table) {
  constexpr std::string_view income = "收入", expenditure = "支出";
  if (table.sides.size() != 2) return;
  const auto named = [&](std::size_t side, std::string_view word) {
    return table.sides[side].label.empty() && std::ranges::any_of(table.rows, [&](const Row& row) {
             return row.labels[side].name.find(word) != std::string::npos;
           });
  };
  for (const std::size_t side : {std::size_t{0}, std::size_t{1}}) {
    const std::size_t other = 1 - side;
    if (!named(side, income) || named(side, expenditure) || !named(other, expenditure) ||
        named(other, income))
      continue;
    table.sides[side].label = income;
    table.sides[other].label = expenditure;
    return;
  }
}

}  // namespace

TextTable begin_table(const Section& section, const Document& document) {
  TextTable result;
  Table& table = result.table;
  table.kind = section.table;
  table.number = section.number;
  table.title = section.title;
  table.unit = unit_of(section.caption);
  table.place = document.place(section.caption.front().line);
  table.last = table.place;
  table.includes_carry_over = section.title.find("不含上年结转") == std::string::npos;
  for (const TokenLine& line : section.lines) {
    if (line.printed()) table.last = document.place(line.line);
    if (table.unit == Unit::unknown) table.unit = caption_unit(plain(line));
  }
  return result;
}

void finish_table(TextTable& result, ColumnPlan plan, RawRows rows, const Document& document,
                  const Vocabulary& vocabulary) {
  Table& table = result.table;
  result.understood = true;
  stack_blocks(plan, rows.rows);
  name_subtotals(plan, vocabulary);
  table.columns = plan.columns;
  table.sides = plan.sides;
  table.stated_empty = rows.stated_empty;
  for (const std::size_t line : rows.notes)
    table.notes.push_back({std::string(strip(document.lines[line].text)), document.place(line)});
  for (Column& column : table.columns)
    if (column.role == ColumnRole::amount) column.unit = table.unit;
  std::vector<int> indents;
  for (const RawRow& raw : rows.rows) {
    Row row = make_row(raw, table, document);
    label(row, table, vocabulary);
    table.rows.push_back(std::move(row));
    indents.push_back(raw.indent);
    if (raw.ambiguous)
      rows.not_placed.emplace_back(raw.lines.front(), NotReadWhy::ambiguous_columns);
  }
  name_sides(table);
  std::ranges::stable_sort(rows.not_placed, {}, [](const auto& entry) { return entry.first; });
  const auto same_line = [](const auto& a, const auto& b) { return a.first == b.first; };
  auto& lost = rows.not_placed;
  lost.erase(std::unique(lost.begin(), lost.end(), same_line), lost.end());
  for (const auto& [line, why] : rows.not_placed)
    result.not_read.push_back(
        {document.place(line), std::string(strip(document.lines[line].text)), why, {}});
  set_precision(table);
  build_tree(table, indents, vocabulary);
}

TextTable read_text_table(const Section& section, const Document& document,
                          const Vocabulary& vocabulary) {
  TextTable result = begin_table(section, document);
  const std::vector<TokenLine>& lines = section.lines;
  const std::size_t length = header_length(lines, vocabulary);
  const auto middle = lines.begin() + static_cast<std::ptrdiff_t>(length);
  std::vector<TokenLine> header;
  for (auto line = lines.begin(); line != middle; ++line) {
    const std::string text = plain(*line);
    const bool caption =
        !caption_value(text, "单位").empty() || !caption_value(text, "部门").empty();
    if (line->printed() && !caption) header.push_back(*line);
  }
  const std::vector<TokenLine> body(middle, lines.end());

  auto read = keeps_layout(section.lines) ? read_layout(header, body, vocabulary)
                                          : read_rows(header, body, vocabulary);
  if (!read) {
    for (const TokenLine& line : body)
      if (std::ranges::any_of(line.tokens, &Token::is_figure))
        result.not_read.push_back(
            {document.place(line.line), plain(line), NotReadWhy::header_not_understood, {}});
    return result;
  }
  finish_table(result, std::move(read->plan), std::move(read->rows), document, vocabulary);
  return result;
}

}  // namespace budget::inline v1::detail
