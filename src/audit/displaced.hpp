// SPDX-License-Identifier: Apache-2.0
// Displaced rows: a table whose figures stand beside other names than they belong to, as another table
// of the same subjects shows. So printed, or so read. Private to audit.
#pragma once

#include <budget/disclosure/disclosure.hpp>
#include <budget/obligation/obligation.hpp>

#include <utility>
#include <vector>

namespace budget::inline v1::detail {

/// The figures of a table's rows put back beside their names, from the first row that is displaced on;
/// empty where no other table shows that they are. What has no name left is let go. O(n²) in the rows.
[[nodiscard]] std::vector<std::pair<CellRef, Figure>> put_back(const Disclosure&, int disclosure,
                                                               int table);

}  // namespace budget::inline v1::detail
