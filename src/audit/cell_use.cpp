// SPDX-License-Identifier: Apache-2.0
#include <budget/audit/cell_use.hpp>

#include <algorithm>
#include <vector>

namespace budget::inline v1 {
namespace {

int gravity(Status status) {
  switch (status) {
    case Status::not_applicable: return 0;
    case Status::exact: return 1;
    case Status::rounding: return 2;
    case Status::not_decided: return 3;
    case Status::not_read: return 4;
    case Status::violated: return 5;
  }
  return 0;
}

}  // namespace

std::map<CellRef, CellUse> cell_uses(const Report& report) {
  std::map<CellRef, CellUse> uses;
  for (std::size_t i = 0; i < report.obligations.size(); ++i) {
    const Status status = report.outcomes[i].status;
    if (status == Status::not_applicable) continue;
    std::vector<CellRef> named = cells_of(report.obligations[i]);
    std::ranges::sort(named);
    named.erase(std::unique(named.begin(), named.end()), named.end());
    for (const CellRef& cell : named) {
      CellUse& use = uses[cell];
      ++use.statements;
      if (gravity(status) > gravity(use.worst)) use.worst = status;
    }
  }
  return uses;
}

std::vector<CellRef> figure_cells(const Disclosure& disclosure, int index) {
  std::vector<CellRef> cells;
  for (int t = 0; t < disclosure.funds_index(disclosure.targets.size()); ++t) {
    const Table& table = disclosure.table(t);
    for (int r = 0; r < static_cast<int>(table.rows.size()); ++r)
      for (int c = 0; c < static_cast<int>(table.columns.size()); ++c) {
        const ColumnRole role = table.columns[static_cast<std::size_t>(c)].role;
        if (role == ColumnRole::amount || role == ColumnRole::count)
          cells.push_back({index, t, r, c});
      }
  }
  for (int r = 0; r < static_cast<int>(disclosure.narrative.table.rows.size()); ++r)
    cells.push_back({index, in_narrative, r, 0});
  return cells;
}

}  // namespace budget::inline v1
