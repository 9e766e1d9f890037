// expect: no match for .operator\+.|invalid operands to binary expression
// SPDX-License-Identifier: Apache-2.0
// 1 of which unit? A number becomes money only by a factory that names the unit.
#include <budget/amount/money.hpp>

using namespace budget;

#ifdef BUDGET_CONTROL
Money result(Money a) {
  return a + Money::of_fen(1);
}
#else
Money result(Money a) {
  return a + 1;
}
#endif
