// SPDX-License-Identifier: Apache-2.0
// 类, 款, 项 behind the name of a subject: the level that the tables give it.
#pragma once

#include "claim/told.hpp"

#include <vector>

namespace budget::inline v1::detail::claims {

/// For every name of a functional subject with a level behind it that the tables print with a code:
/// that the level is one of those.
[[nodiscard]] std::vector<Obligation> levels_named(const Told&);

}  // namespace budget::inline v1::detail::claims
