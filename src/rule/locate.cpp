// SPDX-License-Identifier: Apache-2.0
#include "rule/locate.hpp"

#include <budget/subject/code.hpp>
#include <budget/subject/name.hpp>

#include "disclosure/years.hpp"

#include <algorithm>

namespace budget::inline v1::detail::rules {

namespace {

const RowLabel& own_label(const Table& table, int side, int row) {
  return table.rows[static_cast<std::size_t>(row)].labels[static_cast<std::size_t>(side)];
}

bool is_printed(const RowLabel& label) {
  return !label.name.empty() || !label.code.empty();
}

// Money carried over from or to another year, by the words that all its names share.
bool is_carry_over(const RowLabel& label) {
  for (const std::string_view word : {"结转", "结余", "弥补收支差额"}) {
    if (label.key.find(word) != std::string::npos) return true;
  }
  return false;
}

bool is_year_total(const RowLabel& label) {
  return label.key == "本年收入合计" || label.key == "本年支出合计";
}

// Totals and what stands beside them: no subject of its own.
bool is_summary(const RowLabel& label) {
  return label.level == 0 || is_year_total(label) || is_carry_over(label) || label.key == "合计" ||
         label.key == "收入总计" || label.key == "支出总计";
}

// The name of a row on a side. Where expenditure is printed twice, by function and by use, one total
// row serves both: its name stands with the functions.
const RowLabel& label_of(const Table& table, int side, int row) {
  const RowLabel& own = own_label(table, side, row);
  if (is_printed(own) || table.sides[static_cast<std::size_t>(side)].label != "支出用途")
    return own;
  for (std::size_t other = 0; other < table.sides.size(); ++other) {
    if (table.sides[other].label != "支出") continue;
    const RowLabel& shared = own_label(table, static_cast<int>(other), row);
    if (is_printed(shared) && is_summary(shared)) return shared;
  }
  return own;
}

const Column& column_of(const Table& table, int column) {
  return table.columns[static_cast<std::size_t>(column)];
}

int row_count(const Table& table) {
  return static_cast<int>(table.rows.size());
}

bool answers_to(const RowLabel& label, std::string_view name) {
  return is_printed(label) && (label.key == name || (!label.code.empty() && label.code == name));
}

bool is_below_carry_over(const Table& table, int side, int row) {
  for (int at = label_of(table, side, row).parent; at >= 0; at = label_of(table, side, at).parent) {
    if (is_carry_over(label_of(table, side, at))) return true;
  }
  return false;
}

// Whether one of the rows that a row is part of answers to a name. 本年 means the money of the year,
// 结转 what was carried over.
bool is_below(const Table& table, int side, int row, std::string_view name) {
  if (name == "本年") return !is_below_carry_over(table, side, row);
  if (name == "结转") return is_below_carry_over(table, side, row);
  for (int at = label_of(table, side, row).parent; at >= 0; at = label_of(table, side, at).parent) {
    if (answers_to(label_of(table, side, at), name)) return true;
  }
  return false;
}

bool is_below_all(const Table& table, int side, int row, const NamePath& path, std::size_t count) {
  for (std::size_t i = 0; i < count; ++i) {
    if (!is_below(table, side, row, path.names[i])) return false;
  }
  return true;
}

// The row of the whole side: 合计 wherever it stands, or the only row of a table of figures alone.
std::vector<int> total_rows(const Table& table, int side) {
  std::vector<int> totals, by_name;
  for (int row = 0; row < row_count(table); ++row) {
    const RowLabel& label = label_of(table, side, row);
    if (!is_printed(label)) continue;
    if (label.level == 0) totals.push_back(row);
    if (label.key == "合计") by_name.push_back(row);
  }
  if (!totals.empty()) return totals;
  if (!by_name.empty()) return by_name;
  std::vector<int> printing;
  for (int row = 0; row < row_count(table); ++row) {
    if (prints_on_side(table, side, row)) printing.push_back(row);
  }
  if (printing.size() == 1 && !is_printed(label_of(table, side, printing.front()))) return printing;
  return {};
}

std::vector<int> rows_answering(const Table& table, int side, const NamePath& path) {
  if (path.names.size() == 1 && path.names.front() == "合计") return total_rows(table, side);
  std::vector<int> rows;
  for (int row = 0; row < row_count(table); ++row) {
    if (answers_to(label_of(table, side, row), path.names.back()) &&
        is_below_all(table, side, row, path, path.names.size() - 1)) {
      rows.push_back(row);
    }
  }
  return rows;
}

bool is_class(const Table& table, int side, int row, bool coded) {
  const RowLabel& label = label_of(table, side, row);
  if (is_summary(label) || label.of_which) return false;
  if (coded) {
    const auto code = SubjectCode::try_parse(label.code);
    return code && code->level() == SubjectLevel::Class;
  }
  if (label.parent < 0) return label.level == 1;
  const RowLabel& above = label_of(table, side, label.parent);
  return is_summary(above) && !is_carry_over(above);
}

}  // namespace

std::vector<std::string> names_from_class(const Table& table, int side, int row) {
  std::vector<std::string> names;
  for (int at = row; at >= 0; at = label_of(table, side, at).parent) {
    const RowLabel& label = label_of(table, side, at);
    if (!is_summary(label)) names.push_back(label.key);
  }
  return names;
}

std::vector<int> sides_named(const Table& table, std::string_view name) {
  std::vector<int> sides;
  for (int side = 0; side < static_cast<int>(table.sides.size()); ++side) {
    const std::string& label = table.sides[static_cast<std::size_t>(side)].label;
    const bool alone = table.sides.size() == 1 && label.empty();
    if (name.empty() || label == name || (alone && table.title.find(name) != std::string::npos)) {
      sides.push_back(side);
    }
  }
  return sides;
}

namespace {

std::vector<int> columns_of_role(const Table& table, int side, ColumnRole role) {
  std::vector<int> columns;
  for (const int column : table.sides[static_cast<std::size_t>(side)].columns) {
    if (column_of(table, column).role == role) columns.push_back(column);
  }
  return columns;
}

}  // namespace

std::vector<int> amount_columns(const Table& table, int side) {
  return columns_of_role(table, side, ColumnRole::amount);
}

namespace {

// 2023年预算数 beside 2024年预算数 is 上年预算数.
bool is_headed(const Table& table, const std::string& cell, const std::string& name) {
  return subject_key(cell) == name || subject_key(last_years_name(table, cell)) == name;
}

bool column_answers_to(const Table& table, const Column& column, const NamePath& path) {
  if (column.key != path.names.back()) return false;
  for (std::size_t i = 0; i + 1 < path.names.size(); ++i) {
    const bool under = std::ranges::any_of(column.header, [&](const std::string& cell) {
      return is_headed(table, cell, path.names[i]);
    });
    if (!under) return false;
  }
  return true;
}

// The one least deep in the header, or ambiguous.
Found least_deep(const Table& table, const std::vector<int>& columns) {
  std::size_t least = static_cast<std::size_t>(-1);
  std::vector<int> best;
  for (const int column : columns) {
    const std::size_t depth = column_of(table, column).header.size();
    if (depth > least) continue;
    if (depth < least) best.clear();
    least = depth;
    best.push_back(column);
  }
  if (best.size() == 1) return {best, Undecided::none};
  return {{}, Undecided::ambiguous};
}

Found first_answering(const Table& table, const std::vector<int>& columns,
                      const std::vector<NamePath>& paths) {
  for (const NamePath& path : paths) {
    std::vector<int> found;
    for (const int column : columns) {
      if (column_answers_to(table, column_of(table, column), path)) found.push_back(column);
    }
    if (!found.empty()) return least_deep(table, found);
  }
  return {{}, Undecided::column_missing};
}

}  // namespace

Found find_column(const Table& table, int side, const ColumnSelector& selector) {
  const std::vector<int> columns = amount_columns(table, side);
  if (!selector.whole) return first_answering(table, columns, selector.names);
  if (columns.size() == 1) return {columns, Undecided::none};
  return first_answering(table, columns, {NamePath{{"合计"}}, NamePath{{"金额"}}});
}

Found find_count_column(const Table& table, int side, const ColumnSelector& selector) {
  return first_answering(table, columns_of_role(table, side, ColumnRole::count), selector.names);
}

bool has_column(const Table& table, int side, const ColumnSelector& selector) {
  const std::vector<int>& columns = table.sides[static_cast<std::size_t>(side)].columns;
  return first_answering(table, columns, selector.names).trouble != Undecided::column_missing;
}

Found find_named_rows(const Table& table, int side, const RowSelector& selector, bool all) {
  for (const NamePath& path : selector.names) {
    std::vector<int> rows = rows_answering(table, side, path);
    if (rows.empty()) continue;
    if (rows.size() > 1 && !all) return {{}, Undecided::ambiguous};
    return {std::move(rows), Undecided::none};
  }
  return {{}, Undecided::row_missing};
}

std::vector<int> find_row_set(const Table& table, int side, const RowSelector& selector,
                              RowIndex& index) {
  const bool coded = index.has_codes(table, side);
  std::vector<int> rows;
  for (int row = 0; row < row_count(table); ++row) {
    const RowLabel& label = label_of(table, side, row);
    bool meant = false;
    switch (selector.set) {
      case RowSet::all: meant = is_printed(label) || prints_on_side(table, side, row); break;
      case RowSet::classes: meant = is_printed(label) && is_class(table, side, row, coded); break;
      case RowSet::subjects:
        meant = is_printed(label) && !is_summary(label) && !label.of_which;
        break;
      case RowSet::named:
      case RowSet::children:
      case RowSet::same: break;
    }
    if (!meant) continue;
    const bool below =
        selector.names.empty() || std::ranges::any_of(selector.names, [&](const NamePath& path) {
          return is_below_all(table, side, row, path, path.names.size());
        });
    if (below) rows.push_back(row);
  }
  return rows;
}

std::vector<int> rows_below(const Table& table, int side, int row, RowIndex& index) {
  std::vector<int> rows;
  for (const int child : index.below(table, side, row)) {
    if (!label_of(table, side, child).of_which) rows.push_back(child);
  }
  return rows;
}

std::vector<int> rows_of_same_subject(const Table& table, int side, const Table& other,
                                      int other_side, int other_row, RowIndex& index) {
  const RowLabel& wanted = label_of(other, other_side, other_row);
  if (is_summary(wanted)) return {};
  if (!wanted.code.empty() && index.has_codes(table, side))
    return index.with_code(table, side, wanted.code);
  std::vector<int> rows, abbreviated;
  std::vector<std::string> names;
  for (const int row : index.with_name(table, side, wanted.key)) {
    const RowLabel& label = label_of(table, side, row);
    if (!is_printed(label) || is_summary(label)) continue;
    if (names.empty()) names = names_from_class(other, other_side, other_row);
    const std::vector<std::string> own = names_from_class(table, side, row);
    if (own == names) rows.push_back(row);
    if (std::ranges::equal(own, names, {}, without_ending, without_ending)) {
      abbreviated.push_back(row);
    }
  }
  return rows.empty() ? abbreviated : rows;
}

bool prints_on_side(const Table& table, int side, int row) {
  const std::vector<Cell>& cells = table.rows[static_cast<std::size_t>(row)].cells;
  const std::vector<int>& columns = table.sides[static_cast<std::size_t>(side)].columns;
  return std::ranges::any_of(columns, [&](int column) {
    if (column_of(table, column).role != ColumnRole::amount) return false;
    const FigureState state = cells[static_cast<std::size_t>(column)].figure.state();
    return state != FigureState::blank && state != FigureState::dash;
  });
}

std::string row_tag(const Table& table, int side, int row) {
  const RowLabel& label = label_of(table, side, row);
  if (!label.code.empty()) return label.code;
  if (!label.key.empty()) return label.key;
  return "#" + std::to_string(row + 1);
}

}  // namespace budget::inline v1::detail::rules
