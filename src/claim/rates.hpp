// SPDX-License-Identifier: Apache-2.0
// What rates must be: shares, growth and completion as quotients, changes as differences, 百分点 and 倍.
#pragma once

#include "claim/told.hpp"

namespace budget::inline v1::detail::claims {

/// The ways to understand a share, a rate of growth, a rate of completion or a difference; none where
/// the text does not tell what it is of.
[[nodiscard]] Alternatives ways_of_share(const Told&, int index);
[[nodiscard]] Alternatives ways_of_growth(const Told&, int index);
[[nodiscard]] Alternatives ways_of_completion(const Told&, int index);
[[nodiscard]] Alternatives ways_of_change(const Told&, int index);

/// The amount of the year before that a change implies is what that year's document prints.
[[nodiscard]] Alternatives ways_of_previous(const Told&, int index);

/// Whether a rate other than 0 is told of a base of 0, in every way to understand it.
[[nodiscard]] bool is_on_zero(const Told&, int index, const Alternatives&);

}  // namespace budget::inline v1::detail::claims
