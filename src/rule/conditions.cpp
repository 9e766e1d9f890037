// SPDX-License-Identifier: Apache-2.0
#include "rule/conditions.hpp"

#include <algorithm>

namespace budget::inline v1::detail::rules {

namespace {

Truth negate(Truth truth) {
  return truth == Truth::open ? truth : truth == Truth::yes ? Truth::no : Truth::yes;
}

// A column alone: whether the table has it on any side that is meant, whatever it holds.
Truth has_column_printed(const Reference& ref, const Scope& scope) {
  const auto meant = table_meant(ref, scope);
  if (!meant) return Truth::open;
  const Table& table = table_of(*scope.dossier, *meant);
  const std::string& side_name = ref.side.empty() && *meant == scope.table ? scope.side : ref.side;
  const std::vector<int> sides = sides_named(table, side_name);
  const auto has = [&](int side) { return has_column(table, side, *ref.column); };
  return std::ranges::any_of(sides, has) ? Truth::yes : Truth::no;
}

// Conditions may name rows and columns of any side; a reference that only names a column or a row
// asks whether the table has it anywhere.
Truth is_printed(const Reference& ref, const Scope& scope) {
  if (!ref.row && !ref.column->whole) return has_column_printed(ref, scope);
  Reference asked = ref;
  if (!ref.row) asked.row = RowSelector{RowSet::all, false, {}};
  const Resolved resolved = resolve(asked, scope);
  switch (resolved.trouble) {
    case Undecided::none: return Truth::yes;
    case Undecided::ambiguous: return ref.row || ref.table ? Truth::yes : Truth::open;
    case Undecided::row_missing:
    case Undecided::column_missing: return Truth::no;
    default: return Truth::open;  // the table is not there: what it prints is not known
  }
}

Truth is_zero(const Reference& ref, const Scope& scope, std::vector<CellRef>& zeros) {
  Reference asked = ref;
  if (asked.row && asked.row->set == RowSet::named) asked.sum = true;  // every row of that name
  if (!asked.row && !scope.row) asked.row = RowSelector{RowSet::all, false, {}};
  const Resolved resolved = resolve(asked, scope);
  if (resolved.trouble == Undecided::row_missing || resolved.trouble == Undecided::column_missing) {
    return Truth::yes;  // the table is there and does not print it
  }
  if (!resolved.ok()) return Truth::open;
  const Table& table = table_of(*scope.dossier, resolved.table);
  std::vector<int> columns = amount_columns(table, resolved.side);
  if (resolved.column) columns = {*resolved.column};
  Truth truth = Truth::yes;
  for (const int row : resolved.rows) {
    for (const int column : columns) {
      const Figure& figure = table.cell(row, column).figure;
      if (figure.is_number()) {
        if (!figure.value().is_zero()) return Truth::no;
        zeros.push_back({resolved.table.disclosure, resolved.table.table, row, column});
      } else if (figure.state() != FigureState::blank && figure.state() != FigureState::dash) {
        truth = Truth::open;
      }
    }
  }
  return truth;
}

// Rows that a table does not print are in no list; a table that is not there says nothing.
Truth is_listed(const Condition& condition, const Scope& scope) {
  const Resolved rows = resolve(condition.references.front(), scope);
  const Resolved among = resolve(condition.references.back(), scope);
  for (const Resolved* found : {&rows, &among}) {
    if (!found->ok() && found->trouble != Undecided::row_missing) return Truth::open;
  }
  if (!rows.ok()) return Truth::open;
  return unlisted_rows(rows, among, *scope.dossier).empty() ? Truth::yes : Truth::no;
}

Truth about_tables(const Condition& condition, const Scope& scope) {
  Truth truth = Truth::yes;
  for (const TableKind kind : condition.tables) {
    const auto tables = tables_of_kind(*scope.dossier, scope.table.disclosure, kind);
    if (condition.kind == Condition::Kind::present) {
      truth = std::min(truth, tables.empty() ? Truth::no : Truth::yes);
      continue;
    }
    const bool all_exclude =
        !tables.empty() && std::ranges::none_of(tables, [&](const TableRef& ref) {
          return table_of(*scope.dossier, ref).includes_carry_over;
        });
    truth = std::min(truth, tables.empty() ? Truth::open : all_exclude ? Truth::yes : Truth::no);
  }
  return truth;
}

Truth decide_one(const Condition& condition, const Scope& scope, std::vector<CellRef>& zeros) {
  Truth truth = Truth::yes;
  switch (condition.kind) {
    case Condition::Kind::printed:
      for (const Reference& ref : condition.references) {
        truth = std::min(truth, is_printed(ref, scope));
      }
      break;
    case Condition::Kind::zero: {
      std::vector<CellRef> found;
      for (const Reference& ref : condition.references) {
        truth = std::min(truth, is_zero(ref, scope, found));
      }
      if (truth == Truth::yes && !condition.negated) {
        zeros.insert(zeros.end(), found.begin(), found.end());
      }
      break;
    }
    case Condition::Kind::listed: truth = is_listed(condition, scope); break;
    case Condition::Kind::all_units:
      truth = scope.dossier->all_units ? Truth::yes : Truth::no;
      break;
    case Condition::Kind::present:
    case Condition::Kind::excludes_carry_over: truth = about_tables(condition, scope); break;
  }
  return condition.negated ? negate(truth) : truth;
}

}  // namespace

Conditions decide(const std::vector<ConditionLine>& lines, const Scope& scope) {
  Conditions result;
  for (const ConditionLine& line : lines) {
    Truth any = Truth::no;
    std::vector<CellRef> granted;
    for (const std::vector<Condition>& conjunction : line.any_of) {
      Truth all = Truth::yes;
      std::vector<CellRef> zeros;
      for (const Condition& condition : conjunction) {
        all = std::min(all, decide_one(condition, scope, zeros));
      }
      if (all > any) {
        any = all;
        granted = all == Truth::yes ? zeros : std::vector<CellRef>{};
      }
      if (any == Truth::yes) break;
    }
    if (any < result.truth) {
      result.truth = any;
      result.about = line.text;
    }
    result.zero.insert(result.zero.end(), granted.begin(), granted.end());
  }
  std::ranges::sort(result.zero);
  result.zero.erase(std::unique(result.zero.begin(), result.zero.end()), result.zero.end());
  return result;
}

}  // namespace budget::inline v1::detail::rules
