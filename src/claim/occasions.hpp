// SPDX-License-Identifier: Apache-2.0
// Journeys, guests and cars: what is spent on them is 0 exactly where none are counted, and of an
// ordinary size for each.
#pragma once

#include "claim/told.hpp"

#include <vector>

namespace budget::inline v1::detail::claims {

/// 公务接待费 against 批次 and 人次, and no more 批次 than 人次.
[[nodiscard]] std::vector<Obligation> guests_received(const Told&);

/// 因公出国（境）费 against 团组 and 人次, 公务用车购置费 and 运行维护费 against the cars bought and kept; in a
/// final account no more of these than there are vehicles.
[[nodiscard]] std::vector<Obligation> journeys_and_cars(const Told&);

/// 公务接待费 for each guest and 公务用车运行维护费 for each car: no unit was lost or gained.
[[nodiscard]] std::vector<Obligation> ordinary_sizes(const Told&);

}  // namespace budget::inline v1::detail::claims
