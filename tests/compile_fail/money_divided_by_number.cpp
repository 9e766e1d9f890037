// expect: no match for .operator/.|invalid operands to binary expression
// SPDX-License-Identifier: Apache-2.0
// A division that may leave a rest has no operator.
#include <budget/amount/money.hpp>

using namespace budget;

#ifdef BUDGET_CONTROL
Money result(Money a) {
  return a.times(Ratio::of(1, 3), Rounding::down);
}
#else
Money result(Money a) {
  return a / 3;
}
#endif
