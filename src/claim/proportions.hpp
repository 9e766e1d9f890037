// SPDX-License-Identifier: Apache-2.0
// 百分点 and 倍: differences of percentages and multiples of amounts that stand in the same passage.
#pragma once

#include "claim/told.hpp"

#include <optional>

namespace budget::inline v1::detail::claims {

/// 提高1.2个百分点: by how much the two shares before it differ. Nothing without two.
[[nodiscard]] std::optional<Obligation> points_of(const Told&, int index);

/// 是上年的1.5倍, 增长0.5倍: of the amounts before it. Nothing without two.
[[nodiscard]] std::optional<Obligation> multiple_of(const Told&, int index);

/// 项目26个，占全部项目28个的92.86%: a share of what is counted; nothing where the words are others.
[[nodiscard]] std::optional<Obligation> share_of_counts(const Told&, int index);

}  // namespace budget::inline v1::detail::claims
