// SPDX-License-Identifier: Apache-2.0
#include <budget/disclosure/target_table.hpp>

#include <algorithm>

namespace budget::inline v1 {
namespace {

const Figure& total_of(const Table& funds, std::size_t side) {
  static const Figure blank;
  const int row = side < funds.sides.size() ? funds.total_row(static_cast<int>(side)) : -1;
  if (row < 0) return blank;
  const int column = funds.sides[side].columns.back();
  return funds.cell(row, column).figure;
}

}  // namespace

std::string_view to_string(TargetScope scope) noexcept {
  return scope == TargetScope::department ? "department" : "project";
}

const TargetFact* TargetTable::fact(std::string_view name) const noexcept {
  const auto found = std::ranges::find(facts, name, &TargetFact::name);
  return found == facts.end() ? nullptr : &*found;
}

const Figure& TargetTable::annual_total() const noexcept {
  const bool two = scope == TargetScope::project && funds.sides.size() == 2;
  return total_of(funds, two ? 1 : 0);
}

const Figure& TargetTable::period_total() const noexcept {
  static const Figure blank;
  return scope == TargetScope::project && funds.sides.size() == 2 ? total_of(funds, 0) : blank;
}

}  // namespace budget::inline v1
