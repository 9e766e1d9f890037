// SPDX-License-Identifier: Apache-2.0
#include "disclosure/grid_header.hpp"

#include <budget/base/text.hpp>
#include <budget/subject/name.hpp>

#include <algorithm>
#include <array>
#include <cmath>

namespace budget::inline v1::detail {
namespace {

using Path = std::vector<const GridCell*>;

/// The header cells over a column, outermost first.
Path path_of(const std::vector<GridRow>& rows, std::size_t length, std::size_t column) {
  Path path;
  for (std::size_t r = 0; r < length; ++r) {
    const GridCell* cell = rows[r].cells[column];
    if (cell == nullptr || cell->text.empty()) continue;
    if (std::ranges::find(path, cell) == path.end()) path.push_back(cell);
  }
  return path;
}

bool prints_between(const std::vector<GridRow>& rows, std::size_t begin, std::size_t end,
                    std::size_t column) {
  return std::any_of(rows.begin() + static_cast<std::ptrdiff_t>(begin),
                     rows.begin() + static_cast<std::ptrdiff_t>(end),
                     [&](const GridRow& row) { return row.cells[column] != nullptr; });
}

/// In files that know no spans (CSV, sheets without merged cells) a header over several columns stands
/// over the first of them: lets it cover the blanks to its right that have headers of their own below.
void spread_headers(std::vector<GridRow>& rows, std::size_t length) {
  for (std::size_t r = 0; r < length; ++r)
    for (const GridCell* cell : rows[r].cells)
      if (cell != nullptr && (cell->columns > 1 || cell->rows > 1)) return;
  for (std::size_t r = 0; r + 1 < length; ++r) {
    std::vector<const GridCell*>& cells = rows[r].cells;
    for (std::size_t c = 1; c < cells.size(); ++c)
      if (cells[c] == nullptr && cells[c - 1] != nullptr &&
          prints_between(rows, r + 1, length, c) && prints_between(rows, r + 1, length, c - 1) &&
          path_of(rows, r, c) == path_of(rows, r, c - 1))
        cells[c] = cells[c - 1];
  }
}

bool printed(const GridRow& row, std::size_t column) {
  const GridCell* cell = row.cells[column];
  return cell != nullptr && cell->row == row.row && !cell->text.empty();
}

bool printed_below(const std::vector<GridRow>& rows, std::size_t length, std::size_t column) {
  return std::any_of(rows.begin() + static_cast<std::ptrdiff_t>(length), rows.end(),
                     [&](const GridRow& row) { return printed(row, column); });
}

/// Whether two columns under one header cell are parts of one column: no row fills both.
bool one_column(const std::vector<GridRow>& rows, std::size_t length, std::size_t a,
                std::size_t b) {
  for (std::size_t r = length; r < rows.size(); ++r)
    if (printed(rows[r], a) && printed(rows[r], b) && rows[r].cells[a] != rows[r].cells[b])
      return false;
  return true;
}

const ColumnTerm* column_term(const std::string& text, const Vocabulary& vocabulary) {
  for (const ColumnTerm& term : vocabulary.column(text))
    if (term.role) return &term;
  return nullptr;
}

/// The words over a column, one text at least. A header that a page end or a missing span cut in two is
/// one again where only the whole is known: 政府性基金预 and, below it, 算.
std::vector<std::string> header_texts(const Path& path, const Vocabulary& vocabulary) {
  std::vector<std::string> texts;
  for (const GridCell* cell : path) {
    std::string text = without_spaces(cell->text);
    const bool cut = !texts.empty() && vocabulary.column(text).empty() &&
                     !vocabulary.column(texts.back() + text).empty();
    if (cut)
      texts.back() += text;
    else
      texts.push_back(std::move(text));
  }
  if (texts.empty()) texts.emplace_back();
  return texts;
}

/// Whether a row prints nothing but names of rows: words below the headers of names and codes that
/// are no such headers themselves. 公务接待费 below 项目 is a row, though other tables have it as a column.
bool only_named(const std::vector<GridRow>& rows, std::size_t r, const Vocabulary& vocabulary) {
  bool named = false;
  for (std::size_t c = 0; c < rows[r].cells.size(); ++c) {
    if (!printed(rows[r], c)) continue;
    const Path path = path_of(rows, r, c);
    if (path.empty() || path.back()->columns > 1) return false;
    const ColumnTerm* above = column_term(without_spaces(path.back()->text), vocabulary);
    if (above == nullptr || !holds_words(*above->role)) return false;
    const std::string own = header_texts({path.back(), rows[r].cells[c]}, vocabulary).back();
    const ColumnTerm* term = column_term(own, vocabulary);
    if (term != nullptr && holds_words(*term->role)) return false;
    named = named || above->role == ColumnRole::name;
  }
  return named;
}

/// The role of a column whose header is not known, by what stands in it.
ColumnRole role_of(const std::vector<GridRow>& rows, std::size_t length, std::size_t column,
                   std::string_view header) {
  constexpr std::array<std::string_view, 5> of_ratios{"%", "％", "率", "比例", "占比"};
  if (std::ranges::any_of(of_ratios, [&](std::string_view word) {
        return header.find(word) != std::string_view::npos;
      }))
    return ColumnRole::count;
  int figures = 0, words = 0;
  for (std::size_t r = length; r < rows.size(); ++r) {
    if (!printed(rows[r], column)) continue;
    const bool figure = classify(without_spaces(rows[r].cells[column]->text)) != TokenKind::text;
    ++(figure ? figures : words);
  }
  return words > figures ? ColumnRole::text : ColumnRole::amount;
}

/// Where no column is known to hold names, the first one of words does.
void name_first_words(std::vector<Column>& columns) {
  if (std::ranges::any_of(columns, [](const Column& c) { return c.role == ColumnRole::name; }))
    return;
  const auto words =
      std::ranges::find_if(columns, [](const Column& c) { return c.role == ColumnRole::text; });
  if (words != columns.end()) words->role = ColumnRole::name;
}

}  // namespace

std::vector<GridRow> grid_rows(const Grid& grid) {
  std::vector<GridRow> rows;
  for (int row = 0; row < grid.rows; ++row)
    rows.push_back({&grid, row, grid.first_line + static_cast<std::size_t>(row),
                    std::vector<const GridCell*>(static_cast<std::size_t>(grid.columns))});
  for (const GridCell& cell : grid.cells)
    for (int row = cell.row; row < cell.row + cell.rows; ++row)
      for (int column = cell.column; column < cell.column + cell.columns; ++column)
        rows[static_cast<std::size_t>(row)].cells[static_cast<std::size_t>(column)] = &cell;
  return rows;
}

bool fit_columns(GridRow& row, const Grid& other) {
  const std::vector<double>& own = row.grid->edges;
  if (row.cells.size() == static_cast<std::size_t>(other.columns)) return true;
  if (own.empty() || other.edges.empty()) return false;
  std::vector<std::size_t> places;  // of each own edge among the other's
  for (const double edge : own) {
    const auto near =
        std::ranges::min_element(other.edges, {}, [&](double e) { return std::abs(e - edge); });
    if (std::abs(*near - edge) > same_column_edge) return false;
    places.push_back(static_cast<std::size_t>(near - other.edges.begin()));
  }
  std::vector<const GridCell*> cells(static_cast<std::size_t>(other.columns), nullptr);
  for (std::size_t c = 0; c + 1 < places.size(); ++c)
    for (std::size_t to = places[c]; to < places[c + 1]; ++to) cells[to] = row.cells[c];
  row.cells = std::move(cells);
  return true;
}

std::vector<std::string> printed_texts(const GridRow& row) {
  std::vector<std::string> texts;
  const GridCell* before = nullptr;
  for (const GridCell* cell : row.cells) {
    if (cell == nullptr || cell == before || cell->row != row.row) continue;
    before = cell;
    if (std::string text = without_spaces(cell->text); !text.empty())
      texts.push_back(std::move(text));
  }
  return texts;
}

TokenLine token_line(const GridRow& row) {
  TokenLine line;
  line.line = row.line;
  int column = 0;
  for (std::string& text : printed_texts(row)) {
    const auto width = static_cast<int>(count_code_points(text));
    const TokenKind kind = classify(text);
    line.tokens.push_back({std::move(text), column, column + width, 1, kind});
    column += width + 1;
  }
  return line;
}

std::size_t grid_header_length(const std::vector<GridRow>& rows, const Vocabulary& vocabulary) {
  std::vector<TokenLine> lines;
  for (const GridRow& row : rows) lines.push_back(token_line(row));
  const std::size_t most = header_length(lines, vocabulary);
  for (std::size_t r = 1; r < most; ++r)
    if (only_named(rows, r, vocabulary)) return r;
  return most;
}

std::optional<GridPlan> grid_plan(std::vector<GridRow> rows, std::size_t length,
                                  const Vocabulary& vocabulary, bool any) {
  if (rows.empty() || length == 0) return std::nullopt;
  spread_headers(rows, length);
  GridPlan plan;
  bool any_known = false;
  const GridCell* last_leaf = nullptr;
  for (std::size_t c = 0; c < rows.front().cells.size(); ++c) {
    const Path path = path_of(rows, length, c);
    if (path.empty() && !printed_below(rows, length, c)) continue;
    const GridCell* leaf = path.empty() ? nullptr : path.back();
    std::vector<std::string> header = header_texts(path, vocabulary);
    const std::string text = header.back();
    const ColumnTerm* term = column_term(text, vocabulary);
    const auto is = [&](ColumnRole role) { return term != nullptr && term->role == role; };
    if (leaf != nullptr && leaf == last_leaf && !is(ColumnRole::code) &&
        (is(ColumnRole::name) || std::ranges::all_of(plan.physical.back(), [&](int before) {
           return one_column(rows, length, static_cast<std::size_t>(before), c);
         }))) {
      plan.physical.back().push_back(static_cast<int>(c));
      continue;
    }
    last_leaf = leaf;
    any_known = any_known || term != nullptr;
    Column column;
    std::string side;
    for (std::size_t i = 0; i + 1 < header.size(); ++i)
      for (const ColumnTerm& group : vocabulary.column(header[i]))
        if (group.groups.side) side = group.key;
    column.header = std::move(header);
    column.role = term ? *term->role : role_of(rows, length, c, text);
    column.key = term ? term->key : subject_key(text);
    plan.columns.columns.push_back(std::move(column));
    plan.columns.side_labels.push_back(std::move(side));
    plan.physical.push_back({static_cast<int>(c)});
  }
  if (!any_known && !any) return std::nullopt;
  if (any) name_first_words(plan.columns.columns);
  finish_plan(plan.columns);
  return plan;
}

}  // namespace budget::inline v1::detail
