// expect: no matching function|class template argument deduction failed|no viable constructor
// SPDX-License-Identifier: Apache-2.0
// Both ends are of one kind.
#include <budget/amount/interval.hpp>

using namespace budget;

#ifdef BUDGET_CONTROL
Interval result{Money::of_fen(1), Money::of_fen(2)};
#else
Interval result{Money::of_fen(1), Decimal::of(2)};
#endif
