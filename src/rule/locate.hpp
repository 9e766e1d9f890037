// SPDX-License-Identifier: Apache-2.0
// Finding rows and columns of a table by the names that rules use. What two rows or columns answer to
// is ambiguous; nothing is guessed.
#pragma once

#include <budget/disclosure/table.hpp>
#include <budget/obligation/obligation.hpp>
#include <budget/rule/syntax.hpp>

#include <string>
#include <string_view>
#include <vector>

#include "rule/row_index.hpp"

namespace budget::inline v1::detail::rules {

/// Sides of a table that a name means; all of them for "". A table of one side without a label is
/// meant by the side that its title names.
std::vector<int> sides_named(const Table&, std::string_view name);

/// Rows or columns found, or why there are none.
struct Found {
  std::vector<int> indices;
  Undecided trouble = Undecided::none;
};

/// The column of a selector on a side: exactly one index, else column_missing or ambiguous. A name
/// alone means the column of that name that stands least deep in the header.
Found find_column(const Table&, int side, const ColumnSelector&);

/// The same among the columns that hold counts and percentages.
Found find_count_column(const Table&, int side, const ColumnSelector&);

/// The columns of a side that hold amounts.
std::vector<int> amount_columns(const Table&, int side);

/// The rows of a `named` selector: one, or with `all` every row of the first alternative printed.
Found find_named_rows(const Table&, int side, const RowSelector&, bool all);

/// The rows of 行, 类 or 科目, restricted to those below the selector's names.
std::vector<int> find_row_set(const Table&, int side, const RowSelector&, RowIndex&);

/// The rows right below a row, 其中 rows left out.
std::vector<int> rows_below(const Table&, int side, int row, RowIndex&);

/// The rows of a side that are the same subject as a row of another table: by code, else by the
/// names from the class down.
std::vector<int> rows_of_same_subject(const Table&, int side, const Table& other, int other_side,
                                      int other_row, RowIndex&);

/// The names of a row and of those above it, the innermost first, totals left out.
std::vector<std::string> names_from_class(const Table&, int side, int row);

/// Whether a side has such a column, of amounts or not.
bool has_column(const Table&, int side, const ColumnSelector&);

/// Whether a row prints any figure on a side.
bool prints_on_side(const Table&, int side, int row);

/// What an obligation's id calls a row: its code, else its key, else its number.
std::string row_tag(const Table&, int side, int row);

}  // namespace budget::inline v1::detail::rules
