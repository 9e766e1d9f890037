// SPDX-License-Identifier: Apache-2.0
// The standard rules together: they accuse no consistent disclosure, and of one with a single wrong
// figure they accuse nothing but that figure.
#include <budget/obligation/judge.hpp>
#include <budget/standard/rules.hpp>

#include <doctest/doctest.h>

#include <algorithm>
#include <random>
#include <string>
#include <vector>

#include "rule/consistent.hpp"

using namespace budget;
using budget::test::Shape;

namespace {

std::vector<Obligation> bound(const Dossier& dossier) {
  return bind(standard_rules(), dossier, standard_lists());
}

// Notes say what is worth knowing, not what cannot be; notes under tables are no arithmetic.
bool accuses(const Obligation& obligation, const Dossier& dossier) {
  return obligation.severity != Severity::note && obligation.kind != ObligationKind::presence &&
         judge(obligation, dossier).status == Status::violated;
}

bool speaks_of(const Obligation& obligation, const CellRef& cell) {
  const auto is = [&](const Term& term) { return term.cell == cell; };
  return std::ranges::any_of(obligation.left, is) || std::ranges::any_of(obligation.right, is);
}

Shape shape_of(unsigned seed) {
  return {(seed & 1U) != 0, (seed & 2U) != 0, (seed & 4U) != 0, (seed & 8U) != 0};
}

std::vector<CellRef> figures_of(const Dossier& dossier) {
  std::vector<CellRef> cells;
  const std::vector<Table>& tables = dossier.current().tables;
  for (std::size_t t = 0; t < tables.size(); ++t) {
    for (std::size_t r = 0; r < tables[t].rows.size(); ++r) {
      for (std::size_t c = 0; c < tables[t].columns.size(); ++c) {
        const Figure& figure = tables[t].rows[r].cells[c].figure;
        if (figure.is_number() && !figure.value().is_zero()) {
          cells.push_back({0, static_cast<int>(t), static_cast<int>(r), static_cast<int>(c)});
        }
      }
    }
  }
  return cells;
}

}  // namespace

TEST_CASE("no rule accuses a consistent disclosure") {
  int checked = 0;
  for (unsigned seed = 0; seed < 240; ++seed) {
    std::mt19937_64 random(seed);
    const Dossier dossier = test::consistent_dossier(random, shape_of(seed));
    for (const Obligation& obligation : bound(dossier)) {
      const Outcome outcome = judge(obligation, dossier);
      CAPTURE(seed);
      CAPTURE(obligation.id);
      CHECK_FALSE(accuses(obligation, dossier));
      CHECK_FALSE(outcome.unstated_total);
      checked += outcome.status == Status::exact || outcome.status == Status::rounding ? 1 : 0;
    }
  }
  CHECK(checked > 240 * 100);
}

TEST_CASE("what is violated by one wrong figure speaks of that figure") {
  int changed = 0, noticed = 0;
  for (unsigned seed = 0; seed < 80; ++seed) {
    std::mt19937_64 random(1000 + seed);
    Dossier dossier = test::consistent_dossier(random, shape_of(seed));
    const std::vector<CellRef> cells = figures_of(dossier);
    for (int trial = 0; trial < 4; ++trial) {
      const CellRef cell = cells[random() % cells.size()];
      Figure& figure = dossier.disclosures[0]
                           .tables[static_cast<std::size_t>(cell.table)]
                           .rows[static_cast<std::size_t>(cell.row)]
                           .cells[static_cast<std::size_t>(cell.column)]
                           .figure;
      const Figure before = figure;
      // Far beyond what rounding explains: every sum has fewer than a hundred terms.
      const Decimal step = Decimal::of(static_cast<int>(random() % 90) + 3);
      figure = Figure(to_string(before.value() + step), Unit::wan_yuan);
      bool seen = false;
      for (const Obligation& obligation : bound(dossier)) {
        if (!accuses(obligation, dossier)) continue;
        CAPTURE(seed);
        CAPTURE(obligation.id);
        CHECK(speaks_of(obligation, cell));
        seen = true;
      }
      ++changed;
      noticed += seen ? 1 : 0;
      figure = before;
    }
  }
  MESSAGE("noticed " << noticed << " of " << changed << " wrong figures");
  CHECK(noticed * 100 >= changed * 97);
}

TEST_CASE("ids of obligations are unique and stable") {
  std::mt19937_64 random(7);
  const Dossier dossier = test::consistent_dossier(random, {true, true, true, false});
  std::vector<std::string> ids;
  for (const Obligation& obligation : bound(dossier)) ids.push_back(obligation.id);
  std::vector<std::string> again;
  for (const Obligation& obligation : bound(dossier)) again.push_back(obligation.id);
  CHECK(ids == again);
  std::ranges::sort(ids);
  CHECK(std::ranges::adjacent_find(ids) == ids.end());
}
