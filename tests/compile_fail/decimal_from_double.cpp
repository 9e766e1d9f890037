// expect: no matching function|constraints not satisfied
// SPDX-License-Identifier: Apache-2.0
// 0.1 as a float is not 0.1: decimals come from text or whole numbers.
#include <budget/amount/decimal.hpp>

using namespace budget;

#ifdef BUDGET_CONTROL
Decimal result = Decimal::of(1);
#else
Decimal result = Decimal::of(0.1);
#endif
