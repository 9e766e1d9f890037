// SPDX-License-Identifier: Apache-2.0
#include <budget/disclosure/difference.hpp>

#include <budget/subject/name.hpp>

#include "disclosure/header_path.hpp"

#include <algorithm>
#include <map>
#include <optional>
#include <string_view>
#include <utility>

namespace budget::inline v1 {
namespace {

template <class Thing>
using Keyed = std::vector<std::pair<std::string, const Thing*>>;

/// Things by what they are known by in both versions; the second of one key is another thing.
template <class Thing, class Key>
Keyed<Thing> keyed(const std::vector<Thing>& things, Key key_of) {
  std::map<std::string, int> seen;
  Keyed<Thing> result;
  for (const Thing& thing : things) {
    std::string key = key_of(thing);
    const int twin = ++seen[key];
    if (twin > 1) key += "#" + std::to_string(twin);
    result.emplace_back(std::move(key), &thing);
  }
  return result;
}

std::string table_key(const Table& table) {
  return table.kind == TableKind::other ? subject_key(table.title)
                                        : std::string(to_string(table.kind));
}

std::string column_key(const Column& column) {
  const std::string header = detail::header_path(column);
  return header.empty() ? column.key : header;
}

/// The codes, else the names, of the rows that a row stands below on a side, the nearest first.
std::vector<std::string> above(const Table& table, const Row& row, std::size_t side) {
  std::vector<std::string> names;
  for (int at = row.labels[side].parent; at >= 0;) {
    const RowLabel& label = table.rows[static_cast<std::size_t>(at)].labels[side];
    names.push_back(label.code.empty() ? label.key : label.code);
    at = label.parent;
  }
  return names;
}

/// What a row is called: by code, else by the names from the class down, on the sides that print any.
std::string row_key(const Table& table, const Row& row) {
  std::string key;
  for (std::size_t side = 0; side < row.labels.size(); ++side) {
    const RowLabel& label = row.labels[side];
    key += "|" + label.code;
    if (!label.code.empty() || label.key.empty()) continue;
    key += label.key;
    for (const std::string& name : above(table, row, side)) key += "<" + name;
  }
  return key;
}

std::string row_name(const Row& row) {
  std::string name;
  for (const RowLabel& label : row.labels) {
    const std::string own =
        label.code + (label.code.empty() || label.name.empty() ? "" : " ") + label.name;
    if (!own.empty()) name += (name.empty() ? "" : " / ") + own;
  }
  return name;
}

/// What a row stands below, outermost first.
std::string path_above(const Table& table, const Row& row) {
  std::string path;
  for (std::size_t side = 0; side < row.labels.size(); ++side)
    for (const std::string& name : above(table, row, side))
      path = name + (path.empty() ? "" : " > ") + path;
  return path;
}

class Comparer {
 public:
  std::vector<Difference> run(const Disclosure& before, const Disclosure& after) {
    each(keyed(before.tables, table_key), keyed(after.tables, table_key),
         [&](const Table* was, const Table* is) { tables(was, is); });
    const auto target_key = [](const TargetTable& table) {
      return std::string(to_string(table.scope)) + (table.is_evaluation ? "!" : "") +
             subject_key(table.project);
    };
    each(keyed(before.targets, target_key), keyed(after.targets, target_key),
         [&](const TargetTable* was, const TargetTable* is) { targets(was, is); });
    return std::move(found_);
  }

 private:
  /// Pairs in the order of the later list, what is gone behind what stood before it.
  template <class Thing, class Visit>
  static void each(const Keyed<Thing>& before, const Keyed<Thing>& after, Visit visit) {
    std::map<std::string_view, const Thing*> earlier, later;
    for (const auto& [key, thing] : before) earlier.emplace(key, thing);
    for (const auto& [key, thing] : after) later.emplace(key, thing);
    std::map<std::string_view, std::vector<const Thing*>> gone_behind;
    std::string_view last;
    for (const auto& [key, thing] : before) {
      if (later.contains(key))
        last = key;
      else
        gone_behind[last].push_back(thing);
    }
    const auto leave = [&](std::string_view key) {
      for (const Thing* thing : gone_behind[key]) visit(thing, static_cast<const Thing*>(nullptr));
    };
    leave({});
    for (const auto& [key, thing] : after) {
      const auto was = earlier.find(key);
      visit(was == earlier.end() ? nullptr : was->second, thing);
      if (was != earlier.end()) leave(key);
    }
  }

  void tables(const Table* was, const Table* is) {
    if (was == nullptr || is == nullptr) {
      came_or_went((was ? was : is)->title, "", "", was ? &was->place : nullptr,
                   is ? &is->place : nullptr);
      return;
    }
    if (was->unit != is->unit)
      found_.push_back({DifferenceKind::changed, is->title, "", "", to_string(was->unit),
                        to_string(is->unit), was->place, is->place});
    std::vector<std::pair<std::size_t, std::size_t>> columns;
    each(keyed(was->columns, column_key), keyed(is->columns, column_key),
         [&](const Column* old_column, const Column* new_column) {
           if (old_column == nullptr || new_column == nullptr)
             came_or_went(is->title, "", column_key(*(old_column ? old_column : new_column)),
                          old_column ? &was->place : nullptr, new_column ? &is->place : nullptr);
           else
             columns.emplace_back(old_column - was->columns.data(),
                                  new_column - is->columns.data());
         });
    each(keyed(was->rows, [&](const Row& row) { return row_key(*was, row); }),
         keyed(is->rows, [&](const Row& row) { return row_key(*is, row); }),
         [&](const Row* old_row, const Row* new_row) {
           rows(*was, *is, old_row, new_row, columns);
         });
  }

