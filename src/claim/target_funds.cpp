// SPDX-License-Identifier: Apache-2.0
// Money of tables of targets: sources that add up, a year within its period, the budget that pays.
#include "claim/target_checks.hpp"

#include <budget/subject/name.hpp>

#include <algorithm>
#include <string>
#include <utility>

namespace budget::inline v1::detail::targets {
namespace {

/// The column of a table whose term is `key`; −1 none.
int column_of(const Table& table, std::string_view key) {
  for (std::size_t c = 0; c < table.columns.size(); ++c)
    if (table.columns[c].key == key && table.columns[c].role == ColumnRole::amount)
      return static_cast<int>(c);
  return -1;
}

int index_of(const Disclosure& disclosure, TableKind kind) {
  for (std::size_t t = 0; t < disclosure.tables.size(); ++t)
    if (disclosure.tables[t].kind == kind) return static_cast<int>(t);
  return -1;
}

class Funds {
 public:
  explicit Funds(Checks& checks) : checks_(checks) {}

  void run() {
    for (std::size_t t = 0; t < checks_.tables().size(); ++t) {
      const TargetTable& table = checks_.tables()[t];
      if (table.is_evaluation || table.funds.rows.empty()) continue;
      for (std::size_t side = 0; side < table.funds.sides.size(); ++side) sources(t, side);
      if (table.scope == TargetScope::project) {
        within_period(t);
        budgeted(t);
      } else {
        overall(t);
      }
    }
    published();
  }

 private:
  /// The total of a side is the sum of its parts.
  void sources(std::size_t t, std::size_t side) {
    const Table& funds = checks_.tables()[t].funds;
    const auto total = checks_.fund_total(t, side);
    if (!total) return;
    Obligation obligation =
        checks_.statement(t, ObligationKind::linear, "funds" + std::to_string(side));
    obligation.left = {{1, *total}};
    const int column = funds.sides[side].columns.back();
    for (int r = 0; r < static_cast<int>(funds.rows.size()); ++r) {
      const RowLabel& label = funds.rows[static_cast<std::size_t>(r)].labels[side];
      if (label.level == 1 && label.parent == total->row && !label.of_which)
        obligation.right.push_back({1, checks_.fund(t, r, column)});
    }
    if (!obligation.right.empty()) checks_.add(TargetDemand::funds, std::move(obligation));
  }

  void within_period(std::size_t t) {
    const auto period = checks_.fund_total(t, 0), annual = checks_.fund_total(t, 1);
    if (!period || !annual) return;
    Obligation obligation = checks_.statement(t, ObligationKind::inequality, "period");
    obligation.relation = Relation::at_most;
    obligation.left = {{1, *annual}};
    obligation.right = {{1, *period}};
    checks_.add(TargetDemand::within_period, std::move(obligation));
  }

  /// The year's money of a project is its row of the table of projects.
  void budgeted(std::size_t t) {
    const Disclosure& current = checks_.current();
    const TargetTable& table = checks_.tables()[t];
    const int index = index_of(current, TableKind::project_expenditure);
    if (index < 0 || table.project.empty()) return;
    const Table& projects = current.tables[static_cast<std::size_t>(index)];
    const int column = column_of(projects, "合计");
    const std::string key = subject_key(table.project);
    int row = -1;
    for (std::size_t r = 0; r < projects.rows.size(); ++r)
      for (const RowLabel& label : projects.rows[r].labels)
        if (label.key == key || subject_key(label.name) == key) row = static_cast<int>(r);
    checks_.decide(row >= 0, TargetDemand::listed, t, "listed",
                   {"《" + projects.title + "》没有列“" + table.project + "”",
                    "\"" + projects.title + "\" has no project \"" + table.project + "\""},
                   {table.place});
    const auto annual = checks_.annual_total(t);
    if (row < 0 || column < 0 || !annual) return;
    Obligation obligation = checks_.statement(t, ObligationKind::restatement, "budget");
    obligation.left = {{1, *annual}};
    obligation.right = {{1, {0, index, row, column}}};
    checks_.add(TargetDemand::budgeted, std::move(obligation));
  }

