// expect: no match for .operator\*.|invalid operands to binary expression
// SPDX-License-Identifier: Apache-2.0
// A matrix product would add products of amounts.
#include <budget/integration/eigen.hpp>

using namespace budget;

#ifdef BUDGET_CONTROL
MoneyMatrix result(const MoneyMatrix& a, const MoneyMatrix& b) {
  return a + b;
}
#else
MoneyMatrix result(const MoneyMatrix& a, const MoneyMatrix& b) {
  return a * b;
}
#endif
