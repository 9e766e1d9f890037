// expect: conversion from .double. to non-scalar type|no viable conversion
// SPDX-License-Identifier: Apache-2.0
// No float becomes money, not even by initialisation.
#include <budget/amount/money.hpp>

using namespace budget;

#ifdef BUDGET_CONTROL
Money result = Money::of_fen(360);
#else
Money result = 3.6;
#endif
