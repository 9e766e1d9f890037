// expect: private|conversion from .int. to non-scalar type|no viable conversion
// SPDX-License-Identifier: Apache-2.0
// A bare number has no unit.
#include <budget/amount/money.hpp>

using namespace budget;

#ifdef BUDGET_CONTROL
Money result = Money::of_fen(360);
#else
Money result(360);
#endif
