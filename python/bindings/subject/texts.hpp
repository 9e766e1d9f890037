// SPDX-License-Identifier: Apache-2.0
// Columns that Python hands over: texts without a copy, and printed amounts.
#pragma once

#include <budget/amount/figure_column.hpp>
#include <budget/amount/unit.hpp>
#include <budget/base/text_column.hpp>

#include <pybind11/pybind11.h>

#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "amount/arrow_column.hpp"

namespace budget::python {

namespace py = pybind11;

/// A ColumnError with the name of its column, which only the caller of the reader knows.
class NamedColumnError : public Error {
 public:
  NamedColumnError(std::string column, ColumnError cause)
      : Error(cause.id(), {"列“" + column + "”" + cause.message().zh,
                           "column \"" + column + "\", " + cause.message().en}),
        column_(std::move(column)),
        cause_(std::move(cause)) {}

  [[nodiscard]] const std::string& column() const noexcept { return column_; }
  [[nodiscard]] const ColumnError& cause() const noexcept { return cause_; }

 private:
  std::string column_;
  ColumnError cause_;
};

/// The texts of a Python sequence or an Arrow column; None is "". They live as long as this does.
class Texts {
 public:
  Texts() = default;
  /// Takes str, None, and whatever else `str()` makes a code of, such as SubjectCode. Throws
  /// TypeError for numbers and for a plain text, naming the argument.
  Texts(const py::object& column, const char* argument);

  [[nodiscard]] const TextColumn& column() const noexcept { return column_; }

 private:
  std::vector<py::object> held_;
  std::unique_ptr<ArrowColumn> arrow_;
  std::vector<std::string_view> views_;  // where they do not stand in one piece
  TextColumn column_;
};

/// Printed amounts: a sequence or Arrow column of texts, None, PrintedAmount, Money, or exact numbers
/// of `unit`; or a MoneyArray. Floats are refused. Throws TypeError, NamedColumnError.
FigureColumn load_figures(const py::object& column, const std::string& name, Unit unit);

/// A unit as Python gives it: a Unit, its text ("万元"), or None for unknown.
Unit load_unit(const py::object& unit);

}  // namespace budget::python
