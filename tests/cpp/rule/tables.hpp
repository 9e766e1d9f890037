// SPDX-License-Identifier: Apache-2.0
// Tables written by hand for tests: columns by key, rows by name with what they are part of.
#pragma once

#include <budget/disclosure/disclosure.hpp>

#include <initializer_list>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace budget::test {

/// "本年收入/合计": header path, the last part is the key. Amounts in 万元.
inline Column amount_column(const std::string& path) {
  Column column;
  std::string part;
  for (const char c : path + "/") {
    if (c != '/') {
      part += c;
      continue;
    }
    column.header.push_back(part);
    part.clear();
  }
  column.key = column.header.back();
  column.role = ColumnRole::amount;
  column.unit = Unit::wan_yuan;
  return column;
}

/// A table under construction: sides are added from left to right, then rows.
class TableBuilder {
 public:
  explicit TableBuilder(TableKind kind, std::string title = {}) {
    table_.kind = kind;
    table_.title = std::move(title);
    table_.unit = Unit::wan_yuan;
  }

  TableBuilder& side(const std::string& label, const std::vector<std::string>& amounts) {
    Side side;
    side.label = label;
    side.name_column = static_cast<int>(table_.columns.size());
    Column name;
    name.role = ColumnRole::name;
    name.key = "项目";
    name.header = {"项目"};
    side.columns.push_back(side.name_column);
    table_.columns.push_back(name);
    for (const std::string& path : amounts) {
      side.columns.push_back(static_cast<int>(table_.columns.size()));
      table_.columns.push_back(amount_column(path));
    }
    table_.sides.push_back(std::move(side));
    return *this;
  }

  /// Fills a side of a row; the row is made where it is not there yet. `parent` is a row of the side.
  TableBuilder& row(int index, int side, const std::string& code, const std::string& name,
                    int level, int parent, const std::vector<std::string>& figures) {
    while (static_cast<int>(table_.rows.size()) <= index) {
      Row row;
      row.id = "r" + std::to_string(table_.rows.size() + 1);
      row.cells.resize(table_.columns.size());
      row.labels.resize(table_.sides.size());
      table_.rows.push_back(std::move(row));
    }
    Row& row = table_.rows[static_cast<std::size_t>(index)];
    row.labels[static_cast<std::size_t>(side)] = {code, name, name, level, parent, false};
    const std::vector<int>& columns = table_.sides[static_cast<std::size_t>(side)].columns;
    row.cells[static_cast<std::size_t>(columns.front())].figure = Figure(name);
    for (std::size_t i = 0; i < figures.size(); ++i) {
      row.cells[static_cast<std::size_t>(columns[i + 1])].figure =
          Figure(figures[i], Unit::wan_yuan);
    }
    return *this;
  }
  /// A row of a table of one side, below those there are; returns its index.
  int add(const std::string& code, const std::string& name, int level, int parent,
          const std::vector<std::string>& figures) {
    const int index = static_cast<int>(table_.rows.size());
    row(index, 0, code, name, level, parent, figures);
    return index;
  }

  Table& table() { return table_; }
  operator Table() && { return std::move(table_); }

 private:
  Table table_;
};

inline Dossier dossier_of(std::vector<Table> tables, int year = 2024) {
  Disclosure disclosure;
  disclosure.year = year;
  for (Table& table : tables) {
    table.id = "t" + std::to_string(disclosure.tables.size() + 1);
    disclosure.tables.push_back(std::move(table));
  }
  return Dossier{{std::move(disclosure)}};
}

}  // namespace budget::test
