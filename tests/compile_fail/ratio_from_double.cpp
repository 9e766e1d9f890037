// expect: no matching function|constraints not satisfied
// SPDX-License-Identifier: Apache-2.0
// A ratio is exact: no float makes one.
#include <budget/amount/ratio.hpp>

using namespace budget;

#ifdef BUDGET_CONTROL
Ratio result = Ratio::of(1, 3);
#else
Ratio result = Ratio::of(0.33, 1);
#endif
