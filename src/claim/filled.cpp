// SPDX-License-Identifier: Apache-2.0
#include "claim/filled.hpp"

namespace budget::inline v1::detail::claims {

bool is_filled(const Figure& figure) {
  return figure.is_number() && !figure.value().is_zero();
}

bool is_filled(const Table& table, int row) {
  for (int c = 0; c < static_cast<int>(table.columns.size()); ++c)
    if (table.columns[static_cast<std::size_t>(c)].role == ColumnRole::amount &&
        is_filled(table.cell(row, c).figure))
      return true;
  return false;
}

}  // namespace budget::inline v1::detail::claims
