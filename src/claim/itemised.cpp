// SPDX-License-Identifier: Apache-2.0
#include "claim/itemised.hpp"

#include "claim/filled.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <string>
#include <utility>

namespace budget::inline v1::detail::claims {
namespace {

constexpr std::size_t fewest_items = 3;
constexpr std::size_t most_shown = 5;  // names of rows that are missing

/// A column of a table and the rows of it that a section tells.
using ColumnAt = std::pair<int, int>;
using RowsByColumn = std::map<ColumnAt, std::set<int>>;

/// The rows of functional subjects that a section's amounts are bound to, by table and column.
std::map<int, RowsByColumn> rows_by_section(const Told& told) {
  std::map<int, RowsByColumn> sections;
  const std::vector<Table>& tables = told.dossier().current().tables;
  for (int i = 0; i < told.size(); ++i) {
    const Claim& claim = told.claim(i);
    if (claim.kind != ClaimKind::amount || claim.in_reason || claim.quantity.subject.empty() ||
        !claim.quantity[Slot::period].empty())
      continue;
    const int section = heading_of(told.narrative(), claim.passage);
    for (const CellRef& cell : claim.cells) {
      if (cell.disclosure != 0 || cell.table == in_narrative) continue;
      const Table& table = tables[static_cast<std::size_t>(cell.table)];
      const std::string& code = table.rows[static_cast<std::size_t>(cell.row)].labels.front().code;
      // Codes of functional subjects begin with 2.
      if (table.sides.size() == 1 && code.starts_with('2'))
        sections[section][{cell.table, cell.column}].insert(cell.row);
    }
  }
  return sections;
}

/// Whether a section tells a row or something that it is part of.
bool is_told(const Table& table, int row, const std::set<int>& rows) {
  for (; row >= 0; row = table.rows[static_cast<std::size_t>(row)].labels.front().parent)
    if (rows.contains(row)) return true;
  return false;
}

/// The leaves of a table with an amount in a column; empty where its rows are not all known.
std::vector<int> leaves_of(const Table& table, int column) {
  std::vector<int> leaves;
  for (int r = 0; r < static_cast<int>(table.rows.size()); ++r) {
    const Row& row = table.rows[static_cast<std::size_t>(r)];
    if (!row.loose.empty()) return {};
    const RowLabel& label = row.labels.front();
    if (label.level != 0 && label.code.starts_with('2') && table.children(r).empty() &&
        is_filled(table.cell(r, column).figure))
      leaves.push_back(r);
  }
  return leaves;
}

std::string joined(const Table& table, const std::vector<int>& rows) {
  std::string names;
  for (std::size_t i = 0; i < std::min(rows.size(), most_shown); ++i)
    names +=
        (i == 0 ? "" : "、") + table.rows[static_cast<std::size_t>(rows[i])].labels.front().key;
  return rows.size() > most_shown ? names + "…" : names;
}

}  // namespace

std::vector<Obligation> itemised_rows(const Told& told) {
  std::vector<Obligation> made;
  const std::set<int> unknown = told.headings_with_unknown();
  for (const auto& [section, columns] : rows_by_section(told)) {
    if (section < 0 || unknown.contains(section)) continue;
    const auto most = std::ranges::max_element(
        columns, {}, [](const auto& column) { return column.second.size(); });
    const auto& [place, rows] = *most;
    const Table& table = told.dossier().current().tables[static_cast<std::size_t>(place.first)];
    std::vector<int> missing;
    std::size_t itemised = 0;
    for (const int leaf : leaves_of(table, place.second)) {
      if (rows.contains(leaf))
        ++itemised;
      else if (!is_told(table, leaf, rows))
        missing.push_back(leaf);
    }
    if (itemised < fewest_items || 2 * missing.size() >= itemised) continue;
    const Passage& heading = told.narrative().passages[static_cast<std::size_t>(section)];
    Obligation obligation;
    obligation.id = table.id + "#p" + std::to_string(section);
    obligation.kind = ObligationKind::form;
    obligation.met = missing.empty();
    const std::string names = joined(table, missing);
    obligation.requirement = {
        "《" + table.title + "》中有数的科目都应写到，没有写到的是：" + names,
        "every subject of " + table.title + " with an amount is told; these are not: " + names};
    obligation.places = {place_in(heading, 0)};
    for (const int row : missing) obligation.places.push_back(table.cell(row, place.second).place);
    made.push_back(std::move(obligation));
  }
  return made;
}

}  // namespace budget::inline v1::detail::claims
