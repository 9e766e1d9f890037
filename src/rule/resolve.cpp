// SPDX-License-Identifier: Apache-2.0
#include "rule/resolve.hpp"

#include <budget/rule/parse.hpp>

#include "disclosure/companions.hpp"
#include "rule/renamed.hpp"

#include <algorithm>
#include <utility>

namespace budget::inline v1::detail::rules {

const Table& table_of(const Dossier& dossier, const TableRef& ref) {
  return dossier.disclosures[static_cast<std::size_t>(ref.disclosure)].table(ref.table);
}

std::vector<int> disclosures_named(const Dossier& dossier, DisclosureName name) {
  if (name == DisclosureName::current) return {0};
  if (name == DisclosureName::units) return dossier.units;
  const Disclosure& current = dossier.current();
  if (!current.year) return {};
  const bool earlier = name != DisclosureName::budget;
  const DisclosureKind kind = name == DisclosureName::previous ? current.kind
                              : name == DisclosureName::previous_final
                                  ? DisclosureKind::final_account
                                  : DisclosureKind::budget;
  const int year = earlier ? *current.year - 1 : *current.year;
  const auto found = companion(dossier, kind, year);
  return found ? std::vector{*found} : std::vector<int>{};
}

std::vector<TableRef> tables_of_kind(const Dossier& dossier, int disclosure, TableKind kind) {
  std::vector<TableRef> found;
  const auto& tables = dossier.disclosures[static_cast<std::size_t>(disclosure)].tables;
  for (std::size_t i = 0; i < tables.size(); ++i) {
    if (tables[i].kind == kind) found.push_back({disclosure, static_cast<int>(i)});
  }
  return found;
}

namespace {

Resolved failed(Undecided trouble, std::string about) {
  Resolved result;
  result.trouble = trouble;
  result.about = std::move(about);
  return result;
}

// The table of a reference: its own, else the one that the statement opens with.
struct Home {
  std::optional<TableRef> table;
  Undecided trouble = Undecided::none;
};
Home home_of(const Reference& ref, const Scope& scope) {
  if (!ref.table && ref.disclosure == DisclosureName::current) return {scope.table, {}};
  const std::vector<int> meant = ref.disclosure == DisclosureName::units && scope.unit
                                     ? std::vector{*scope.unit}
                                     : disclosures_named(*scope.dossier, ref.disclosure);
  if (meant.empty()) return {std::nullopt, Undecided::table_missing};
  if (meant.size() > 1) return {std::nullopt, Undecided::ambiguous};
  const int disclosure = meant.front();
  const TableKind kind = ref.table ? *ref.table : table_of(*scope.dossier, scope.table).kind;
  // A table named again inside a statement about it is the one at hand.
  if (disclosure == scope.table.disclosure && table_of(*scope.dossier, scope.table).kind == kind) {
    return {scope.table, {}};
  }
  const std::vector<TableRef> tables = tables_of_kind(*scope.dossier, disclosure, kind);
  if (tables.empty()) return {std::nullopt, Undecided::table_missing};
  if (tables.size() > 1) return {std::nullopt, Undecided::ambiguous};
  return {tables.front(), {}};
}

Found rows_on_side(const Reference& ref, const Scope& scope, const TableRef& home, int side) {
  const Table& table = table_of(*scope.dossier, home);
  if (!ref.row) return {{scope.row->row}, Undecided::none};
  const RowSelector& rows = *ref.row;
  Found found;
  if (rows.set == RowSet::named) return find_named_rows(table, side, rows, ref.sum);
  if (rows.set == RowSet::children && !rows.names.empty()) {
    found = find_named_rows(table, side, rows, false);
    if (found.trouble != Undecided::none) return found;
    found.indices = rows_below(table, side, found.indices.front(), *scope.index);
  } else if (rows.set == RowSet::children) {
    found.indices = rows_below(table, side, scope.row->row, *scope.index);
  } else if (rows.set == RowSet::same) {
    const Table& at_hand = table_of(*scope.dossier, scope.row->table);
    found.indices =
        rows_of_same_subject(table, side, at_hand, scope.row->side, scope.row->row, *scope.index);
    if (found.indices.empty() && home.disclosure != scope.row->table.disclosure && scope.catalog)
      found.indices = rows_of_earlier_subject(table, side, at_hand, scope.row->side, scope.row->row,
                                              *scope.catalog);
    if (found.indices.size() > 1 && !ref.sum) return {{}, Undecided::ambiguous};
  } else {
    found.indices = find_row_set(table, side, rows, *scope.index);
  }
  if (found.indices.empty()) found.trouble = Undecided::row_missing;
  return found;
}

Resolved on_side(const Reference& ref, const Scope& scope, const TableRef& home, int side) {
  const Table& table = table_of(*scope.dossier, home);
  Found rows = rows_on_side(ref, scope, home, side);
  if (rows.trouble != Undecided::none) return failed(rows.trouble, ref.text);
  Resolved result;
  result.table = home;
  result.side = side;
  result.rows = std::move(rows.indices);
  if (ref.column) {
    const Found column = find_column(table, side, *ref.column);
    if (column.trouble != Undecided::none) return failed(column.trouble, ref.text);
    result.column = column.indices.front();
  }
  return result;
}

// A failure that says more wins: a row found whose column is missing over no row at all.
int rank(Undecided trouble) {
  switch (trouble) {
    case Undecided::ambiguous: return 3;
    case Undecided::column_missing: return 2;
    case Undecided::row_missing: return 1;
    default: return 0;
  }
}

}  // namespace

std::optional<TableRef> table_meant(const Reference& ref, const Scope& scope) {
  return home_of(ref, scope).table;
}

Resolved resolve(const Reference& ref, const Scope& scope) {
  const Home home = home_of(ref, scope);
  if (!home.table) {
    return failed(home.trouble, ref.table ? std::string(rule_table_name(*ref.table)) : ref.text);
  }
  const Table& table = table_of(*scope.dossier, *home.table);
  // The row at hand and the rows below it stand on its own side.
  const bool at_hand = !ref.row || (ref.row->set == RowSet::children && ref.row->names.empty());
  if (at_hand && scope.row && ref.side.empty()) {
    return on_side(ref, scope, *home.table, scope.row->side);
  }
  const bool own_table = *home.table == scope.table;
  const std::string& side_name = ref.side.empty() && own_table ? scope.side : ref.side;
  Resolved best = failed(Undecided::row_missing, ref.text);
  best.table = *home.table;
  int found = 0;
  for (const int side : sides_named(table, side_name)) {
    Resolved here = on_side(ref, scope, *home.table, side);
    if (here.ok()) {
      if (found++ == 0) best = std::move(here);
    } else if (found == 0 && rank(here.trouble) > rank(best.trouble)) {
      best = std::move(here);
      best.table = *home.table;
    }
  }
  if (found > 1) return failed(Undecided::ambiguous, ref.text);
  return best;
}

std::vector<int> unlisted_rows(const Resolved& rows, const Resolved& among,
                               const Dossier& dossier) {
  const auto name = [&](const Resolved& of, int row) -> const std::string& {
    const Table& table = table_of(dossier, of.table);
    return table.rows[static_cast<std::size_t>(row)].labels[static_cast<std::size_t>(of.side)].key;
  };
  std::vector<int> unlisted;
  for (const int row : rows.rows) {
    const auto same = [&](int other) { return name(among, other) == name(rows, row); };
    if (!std::ranges::any_of(among.rows, same)) unlisted.push_back(row);
  }
  return unlisted;
}

}  // namespace budget::inline v1::detail::rules
