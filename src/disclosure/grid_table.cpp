// SPDX-License-Identifier: Apache-2.0
#include "disclosure/grid_table.hpp"

#include <budget/base/text.hpp>
#include <budget/subject/name.hpp>

#include "disclosure/grid_header.hpp"

#include <algorithm>

namespace budget::inline v1::detail {
namespace {

/// The only text of a row, if it has but one; a note or a caption fills its row.
std::optional<std::string> only_text(const GridRow& row) {
  const std::vector<std::string> texts = printed_texts(row);
  return texts.size() == 1 ? std::optional(texts.front()) : std::nullopt;
}

/// A row's cells under a plan's columns; `ambiguous` where a figure stands under several. A cell over
/// several columns is that of the first of them, and words over codes and names are a name: 合计.
RawRow raw_row(const GridRow& row, const GridPlan& plan) {
  RawRow raw;
  raw.lines.push_back(row.line);
  raw.cells.resize(plan.physical.size());
  std::vector<std::pair<const GridCell*, std::size_t>> owners;
  for (std::size_t c = 0; c < plan.physical.size(); ++c) {
    raw.cells[c].line = row.line;
    const ColumnRole role = plan.columns.columns[c].role;
    for (const int physical : plan.physical[c]) {
      const GridCell* cell = row.cells[static_cast<std::size_t>(physical)];
      if (cell == nullptr || cell->row != row.row || cell->text.empty()) continue;
      const std::string text = without_spaces(cell->text);
      const auto owner = std::ranges::find(owners, cell, [](const auto& o) { return o.first; });
      if (owner != owners.end()) {
        const bool label = classify(text) == TokenKind::text;
        if (owner->second == c) continue;
        if (label && role == ColumnRole::name &&
            plan.columns.columns[owner->second].role == ColumnRole::code) {
          std::swap(raw.cells[c], raw.cells[owner->second]);
          owner->second = c;
        } else if (!holds_words(role) && !label) {
          raw.ambiguous = true;
        }
        continue;
      }
      owners.emplace_back(cell, c);
      // Words in several columns under one heading are one name: 一般公共预算资金 小计.
      if (!raw.cells[c].text.empty()) raw.cells[c].text += ' ';
      raw.cells[c].text += holds_words(role) ? std::string(strip(cell->line())) : text;
      raw.cells[c].box = cell->box;
      raw.cells[c].recognised = cell->recognised;
    }
  }
  return raw;
}

/// A row that only goes on with the name of the row that a page end cut.
bool continues_name(const RawRow& raw, const ColumnPlan& plan) {
  for (std::size_t c = 0; c < raw.cells.size(); ++c) {
    const bool name = plan.columns[c].role == ColumnRole::name;
    if (name == raw.cells[c].text.empty()) return false;
  }
  return true;
}

}  // namespace

bool has_grid(const Section& section, const Document& document) {
  return std::ranges::any_of(
      section.lines, [&](const TokenLine& line) { return document.grid_of(line.line) != nullptr; });
}

TextTable read_grid_table(const Section& section, const Document& document,
                          const Vocabulary& vocabulary) {
  TextTable result = begin_table(section, document);
  RawRows rows;
  std::vector<GridRow> table;
  std::vector<GridRow> grid_lines;  // of the grid at hand
  for (const TokenLine& line : section.lines) {
    const Grid* grid = document.grid_of(line.line);
    if (grid != nullptr) {
      if (grid_lines.empty() || grid_lines.front().grid != grid) grid_lines = grid_rows(*grid);
      GridRow& row = grid_lines[line.line - grid->first_line];
      if (printed_texts(row).empty()) continue;
      if (table.empty() || fit_columns(row, *table.front().grid))
        table.push_back(std::move(row));
      else
        rows.not_placed.emplace_back(line.line, NotReadWhy::no_place_in_table);
    } else if (line.printed()) {
      const std::string text = without_spaces(document.lines[line.line].text);
      rows.stated_empty = rows.stated_empty || (is_note_line(text) && states_empty(text));
    }
  }
  const std::size_t length = grid_header_length(table, vocabulary);
  const auto plan = grid_plan(table, length, vocabulary);
  if (!plan) {
    for (std::size_t r = length; r < table.size(); ++r)
      result.not_read.push_back({document.place(table[r].line),
                                 std::string(strip(document.lines[table[r].line].text)),
                                 NotReadWhy::header_not_understood,
                                 {}});
    return result;
  }
  for (std::size_t r = length; r < table.size(); ++r) {
    const GridRow& row = table[r];
    if (column_numbers(token_line(row)) > 0) continue;
    const bool repeated = std::ranges::any_of(
        table.begin(), table.begin() + static_cast<std::ptrdiff_t>(length),
        [&](const GridRow& header) { return printed_texts(header) == printed_texts(row); });
    if (repeated) continue;
    if (const auto text = only_text(row); text && (is_note_line(*text) || states_empty(*text))) {
      rows.stated_empty = rows.stated_empty || states_empty(*text);
      continue;
    }
    RawRow raw = raw_row(row, *plan);
    const bool cut = row.row == 0 && row.grid->continues && !rows.rows.empty();
    if (cut && continues_name(raw, plan->columns)) {
      for (std::size_t c = 0; c < raw.cells.size(); ++c)
        rows.rows.back().cells[c].text += raw.cells[c].text;
      continue;
    }
    rows.rows.push_back(std::move(raw));
  }
  finish_table(result, plan->columns, std::move(rows), document, vocabulary);
  return result;
}

}  // namespace budget::inline v1::detail
