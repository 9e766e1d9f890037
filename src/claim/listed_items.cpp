// SPDX-License-Identifier: Apache-2.0
#include "claim/listed_items.hpp"

#include <budget/base/text.hpp>
#include <budget/subject/name.hpp>

#include "claim/economic_sums.hpp"
#include "claim/filled.hpp"

#include <algorithm>
#include <array>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <utility>

namespace budget::inline v1::detail::claims {
namespace {

struct List {
  std::size_t begin = 0;
  std::vector<std::string> items;  // keys
  bool open = false;               // ends in 等
};

/// The list that begins right behind an amount.
std::optional<List> list_behind(std::string_view text, std::size_t at) {
  constexpr std::array<std::string_view, 3> openings{"主要包括：", "主要包括:", "包括："};
  std::size_t begin = std::string_view::npos;
  for (const std::string_view opening : openings) {
    const std::size_t found = text.find(opening, at);
    if (found == std::string_view::npos || found > at + 6) continue;
    begin = std::min(begin, found + opening.size());
  }
  if (begin == std::string_view::npos) return std::nullopt;
  std::size_t end = text.size();
  for (const std::string_view stop : {"。", "；", ";", "（按"})
    end = std::min(end, text.find(stop, begin));
  List list;
  list.begin = begin;
  std::string_view rest = strip(text.substr(begin, end - begin));
  constexpr std::string_view others = "等", comma = "、";
  for (const std::string_view closing : {"等支出", "等费用", "等"})
    if (rest.ends_with(closing)) {
      list.open = true;
      rest.remove_suffix(closing.size());
      break;
    }
  while (!rest.empty()) {
    const std::size_t next = rest.find(comma);
    const std::string_view item = rest.substr(0, next);
    if (item.find(others) != std::string_view::npos) list.open = true;
    if (std::string key = subject_key(item); !key.empty()) list.items.push_back(std::move(key));
    if (next == std::string_view::npos) break;
    rest.remove_prefix(next + comma.size());
  }
  return list;
}

/// Which rows of a table have an amount of a nature, and which there are, by their keys.
struct Rows {
  std::set<std::string> all, filled, filled_leaves;
};

std::optional<Rows> rows_of(const Table& table, std::string_view nature) {
  const auto own = std::ranges::find(table.columns, nature, &Column::key);
  const auto amount = std::ranges::find(table.columns, ColumnRole::amount, &Column::role);
  if (amount == table.columns.end() || table.sides.size() != 1) return std::nullopt;
  const bool by_column = own != table.columns.end();
  const int column = static_cast<int>((by_column ? own : amount) - table.columns.begin());
  Rows rows;
  for (int r = 0; r < static_cast<int>(table.rows.size()); ++r) {
    const Row& row = table.rows[static_cast<std::size_t>(r)];
    const RowLabel& label = row.labels.front();
    if (label.level == 0 || label.key.empty()) continue;
    if (!row.loose.empty()) return std::nullopt;
    if (!by_column) {
      if (label.code.size() < 3) return std::nullopt;
      if (is_of_persons(label.code) != (nature == personnel)) continue;
    }
    rows.all.insert(label.key);
    if (!is_filled(table.cell(r, column).figure)) continue;
    rows.filled.insert(label.key);
    if (table.children(r).empty()) rows.filled_leaves.insert(label.key);
  }
  if (rows.all.empty()) return std::nullopt;
  return rows;
}

std::string joined(const std::vector<std::string>& names) {
  std::string text;
  for (const std::string& name : names) text += (text.empty() ? "" : "、") + name;
  return text;
}

Obligation judged(const List& list, const Rows& rows) {
  std::vector<std::string> empty, missing;
  bool rows_only = true;
  for (const std::string& item : list.items) {
    if (!rows.all.contains(item)) {
      rows_only = false;
    } else if (!rows.filled.contains(item)) {
      empty.push_back(item);
    }
  }
  if (rows_only && !list.open)
    for (const std::string& row : rows.filled_leaves)
      if (std::ranges::find(list.items, row) == list.items.end()) missing.push_back(row);
  Obligation obligation;
  obligation.kind = ObligationKind::form;
  obligation.met = empty.empty() && missing.empty();
  if (!empty.empty())
    obligation.requirement = {
        "所列举的科目在表中应有数额：“" + joined(empty) + "”在表中空白",
        "the subjects that are listed have amounts in the table: it is blank for " + joined(empty)};
  else if (!missing.empty())
    obligation.requirement = {
        "表中有数额的科目应全部列举，或以“等”字结尾：缺“" + joined(missing) + "”",
        "every subject with an amount is listed, or the list ends in 等: it lacks " +
            joined(missing)};
  return obligation;
}

}  // namespace

std::vector<Obligation> listed_items(const Told& told) {
  const Disclosure& current = told.dossier().current();
  std::vector<Obligation> made;
  for (int i = 0; i < told.size(); ++i) {
    const Claim& claim = told.claim(i);
    const std::string& nature = claim.quantity[Slot::nature];
    if (claim.kind != ClaimKind::amount || claim.in_reason || !claim.understood ||
        (nature != personnel && nature != operating))
      continue;
    const Passage& passage = current.narrative.passages[static_cast<std::size_t>(claim.passage)];
    const Table* const table = basic_table_of(current, claim);
    const auto list = list_behind(passage.text, claim.end);
    if (table == nullptr || !list || list->items.empty()) continue;
    const auto rows = rows_of(*table, nature);
    if (!rows) continue;
    Obligation obligation = judged(*list, *rows);
    obligation.id = to_string(claim.quantity) + "#" + claim.id;
    obligation.places = {place_in(passage, list->begin)};
    made.push_back(std::move(obligation));
  }
  return made;
}

}  // namespace budget::inline v1::detail::claims
