// SPDX-License-Identifier: Apache-2.0
#include "claim/economic_sums.hpp"

#include <algorithm>
#include <string>
#include <vector>

namespace budget::inline v1::detail::claims {

bool is_of_persons(std::string_view economic_code) noexcept {
  return economic_code.starts_with("301") || economic_code.starts_with("303");
}

const Table* basic_table_of(const Disclosure& disclosure, const Claim& claim) {
  const Table* whole = disclosure.find(TableKind::appropriation_basic_by_economic_subject);
  if (claim.quantity[Slot::fund] == "财政拨款" && whole != nullptr) return whole;
  return disclosure.find(TableKind::basic_expenditure_by_economic_subject);
}

std::optional<Obligation> economic_sum_of(const Told& told, int index) {
  const Claim& claim = told.claim(index);
  const std::string& nature = claim.quantity[Slot::nature];
  if (!claim.cells.empty() || claim.in_reason || !claim.understood ||
      (nature != personnel && nature != operating) || claim.quantity[Slot::fund].empty() ||
      !claim.quantity[Slot::period].empty() || !claim.quantity.subject.empty())
    return std::nullopt;
  const Disclosure& disclosure = told.dossier().current();
  const Table* const table = basic_table_of(disclosure, claim);
  if (table == nullptr || table->sides.size() != 1) return std::nullopt;
  const auto amount = std::ranges::find(table->columns, ColumnRole::amount, &Column::role);
  if (std::ranges::count(table->columns, ColumnRole::amount, &Column::role) != 1)
    return std::nullopt;
  const int column = static_cast<int>(amount - table->columns.begin());
  const int number = static_cast<int>(table - disclosure.tables.data());
  std::vector<Term> of_persons, total;
  for (int r = 0; r < static_cast<int>(table->rows.size()); ++r) {
    const RowLabel& label = table->rows[static_cast<std::size_t>(r)].labels.front();
    const CellRef cell{0, number, r, column};
    if (label.level == 0 && !label.key.empty()) total.push_back({1, cell});
    if (label.code.size() == 3 && is_of_persons(label.code)) of_persons.push_back({1, cell});
  }
  if (of_persons.empty() || total.size() != 1) return std::nullopt;
  Obligation obligation = told.blank(index, ObligationKind::linear);
  obligation.left = {{1, told.said(index)}};
  if (nature == personnel) {
    obligation.right = std::move(of_persons);
  } else {
    obligation.right = std::move(total);
    for (Term& term : of_persons) obligation.right.push_back({-1, term.cell});
  }
  return obligation;
}

}  // namespace budget::inline v1::detail::claims
