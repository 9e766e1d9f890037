// SPDX-License-Identifier: Apache-2.0
#include "rule/bind_quotient.hpp"

#include <optional>
#include <string>
#include <utility>

#include "rule/bind_columns.hpp"
#include "rule/locate.hpp"

namespace budget::inline v1::detail::rules {

namespace {

// The three columns of a quotient on a side, or why one is not there.
struct Columns {
  int percentage = 0, part = 0, base = 0;
  Undecided trouble = Undecided::none;
  std::string about;
};

Columns columns_on(const Table& table, int side, const Quotient& demand) {
  Columns columns;
  const auto take = [&](const Found& found, const ColumnSelector& selector, int& index) {
    if (found.trouble == Undecided::none) {
      index = found.indices.front();
    } else if (columns.trouble == Undecided::none) {
      columns.trouble = found.trouble;
      columns.about = selector.names.front().names.back();
    }
  };
  take(find_count_column(table, side, demand.percentage), demand.percentage, columns.percentage);
  take(find_column(table, side, demand.part), demand.part, columns.part);
  take(find_column(table, side, demand.base), demand.base, columns.base);
  return columns;
}

}  // namespace

std::vector<Obligation> bind_quotient(const Rule& rule, const Obligation& blank,
                                      const Scope& scope) {
  const auto& demand = std::get<Quotient>(rule.statement.demand);
  const Table& table = table_of(*scope.dossier, scope.table);
  std::optional<Columns> trouble;
  std::vector<Obligation> bound;
  for (const int side : sides_named(table, scope.side)) {
    const Columns columns = columns_on(table, side, demand);
    if (columns.trouble != Undecided::none) {
      if (!trouble) trouble = columns;
      continue;
    }
    const auto term = [&](int row, int column) {
      return Term{1, CellRef{scope.table.disclosure, scope.table.table, row, column}};
    };
    for (const int row :
         find_row_set(table, side, RowSelector{RowSet::all, false, {}}, *scope.index)) {
      if (table.cell(row, columns.percentage).figure.state() == FigureState::blank) continue;
      Obligation obligation = blank;
      obligation.left = {term(row, columns.percentage)};
      obligation.right = {term(row, columns.part)};
      obligation.base = {term(row, columns.base)};
      obligation.id = blank.rule + "@" + row_id(*scope.dossier, {scope.table, side, row}) + "." +
                      table.columns[static_cast<std::size_t>(columns.percentage)].key;
      bound.push_back(std::move(obligation));
    }
  }
  if (!bound.empty()) return bound;
  Obligation obligation = blank;
  obligation.undecided = trouble ? trouble->trouble : Undecided::nothing_printed;
  obligation.about = trouble ? trouble->about : rule.statement.text;
  return {std::move(obligation)};
}

}  // namespace budget::inline v1::detail::rules
