// SPDX-License-Identifier: Apache-2.0
// Table: one published table, cell by cell as printed, with what recognition knows of it: the kind,
// the canonical name of every column and row label, the sides of a two-sided table and the tree of
// its rows. A blank stays blank; nothing here is computed.
#pragma once

#include <budget/amount/figure.hpp>
#include <budget/base/place.hpp>
#include <budget/disclosure/table_kind.hpp>

#include <cstdint>
#include <string>
#include <vector>

namespace budget::inline v1 {

/// What stands in a column.
enum class ColumnRole : std::uint8_t { code, name, amount, count, text };
[[nodiscard]] std::string_view to_string(ColumnRole) noexcept;

/// A column with its header as printed and its canonical term.
struct Column {
  std::string id;  ///< "c1", "c2", … in printed order
  std::vector<std::string>
      header;  ///< header cells above it, outermost first, broken names rejoined
  ColumnRole role = ColumnRole::text;
  std::string key;  ///< canonical term, e.g. 合计, 基本支出; the printed leaf where unknown
  Unit unit = Unit::unknown;  ///< unit of its amounts
};

/// How a cell came to hold what it holds, where that is not plain reading.
enum class Mark : std::uint8_t { none, unreadable, by_arithmetic, ocr, corrected };
[[nodiscard]] std::string_view to_string(Mark) noexcept;

/// A cell: what is printed, where.
struct Cell {
  Figure figure;
  Place place;
  Mark mark = Mark::none;
};

/// What a row is called on one side of its table. A side that prints nothing in a row has name "".
struct RowLabel {
  std::string code;  ///< subject code as printed, joined over 类/款/项 columns
  std::string name;  ///< as printed, broken lines rejoined
  std::string key;  ///< canonical name without ordinals: 一、一般公共服务支出 → 一般公共服务支出
  int level = -1;         ///< depth: 0 the total, 1 class or unit, …; -1 unknown
  int parent = -1;        ///< row index of the row that this one is part of, on this side; -1 none
  bool of_which = false;  ///< 其中 row: part of its parent, but the parts need not be complete
};

/// A row of cells, one for each column of its table.
struct Row {
  std::string id;           ///< "r1", "r2", … in printed order
  Place place;              ///< its first line
  std::vector<Cell> cells;  ///< as many as the table has columns
  /// Figures whose columns neither place nor blanks decide, in printed order. The cells that they may
  /// stand in are blank and marked unreadable.
  std::vector<Cell> loose;
  std::vector<RowLabel> labels;  ///< as many as the table has sides
};

/// One side of a table: a name column with the amounts that belong to it. A plain table has one side;
/// a 收支总表 has two (收入, 支出), some provinces three.
struct Side {
  std::string label;         ///< 收入, 支出, 支出用途 …; "" in a plain table
  int name_column = -1;      ///< index into columns
  std::vector<int> columns;  ///< all columns of this side in printed order
  [[nodiscard]] bool contains(int column) const noexcept;
};

/// A line that is printed with a table and is no row of it: 注：本表无数据.
struct TableNote {
  std::string text;  ///< as printed
  Place place;
};

/// A published table. Invariant: every row has columns.size() cells and sides.size() labels;
/// sides partition the columns.
struct Table {
  std::string id;  ///< "t1", "t2", … in document order
  TableKind kind = TableKind::other;
  std::string number;         ///< digits only: 预算公开表10 → "10"; "" where not printed
  std::string title;          ///< as printed
  Unit unit = Unit::unknown;  ///< from 单位：万元
  Place place;                ///< the title's line
  Place last;                 ///< its last line
  bool stated_empty = false;  ///< the document says that this table has no data
  bool includes_carry_over = true;  ///< false where the title says 不含上年结转
  std::vector<Column> columns;
  std::vector<Side> sides;
  std::vector<Row> rows;
  std::vector<TableNote> notes;  ///< in printed order

  [[nodiscard]] const Cell& cell(int row, int column) const;
  /// Index of the side that a column belongs to.
  [[nodiscard]] int side_of(int column) const noexcept;
  /// Rows directly below `row` in the tree of a side, in printed order.
  [[nodiscard]] std::vector<int> children(int row, int side = 0) const;
  /// The total row (合计, 总计 …: level 0) of a side; -1 where none is printed.
  [[nodiscard]] int total_row(int side = 0) const noexcept;
};

}  // namespace budget::inline v1
