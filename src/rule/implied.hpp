// SPDX-License-Identifier: Apache-2.0
// Statements that several rules make of the same cells: each is kept once, in its strongest form.
#pragma once

#include <budget/obligation/obligation.hpp>

#include <vector>

namespace budget::inline v1::detail::rules {

/// Leaves out every comparison that another one of the same cells implies: the same one, or ≤ beside
/// =. What stays is at least as grave and rests on no more zeros. A rule of which nothing stays
/// keeps one obligation, undecided as `implied`, that names the rule which says the same.
std::vector<Obligation> without_implied(std::vector<Obligation>);

}  // namespace budget::inline v1::detail::rules
