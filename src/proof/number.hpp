// SPDX-License-Identifier: Apache-2.0
// Number: an exact fraction that stays within 64 bits while it can and grows beyond where it must. Nearly
// all numbers of a tableau are small integers. Private to proof.
#pragma once

#include <budget/base/wide.hpp>

#include <cstdint>
#include <limits>
#include <memory>
#include <numeric>
#include <utility>

namespace budget::inline v1::proof {

/// Invariant: in lowest terms, the denominator positive; `wide_` is set only where 64 bits do not do.
class Number {
 public:
  Number() = default;
  explicit Number(std::int64_t value) : above_(value) {}
  explicit Number(const Rational& value) { assign(value); }
  Number(const Number& other) : above_(other.above_), below_(other.below_) {
    if (other.wide_) wide_ = std::make_unique<Rational>(*other.wide_);
  }
  Number(Number&&) noexcept = default;
  Number& operator=(const Number& other) {
    if (this == &other) return *this;
    above_ = other.above_;
    below_ = other.below_;
    wide_ = other.wide_ ? std::make_unique<Rational>(*other.wide_) : nullptr;
    return *this;
  }
  Number& operator=(Number&&) noexcept = default;
  ~Number() = default;

  [[nodiscard]] int sign() const {
    if (wide_) return wide_->sign();
    return above_ < 0 ? -1 : above_ > 0 ? 1 : 0;
  }
  [[nodiscard]] bool is_zero() const { return !wide_ && above_ == 0; }
  [[nodiscard]] Rational exact() const {
    return wide_ ? *wide_ : Rational(Integer(above_), Integer(below_));
  }

  friend Number operator-(const Number& a) {
    if (a.wide_ || a.above_ == std::numeric_limits<std::int64_t>::min())
      return Number(Rational(-a.exact()));
    return Number(-a.above_, a.below_);
  }
  friend Number operator+(const Number& a, const Number& b) {
    if (!a.wide_ && !b.wide_) {
      if (std::int64_t sum = 0;
          a.below_ == 1 && b.below_ == 1 && !__builtin_add_overflow(a.above_, b.above_, &sum))
        return Number(sum);
      const Int128 left = Int128{a.above_} * b.below_, right = Int128{b.above_} * a.below_;
      if (Int128 sum = 0; !__builtin_add_overflow(left, right, &sum))
        return of(sum, Int128{a.below_} * b.below_);
    }
    return Number(Rational(a.exact() + b.exact()));
  }
  friend Number operator-(const Number& a, const Number& b) { return a + -b; }
  friend Number operator*(const Number& a, const Number& b) {
    if (a.wide_ || b.wide_) return Number(Rational(a.exact() * b.exact()));
    if (std::int64_t product = 0;
        a.below_ == 1 && b.below_ == 1 && !__builtin_mul_overflow(a.above_, b.above_, &product))
      return Number(product);
    return of(Int128{a.above_} * b.above_, Int128{a.below_} * b.below_);
  }
  friend Number operator/(const Number& a, const Number& b) {
    if (a.wide_ || b.wide_) return Number(Rational(a.exact() / b.exact()));
    Int128 above = Int128{a.above_} * b.below_, below = Int128{a.below_} * b.above_;
    if (below < 0) {
      above = -above;
      below = -below;
    }
    return of(above, below);
  }
  Number& operator+=(const Number& other) { return *this = *this + other; }

  friend int compare(const Number& a, const Number& b) {
    if (!a.wide_ && !b.wide_) {
      const Int128 left = Int128{a.above_} * b.below_, right = Int128{b.above_} * a.below_;
      return left < right ? -1 : left > right ? 1 : 0;
    }
    return a.exact().compare(b.exact());
  }
  friend bool operator<(const Number& a, const Number& b) { return compare(a, b) < 0; }
  friend bool operator==(const Number& a, const Number& b) { return compare(a, b) == 0; }

 private:
  Number(std::int64_t above, std::int64_t below) : above_(above), below_(below) {}

  static constexpr bool fits(Int128 value) {
    return value > std::numeric_limits<std::int64_t>::min() &&
           value <= std::numeric_limits<std::int64_t>::max();
  }
  static Int128 divisor(Int128 a, Int128 b) {
    if (a < 0) a = -a;
    while (b != 0) {
      if (fits(a) && fits(b))
        return std::gcd(static_cast<std::int64_t>(a), static_cast<std::int64_t>(b));
      a = std::exchange(b, a % b);
    }
    return a;
  }
  static Number of(Int128 above, Int128 below) {
    const Int128 common = divisor(above, below);
    above /= common;
    below /= common;
    if (fits(above) && fits(below))
      return {static_cast<std::int64_t>(above), static_cast<std::int64_t>(below)};
    Number wide;
    wide.wide_ = std::make_unique<Rational>(to_rational(above, below));
    return wide;
  }
  void assign(const Rational& value) {
    const auto above = to_int128(boost::multiprecision::numerator(value));
    const auto below = to_int128(boost::multiprecision::denominator(value));
    if (above && below && fits(*above) && fits(*below)) {
      above_ = static_cast<std::int64_t>(*above);
      below_ = static_cast<std::int64_t>(*below);
      wide_.reset();
    } else {
      above_ = 0;
      below_ = 1;
      wide_ = std::make_unique<Rational>(value);
    }
  }

  std::int64_t above_ = 0, below_ = 1;
  std::unique_ptr<Rational> wide_;
};

/// A number and an infinitely small one: strict inequalities are exact with it.
struct Nudged {
  Number value, nudge;

  [[nodiscard]] bool is_zero() const { return value.is_zero() && nudge.is_zero(); }
  friend Nudged operator+(const Nudged& a, const Nudged& b) {
    return {a.value + b.value, a.nudge + b.nudge};
  }
  friend Nudged operator-(const Nudged& a, const Nudged& b) {
    return {a.value - b.value, a.nudge - b.nudge};
  }
  friend Nudged operator*(const Number& factor, const Nudged& a) {
    return {factor * a.value, a.nudge.is_zero() ? Number() : factor * a.nudge};
  }
  friend bool operator<(const Nudged& a, const Nudged& b) {
    const int order = compare(a.value, b.value);
    return order != 0 ? order < 0 : a.nudge < b.nudge;
  }
  friend bool operator==(const Nudged&, const Nudged&) = default;
};

}  // namespace budget::inline v1::proof
