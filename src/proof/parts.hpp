// SPDX-License-Identifier: Apache-2.0
// Parts: a system taken apart where no row connects its unknowns. Private to proof.
#pragma once

#include <budget/proof/certificate.hpp>
#include <budget/proof/system.hpp>

#include <cstddef>
#include <vector>

namespace budget::inline v1::proof {

/// A connected part: indices into the whole, in order, and the system over them alone.
struct Part {
  std::vector<std::size_t> unknowns, rows;
  LinearSystem system;
};

/// The connected parts in the order of their first unknowns; rows without terms are a part of no unknown.
[[nodiscard]] std::vector<Part> parts_of(const LinearSystem&);

/// A certificate of a part's system speaks of the whole's rows and unknowns from here on.
void name_in_whole(Certificate&, const Part&);

}  // namespace budget::inline v1::proof
