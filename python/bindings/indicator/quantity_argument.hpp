// SPDX-License-Identifier: Apache-2.0
// What counts as a quantity in a call: a Quantity, an amount of money, or an exact pure number.
#pragma once

#include <budget/amount/money.hpp>
#include <budget/indicator/quantity.hpp>

#include "bindings.hpp"

namespace budget::python {

/// A quantity as an argument.
struct QuantityArgument {
  Quantity value;
};

}  // namespace budget::python

namespace pybind11::detail {

template <>
struct type_caster<budget::python::QuantityArgument> {
  PYBIND11_TYPE_CASTER(budget::python::QuantityArgument,
                       const_name("budgetcore._core.Quantity | budgetcore._core.Money | "
                                  "budgetcore._core.Ratio | fractions.Fraction | decimal.Decimal | "
                                  "int"));
  bool load(handle source, bool) {
    if (isinstance<budget::Quantity>(source)) {
      value.value = source.cast<const budget::Quantity&>();
      return true;
    }
    if (isinstance<budget::Money>(source)) {
      value.value = budget::Quantity::of(source.cast<const budget::Money&>());
      return true;
    }
    budget::Ratio number;
    if (!budget::python::load_exact(source, number)) return false;
    value.value = budget::Quantity(number, budget::Measure());
    return true;
  }
};

}  // namespace pybind11::detail
