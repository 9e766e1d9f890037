// SPDX-License-Identifier: Apache-2.0
// The subject tree of a published table: its rows with their figures, as a SubjectTree that can be
// rolled up, checked, shared out and compared.
#pragma once

#include <budget/base/lookup_error.hpp>
#include <budget/disclosure/table.hpp>
#include <budget/subject/tree.hpp>

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace budget::inline v1 {

/// A cell that a tree needs was not read: which one, and why.
class CellNotRead : public Error {
 public:
  CellNotRead(Place place, const Bilingual& why, std::string text)
      : Error("disclosure.cell_not_read",
              {"“" + text + "”：" + why.zh, "\"" + text + "\": " + why.en}, std::move(place)),
        text_(std::move(text)) {}

  [[nodiscard]] const std::string& text() const noexcept { return text_; }  ///< as printed

 private:
  std::string text_;
};

/// What a cell of an amount column prints; where it prints none, nothing is stated. Throws CellNotRead for
/// a figure that was not read.
[[nodiscard]] PrintedAmount amount_at(const Table& table, int row, int column);

/// Index of the first amount column that is called `name`, by its canonical term, its header, of which
/// the last parts are enough (基本支出, 2024年预算数/基本支出), or its id; of the first of all for "".
/// Throws LookupError.
[[nodiscard]] int amount_column(const Table& table, std::string_view name);

/// The rows of the side that `columns` stand on, with their figures in these columns; no columns: all
/// amount columns of side 0. 其中 rows are left out: they are parts, but not all the parts. The row of
/// the total (合计) is the total of the tree. A tree's row is the index of the table's row. Throws
/// CellNotRead for a figure that was not read, DomainError ("disclosure.sides") for columns of two
/// sides, and what tree_from_parent_rows throws.
[[nodiscard]] SubjectTree tree_of(const Table& table, std::vector<int> columns = {});

}  // namespace budget::inline v1
