// SPDX-License-Identifier: Apache-2.0
// Difference: what two versions of one disclosure print differently, cell by cell: the budget as it was
// posted against an earlier draft, a corrected version against the one that was found fault with.
#pragma once

#include <budget/disclosure/disclosure.hpp>

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace budget::inline v1 {

/// What happened to a figure or a row.
enum class DifferenceKind : std::uint8_t {
  changed,  ///< a cell prints something else, or a table another unit
  added,    ///< a table, row or column that was not there
  gone,     ///< a table, row or column that is not there any more
  moved,    ///< a row stands below another one
};
/// Stable word for it: "changed", ….
[[nodiscard]] std::string_view to_string(DifferenceKind) noexcept;

/// One difference. A table that came or went, or whose unit changed, is one difference, and so is a row
/// or a column; labels are as printed, "" where the difference is of more than one row or column.
struct Difference {
  DifferenceKind kind = DifferenceKind::changed;
  std::string table, row, column;
  std::string before, after;        ///< as printed; of a moved row the names that it stands below,
                                    ///< of a table its unit
  Place before_place, after_place;  ///< page 0 where there is none
};

/// Every difference between the tables and the targets of two versions, in the order of the later one;
/// what is gone stands behind what came before it. Tables are matched by kind, then by title, rows by
/// code, else by the names from the class down. O(cells).
[[nodiscard]] std::vector<Difference> differences(const Disclosure& before,
                                                  const Disclosure& after);

}  // namespace budget::inline v1
