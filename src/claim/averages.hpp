// SPDX-License-Identifier: Apache-2.0
// Averages that a sentence states: 国内公务接待424人次，人均接待费100元; 公务用车4辆，车均运行维护费3.56万元.
#pragma once

#include "claim/told.hpp"

#include <vector>

namespace budget::inline v1::detail::claims {

/// That an average is what was spent divided by what is counted beside it: by persons in its passage, by
/// cars in its section. Nothing is demanded where no count stands there, or where the words do not say
/// plainly what is averaged.
[[nodiscard]] std::vector<Obligation> averages_told(const Told&);

}  // namespace budget::inline v1::detail::claims
