// SPDX-License-Identifier: Apache-2.0
#include "disclosure/guess_kind.hpp"

#include <budget/subject/name.hpp>

#include "base/contains.hpp"
#include "disclosure/cover.hpp"

#include <algorithm>
#include <array>
#include <map>

namespace budget::inline v1::detail {
namespace {

constexpr std::size_t enough_columns = 2;

/// Whether a column or a row of a table goes by a term.
bool has(const Table& table, const std::string& term) {
  return std::ranges::any_of(table.columns, [&](const Column& c) { return c.key == term; }) ||
         std::ranges::any_of(table.rows, [&](const Row& row) {
           return std::ranges::any_of(row.labels, [&](const RowLabel& l) { return l.key == term; });
         });
}

}  // namespace

bool contains_all(std::string_view text, const std::vector<std::string>& words) {
  return std::ranges::all_of(words, [&](const std::string& word) { return contains(text, word); });
}

bool titles_government(std::string_view title) {
  constexpr std::array<std::string_view, 8> words{"转移支付",     "债务限额",    "债务余额",
                                                  "社会保险基金", "收支平衡",    "税收返还",
                                                  "政府债务",     "政府一般债务"};
  return contains_any(title, words);
}

std::optional<Classification> classification_of(const Table& table) {
  std::map<Classification, int> counts;
  for (const Row& row : table.rows)
    for (const RowLabel& label : row.labels)
      if (const auto code = SubjectCode::try_parse(label.code))
        if (const auto classification = code->classification()) ++counts[*classification];
  return most_frequent(counts);
}

bool codes_fit(const Table& table) {
  const auto printed = classification_of(table);
  if (!printed) return true;
  const bool economic = *printed == Classification::economic_department ||
                        *printed == Classification::economic_government;
  switch (table.kind) {
    case TableKind::expenditure:
    case TableKind::general_public_expenditure:
    case TableKind::government_fund_expenditure:
    case TableKind::appropriation_by_functional_subject: return !economic;
    case TableKind::basic_expenditure_by_economic_subject:
    case TableKind::appropriation_basic_by_economic_subject:
      return *printed != Classification::functional;
    default: return true;
  }
}

TableKind guess_kind(const Table& table, const Vocabulary& vocabulary) {
  const std::string title = subject_key(table.title);
  if (titles_government(title)) return TableKind::other;
  for (const TableWords& line : vocabulary.table_words()) {
    if (!contains_all(title, line.words) || contains_any(title, line.without)) continue;
    const auto found = std::ranges::count_if(
        line.columns, [&](const std::string& term) { return has(table, term); });
    return static_cast<std::size_t>(found) >= enough_columns ? line.kind : TableKind::other;
  }
  return TableKind::other;
}

}  // namespace budget::inline v1::detail
