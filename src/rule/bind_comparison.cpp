// SPDX-License-Identifier: Apache-2.0
#include "rule/bind_comparison.hpp"

#include <algorithm>
#include <iterator>
#include <utility>

#include "rule/bind_columns.hpp"
#include "rule/conditions.hpp"
#include "rule/locate.hpp"

namespace budget::inline v1::detail::rules {

namespace {

const Reference* each_reference(const Comparison& comparison) {
  for (const auto* side : {&comparison.left, &comparison.right}) {
    for (const SignedReference& term : *side) {
      if (term.reference.row && term.reference.row->each) return &term.reference;
    }
  }
  return nullptr;
}

bool has_bare_columns(const Comparison& comparison) {
  const auto bare = [](const SignedReference& term) { return !term.reference.row; };
  return std::ranges::any_of(comparison.left, bare) || std::ranges::any_of(comparison.right, bare);
}

class ComparisonBinder {
 public:
  ComparisonBinder(const Rule& rule, const Obligation& blank, const Scope& scope)
      : rule_(rule),
        comparison_(std::get<Comparison>(rule.statement.demand)),
        blank_(blank),
        scope_(scope) {}

  std::vector<Obligation> run() && {
    if (const Reference* each = each_reference(comparison_)) {
      bind_each(*each);
    } else if (has_bare_columns(comparison_)) {
      bind_rows();
    } else {
      bind_instance(scope_);
    }
    if (bound_.empty()) fail(nothing_bound(), rule_.statement.text);
    say_once_what_no_row_has();
    return std::move(bound_);
  }

 private:
  const Table& table(const TableRef& ref) const { return table_of(*scope_.dossier, ref); }

  Undecided nothing_bound() const {
    if (skipped_blank_) return Undecided::nothing_printed;
    const Table& here = table(scope_.table);
    for (int row = 0; row < static_cast<int>(here.rows.size()); ++row) {
      for (int side = 0; side < static_cast<int>(here.sides.size()); ++side) {
        if (prints_on_side(here, side, row)) {
          return skipped_by_where_ ? Undecided::condition_not_met : Undecided::row_missing;
        }
      }
    }
    return Undecided::nothing_printed;
  }

  // A column that is missing is missing in every row: once is enough.
  void say_once_what_no_row_has() {
    const auto missing = [](const Obligation& o) {
      return o.undecided == Undecided::column_missing;
    };
    if (!std::ranges::all_of(bound_, missing)) return;
    bound_.resize(1, blank_);
    bound_.front().id = blank_.id;
  }

  void fail(Undecided why, std::string about) {
    Obligation obligation = blank_;
    obligation.undecided = why;
    obligation.about = std::move(about);
    bound_.push_back(std::move(obligation));
  }

  // A selector with 每: the statement once for every row that it means.
  void bind_each(const Reference& each) {
    Reference one = each;
    one.row->each = false;
    one.column.reset();
    const Resolved rows = resolve_each(one);
    if (!rows.ok()) {
      fail(table_prints_nothing(rows.trouble), rows.about);
      return;
    }
    for (const int row : rows.rows) {
      Scope scope = scope_;
      scope.row = RowRef{rows.table, rows.side, row};
      bind_instance(scope);
    }
  }

  // Sides without such rows do not count; several with them must be told apart by name.
  Resolved resolve_each(const Reference& one) const { return resolve(one, scope_); }

  // An empty table has no rows to miss.
  Undecided table_prints_nothing(Undecided trouble) const {
    return trouble == Undecided::row_missing ? nothing_bound() : trouble;
  }

  // Bare columns: the statement once for every row of the side that has them.
  void bind_rows() {
    const Table& here = table(scope_.table);
    std::vector<int> sides;
    Resolved trouble;
    for (const int side : sides_named(here, scope_.side)) {
      Resolved missing = missing_column(here, side);
      if (missing.ok()) {
        sides.push_back(side);
      } else if (trouble.ok() || missing.trouble == Undecided::ambiguous) {
        trouble = std::move(missing);
      }
    }
    if (sides.size() != 1) {
      fail(sides.empty() ? trouble.trouble : Undecided::ambiguous,
           sides.empty() ? trouble.about : rule_.statement.text);
      return;
    }
    for (const int row :
         find_row_set(here, sides.front(), RowSelector{RowSet::all, false, {}}, *scope_.index)) {
      Scope scope = scope_;
      scope.row = RowRef{scope_.table, sides.front(), row};
      bind_instance(scope);
    }
  }

  // The first bare column that a side does not print, though it must.
  Resolved missing_column(const Table& here, int side) const {
    Resolved result;
    for (const auto* terms : {&comparison_.left, &comparison_.right}) {
      bool any = terms->empty();
      for (const SignedReference& term : *terms) {
        const Reference& ref = term.reference;
        if (ref.row) {
          any = true;
          continue;
        }
        const Found found = find_column(here, side, *ref.column);
        any = any || found.trouble == Undecided::none;
        if (found.trouble == Undecided::none ||
            (ref.optional && found.trouble == Undecided::column_missing)) {
          continue;
        }
        result.trouble = found.trouble;
        result.about = ref.text;
        return result;
      }
      if (!any) {
        result.trouble = Undecided::column_missing;
        result.about = terms->front().reference.text;
        return result;
      }
    }
    return result;
  }

  // ---- one row at hand ----

