// expect: no match for .operator<.|invalid operands to binary expression
// SPDX-License-Identifier: Apache-2.0
// Nothing is decided by a float.
#include <budget/amount/ratio.hpp>

using namespace budget;

#ifdef BUDGET_CONTROL
bool result(Ratio a) {
  return a < Ratio::of(1, 2);
}
#else
bool result(Ratio a) {
  return a < 0.5;
}
#endif
