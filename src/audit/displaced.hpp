// SPDX-License-Identifier: Apache-2.0
// Displaced rows: a table whose figures stand beside other names than they belong to, as another table
// of the same subjects shows. So printed, or so read. Private to audit.
#pragma once

#include "audit/set_beside.hpp"

#include <span>
#include <vector>

namespace budget::inline v1::detail {

/// The figures of a table's rows put back beside their names, from the first row that is displaced on;
/// empty where no other table shows that they are. What has no name left is let go. O(n²) in the rows.
[[nodiscard]] FiguresInPlace put_back(const Disclosure&, int disclosure, int table);

/// The ways to put figures of a column back that stand one row above or below their names, as two amounts of
/// other tables show at least, which violated statements set beside them. They begin to in the nearest row
/// above these without an amount, else in the one above; where they cease to, each way tells otherwise.
[[nodiscard]] std::vector<FiguresInPlace> put_back_by_a_row(const Dossier&,
                                                            std::span<const SetBeside>,
                                                            int disclosure, int table);

}  // namespace budget::inline v1::detail