  void bind_instance(const Scope& scope) {
    std::vector<CellRef> zero;
    if (scope.row) {
      const Conditions where = decide(rule_.where, scope);
      if (where.truth == Truth::no) {
        skipped_by_where_ = true;
        return;
      }
      if (where.truth == Truth::open) {
        if (row_prints(scope)) fail_at(scope, Undecided::condition_open, where.about);
        return;
      }
      zero = where.zero;
    }
    Instance instance;
    Resolved trouble;
    for (const auto& [terms, parts] : {std::pair{&comparison_.left, &instance.left},
                                       std::pair{&comparison_.right, &instance.right}}) {
      if (!resolve_side(*terms, *parts, scope, trouble)) {
        // Rows without parts make no sum: they are simply not meant.
        if (trouble.trouble == Undecided::none) return;
        if (!scope.row || row_prints(scope)) fail_at(scope, trouble.trouble, trouble.about);
        return;
      }
    }
    BoundInstance bound = bind_columns(instance, scope, blank_, zero);
    skipped_blank_ = skipped_blank_ || bound.skipped_blank;
    if (bound.trouble != Undecided::none) fail_at(scope, bound.trouble, bound.about);
    std::ranges::move(bound.obligations, std::back_inserter(bound_));
  }

  bool row_prints(const Scope& scope) const {
    return prints_on_side(table(scope.row->table), scope.row->side, scope.row->row);
  }

  void fail_at(const Scope& scope, Undecided why, std::string about) {
    fail(scope.row ? why : table_prints_nothing(why), std::move(about));
    if (scope.row) {
      bound_.back().id = blank_.rule + "@" + row_id(*scope_.dossier, *scope.row);
    }
  }

  // False where a part must be there and is not; trouble stays none where a row has no parts.
  bool resolve_side(const std::vector<SignedReference>& terms, std::vector<Part>& parts,
                    const Scope& scope, Resolved& trouble) const {
    bool of_units = false;
    for (const SignedReference& term : terms) {
      const Reference& ref = term.reference;
      if (ref.disclosure == DisclosureName::units) {
        of_units = true;
        if (!resolve_units(term, parts, scope, trouble)) return false;
        continue;
      }
      if (ref.row && ref.row->each) {
        Part part{&term, {}};
        part.resolved.table = scope.row->table;
        part.resolved.side = scope.row->side;
        part.resolved.rows = {scope.row->row};
        if (ref.column) {
          const Found column = find_column(table(scope.row->table), scope.row->side, *ref.column);
          part.resolved.trouble = column.trouble;
          part.resolved.about = ref.text;
          if (column.trouble == Undecided::none) part.resolved.column = column.indices.front();
        }
        if (!keep(std::move(part), parts, trouble)) return false;
        continue;
      }
      Part part{&term, resolve(ref, scope)};
      const bool below = ref.row && ref.row->set == RowSet::children && ref.row->names.empty();
      if (below && part.resolved.trouble == Undecided::row_missing) return false;
      if (!keep(std::move(part), parts, trouble)) return false;
    }
    // What no unit prints no unit has: together they have 0.
    if (parts.empty() && !terms.empty() && !of_units) {
      trouble.trouble = Undecided::row_missing;
      trouble.about = terms.front().reference.text;
      return false;
    }
    return true;
  }

  // A part for each unit.
  bool resolve_units(const SignedReference& term, std::vector<Part>& parts, const Scope& scope,
                     Resolved& trouble) const {
    return std::ranges::all_of(scope.dossier->units, [&](int unit) {
      Scope there = scope;
      there.unit = unit;
      return keep(Part{&term, resolve(term.reference, there)}, parts, trouble);
    });
  }

  bool keep(Part part, std::vector<Part>& parts, Resolved& trouble) const {
    const Undecided why = part.resolved.trouble;
    if (why == Undecided::none) {
      parts.push_back(std::move(part));
      return true;
    }
    const bool not_printed = why == Undecided::row_missing || why == Undecided::column_missing;
    if (part.term->reference.optional && not_printed) return true;
    // A table that says it has no data says that what is not printed is 0.
    if (why == Undecided::row_missing && table(part.resolved.table).stated_empty) return true;
    trouble = part.resolved;
    return false;
  }

  const Rule& rule_;
  const Comparison& comparison_;
  const Obligation& blank_;
  const Scope& scope_;
  std::vector<Obligation> bound_;
  bool skipped_by_where_ = false, skipped_blank_ = false;
};

}  // namespace

std::vector<Obligation> bind_comparison(const Rule& rule, const Obligation& blank,
                                        const Scope& scope) {
  return ComparisonBinder(rule, blank, scope).run();
}

std::optional<RowIdentity> row_identity(const Rule& rule, const Comparison& comparison,
                                        const Table& table, int side) {
  RowIdentity identity;
  identity.rule = rule.id;
  for (const auto& [terms, columns] : {std::pair{&comparison.left, &identity.left},
                                       std::pair{&comparison.right, &identity.right}}) {
    for (const SignedReference& term : *terms) {
      const Reference& ref = term.reference;
      if (ref.row || !ref.column) return std::nullopt;
      const Found found = find_column(table, side, *ref.column);
      if (found.trouble == Undecided::none) {
        columns->push_back({term.sign, found.indices.front()});
      } else if (!ref.optional || found.trouble != Undecided::column_missing) {
        return std::nullopt;
      }
    }
    if (columns->empty()) return std::nullopt;
  }
  return identity;
}

}  // namespace budget::inline v1::detail::rules
