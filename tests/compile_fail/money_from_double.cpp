// expect: cannot convert|no matching function|no viable conversion|no match|constraints not satisfied
// SPDX-License-Identifier: Apache-2.0
// No float becomes money.
#include <budget/amount/money.hpp>

using namespace budget;

#ifdef BUDGET_CONTROL
Money result() {
  return Money::of_yuan(3);
}
#else
Money result() {
  return Money::of_yuan(3.6);
}
#endif
