// SPDX-License-Identifier: Apache-2.0
// Arithmetic of rectangles on a page.
#pragma once

#include <budget/base/place.hpp>

#include <algorithm>

namespace budget::inline v1::detail {

/// The least box around two.
[[nodiscard]] inline Box around(const Box& a, const Box& b) {
  return {std::min(a.x0, b.x0), std::min(a.y0, b.y0), std::max(a.x1, b.x1), std::max(a.y1, b.y1)};
}

}  // namespace budget::inline v1::detail
