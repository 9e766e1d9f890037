// expect: no matching function|too few arguments
// SPDX-License-Identifier: Apache-2.0
// No call gives up digits without a named Rounding.
#include <budget/amount/decimal.hpp>

using namespace budget;

#ifdef BUDGET_CONTROL
Decimal result(Decimal a) {
  return a.rescaled(2, Rounding::half_even);
}
#else
Decimal result(Decimal a) {
  return a.rescaled(2);
}
#endif
