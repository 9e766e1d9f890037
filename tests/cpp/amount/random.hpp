// SPDX-License-Identifier: Apache-2.0
// A small generator of test values that gives the same values on every machine.
#pragma once

#include <budget/base/checked.hpp>

#include <cstdint>

namespace budget_test {

/// SplitMix64: every seed gives its own sequence.
class Random {
 public:
  explicit Random(std::uint64_t seed) : state_(seed) {}

  /// 64 random bits.
  std::uint64_t bits() {
    std::uint64_t z = (state_ += 0x9E3779B97F4A7C15U);
    z = (z ^ (z >> 30U)) * 0xBF58476D1CE4E5B9U;
    z = (z ^ (z >> 27U)) * 0x94D049BB133111EBU;
    return z ^ (z >> 31U);
  }

  /// A number in least..most, both included.
  std::int64_t between(std::int64_t least, std::int64_t most) {
    const auto span = static_cast<std::uint64_t>(most) - static_cast<std::uint64_t>(least) + 1;
    const std::uint64_t offset = span == 0 ? bits() : bits() % span;
    return static_cast<std::int64_t>(static_cast<std::uint64_t>(least) + offset);
  }

  /// A number of either sign with at most `digits` decimal digits, short ones as likely as long.
  budget::Int128 with_digits(int digits) {
    const auto count = static_cast<int>(between(0, digits));
    budget::Int128 value = 0;
    for (int i = 0; i < count; ++i) value = value * 10 + between(0, 9);
    return between(0, 1) == 0 ? value : -value;
  }

 private:
  std::uint64_t state_;
};

}  // namespace budget_test
