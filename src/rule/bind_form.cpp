// SPDX-License-Identifier: Apache-2.0
#include "rule/bind_form.hpp"

#include <budget/disclosure/vocabulary.hpp>
#include <budget/subject/name.hpp>

#include <algorithm>
#include <utility>

namespace budget::inline v1::detail::rules {

namespace {

// Anything but blanks, dashes and zeros.
bool has_data(const Table& table) {
  for (const Row& row : table.rows) {
    for (std::size_t column = 0; column < table.columns.size(); ++column) {
      if (table.columns[column].role != ColumnRole::amount) continue;
      const Figure& figure = row.cells[column].figure;
      const FigureState state = figure.state();
      const bool nothing = state == FigureState::blank || state == FigureState::dash ||
                           (state == FigureState::number && figure.value().is_zero());
      if (!nothing) return true;
    }
  }
  return false;
}

// A column of any role by name.
std::optional<std::size_t> named_column(const Table& table, const ColumnSelector& selector) {
  for (const NamePath& path : selector.names) {
    for (std::size_t i = 0; i < table.columns.size(); ++i) {
      if (table.columns[i].key == path.names.back()) return i;
    }
  }
  return std::nullopt;
}

struct Names {
  std::string first, second;
};

// Known: the list says something about both names, so a pair that is not in it is wrong.
bool knows_both(const std::set<std::pair<std::string, std::string>>& list, const Names& names) {
  bool first = false, second = false;
  for (const auto& [a, b] : list) {
    first = first || a == names.first;
    second = second || b == names.second;
  }
  return first && second;
}

}  // namespace

std::optional<Obligation> note_obligation(Obligation blank, const Table& table,
                                          const Disclosure& disclosure) {
  const bool data = has_data(table);
  const bool unread = std::ranges::any_of(
      disclosure.not_read, [&](const NotRead& line) { return line.table == table.id; });
  if (!data && unread) {
    blank.undecided = Undecided::condition_open;
    blank.about = table.title;
  }
  blank.met = data != table.stated_empty;
  blank.requirement =
      data ? Bilingual{"有数据的表不应注明“本表无数据”",
                       "a table with data carries no note that it has none"}
           : Bilingual{"没有数据的表应注明“本表无数据”", "a table without data says so in a note"};
  blank.places = {table.place};
  return blank;
}

std::optional<Obligation> title_year_obligation(Obligation blank, const Table& table,
                                                const Disclosure& disclosure) {
  const auto year = year_in(table.title);
  if (!year) return std::nullopt;
  blank.places = {table.place};
  if (!disclosure.year) {
    blank.undecided = Undecided::condition_open;
    blank.about = table.title;
    return blank;
  }
  blank.met = *year == *disclosure.year;
  blank.stale_year = *year + 1 == *disclosure.year;
  const std::string printed = std::to_string(*year), meant = std::to_string(*disclosure.year);
  blank.requirement = {"表名“" + table.title + "”写的是 " + printed + " 年，本文件的年度是 " +
                           meant + " 年，应改为 " + meant + " 年",
                       "the title \"" + table.title + "\" names the year " + printed +
                           ", the document is of " + meant + ": it should say " + meant};
  return blank;
}

std::vector<Obligation> bind_listed(const Rule& rule, const Obligation& blank, const Scope& scope) {
  const auto& demand = std::get<Listed>(rule.statement.demand);
  const Resolved rows = resolve(demand.rows, scope);
  const Resolved among = resolve(demand.among, scope);
  for (const Resolved* found : {&rows, &among}) {
    if (found->ok()) continue;
    Obligation obligation = blank;
    obligation.undecided = found->trouble;
    obligation.about = found->about;
    return {std::move(obligation)};
  }
  const Table& table = table_of(*scope.dossier, rows.table);
  const std::string& other = table_of(*scope.dossier, among.table).title;
  const std::vector<int> unlisted = unlisted_rows(rows, among, *scope.dossier);
  std::vector<Obligation> bound;
  for (const int row : rows.rows) {
    const Row& printed = table.rows[static_cast<std::size_t>(row)];
    const std::string& name = printed.labels[static_cast<std::size_t>(rows.side)].name;
    Obligation obligation = blank;
    obligation.id = blank.rule + "@" + std::string(to_string(table.kind)) + "[" +
                    row_tag(table, rows.side, row) + "]";
    obligation.places = {printed.place};
    obligation.met = !std::ranges::binary_search(unlisted, row);
    obligation.requirement = {"“" + name + "”应列于“" + other + "”",
                              "\"" + name + "\" should be listed in \"" + other + "\""};
    bound.push_back(std::move(obligation));
  }
  return bound;
}

std::vector<Obligation> bind_codes(const Rule& rule, const Obligation& blank, const Scope& scope) {
  const auto& demand = std::get<CodesBegin>(rule.statement.demand);
  const Table& table = table_of(*scope.dossier, scope.table);
  // A long list is named by its beginning.
  constexpr std::size_t most = 4;
  std::string wanted;
  for (std::size_t i = 0; i < std::min(demand.prefixes.size(), most); ++i)
    wanted += (i == 0 ? "" : ", ") + demand.prefixes[i];
  if (demand.prefixes.size() > most)
    wanted += ", … (" + std::to_string(demand.prefixes.size()) + ")";
  std::vector<Obligation> bound;
  for (const int side : sides_named(table, scope.side)) {
    for (const Row& row : table.rows) {
      const std::string& code = row.labels[static_cast<std::size_t>(side)].code;
      // Marks that stand for a code to be filled in (…, XX) are none.
      const bool any_digit = code.find_first_of("0123456789") != std::string::npos;
      if (!any_digit) continue;
      Obligation obligation = blank;
      obligation.id = blank.rule + "@" + std::string(to_string(table.kind)) + "[" + code + "]";
      obligation.places = {row.place};
      obligation.met = std::ranges::any_of(demand.prefixes, [&](const std::string& prefix) {
        return code.starts_with(prefix) || prefix.starts_with(code);
      });
      obligation.requirement = {"科目编码 " + code + " 应以 " + wanted + " 开头",
                                "the code " + code + " should begin with " + wanted};
      bound.push_back(std::move(obligation));
    }
  }
  if (!bound.empty()) return bound;
  Obligation obligation = blank;
  obligation.undecided = Undecided::nothing_printed;
  obligation.about = rule.statement.text;
  return {std::move(obligation)};
}

std::vector<Obligation> bind_pairs(const Rule& rule, const Obligation& blank, const Scope& scope,
                                   const ReferenceLists& lists) {
  const auto& demand = std::get<PairListed>(rule.statement.demand);
  const Table& table = table_of(*scope.dossier, scope.table);
  const auto undecided = [&](Undecided why, const std::string& about) {
    Obligation obligation = blank;
    obligation.undecided = why;
    obligation.about = about;
    return std::vector<Obligation>{std::move(obligation)};
  };
  const auto list = lists.pairs.find(demand.list);
  if (list == lists.pairs.end()) return undecided(Undecided::condition_open, demand.list);
  const auto first = named_column(table, demand.first);
  const auto second = named_column(table, demand.second);
  if (!first || !second) {
    return undecided(Undecided::column_missing,
                     (first ? demand.second : demand.first).names.front().names.back());
  }
  std::vector<Obligation> bound;
  for (const Row& row : table.rows) {
    const Names names{subject_key(row.cells[*first].figure.text()),
                      subject_key(row.cells[*second].figure.text())};
    if (names.first.empty() || names.second.empty()) continue;
    Obligation obligation = blank;
    obligation.id = blank.rule + "@" + std::string(to_string(table.kind)) + "[" + names.first +
                    "/" + names.second + "]";
    obligation.places = {row.cells[*first].place, row.cells[*second].place};
    obligation.met = list->second.contains({names.first, names.second});
    obligation.requirement = {
        "“" + names.first + "”与“" + names.second + "”应是对照表所列的一对科目",
        "\"" + names.first + "\" and \"" + names.second +
            "\" should be a pair of the published correspondence"};
    if (!obligation.met && !knows_both(list->second, names)) {
      obligation.undecided = Undecided::condition_open;
      obligation.about = names.first + "/" + names.second;
    }
    bound.push_back(std::move(obligation));
  }
  if (bound.empty()) return undecided(Undecided::nothing_printed, rule.statement.text);
  return bound;
}

}  // namespace budget::inline v1::detail::rules
