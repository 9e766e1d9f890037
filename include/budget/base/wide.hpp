// SPDX-License-Identifier: Apache-2.0
// The one door to Boost.Multiprecision: whole numbers and fractions of any width, for arithmetic
// whose size is not known beforehand. The value headers do not include it.
#pragma once

#include <budget/base/checked.hpp>

#include <boost/multiprecision/cpp_int.hpp>

#include <optional>
#include <string>

namespace budget::inline v1 {

/// A whole number of any width.
using Integer = boost::multiprecision::cpp_int;
/// A fraction of any width, always reduced, denominator positive.
using Rational = boost::multiprecision::cpp_rational;

/// `value` in any width.
[[nodiscard]] inline Integer to_integer(Int128 value) {
  return Integer(value);
}

/// The fraction numerator/denominator. Precondition: denominator is not 0.
[[nodiscard]] inline Rational to_rational(Int128 numerator, Int128 denominator) {
  // Boost takes no negative denominator.
  if (denominator < 0) return {-Integer(numerator), -Integer(denominator)};
  return {Integer(numerator), Integer(denominator)};
}

/// `value` in 128 bits, or nothing when it does not fit.
[[nodiscard]] inline std::optional<Int128> to_int128(const Integer& value) {
  // The conversion of cpp_int clips: compare first. The least Int128 is left out on purpose, as
  // everywhere in this library, so that negation always fits.
  static const Integer limit = Integer(~(Int128{1} << 127));
  if (value > limit || value < -limit) return std::nullopt;
  return value.convert_to<Int128>();
}

/// Decimal digits of a whole number.
[[nodiscard]] inline std::string to_string(const Integer& value) {
  return value.str();
}

/// `p/q`, or `p` when q is 1.
[[nodiscard]] inline std::string to_string(const Rational& value) {
  const Integer below = boost::multiprecision::denominator(value);
  const Integer above = boost::multiprecision::numerator(value);
  return below == 1 ? above.str() : above.str() + "/" + below.str();
}

}  // namespace budget::inline v1
