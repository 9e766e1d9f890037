// SPDX-License-Identifier: Apache-2.0
// Small dossiers and obligations written by hand, for tests of audits and of their reports.
#pragma once

#include <budget/disclosure/disclosure.hpp>
#include <budget/obligation/obligation.hpp>

#include <initializer_list>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace testing {

namespace b = budget;

/// Columns are named by header; 科目编码 is a code, 科目名称 and 项目 are names, the rest amounts.
inline b::Column column(std::string header, std::size_t index) {
  b::Column result;
  result.id = "c" + std::to_string(index + 1);
  result.header = {header};
  result.key = header;
  result.role = header == "科目编码"                       ? b::ColumnRole::code
                : header == "科目名称" || header == "项目" ? b::ColumnRole::name
                                                           : b::ColumnRole::amount;
  return result;
}

using Rows = std::vector<std::vector<std::string>>;

/// A one-sided table; its rows stand on the lines after `line`, eight lines a page.
inline b::Table table(b::TableKind kind, std::string title, b::Unit unit,
                      const std::vector<std::string>& headers, const Rows& rows, int line) {
  b::Table result;
  result.kind = kind;
  result.title = std::move(title);
  result.unit = unit;
  const auto place = [](int at) {
    b::Place p;
    p.source = "test.txt";
    p.line = at;
    p.page = 1 + at / 100;
    return p;
  };
  result.place = place(line);
  b::Side side;
  for (std::size_t c = 0; c < headers.size(); ++c) {
    result.columns.push_back(column(headers[c], c));
    result.columns.back().unit = unit;
    if (result.columns.back().role == b::ColumnRole::name) side.name_column = static_cast<int>(c);
    side.columns.push_back(static_cast<int>(c));
  }
  result.sides = {side};
  for (std::size_t r = 0; r < rows.size(); ++r) {
    b::Row row;
    row.id = "r" + std::to_string(r + 1);
    row.place = place(line + 1 + static_cast<int>(r));
    b::RowLabel label;
    for (std::size_t c = 0; c < headers.size(); ++c) {
      const b::ColumnRole role = result.columns[c].role;
      b::Cell cell;
      cell.figure = b::Figure(rows[r][c], role == b::ColumnRole::amount ? unit : b::Unit::unknown);
      cell.place = row.place;
      if (role == b::ColumnRole::code) label.code = rows[r][c];
      if (role == b::ColumnRole::name) label.name = label.key = rows[r][c];
      row.cells.push_back(std::move(cell));
    }
    row.labels = {label};
    result.rows.push_back(std::move(row));
  }
  result.last = place(line + static_cast<int>(rows.size()));
  return result;
}

inline b::Dossier dossier(std::vector<b::Table> tables) {
  b::Disclosure disclosure;
  disclosure.source = "test.txt";
  disclosure.sha256 = "0000";
  disclosure.year = 2024;
  disclosure.organisation = "某市财政局";
  disclosure.pages = 2;
  disclosure.tables = std::move(tables);
  for (std::size_t t = 0; t < disclosure.tables.size(); ++t)
    disclosure.tables[t].id = "t" + std::to_string(t + 1);
  b::Dossier result;
  result.disclosures.push_back(std::move(disclosure));
  return result;
}

inline b::CellRef cell(int table, int row, int column) {
  return {0, table, row, column};
}

inline std::vector<b::Term> terms(std::initializer_list<b::CellRef> cells) {
  std::vector<b::Term> result;
  for (const b::CellRef& ref : cells) result.push_back({1, ref});
  return result;
}

inline b::Obligation sum(std::string rule, std::vector<b::Term> left, std::vector<b::Term> right,
                         b::ObligationKind kind = b::ObligationKind::linear) {
  b::Obligation result;
  result.rule = std::move(rule);
  result.kind = kind;
  result.left = std::move(left);
  result.right = std::move(right);
  result.id = result.rule;
  for (const std::vector<b::Term>* side : {&result.left, &result.right})
    for (const b::Term& term : *side)
      result.id += "|" + std::to_string(term.cell.table) + "." + std::to_string(term.cell.row) +
                   "." + std::to_string(term.cell.column);
  return result;
}

inline b::Obligation same(std::string rule, b::CellRef left, b::CellRef right) {
  return sum(std::move(rule), terms({left}), terms({right}), b::ObligationKind::restatement);
}

inline b::Obligation at_most(std::string rule, b::CellRef left, b::CellRef right) {
  b::Obligation result =
      sum(std::move(rule), terms({left}), terms({right}), b::ObligationKind::inequality);
  result.relation = b::Relation::at_most;
  return result;
}

/// Prints another text in a cell, in the unit that stood there.
inline void print(b::Dossier& dossier, const b::CellRef& ref, const std::string& text) {
  b::Figure& figure = dossier.disclosures[static_cast<std::size_t>(ref.disclosure)]
                          .tables[static_cast<std::size_t>(ref.table)]
                          .rows[static_cast<std::size_t>(ref.row)]
                          .cells[static_cast<std::size_t>(ref.column)]
                          .figure;
  figure = b::Figure(text, figure.unit());
}

// ---- a small budget ----

/// 支出总表 (table 0) and 一般公共预算支出表 (table 1) of a small body, in 万元, and what must hold.
struct Sample {
  b::Dossier dossier;
  std::vector<b::Obligation> obligations;
};

inline constexpr int total_column = 2, basic_column = 3, project_column = 4;

inline Sample sample() {
  const std::vector<std::string> headers{"科目编码", "科目名称", "合计", "基本支出", "项目支出"};
  const Rows rows{
      {"", "合计", "3296.30", "1585.27", "1711.03"},
      {"201", "一般公共服务支出", "2797.94", "1086.91", "1711.03"},
      {"20101", "人大事务", "3.68", "3.68", ""},
      {"20106", "财政事务", "2794.26", "1083.23", "1711.03"},
      {"208", "社会保障和就业支出", "498.36", "498.36", ""},
  };
  Sample result;
  result.dossier = dossier({
      table(b::TableKind::expenditure, "2024年预算支出总表", b::Unit::wan_yuan, headers, rows, 10),
      table(b::TableKind::general_public_expenditure, "2024年一般公共预算支出表", b::Unit::wan_yuan,
            headers, rows, 110),
  });
  for (const int t : {0, 1}) {
    for (int r = 0; r < 5; ++r)
      result.obligations.push_back(
          sum("expenditure.split", terms({cell(t, r, total_column)}),
              terms({cell(t, r, basic_column), cell(t, r, project_column)})));
    for (int c = total_column; c <= project_column; ++c) {
      result.obligations.push_back(sum("expenditure.classes", terms({cell(t, 0, c)}),
                                       terms({cell(t, 1, c), cell(t, 4, c)})));
      result.obligations.push_back(
          sum("expenditure.tree", terms({cell(t, 1, c)}), terms({cell(t, 2, c), cell(t, 3, c)})));
    }
  }
  for (int r = 0; r < 5; ++r)
    for (int c = total_column; c <= project_column; ++c)
      result.obligations.push_back(same("general.subjects", cell(0, r, c), cell(1, r, c)));
  return result;
}

}  // namespace testing
