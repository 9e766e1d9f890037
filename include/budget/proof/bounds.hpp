// SPDX-License-Identifier: Apache-2.0
// Bounds: what is known of one unknown, an interval whose ends may be missing, closed or open. Printed
// figures become closed bounds where they were rounded and half-open ones where they were cut off.
#pragma once

#include <budget/base/wide.hpp>

#include <optional>

namespace budget::inline v1::proof {

/// One end of an interval.
struct End {
  Rational value;
  bool closed = true;  ///< the value itself is allowed
  friend bool operator==(const End&, const End&) = default;
};

/// An interval; an end that is missing bounds nothing.
struct Bounds {
  std::optional<End> low, high;

  [[nodiscard]] static Bounds point(const Rational& value) {
    return {End{value, true}, End{value, true}};
  }
  [[nodiscard]] bool is_free() const noexcept { return !low && !high; }
  /// Whether no value lies within.
  [[nodiscard]] bool is_empty() const {
    if (!low || !high) return false;
    return high->value < low->value ||
           (high->value == low->value && !(low->closed && high->closed));
  }
  [[nodiscard]] bool contains(const Rational& value) const {
    return (!low || low->value < value || (low->closed && low->value == value)) &&
           (!high || value < high->value || (high->closed && high->value == value));
  }
  friend bool operator==(const Bounds&, const Bounds&) = default;
};

/// Whether a lower end leaves less than another, or an upper end does. Of equal values the open end is
/// the tighter.
[[nodiscard]] inline bool tighter_low(const End& a, const End& b) {
  return b.value < a.value || (a.value == b.value && !a.closed && b.closed);
}
[[nodiscard]] inline bool tighter_high(const End& a, const End& b) {
  return a.value < b.value || (a.value == b.value && !a.closed && b.closed);
}

/// The values within both; the tighter end keeps its own openness.
[[nodiscard]] inline Bounds intersect(const Bounds& a, const Bounds& b) {
  Bounds both = a;
  if (b.low && (!both.low || tighter_low(*b.low, *both.low))) both.low = b.low;
  if (b.high && (!both.high || tighter_high(*b.high, *both.high))) both.high = b.high;
  return both;
}

/// The interval times a number other than 0; a negative one exchanges the ends.
[[nodiscard]] inline Bounds operator*(const Rational& factor, const Bounds& a) {
  const auto scaled = [&](const std::optional<End>& end) -> std::optional<End> {
    if (!end) return std::nullopt;
    return End{factor * end->value, end->closed};
  };
  if (factor < 0) return {scaled(a.high), scaled(a.low)};
  return {scaled(a.low), scaled(a.high)};
}

/// The sums of a value of each; an end is closed only if both are.
[[nodiscard]] inline Bounds operator+(const Bounds& a, const Bounds& b) {
  const auto sum = [](const std::optional<End>& x,
                      const std::optional<End>& y) -> std::optional<End> {
    if (!x || !y) return std::nullopt;
    return End{x->value + y->value, x->closed && y->closed};
  };
  return {sum(a.low, b.low), sum(a.high, b.high)};
}

}  // namespace budget::inline v1::proof
