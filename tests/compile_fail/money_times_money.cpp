// expect: no match for .operator\*.|invalid operands to binary expression
// SPDX-License-Identifier: Apache-2.0
// The product of two amounts is no amount; a quotient is a Ratio.
#include <budget/amount/money.hpp>

using namespace budget;

#ifdef BUDGET_CONTROL
Ratio result(Money a, Money b) {
  return a / b;
}
#else
auto result(Money a, Money b) {
  return a * b;
}
#endif
