// SPDX-License-Identifier: Apache-2.0
#include "rule/renamed.hpp"

#include <budget/subject/name.hpp>

#include <algorithm>
#include <set>
#include <string>

#include "rule/locate.hpp"

namespace budget::inline v1::detail::rules {
namespace {

// The codes whose subject goes on, whole, under another code.
std::set<std::string_view> codes_before(const Catalog& catalog, std::string_view code) {
  std::set<std::string_view> before;
  for (const CatalogEntry& entry : catalog.entries()) {
    if (entry.successor.empty() || entry.code == code) continue;
    const std::vector<Successor> next = successors(entry);
    if (next.size() == 1 && next.front().code == code) before.insert(entry.code);
  }
  return before;
}

// Whether two names were names of one code.
bool is_one_subject(const std::string& one, const std::string& other, const Catalog& catalog) {
  if (without_ending(one) == without_ending(other)) return true;
  return std::ranges::any_of(catalog.with_name(one), [&](const CatalogEntry* entry) {
    return std::ranges::any_of(catalog.entries(entry->code), [&](const CatalogEntry& name) {
      return is_printed(name.status) && subject_key(name.name) == other;
    });
  });
}

}  // namespace

std::vector<int> rows_of_earlier_subject(const Table& earlier, int side, const Table& table,
                                         int table_side, int row, const Catalog& catalog) {
  const auto label = [](const Table& of, int at, int on) -> const RowLabel& {
    return of.rows[static_cast<std::size_t>(at)].labels[static_cast<std::size_t>(on)];
  };
  std::vector<int> rows;
  const RowLabel& wanted = label(table, row, table_side);
  if (!wanted.code.empty()) {
    const std::set<std::string_view> codes = codes_before(catalog, wanted.code);
    for (int at = 0; at < static_cast<int>(earlier.rows.size()); ++at)
      if (codes.contains(label(earlier, at, side).code)) rows.push_back(at);
    if (!rows.empty()) return rows;
  }
  const std::vector<std::string> names = names_from_class(table, table_side, row);
  if (names.empty()) return rows;
  for (int at = 0; at < static_cast<int>(earlier.rows.size()); ++at) {
    const RowLabel& own = label(earlier, at, side);
    // Where both print codes, codes decide.
    if (own.key.empty() || (!own.code.empty() && !wanted.code.empty())) continue;
    const std::vector<std::string> path = names_from_class(earlier, side, at);
    const bool same = std::ranges::equal(
        path, names, [&](const auto& a, const auto& b) { return is_one_subject(b, a, catalog); });
    if (same) rows.push_back(at);
  }
  return rows;
}

}  // namespace budget::inline v1::detail::rules
