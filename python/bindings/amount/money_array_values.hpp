// SPDX-License-Identifier: Apache-2.0
// What a MoneyArray is made of in Python: sequences, buffers and NumPy arrays.
#pragma once

#include <budget/amount/money_array.hpp>
#include <budget/amount/money_array_parse.hpp>

#include <pybind11/pybind11.h>

#include <memory>
#include <string_view>

namespace budget::python {

namespace py = pybind11;

/// A buffer of another object, held until this is gone, which may be in any thread.
class HeldBuffer {
 public:
  /// Throws TypeError where `source` has no buffer of the kind asked for.
  HeldBuffer(py::handle source, int flags);
  HeldBuffer(const HeldBuffer&) = delete;
  HeldBuffer& operator=(const HeldBuffer&) = delete;
  ~HeldBuffer();

  [[nodiscard]] const Py_buffer& get() const noexcept { return view_; }
  /// The format without the byte order of this machine: "q", "12w".
  [[nodiscard]] std::string_view format() const noexcept;
  /// Element i of one dimension.
  [[nodiscard]] const char* at(std::size_t i) const noexcept {
    return static_cast<const char*>(view_.buf) + static_cast<py::ssize_t>(i) * stride_;
  }
  [[nodiscard]] std::size_t size() const noexcept { return size_; }

 private:
  Py_buffer view_{};
  std::size_t size_ = 0;
  py::ssize_t stride_ = 0;
};

/// Throws the TypeError that names the exact ways.
[[noreturn]] void refuse_floats();

/// The amounts of any source: texts, Money, exact numbers and None in a sequence, a NumPy array or
/// an Arrow array. Throws TypeError for floats and other objects, ColumnError for a text.
MoneyArray money_array_of(py::handle values, Unit unit, Blanks blanks);

/// The amounts that a buffer of 64-bit integers holds, without a copy; `mask` says what is missing.
MoneyArray money_array_of_fen(py::handle fen, py::handle mask);

/// One byte an element, 1 for true, of a mask: a buffer of bool or a sequence of bool.
std::vector<std::uint8_t> mask_of(py::handle mask);

/// Whether `source` is a buffer of bool or a sequence that begins with a bool.
bool is_mask(py::handle source);

/// Positions of a sequence or buffer of integers; those below 0 count from the end.
std::vector<std::int64_t> positions_of(py::handle positions, std::size_t size);

}  // namespace budget::python
