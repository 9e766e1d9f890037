// SPDX-License-Identifier: Apache-2.0
// The reasons that a narrative gives for changes: announced and not given, or saying the opposite.
#pragma once

#include "claim/told.hpp"

#include <vector>

namespace budget::inline v1::detail::claims {

/// One obligation for every reason that is announced behind a change or a rate of change: it is given,
/// and where it says nothing but that the same subject rose or fell, in the direction of the change.
[[nodiscard]] std::vector<Obligation> reasons_given(const Told&);

/// Behind every 决算数大于预算数 and 小于 a reason follows.
[[nodiscard]] std::vector<Obligation> differences_explained(const Told&);

}  // namespace budget::inline v1::detail::claims
