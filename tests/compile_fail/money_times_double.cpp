// expect: no match for .operator\*.|invalid operands to binary expression
// SPDX-License-Identifier: Apache-2.0
// A fraction of an amount needs a Ratio and a Rounding.
#include <budget/amount/money.hpp>

using namespace budget;

#ifdef BUDGET_CONTROL
Money result(Money a) {
  return a.times(Ratio::of(1, 2), Rounding::half_up);
}
#else
Money result(Money a) {
  return a * 0.5;
}
#endif
