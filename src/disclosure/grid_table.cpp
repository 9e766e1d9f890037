// SPDX-License-Identifier: Apache-2.0
#include "disclosure/grid_table.hpp"

#include <budget/base/text.hpp>
#include <budget/subject/name.hpp>

#include "disclosure/grid_header.hpp"
#include "disclosure/grid_indent.hpp"

#include <algorithm>

namespace budget::inline v1::detail {
namespace {

/// The only text of a row, if it has but one; a note or a caption fills its row.
std::optional<std::string> only_text(const GridRow& row) {
  const std::vector<std::string> texts = printed_texts(row);
  return texts.size() == 1 ? std::optional(texts.front()) : std::nullopt;
}

bool is_sentence(std::string_view text) {
  return text.find("。") != std::string_view::npos || text.find("；") != std::string_view::npos;
}

/// A row's cells under a plan's columns; `ambiguous` where a figure stands under several. A cell over
/// several columns is that of the first of them, and words over codes and names are a name: 合计.
RawRow raw_row(const GridRow& row, const GridPlan& plan) {
  RawRow raw;
  raw.lines.push_back(row.line);
  const bool sheet = !row.grid->title.empty();
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
      raw.cells[c].column = sheet ? cell->column + row.grid->first_column - 1 : -1;
      raw.cells[c].box = cell->box;
      raw.cells[c].recognised = cell->recognised;
      raw.cells[c].full = cell->full;
    }
  }
  return raw;
}

/// 类, 款 and 项 beside the total are the end of the header, not its code.
void take_header_words(RawRow& raw, ColumnPlan& plan, const Vocabulary& vocabulary) {
  for (std::size_t c = 0; c < raw.cells.size(); ++c) {
    if (plan.columns[c].role != ColumnRole::code) continue;
    for (const ColumnTerm& term : vocabulary.column(raw.cells[c].text)) {
      if (term.role != ColumnRole::code) continue;
      plan.columns[c].header.push_back(std::move(raw.cells[c].text));
      raw.cells[c].text.clear();
      break;
    }
  }
}

/// A row that only goes on with words of the row before it, which a page end cut. A total or a
/// numbered name begins a row of its own.
bool continues_words(const RawRow& raw, const RawRow& before, const ColumnPlan& plan,
                     const Vocabulary& vocabulary) {
  for (std::size_t c = 0; c < raw.cells.size(); ++c) {
    const std::string& text = raw.cells[c].text;
    if (text.empty()) continue;
    const ColumnRole role = plan.columns[c].role;
    if (role != ColumnRole::name && role != ColumnRole::text) return false;
    if (before.cells[c].text.empty() || !before.cells[c].full ||
        vocabulary.row(text).rank != RowRank::plain ||
        split_name(text).ordinal != OrdinalStyle::none)
      return false;
  }
  return true;
}

/// The grid of a section that has most columns: the others draw fewer lines.
const Grid* widest_grid(const Section& section, const Document& document) {
  const Grid* widest = nullptr;
  for (const TokenLine& line : section.lines) {
    const Grid* grid = document.grid_of(line.line);
    if (grid != nullptr && (widest == nullptr || grid->columns > widest->columns)) widest = grid;
  }
  return widest;
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
  const Grid* widest = widest_grid(section, document);
  for (const TokenLine& line : section.lines) {
    const Grid* grid = document.grid_of(line.line);
    if (grid != nullptr) {
      if (grid_lines.empty() || grid_lines.front().grid != grid) grid_lines = grid_rows(*grid);
      GridRow& row = grid_lines[line.line - grid->first_line];
      if (printed_texts(row).empty()) continue;
      if (fit_columns(row, *widest))
        table.push_back(std::move(row));
      else
        rows.not_placed.emplace_back(line.line, NotReadWhy::no_place_in_table);
    } else if (line.printed()) {
      const std::string text = without_spaces(document.lines[line.line].text);
      if (!is_note_line(text)) continue;
      rows.notes.push_back(line.line);
      rows.stated_empty = rows.stated_empty || states_empty(text);
    }
  }
  const std::size_t length = grid_header_length(table, vocabulary);
  auto plan = grid_plan(table, length, vocabulary, section.table == TableKind::other);
  if (!plan) {
    for (std::size_t r = length; r < table.size(); ++r)
      result.not_read.push_back({document.place(table[r].line),
                                 std::string(strip(document.lines[table[r].line].text)),
                                 NotReadWhy::header_not_understood,
                                 {}});
    return result;
  }
  std::vector<std::vector<std::string>> header;
  for (std::size_t r = 0; r < length; ++r) header.push_back(printed_texts(table[r]));
  const std::vector<int> indents = row_indents(table, length, *plan, vocabulary);
  for (std::size_t r = length; r < table.size(); ++r) {
    const GridRow& row = table[r];
    if (numbers_columns(token_line(row))) continue;
    if (std::ranges::find(header, printed_texts(row)) != header.end()) continue;  // printed anew
    if (const auto text = only_text(row);
        text && (is_note_line(*text) || states_empty(*text) || is_sentence(*text))) {
      rows.notes.push_back(row.line);
      rows.stated_empty = rows.stated_empty || states_empty(*text);
      continue;
    }
    RawRow raw = raw_row(row, *plan);
    raw.indent = indents[r];
    take_header_words(raw, plan->columns, vocabulary);
    const bool cut = row.row == 0 && row.grid->continues && !rows.rows.empty();
    if (cut && continues_words(raw, rows.rows.back(), plan->columns, vocabulary)) {
      for (std::size_t c = 0; c < raw.cells.size(); ++c) {
        RawCell& whole = rows.rows.back().cells[c];
        whole.text += raw.cells[c].text;
        whole.full = raw.cells[c].full;
      }
      continue;
    }
    rows.rows.push_back(std::move(raw));
  }
  finish_table(result, plan->columns, std::move(rows), document, vocabulary);
  return result;
}

}  // namespace budget::inline v1::detail
