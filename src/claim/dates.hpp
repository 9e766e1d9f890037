// SPDX-License-Identifier: Apache-2.0
// Years that sentences and headings name: the document's own where it speaks of its own figures, the
// one before where it compares.
#pragma once

#include "claim/told.hpp"

#include <vector>

namespace budget::inline v1::detail::claims {

/// For every comparison that names its year, every heading that names one among others that do, every
/// amount of a year that equals the document's own, and every date of assets in a final account: that
/// the year is right. What else may be meant is never wrong.
[[nodiscard]] std::vector<Obligation> years_named(const Told&);

}  // namespace budget::inline v1::detail::claims
