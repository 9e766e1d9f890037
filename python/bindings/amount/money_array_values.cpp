// SPDX-License-Identifier: Apache-2.0
#include "amount/money_array_values.hpp"

#include <budget/base/text.hpp>

#include <bit>
#include <cmath>
#include <cstring>
#include <optional>
#include <string>
#include <vector>

#include "amount/money_array_arrow.hpp"
#include "bindings.hpp"

namespace budget::python {
namespace {

/// None, NaN and pandas.NA: how Python writes "nothing here".
bool is_nothing(py::handle value) {
  if (value.is_none()) return true;
  if (PyFloat_Check(value.ptr())) return std::isnan(PyFloat_AS_DOUBLE(value.ptr()));
  return std::strcmp(Py_TYPE(value.ptr())->tp_name, "NAType") == 0;
}

std::string_view text_of(PyObject* text) {
  if (PyUnicode_IS_COMPACT_ASCII(text) != 0)
    return {reinterpret_cast<const char*>(PyUnicode_1BYTE_DATA(text)),
            static_cast<std::size_t>(PyUnicode_GET_LENGTH(text))};
  py::ssize_t size = 0;
  const char* const data = PyUnicode_AsUTF8AndSize(text, &size);
  if (data == nullptr) {  // half of a surrogate pair: no text, and no UTF-8 either
    PyErr_Clear();
    return "\xFF";
  }
  return {data, static_cast<std::size_t>(size)};
}

[[gnu::noinline]] void push_other(MoneyArrayBuilder& builder, py::handle value, Unit unit) {
  if (py::isinstance<Money>(value)) return builder.push(value.cast<const Money&>());
  if (PyUnicode_Check(value.ptr())) return builder.push(text_of(value.ptr()));
  if (is_nothing(value)) return builder.push_missing();
  if (PyFloat_Check(value.ptr())) refuse_floats();
  Int128 whole = 0;
  if (is_decimal(value)) return builder.push(Money::of(to_decimal(value), unit));
  if (load_whole(value, whole)) return builder.push(Money::of(Decimal::scaled(whole, 0), unit));
  throw py::type_error(
      "element " + std::to_string(builder.size()) +
      " is neither text, Money, decimal.Decimal, int nor None: " + repr_of(py::type::of(value)));
}

MoneyArray of_sequence(py::handle values, Unit unit, Blanks blanks) {
  const auto fast = py::reinterpret_steal<py::object>(
      PySequence_Fast(values.ptr(), "a MoneyArray is made of a list, a NumPy or an Arrow array"));
  if (!fast) throw py::error_already_set();
  MoneyArrayBuilder builder(unit, blanks);
  builder.reserve(static_cast<std::size_t>(PySequence_Fast_GET_SIZE(fast.ptr())));
  // Reading a number of another type may run Python code, which may shorten the list.
  for (py::ssize_t i = 0; i < PySequence_Fast_GET_SIZE(fast.ptr()); ++i) {
    PyObject* const item = PySequence_Fast_GET_ITEM(fast.ptr(), i);
    if (PyUnicode_CheckExact(item) && PyUnicode_IS_COMPACT_ASCII(item) != 0) [[likely]] {
      static_assert(sizeof(PyASCIIObject) >= 16);  // stands before the characters
      builder.push_padded(text_of(item));
    } else {
      push_other(builder, py::reinterpret_borrow<py::object>(item), unit);
    }
  }
  return builder.finish();
}

/// Elements of fixed width, UCS-4 code points or bytes, filled up with zeros.
MoneyArray of_fixed_width(const HeldBuffer& buffer, bool wide, Unit unit, Blanks blanks) {
  const std::size_t width = static_cast<std::size_t>(buffer.get().itemsize) / (wide ? 4 : 1);
  MoneyArrayBuilder builder(unit, blanks);
  builder.reserve(buffer.size());
  std::string text;
  const py::gil_scoped_release release;
  for (std::size_t i = 0; i < buffer.size(); ++i) {
    const char* const element = buffer.at(i);
    text.clear();
    std::size_t end = 0;  // after the last that is not zero
    for (std::size_t k = 0; k < width; ++k) {
      char32_t code = static_cast<unsigned char>(element[k]);
      if (wide) std::memcpy(&code, element + 4 * k, 4);
      if (code < 0x80 || !wide)
        text += static_cast<char>(code);
      else
        text += to_utf8(code);
      if (code != 0) end = text.size();
    }
    builder.push(std::string_view(text).substr(0, end));
  }
  return builder.finish();
}

template <class T>
MoneyArray of_integers(const HeldBuffer& buffer, Unit unit) {
  MoneyArrayBuilder builder(unit);
  builder.reserve(buffer.size());
  const py::gil_scoped_release release;
  for (std::size_t i = 0; i < buffer.size(); ++i) {
    T value{};
    std::memcpy(&value, buffer.at(i), sizeof value);
    builder.push(Money::of(Decimal::scaled(value, 0), unit));
  }
  return builder.finish();
}

MoneyArray of_buffer(const HeldBuffer& buffer, py::handle values, Unit unit, Blanks blanks) {
  const std::string_view format = buffer.format();
  const char kind = format.empty() ? 'B' : format.back();
  switch (kind) {
    case 'w': return of_fixed_width(buffer, true, unit, blanks);
    case 's': return of_fixed_width(buffer, false, unit, blanks);
    case 'O': return of_sequence(values.attr("tolist")(), unit, blanks);
    case 'e':
    case 'f':
    case 'd':
    case 'g': refuse_floats();
    case 'b': return of_integers<std::int8_t>(buffer, unit);
    case 'B': return of_integers<std::uint8_t>(buffer, unit);
    case 'h': return of_integers<std::int16_t>(buffer, unit);
    case 'H': return of_integers<std::uint16_t>(buffer, unit);
    case 'i': return of_integers<std::int32_t>(buffer, unit);
    case 'I': return of_integers<std::uint32_t>(buffer, unit);
    case 'l':
    case 'q': return of_integers<std::int64_t>(buffer, unit);
    case 'L':
    case 'Q': return of_integers<std::uint64_t>(buffer, unit);
    default: break;
  }
  throw py::type_error("an array of texts or integers is needed, not of format '" +
                       std::string(format) + "'");
}

bool is_text(py::handle values) {
  return PyUnicode_Check(values.ptr()) || PyBytes_Check(values.ptr()) ||
         PyByteArray_Check(values.ptr());
}

}  // namespace

void refuse_floats() {
  throw py::type_error(
      "amounts are exact and floats are not; pass the printed text, decimal.Decimal or int, or "
      "name the rounding: MoneyArray([Money.from_float(x, unit, rounding) for x in values])");
}

HeldBuffer::HeldBuffer(py::handle source, int flags) {
  if (PyObject_GetBuffer(source.ptr(), &view_, flags) != 0) throw py::error_already_set();
  if (view_.ndim != 1) {
    PyBuffer_Release(&view_);
    throw py::value_error("an array of one dimension is needed");
  }
  size_ = static_cast<std::size_t>(view_.shape[0]);
  stride_ = view_.strides != nullptr ? view_.strides[0] : view_.itemsize;
}

HeldBuffer::~HeldBuffer() {
  if (Py_IsInitialized() == 0) return;  // the interpreter has freed what it had
  const py::gil_scoped_acquire acquire;
  PyBuffer_Release(&view_);
}

std::string_view HeldBuffer::format() const noexcept {
  std::string_view format = view_.format == nullptr ? "B" : view_.format;
  constexpr char native = std::endian::native == std::endian::little ? '<' : '>';
  if (!format.empty() && (format[0] == '@' || format[0] == '=' || format[0] == native))
    format.remove_prefix(1);
  return format;
}

MoneyArray money_array_of(py::handle values, Unit unit, Blanks blanks) {
  if (py::isinstance<MoneyArray>(values)) return values.cast<const MoneyArray&>();
  if (is_text(values)) throw py::type_error("one text is no column; pass a list of texts");
  if (PyList_Check(values.ptr()) || PyTuple_Check(values.ptr()))
    return of_sequence(values, unit, blanks);
  if (auto array = money_array_of_arrow(values, unit, blanks)) return *array;
  if (PyObject_CheckBuffer(values.ptr()) != 0) {
    std::optional<HeldBuffer> buffer;
    try {
      buffer.emplace(values, PyBUF_FULL_RO);
    } catch (py::error_already_set& error) {
      // NumPy's texts of any length have no buffer, nor have its dates.
      if (!error.matches(PyExc_ValueError) && !error.matches(PyExc_BufferError)) throw;
    }
    const bool native = buffer && !buffer->format().starts_with('>') &&
                        !buffer->format().starts_with('<') && !buffer->format().starts_with('!');
    if (native) return of_buffer(*buffer, values, unit, blanks);
    return of_sequence(values.attr("tolist")(), unit, blanks);
  }
  if (py::hasattr(values, "__array__"))
    return money_array_of(attribute("numpy", "asarray")(values), unit, blanks);
  return of_sequence(values, unit, blanks);
}

MoneyArray money_array_of_fen(py::handle fen, py::handle mask) {
  constexpr const char* needed =
      "a contiguous array of int64 is needed: numpy.ascontiguousarray(fen, dtype='int64')";
  if (PyObject_CheckBuffer(fen.ptr()) == 0) throw py::type_error(needed);
  const auto buffer = std::make_shared<const HeldBuffer>(fen, PyBUF_FULL_RO);
  const Py_buffer& view = buffer->get();
  const std::string_view format = buffer->format();
  if ((format != "q" && format != "l") || view.itemsize != sizeof(std::int64_t) ||
      PyBuffer_IsContiguous(&view, 'C') == 0 ||
      reinterpret_cast<std::uintptr_t>(view.buf) % alignof(std::int64_t) != 0)
    throw py::type_error(needed);
  std::vector<std::uint8_t> validity;
  if (!mask.is_none()) {
    const std::vector<std::uint8_t> missing = mask_of(mask);
    if (missing.size() != buffer->size()) detail::raise_length(buffer->size(), missing.size());
    validity = detail::all_valid(missing.size());
    for (std::size_t i = 0; i < missing.size(); ++i)
      if (missing[i] != 0) detail::clear_bit(validity, i);
  }
  return MoneyArray::view({static_cast<const std::int64_t*>(view.buf), buffer->size()},
                          std::move(validity), Keeper::of(buffer));
}

bool is_mask(py::handle source) {
  if (PyObject_CheckBuffer(source.ptr()) != 0)
    return HeldBuffer(source, PyBUF_FULL_RO).format() == "?";
  if (!PySequence_Check(source.ptr())) return false;
  const py::ssize_t size = PySequence_Size(source.ptr());
  if (size < 0) throw py::error_already_set();
  return size > 0 &&
         PyBool_Check(py::reinterpret_steal<py::object>(PySequence_GetItem(source.ptr(), 0)).ptr());
}

std::vector<std::uint8_t> mask_of(py::handle mask) {
  std::vector<std::uint8_t> bytes;
  if (PyObject_CheckBuffer(mask.ptr()) != 0) {
    const HeldBuffer buffer(mask, PyBUF_FULL_RO);
    if (buffer.format() != "?") throw py::type_error("a mask is an array of bool");
    bytes.resize(buffer.size());
    for (std::size_t i = 0; i < bytes.size(); ++i) bytes[i] = *buffer.at(i) != 0 ? 1 : 0;
    return bytes;
  }
  for (const py::handle item : py::reinterpret_borrow<py::object>(mask)) {
    if (!PyBool_Check(item.ptr())) throw py::type_error("a mask is an array of bool");
    bytes.push_back(item.ptr() == Py_True ? 1 : 0);
  }
  return bytes;
}

std::vector<std::int64_t> positions_of(py::handle positions, std::size_t size) {
  std::vector<std::int64_t> result;
  for (const py::handle item : py::reinterpret_borrow<py::object>(positions)) {
    Int128 position = 0;
    if (!load_whole(item, position)) throw py::type_error("a position is an int");
    const Int128 from_front = position < 0 ? position + static_cast<Int128>(size) : position;
    if (from_front < 0 || from_front >= static_cast<Int128>(size))
      throw py::index_error("position " + to_string(position) + " is outside an array of " +
                            std::to_string(size));
    result.push_back(static_cast<std::int64_t>(from_front));
  }
  return result;
}

}  // namespace budget::python