  /// The department's money by source is that by use, and both are those of its expenditure.
  void overall(std::size_t t) {
    const auto by_source = checks_.fund_total(t, 0), by_use = checks_.fund_total(t, 1);
    if (by_source && by_use) restated(t, "sides", *by_source, *by_use);
    const Disclosure& current = checks_.current();
    const int index = index_of(current, TableKind::expenditure);
    if (index < 0) return;
    const Table& expenditure = current.tables[static_cast<std::size_t>(index)];
    const int total = expenditure.total_row();
    const auto cell = [&](std::string_view key) {
      return CellRef{0, index, total, column_of(expenditure, key)};
    };
    if (total < 0) return;
    if (by_source && cell("合计").column >= 0) restated(t, "total", *by_source, cell("合计"));
    const Table& funds = checks_.tables()[t].funds;
    for (const std::string_view key : {"基本支出", "项目支出"}) {
      if (cell(key).column < 0) continue;
      for (std::size_t side = 0; side < funds.sides.size(); ++side)
        for (std::size_t r = 0; r < funds.rows.size(); ++r)
          if (funds.rows[r].labels[side].key == key)
            restated(t, key, checks_.fund(t, static_cast<int>(r), funds.sides[side].columns.back()),
                     cell(key));
    }
  }

  void restated(std::size_t t, std::string_view what, const CellRef& a, const CellRef& b) {
    Obligation obligation = checks_.statement(t, ObligationKind::restatement, what);
    obligation.left = {{1, a}};
    obligation.right = {{1, b}};
    checks_.add(TargetDemand::overall, std::move(obligation));
  }

  // ---- what the narrative says is published ----

  /// 公开项目绩效目标13个，涉及项目金额1,711.03万元: as many tables, and their money.
  void published() {
    const Narrative& narrative = checks_.current().narrative;
    std::vector<std::size_t> projects;
    for (std::size_t t = 0; t < checks_.tables().size(); ++t)
      if (is_plan_of_project(checks_.tables()[t])) projects.push_back(t);
    if (projects.empty()) return;
    for (std::size_t f = 0; f < narrative.figures.size(); ++f) {
      if (!is_published_count(f)) continue;
      const Figure& count = narrative.table.cell(static_cast<int>(f), 0).figure;
      if (!count.is_number()) continue;
      const bool as_many = count.value() == Decimal::of(static_cast<int>(projects.size()));
      const std::string tables = std::to_string(projects.size());
      checks_.decide(as_many, TargetDemand::published, projects.front(), "count",
                     {"文中写公开 " + count.text() + " 个项目的绩效目标，所附的项目绩效目标表有 " +
                          tables + " 张",
                      "the text says that targets of " + count.text() +
                          " projects are published; tables of projects found: " + tables},
                     {narrative.table.cell(static_cast<int>(f), 0).place});
      if (as_many) money_of(f, projects);
    }
  }

  [[nodiscard]] std::string_view between(std::size_t f, std::size_t from) const {
    const Narrative& narrative = checks_.current().narrative;
    const TextFigure& figure = narrative.figures[f];
    return std::string_view(narrative.passages[static_cast<std::size_t>(figure.passage)].text)
        .substr(from, figure.begin - from);
  }

  [[nodiscard]] std::size_t end_before(std::size_t f) const {
    const Narrative& narrative = checks_.current().narrative;
    const bool same = f > 0 && narrative.figures[f - 1].passage == narrative.figures[f].passage;
    return same ? narrative.figures[f - 1].end : 0;
  }

  [[nodiscard]] bool is_published_count(std::size_t f) const {
    const TextFigure& figure = checks_.current().narrative.figures[f];
    if (figure.kind != TextFigureKind::count || figure.measure != "个") return false;
    std::string_view words = between(f, end_before(f));
    if (const std::size_t stop = words.rfind("。"); stop != words.npos) words = words.substr(stop);
    return words.find("公开") != words.npos && words.find("绩效目标") != words.npos;
  }

  /// The amount right behind the count, where the words between speak of money.
  void money_of(std::size_t f, const std::vector<std::size_t>& projects) {
    const Narrative& narrative = checks_.current().narrative;
    const std::size_t next = f + 1;
    if (next >= narrative.figures.size() ||
        narrative.figures[next].passage != narrative.figures[f].passage ||
        narrative.figures[next].kind != TextFigureKind::amount)
      return;
    const std::string_view words = between(next, narrative.figures[f].end);
    if (words.find("金额") == words.npos && words.find("资金") == words.npos) return;
    if (words.find("。") != words.npos) return;
    Obligation obligation = checks_.statement(projects.front(), ObligationKind::linear, "money");
    obligation.left = {{1, {0, in_narrative, static_cast<int>(next), 0}}};
    for (const std::size_t t : projects) {
      const auto total = checks_.annual_total(t);
      if (!total) return;
      obligation.right.push_back({1, *total});
    }
    checks_.add(TargetDemand::published, std::move(obligation));
  }

  Checks& checks_;
};

}  // namespace

void check_funds(Checks& checks) {
  Funds(checks).run();
}

}  // namespace budget::inline v1::detail::targets
