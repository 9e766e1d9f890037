// SPDX-License-Identifier: Apache-2.0
// The years that the headers of a table name: 2023年预算数 beside 2024年预算数 is 上年预算数.
#pragma once

#include <budget/disclosure/table.hpp>
#include <budget/disclosure/vocabulary.hpp>

#include <algorithm>
#include <string>
#include <string_view>

namespace budget::inline v1::detail {

/// Whether a header cell is of the year before the latest one that the headers of its table name.
[[nodiscard]] inline bool is_last_years(const Table& table, std::string_view header_cell) {
  const auto year = year_in(header_cell);
  if (!year) return false;
  int latest = *year;
  for (const Column& column : table.columns)
    for (const std::string& cell : column.header)
      latest = std::max(latest, year_in(cell).value_or(0));
  return *year == latest - 1;
}

/// What a header cell of last year's is called: 上年预算数; "" for others.
[[nodiscard]] inline std::string last_years_name(const Table& table, std::string_view header_cell) {
  if (!is_last_years(table, header_cell)) return {};
  return "上年" + std::string(without_year(header_cell));
}

/// Gives the amounts of last year their own term, where a table has those of two years.
inline void name_last_years(Table& table, const Vocabulary& vocabulary) {
  for (Column& column : table.columns) {
    if (column.role != ColumnRole::amount || column.key != "金额" || column.header.empty())
      continue;
    const std::string name = last_years_name(table, column.header.back());
    if (name.empty()) continue;
    for (const ColumnTerm& term : vocabulary.column(name)) column.key = term.key;
  }
}

}  // namespace budget::inline v1::detail
