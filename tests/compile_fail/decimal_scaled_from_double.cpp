// expect: no matching function|constraints not satisfied
// SPDX-License-Identifier: Apache-2.0
// A coefficient is a whole number.
#include <budget/amount/decimal.hpp>

using namespace budget;

#ifdef BUDGET_CONTROL
Decimal result = Decimal::scaled(1, 1);
#else
Decimal result = Decimal::scaled(0.1, 1);
#endif
