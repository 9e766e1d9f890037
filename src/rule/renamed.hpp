// SPDX-License-Identifier: Apache-2.0
// Subjects of this year found in a table of another year, where they went by another code or name.
#pragma once

#include <budget/disclosure/table.hpp>
#include <budget/subject/catalog.hpp>

#include <vector>

namespace budget::inline v1::detail::rules {

/// The rows of an earlier table whose subject, by the catalog, became the subject of a row: the row of
/// the code that was moved, those of all codes that were merged into it, or the row of its former name.
/// None where an earlier subject was split, for what of it is this row's is not known.
std::vector<int> rows_of_earlier_subject(const Table& earlier, int side, const Table& table,
                                         int table_side, int row, const Catalog&);

}  // namespace budget::inline v1::detail::rules
