// expect: no match for .operator<.|invalid operands to binary expression
// SPDX-License-Identifier: Apache-2.0
// Is 人 less than 天? Measures have no order; quantities of one measure have.
#include <budget/indicator/quantity.hpp>

using namespace budget;

#ifdef BUDGET_CONTROL
bool result(const Quantity& a, const Quantity& b) {
  return a < b;
}
#else
bool result(const Quantity& a, const Quantity& b) {
  return a.measure() < b.measure();
}
#endif
