// SPDX-License-Identifier: Apache-2.0
#include "proof/fractions.hpp"

namespace budget::inline v1::detail {

Rational power(int exponent) {
  const Integer whole = boost::multiprecision::pow(
      Integer(10), static_cast<unsigned>(exponent < 0 ? -exponent : exponent));
  return exponent < 0 ? Rational(Integer(1), whole) : Rational(whole);
}

Rational to_fraction(const Decimal& value) {
  const Integer coefficient = to_integer(value.coefficient());
  if (value.scale() <= 0) return coefficient * power(-value.scale());
  return {coefficient, boost::multiprecision::numerator(power(value.scale()))};
}

Integer floor_of(const Rational& value) {
  const Integer above = boost::multiprecision::numerator(value);
  const Integer below = boost::multiprecision::denominator(value);
  Integer whole = above / below;  // toward zero
  if (above < 0 && whole * below != above) --whole;
  return whole;
}

std::optional<Decimal> floor_to(const Rational& value, int scale) {
  const auto coefficient = to_int128(floor_of(value * power(scale)));
  return coefficient ? Decimal::checked_scaled(*coefficient, scale) : std::nullopt;
}

std::optional<Decimal> ceil_to(const Rational& value, int scale) {
  const auto below = floor_to(-value, scale);
  return below ? std::optional(-*below) : std::nullopt;
}

void FractionSum::add(const Rational& factor, const Rational& value) {
  const Integer top = boost::multiprecision::numerator(factor) * numerator(value);
  const Integer bottom = boost::multiprecision::denominator(factor) * denominator(value);
  if (bottom == denominator_) {
    numerator_ += top;
    return;
  }
  const Integer common = lcm(denominator_, bottom);
  numerator_ = numerator_ * (common / denominator_) + top * (common / bottom);
  denominator_ = common;
}

}  // namespace budget::inline v1::detail