  void rows(const Table& old_table, const Table& new_table, const Row* was, const Row* is,
            const std::vector<std::pair<std::size_t, std::size_t>>& columns) {
    if (was == nullptr || is == nullptr) {
      came_or_went(new_table.title, row_name(*(was ? was : is)), "", was ? &was->place : nullptr,
                   is ? &is->place : nullptr);
      return;
    }
    const std::string above = path_above(old_table, *was), now_above = path_above(new_table, *is);
    if (above != now_above)
      found_.push_back({DifferenceKind::moved, new_table.title, row_name(*is), "", above, now_above,
                        was->place, is->place});
    for (const auto& [old_column, new_column] : columns) {
      const Column& column = new_table.columns[new_column];
      const Cell& then = was->cells[old_column];
      const Cell& now = is->cells[new_column];
      // Names and codes are compared as labels: broken lines make no difference there.
      if (column.role == ColumnRole::code) continue;
      if (column.role == ColumnRole::name || column.role == ColumnRole::text) {
        if (subject_key(then.figure.text()) != subject_key(now.figure.text()))
          changed(new_table.title, row_name(*is), column_key(column), then, now);
      } else if (!prints_the_same(then.figure, now.figure) ||
                 !in_the_same_unit(then.figure, old_table.columns[old_column], now.figure,
                                   column)) {
        changed(new_table.title, row_name(*is), column_key(column), then, now);
      }
    }
  }

  /// 1,234.50 is 1234.50, and a dash is a blank; 46.2 is not 46.20, which says more.
  static bool prints_the_same(const Figure& then, const Figure& now) {
    if (then.is_number() && now.is_number())
      return then.value() == now.value() && then.value().scale() == now.value().scale() &&
             then.suffix() == now.suffix();
    const auto empty = [](const Figure& figure) {
      return figure.state() == FigureState::blank || figure.state() == FigureState::dash;
    };
    return (empty(then) && empty(now)) || then.text() == now.text();
  }

  /// A unit that a cell prints itself; that of its table is a difference of the table.
  static bool in_the_same_unit(const Figure& then, const Column& old_column, const Figure& now,
                               const Column& new_column) {
    if (!then.is_number() || !now.is_number() || then.unit() == now.unit()) return true;
    return then.unit() == old_column.unit && now.unit() == new_column.unit;
  }

  void targets(const TargetTable* was, const TargetTable* is) {
    const TargetTable& shown = *(is ? is : was);
    const std::string title =
        shown.project.empty() ? shown.title : shown.title + "：" + shown.project;
    if (was == nullptr || is == nullptr) {
      came_or_went(title, "", "", was ? &was->place : nullptr, is ? &is->place : nullptr);
      return;
    }
    Table funds_before = was->funds, funds_after = is->funds;
    funds_before.title = funds_after.title = title;
    tables(&funds_before, &funds_after);
    const auto key = [](const Indicator& one) { return one.level2 + "/" + subject_key(one.name); };
    each(keyed(was->indicators, key), keyed(is->indicators, key),
         [&](const Indicator* then, const Indicator* now) { indicators(title, then, now); });
  }

  void indicators(const std::string& title, const Indicator* was, const Indicator* is) {
    const Indicator& shown = *(is ? is : was);
    const auto text = [](const Indicator& one) {
      return one.target() ? one.target()->text() : std::string();
    };
    if (was == nullptr || is == nullptr)
      came_or_went(title, shown.name, "", was ? &was->place : nullptr, is ? &is->place : nullptr);
    else if (text(*was) != text(*is))
      found_.push_back({DifferenceKind::changed, title, shown.name, "", text(*was), text(*is),
                        was->place, is->place});
  }

  void changed(const std::string& table, std::string row, std::string column, const Cell& was,
               const Cell& is) {
    found_.push_back({DifferenceKind::changed, table, std::move(row), std::move(column),
                      std::string(was.figure.text()), std::string(is.figure.text()), was.place,
                      is.place});
  }

  void came_or_went(std::string table, std::string row, std::string column, const Place* was,
                    const Place* is) {
    found_.push_back({was ? DifferenceKind::gone : DifferenceKind::added, std::move(table),
                      std::move(row), std::move(column), "", "", was ? *was : Place{},
                      is ? *is : Place{}});
  }

  std::vector<Difference> found_;
};

}  // namespace

std::string_view to_string(DifferenceKind kind) noexcept {
  switch (kind) {
    case DifferenceKind::changed: return "changed";
    case DifferenceKind::added: return "added";
    case DifferenceKind::gone: return "gone";
    case DifferenceKind::moved: return "moved";
  }
  return {};
}

std::vector<Difference> differences(const Disclosure& before, const Disclosure& after) {
  return Comparer().run(before, after);
}

}  // namespace budget::inline v1
