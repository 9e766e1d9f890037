// SPDX-License-Identifier: Apache-2.0
// Decimals as fractions and back, for exact arithmetic. Private to proof and later layers.
#pragma once

#include <budget/amount/decimal.hpp>
#include <budget/base/wide.hpp>

#include <optional>

namespace budget::inline v1::detail {

/// 10^exponent, exponent of either sign.
[[nodiscard]] Rational power(int exponent);
[[nodiscard]] Rational to_fraction(const Decimal&);
/// The greatest whole number that is not above.
[[nodiscard]] Integer floor_of(const Rational&);
/// The greatest multiple of 10^−scale that is not above; nothing where it has no 38-digit form.
[[nodiscard]] std::optional<Decimal> floor_to(const Rational&, int scale);
/// The least multiple of 10^−scale that is not below.
[[nodiscard]] std::optional<Decimal> ceil_to(const Rational&, int scale);

/// A sum of products that is reduced once, at its end: what is added to it mostly has one denominator.
class FractionSum {
 public:
  void add(const Rational& factor, const Rational& value);
  [[nodiscard]] Rational value() const { return {numerator_, denominator_}; }

 private:
  Integer numerator_ = 0, denominator_ = 1;
};

}  // namespace budget::inline v1::detail
