// expect: no matching function|constraints not satisfied
// SPDX-License-Identifier: Apache-2.0
// true is no number of 分.
#include <budget/amount/money.hpp>

using namespace budget;

#ifdef BUDGET_CONTROL
Money result = Money::of_fen(1);
#else
Money result = Money::of_fen(true);
#endif
