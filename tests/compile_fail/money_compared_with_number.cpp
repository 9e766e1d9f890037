// expect: no match for .operator<.|invalid operands to binary expression
// SPDX-License-Identifier: Apache-2.0
// An amount is compared with an amount.
#include <budget/amount/money.hpp>

using namespace budget;

#ifdef BUDGET_CONTROL
bool result(Money a) {
  return a < Money::of_yuan(100);
}
#else
bool result(Money a) {
  return a < 100;
}
#endif
