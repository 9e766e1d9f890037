// SPDX-License-Identifier: Apache-2.0
// Whether a table says that there is money at a place. Private to claim.
#pragma once

#include <budget/disclosure/table.hpp>

namespace budget::inline v1::detail::claims {

/// A number other than 0.
[[nodiscard]] bool is_filled(const Figure&);
/// Whether any amount of a row is.
[[nodiscard]] bool is_filled(const Table&, int row);

}  // namespace budget::inline v1::detail::claims
