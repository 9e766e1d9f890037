// SPDX-License-Identifier: Apache-2.0
#include <doctest/doctest.h>

#include <algorithm>
#include <string>
#include <vector>

#include "amount/random.hpp"
#include "audit/dossier_builder.hpp"
#include "audit/plausible.hpp"

using namespace budget;

namespace {

// What DigitsAround says, looked up cell by cell.
int digits_by_hand(const Table& table, int row, int column) {
  for (const bool whole_table : {false, true}) {
    int most = -1;
    for (int r = 0; r < static_cast<int>(table.rows.size()); ++r)
      for (int c = 0; c < static_cast<int>(table.columns.size()); ++c) {
        if ((r == row && c == column) || (!whole_table && c != column)) continue;
        if (table.columns[static_cast<std::size_t>(c)].role != ColumnRole::amount) continue;
        const Figure& figure = table.cell(r, c).figure;
        if (figure.is_number()) most = std::max(most, figure.value().scale());
      }
    if (most >= 0) return most;
  }
  return table.cell(row, column).figure.digits();
}

}  // namespace

TEST_CASE("the digits around a cell are those of every other one") {
  budget_test::Random random(4);
  const std::vector<std::string> figures{"", "-", "7", "7.5", "7.25", "7.125", "合计"};
  for (int round = 0; round < 300; ++round) {
    testing::Rows rows;
    const std::int64_t count = random.between(1, 6);
    for (std::int64_t r = 0; r < count; ++r) {
      rows.push_back({"项目"});
      for (int c = 0; c < 3; ++c)
        rows.back().push_back(figures[static_cast<std::size_t>(
            random.between(0, static_cast<std::int64_t>(figures.size()) - 1))]);
    }
    const Dossier given = testing::dossier(
        {testing::table(TableKind::revenue_expenditure_summary, "表", Unit::wan_yuan,
                        {"项目", "合计", "基本支出", "项目支出"}, rows, 1)});
    const Table& table = given.disclosures[0].table(0);
    detail::DigitsAround digits(given);
    for (int r = 0; r < count; ++r)
      for (int c = 0; c < 4; ++c) CHECK(digits({0, 0, r, c}) == digits_by_hand(table, r, c));
  }
}
