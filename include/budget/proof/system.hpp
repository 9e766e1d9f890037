// SPDX-License-Identifier: Apache-2.0
// System: linear rows over bounded unknowns, exact. What is printed bounds the unknowns, what must hold
// are the rows; whether amounts exist that satisfy all of it is the question that proof/ answers.
#pragma once

#include <budget/proof/bounds.hpp>

#include <cstddef>
#include <cstdint>
#include <utility>
#include <vector>

namespace budget::inline v1::proof {

/// How the sum of a row relates to its constant.
enum class RowRelation : std::uint8_t { equal, at_most, less };

/// sum(coefficient · unknown) relation constant.
struct LinearRow {
  std::vector<std::pair<std::size_t, Rational>> terms;  ///< unknown, coefficient ≠ 0; each once
  RowRelation relation = RowRelation::equal;
  Rational constant;
};

/// Invariant: terms name unknowns that exist.
struct LinearSystem {
  std::vector<Bounds> unknowns;
  std::vector<LinearRow> rows;
};

/// How much work may be spent before "not decided": a count of elementary steps, the same on every
/// machine. Zero: nothing.
struct Work {
  std::uint64_t steps = 2'000'000'000;
};

}  // namespace budget::inline v1::proof
