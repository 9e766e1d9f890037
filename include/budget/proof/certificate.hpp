// SPDX-License-Identifier: Apache-2.0
// Certificate: why a system is impossible, as a sum that can be redone on paper. Rows and ends of bounds,
// each times its multiplier, add up to "0 ≤ a negative number" (or "0 < 0").
#pragma once

#include <budget/proof/system.hpp>

#include <vector>

namespace budget::inline v1::proof {

/// A row times a number; a row that is no equation only times a positive one.
struct RowPart {
  std::size_t row = 0;
  Rational multiplier;
};

/// unknown ≤ its upper end, or its lower end ≤ unknown, times a positive number.
struct EndPart {
  std::size_t unknown = 0;
  bool high = false;
  Rational multiplier;
};

struct Certificate {
  std::vector<RowPart> rows;
  std::vector<EndPart> ends;
};

/// Whether the parts of a certificate really add up to what cannot be. Shares nothing with the solver.
[[nodiscard]] bool is_proof(const Certificate&, const LinearSystem&);

}  // namespace budget::inline v1::proof
