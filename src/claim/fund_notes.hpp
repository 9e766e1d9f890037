// SPDX-License-Identifier: Apache-2.0
// Notes that a fund has nothing to disclose, against the table or the heading that they stand under.
#pragma once

#include "claim/told.hpp"

#include <vector>

namespace budget::inline v1::detail::claims {

/// For every empty table of a fund of its own, and every section of one, whose words name a fund:
/// that it is that fund. What names several, or none, is left alone.
[[nodiscard]] std::vector<Obligation> funds_of_notes(const Told&);

}  // namespace budget::inline v1::detail::claims
