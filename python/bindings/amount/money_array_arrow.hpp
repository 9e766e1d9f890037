// SPDX-License-Identifier: Apache-2.0
// MoneyArray and Arrow: columns come in and go out by the Arrow PyCapsule interface, so that
// pyarrow, pandas and polars all fit and none of them is needed.
#pragma once

#include <budget/amount/money_array.hpp>
#include <budget/amount/money_array_parse.hpp>

#include <pybind11/pybind11.h>
#include <pybind11/typing.h>

#include <optional>

namespace budget::python {

/// The amounts of an Arrow array or stream of texts, whole numbers or decimals; nothing where
/// `values` is none of Arrow's. Throws TypeError for another type of column.
std::optional<MoneyArray> money_array_of_arrow(pybind11::handle values, Unit unit, Blanks blanks);

/// The capsules of a schema and of an array.
using ArrowCapsules = pybind11::typing::Tuple<pybind11::object, pybind11::object>;

/// Schema and array of a column decimal128(19, 2) of 元.
ArrowCapsules arrow_of(const MoneyArray& amounts);

}  // namespace budget::python
