// expect: no match for .operator/.|invalid operands to binary expression
// SPDX-License-Identifier: Apache-2.0
// A decimal quotient needs a scale and a Rounding.
#include <budget/amount/decimal.hpp>

using namespace budget;

#ifdef BUDGET_CONTROL
Decimal result(Decimal a, Decimal b) {
  return divide(a, b, 2, Rounding::half_up);
}
#else
Decimal result(Decimal a, Decimal b) {
  return a / b;
}
#endif
