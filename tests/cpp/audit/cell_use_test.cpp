// SPDX-License-Identifier: Apache-2.0
#include <budget/audit/audit.hpp>
#include <budget/audit/cell_use.hpp>

#include "audit/dossier_builder.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <set>

using namespace budget;

namespace {

Report report_of(const testing::Sample& given) {
  return audit(given.dossier, given.obligations, std::vector<std::string>{});
}

}  // namespace

TEST_CASE("a figure counts each of its statements once and keeps the worst outcome") {
  const testing::Sample given = testing::sample();
  const Report report = report_of(given);
  const auto uses = cell_uses(report);
  REQUIRE_FALSE(uses.empty());
  for (const auto& [cell, use] : uses) {
    int statements = 0;
    bool violated = false;
    for (std::size_t i = 0; i < report.obligations.size(); ++i) {
      const auto cells = cells_of(report.obligations[i]);
      const bool speaks = std::ranges::find(cells, cell) != cells.end();
      if (!speaks || report.outcomes[i].status == Status::not_applicable) continue;
      ++statements;
      violated = violated || report.outcomes[i].status == Status::violated;
    }
    CHECK(use.statements == statements);
    CHECK((use.worst == Status::violated) == violated);
  }
}

TEST_CASE("a wrong figure is the worst of its statements") {
  testing::Sample given = testing::sample();
  const CellRef cell = given.obligations.front().left.front().cell;
  testing::print(given.dossier, cell, "987654.32");
  const auto uses = cell_uses(report_of(given));
  CHECK(uses.at(cell).worst == Status::violated);
}

TEST_CASE("every cell of a column of amounts is to hold a figure, blank or not") {
  const testing::Sample given = testing::sample();
  const Disclosure& disclosure = given.dossier.current();
  const auto cells = figure_cells(disclosure, 3);
  std::size_t wanted = disclosure.narrative.table.rows.size();
  for (const Table& table : disclosure.tables)
    for (const Column& column : table.columns)
      if (column.role == ColumnRole::amount || column.role == ColumnRole::count)
        wanted += table.rows.size();
  CHECK(cells.size() == wanted);
  CHECK(std::set<CellRef>(cells.begin(), cells.end()).size() == cells.size());
  CHECK(std::ranges::all_of(cells, [](const CellRef& cell) { return cell.disclosure == 3; }));
}
