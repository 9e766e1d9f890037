// SPDX-License-Identifier: Apache-2.0
// Sections that go through a table's subjects one by one, against the rows of that table.
#pragma once

#include "claim/told.hpp"

#include <vector>

namespace budget::inline v1::detail::claims {

/// For every section that tells most rows of a functional table by themselves: that it tells each row
/// that has an amount, itself or something that it is part of. One obligation a section; sections in
/// which an amount is of nobody knows what are left alone.
[[nodiscard]] std::vector<Obligation> itemised_rows(const Told&);

}  // namespace budget::inline v1::detail::claims
