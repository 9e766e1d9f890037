// SPDX-License-Identifier: Apache-2.0
// A box on a page as Python has it: (x0, y0, x1, y1).
#pragma once

#include <budget/base/place.hpp>

#include <optional>
#include <tuple>

namespace budget::python {

using Corners = std::tuple<double, double, double, double>;

inline Corners corners(const Box& box) {
  return {box.x0, box.y0, box.x1, box.y1};
}
inline std::optional<Corners> corners(const std::optional<Box>& box) {
  return box ? std::optional(corners(*box)) : std::nullopt;
}

}  // namespace budget::python
