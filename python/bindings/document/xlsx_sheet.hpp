// SPDX-License-Identifier: Apache-2.0
// What the XML of a sheet tells beside its values: which style a cell has, which lines are hidden,
// which formulas have no value. ECMA-376 part 1, 18.3.1. No call of Python is made for a cell.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace budget::python {

/// A cell with a value, in the order of the sheet. Row and column from 0.
struct XlsxCell {
  int row = 0;
  int column = 0;
  std::uint32_t style = 0;
  bool number = false;  ///< its value is shown under its number format
};

/// A cell whose text stands in for its value: `=SUM(B2:B9)` without a value, an error value.
struct XlsxLiteral {
  int row = 0;
  int column = 0;
  std::string text;
};

struct XlsxSheet {
  std::vector<XlsxCell> cells;
  std::vector<XlsxLiteral> literals;
  std::vector<int> hidden_rows, hidden_columns;
  std::uint64_t positions = 1;  ///< rows × columns that its values reach over
};

/// Reads the XML of a sheet. Rows and cells that say no position stand after their neighbour. Throws
/// std::invalid_argument where it is no XML or a position is none.
[[nodiscard]] XlsxSheet parse_xlsx_sheet(std::string_view xml);

}  // namespace budget::python
