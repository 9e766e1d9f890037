// SPDX-License-Identifier: Apache-2.0
#include "rule/bind_columns.hpp"

#include <algorithm>
#include <set>
#include <utility>

#include "rule/locate.hpp"

namespace budget::inline v1::detail::rules {

namespace {

class ColumnBinder {
 public:
  ColumnBinder(const Instance& instance, const Scope& scope, const Obligation& blank,
               const std::vector<CellRef>& zero)
      : instance_(instance), scope_(scope), blank_(blank), zero_(zero) {}

  BoundInstance run() && {
    bind();
    return std::move(bound_);
  }

 private:
  const Table& table(const TableRef& ref) const { return table_of(*scope_.dossier, ref); }

  void bind() {
    std::vector<const Part*> open;
    bool fixed = false;
    for (const auto* parts : {&instance_.left, &instance_.right}) {
      for (const Part& part : *parts) {
        if (part.resolved.column) {
          fixed = true;
        } else {
          open.push_back(&part);
        }
      }
    }
    if (open.empty()) {
      emit({});
      return;
    }
    if (!fixed && bind_every_column(open)) return;
    // A column is named for another part, or the sides have none in common: the whole amount.
    std::vector<int> columns;
    for (const Part* part : open) {
      const Found whole =
          find_column(table(part->resolved.table), part->resolved.side, ColumnSelector{true, {}});
      if (whole.trouble != Undecided::none) {
        bound_.trouble = whole.trouble;
        bound_.about = part->term->reference.text;
        return;
      }
      columns.push_back(whole.indices.front());
    }
    emit(columns);
  }

  // Column by column: on one side every amount column, over several tables those of one key.
  bool bind_every_column(const std::vector<const Part*>& open) {
    const Resolved& first = open.front()->resolved;
    bool one_side = true, one_table = true;
    for (const Part* part : open) {
      one_table = one_table && part->resolved.table == first.table;
      one_side = one_side && one_table && part->resolved.side == first.side;
    }
    if (!one_side && one_table) return false;
    bool any = false;
    for (const int column : amount_columns(table(first.table), first.side)) {
      std::vector<int> columns;
      const std::string& key = table(first.table).columns[static_cast<std::size_t>(column)].key;
      for (const Part* part : open) {
        if (part->resolved.table == first.table && part->resolved.side == first.side) {
          columns.push_back(column);
          continue;
        }
        const Found same = find_column(table(part->resolved.table), part->resolved.side,
                                       ColumnSelector{false, {NamePath{{key}}}});
        if (same.trouble == Undecided::none) columns.push_back(same.indices.front());
      }
      if (columns.size() != open.size()) continue;
      emit(columns);
      any = true;
    }
    return any;
  }

  // ---- cells ----

  void emit(const std::vector<int>& columns) {
    Obligation obligation = blank_;
    std::size_t next = 0;
    std::set<CellRef> cells;
    bool overlap = false, printed = false;
    for (const auto& [parts, terms] : {std::pair{&instance_.left, &obligation.left},
                                       std::pair{&instance_.right, &obligation.right}}) {
      for (const Part& part : *parts) {
        const Resolved& at = part.resolved;
        const int column = at.column ? *at.column : columns[next++];
        for (const int row : at.rows) {
          const CellRef cell{at.table.disclosure, at.table.table, row, column};
          overlap = !cells.insert(cell).second || overlap;
          printed = printed || prints_on_side(table(at.table), at.side, row);
          terms->push_back({part.term->sign, cell});
        }
      }
    }
    // Alternatives may lead two names to one cell; then the statement says nothing of this table.
    // Nor does one among rows that print nothing at all.
    if (overlap) return;
    if (!printed || is_blank_against_zero(obligation)) {
      bound_.skipped_blank = true;
      return;
    }
    obligation.zero = zero_;
    if (obligation.relation == Relation::equal && obligation.left.size() == 1 &&
        obligation.right.size() == 1 && obligation.left.front().coefficient == 1 &&
        obligation.right.front().coefficient == 1) {
      obligation.kind = ObligationKind::restatement;
    }
    obligation.id = blank_.rule + "@" + cell_id(obligation);
    bound_.obligations.push_back(std::move(obligation));
  }

  // What should be 0 and prints nothing.
  bool is_blank_against_zero(const Obligation& obligation) const {
    if (!obligation.left.empty() && !obligation.right.empty()) return false;
    const std::vector<Term>& terms = obligation.left.empty() ? obligation.right : obligation.left;
    return std::ranges::all_of(terms, [&](const Term& term) {
      const FigureState state = at(*scope_.dossier, term.cell).figure.state();
      return state == FigureState::blank || state == FigureState::dash;
    });
  }

  // Named by its row at hand, else by its first cell, and by the column of its first cell.
  std::string cell_id(const Obligation& o) const {
    const CellRef& first = o.left.empty() ? o.right.front().cell : o.left.front().cell;
    const Resolved& at =
        (instance_.left.empty() ? instance_.right : instance_.left).front().resolved;
    const Table& of = table(at.table);
    const std::string& key = of.columns[static_cast<std::size_t>(first.column)].key;
    const RowRef row = scope_.row ? *scope_.row : RowRef{at.table, at.side, first.row};
    return row_id(*scope_.dossier, row) + "." + key;
  }

  const Instance& instance_;
  const Scope& scope_;
  const Obligation& blank_;
  const std::vector<CellRef>& zero_;
  BoundInstance bound_;
};

}  // namespace

BoundInstance bind_columns(const Instance& instance, const Scope& scope, const Obligation& blank,
                           const std::vector<CellRef>& zero) {
  return ColumnBinder(instance, scope, blank, zero).run();
}

std::string row_id(const Dossier& dossier, const RowRef& row) {
  const Table& table = table_of(dossier, row.table);
  return std::string(to_string(table.kind)) + "[" + row_tag(table, row.side, row.row) + "]";
}

}  // namespace budget::inline v1::detail::rules
