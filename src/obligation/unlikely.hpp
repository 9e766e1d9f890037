// SPDX-License-Identifier: Apache-2.0
// Whether a sum differs by more than rounding explains with any likelihood.
#pragma once

#include <budget/obligation/judge.hpp>

#include <span>

namespace budget::inline v1::detail {

/// One total against a plain sum of at least eight addends, all in one unit with the same digits,
/// whose difference d lies beyond five standard deviations of uniform rounding: the variance of n + 1
/// roundings of unit u is (n + 1)·u²/12, so 12·d² > 25·(n + 1)·u². Decided in whole numbers.
bool unlikely_rounding(std::span<const PrintedTerm> total, std::span<const PrintedTerm> parts);

}  // namespace budget::inline v1::detail
