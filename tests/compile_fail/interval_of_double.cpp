// expect: constraint failure|constraints not satisfied|could not be satisfied
// SPDX-License-Identifier: Apache-2.0
// Interval ends are exact.
#include <budget/amount/interval.hpp>

using namespace budget;

#ifdef BUDGET_CONTROL
Interval<Ratio> result;
#else
Interval<double> result;
#endif
