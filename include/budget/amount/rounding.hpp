// SPDX-License-Identifier: Apache-2.0
// Rounding: named ways to give up digits. No call of the library loses digits without one.
#pragma once

#include <cstdint>
#include <string_view>

namespace budget::inline v1 {

/// How an exact value becomes one of the two printable values around it. The first three differ
/// only at a tie (exactly half way): 2.5 → 3, 2, 3 and −2.5 → −2, −2, −3.
enum class Rounding : std::uint8_t {
  half_up,    ///< nearest; ties toward +∞
  half_even,  ///< nearest; ties to the even last digit
  half_away,  ///< nearest; ties away from zero (四舍五入 of magnitudes)
  up,         ///< away from zero
  down,       ///< toward zero: digits are cut off
  floor,      ///< toward −∞
  ceiling,    ///< toward +∞
};

/// The name as in the code: "half_up".
[[nodiscard]] constexpr std::string_view symbol(Rounding rounding) noexcept {
  switch (rounding) {
    case Rounding::half_up: return "half_up";
    case Rounding::half_even: return "half_even";
    case Rounding::half_away: return "half_away";
    case Rounding::up: return "up";
    case Rounding::down: return "down";
    case Rounding::floor: return "floor";
    case Rounding::ceiling: return "ceiling";
  }
  return "";
}

// ---- details ----

namespace detail {

// What is cut off, against one step of the last digit that is kept.
enum class Tail : std::uint8_t { zero, below_half, half, above_half };

// Whether a magnitude that was cut off must go one step further from zero.
constexpr bool steps_away(Rounding rounding, bool negative, bool odd, Tail tail) noexcept {
  if (tail == Tail::zero) return false;
  switch (rounding) {
    case Rounding::half_up: return tail == Tail::above_half || (tail == Tail::half && !negative);
    case Rounding::half_even: return tail == Tail::above_half || (tail == Tail::half && odd);
    case Rounding::half_away: return tail != Tail::below_half;
    case Rounding::up: return true;
    case Rounding::down: return false;
    case Rounding::floor: return negative;
    case Rounding::ceiling: return !negative;
  }
  return false;
}

}  // namespace detail

}  // namespace budget::inline v1
