// expect: cannot convert|no viable conversion
// SPDX-License-Identifier: Apache-2.0
// Money gives no float.
#include <budget/amount/money.hpp>

using namespace budget;

#ifdef BUDGET_CONTROL
double result(Money a, Money b) {
  return (a / b).approximate();
}
#else
double result(Money a) {
  return a;
}
#endif
