// SPDX-License-Identifier: Apache-2.0
#include <budget/disclosure/table_tree.hpp>
#include <budget/subject/name.hpp>
#include <budget/subject/tree_build.hpp>

#include <algorithm>
#include <string>

namespace budget::inline v1 {
namespace {

bool holds_amounts(const Column& column) {
  return column.role == ColumnRole::amount;
}

// "2024年预算数/基本支出": the header as printed, outermost first.
std::string header_path(const Column& column) {
  std::string path;
  for (const std::string& part : column.header) path += (path.empty() ? "" : "/") + part;
  return path;
}

bool is_called(const Column& column, const std::string& key) {
  const std::string path = subject_key(header_path(column));
  return key.empty() || subject_key(column.key) == key || path == key ||
         path.ends_with("/" + key) || column.id == key;
}

// The rows of one side that make a tree, by index in the table.
class SideRows {
 public:
  SideRows(const Table& table, std::size_t side) : table_(table), side_(side) {
    place_.assign(table.rows.size(), -1);
    const int total = table.total_row(static_cast<int>(side));
    for (std::size_t r = 0; r < table.rows.size(); ++r) {
      const RowLabel& label = label_of(r);
      if (label.of_which || (label.name.empty() && label.code.empty())) continue;
      place_[r] = static_cast<std::int32_t>(rows.size());
      if (static_cast<int>(r) == total) total_place = place_[r];
      rows.push_back(r);
    }
    for (const std::size_t r : rows) parents.push_back(parent_of(r));
  }

  const RowLabel& label_of(std::size_t row) const { return table_.rows[row].labels[side_]; }

  std::vector<std::size_t> rows;
  std::vector<std::int32_t> parents;
  std::int32_t total_place = -1;

 private:
  // The nearest row above that is one of them.
  std::int32_t parent_of(std::size_t row) const {
    for (int above = label_of(row).parent; above >= 0;) {
      const auto index = static_cast<std::size_t>(above);
      if (place_[index] >= 0) return place_[index];
      above = label_of(index).parent;
    }
    return -1;
  }

  const Table& table_;
  std::size_t side_;
  std::vector<std::int32_t> place_;
};

FigureColumn figures_of(const Table& table, const SideRows& side, int column) {
  FigureColumn figures;
  figures.reserve(side.rows.size());
  for (const std::size_t row : side.rows)
    figures.push_back(amount_at(table, static_cast<int>(row), column));
  return figures;
}

}  // namespace

PrintedAmount amount_at(const Table& table, int row_index, int column) {
  const Row& row = table.rows[static_cast<std::size_t>(row_index)];
  const Column& header = table.columns[static_cast<std::size_t>(column)];
  const Cell& cell = row.cells[static_cast<std::size_t>(column)];
  if (cell.mark == Mark::unreadable)
    throw CellNotRead(cell.place.line > 0 ? cell.place : row.place,
                      {"该格未能读出", "the cell was not read"}, cell.figure.text());
  NoAmount why = NoAmount::not_a_number;
  const Unit unit = cell.figure.unit() == Unit::unknown ? header.unit : cell.figure.unit();
  const auto amount = read_amount(cell.figure.text(), unit, &why);
  if (!amount) throw CellNotRead(cell.place, explain(why), cell.figure.text());
  return *amount;
}

int amount_column(const Table& table, std::string_view name) {
  const std::string key = subject_key(name);
  std::vector<std::string> names;
  for (std::size_t i = 0; i < table.columns.size(); ++i) {
    if (!holds_amounts(table.columns[i])) continue;
    if (is_called(table.columns[i], key)) return static_cast<int>(i);
    names.push_back(header_path(table.columns[i]));
  }
  std::stable_sort(names.begin(), names.end(), [&](const std::string& a, const std::string& b) {
    return edit_distance(key, a) < edit_distance(key, b);
  });
  throw LookupError("disclosure.column", std::string(name), std::move(names), table.place);
}

SubjectTree tree_of(const Table& table, std::vector<int> columns) {
  if (columns.empty()) {
    for (std::size_t i = 0; i < table.columns.size(); ++i) {
      if (holds_amounts(table.columns[i]) && table.side_of(static_cast<int>(i)) == 0)
        columns.push_back(static_cast<int>(i));
    }
  }
  const int side = columns.empty() ? 0 : table.side_of(columns.front());
  for (const int column : columns) {
    if (table.side_of(column) != side)
      throw DomainError("disclosure.sides",
                        {"所选各列不在表的同一侧", "the columns stand on two sides of the table"},
                        header_path(table.columns[static_cast<std::size_t>(column)]));
  }
  const SideRows rows(table, static_cast<std::size_t>(side));
  TreeRows input;
  std::vector<std::string_view> codes, names;
  for (const std::size_t row : rows.rows) {
    codes.push_back(rows.label_of(row).code);
    names.push_back(rows.label_of(row).name);
  }
  input.codes = codes;
  input.names = names;
  for (const int column : columns)
    input.columns.push_back(
        {table.columns[static_cast<std::size_t>(column)].key, figures_of(table, rows, column)});
  return tree_from_parent_rows(std::move(input), rows.parents, rows.total_place);
}

}  // namespace budget::inline v1
