// SPDX-License-Identifier: Apache-2.0
#include <budget/amount/format.hpp>
#include <budget/amount/money_array.hpp>
#include <budget/amount/money_array_math.hpp>

#include <compare>
#include <cstring>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "amount/money_array_arrow.hpp"
#include "amount/money_array_values.hpp"
#include "bindings.hpp"

namespace budget::python {
namespace {

/// Any object that a column can be made of, as the signatures name it.
class Values : public py::object {
  PYBIND11_OBJECT_DEFAULT(Values, object, PyObject_Type)
};

/// NumPy arrays, as the signatures name them; NumPy is looked up when one is made.
class FenArray : public py::object {
  PYBIND11_OBJECT_DEFAULT(FenArray, object, PyObject_Type)
};
class Mask : public py::object {
  PYBIND11_OBJECT_DEFAULT(Mask, object, PyObject_Type)
};

/// What == gives: a Mask, though every other == of Python gives a bool.
class Anything : public py::object {
  PYBIND11_OBJECT_DEFAULT(Anything, object, PyObject_Type)
};

using Item = std::optional<Money>;
using State = py::typing::Tuple<py::bytes, py::typing::Optional<py::bytes>>;

template <class Array>
Array numpy_of(const char* type, std::size_t size, py::handle buffer) {
  const py::object array = attribute("numpy", "ndarray")(py::make_tuple(size), type, buffer);
  return py::reinterpret_borrow<Array>(array);
}

Mask mask_array(const std::vector<std::uint8_t>& mask) {
  const py::bytearray bytes(reinterpret_cast<const char*>(mask.data()), mask.size());
  return numpy_of<Mask>("bool", mask.size(), bytes);
}

FenArray fen_array(const py::object& self) {
  return numpy_of<FenArray>("int64", self.cast<const MoneyArray&>().size(), self);
}

Mask missing_array(const MoneyArray& self) {
  std::vector<std::uint8_t> mask(self.size());
  for (std::size_t i = 0; i < mask.size(); ++i) mask[i] = self.is_missing(i) ? 1 : 0;
  return mask_array(mask);
}

Item item_at(const MoneyArray& self, Py_ssize_t index) {
  const auto size = static_cast<Py_ssize_t>(self.size());
  const Py_ssize_t from_front = index < 0 ? index + size : index;
  if (from_front < 0 || from_front >= size)
    throw py::index_error("index " + std::to_string(index) + " is outside an array of " +
                          std::to_string(size));
  return self[static_cast<std::size_t>(from_front)];
}

MoneyArray sliced(const MoneyArray& self, const py::slice& slice) {
  Py_ssize_t start = 0, stop = 0, step = 0, length = 0;
  if (!slice.compute(static_cast<Py_ssize_t>(self.size()), &start, &stop, &step, &length))
    throw py::error_already_set();
  if (step == 1)
    return self.slice(static_cast<std::size_t>(start), static_cast<std::size_t>(length));
  std::vector<std::int64_t> positions(static_cast<std::size_t>(length));
  for (Py_ssize_t i = 0; i < length; ++i) positions[static_cast<std::size_t>(i)] = start + i * step;
  return self.take(positions);
}

MoneyArray picked(const MoneyArray& self, const Values& which) {
  if (is_mask(which)) return self.filter(mask_of(which));
  return self.take(positions_of(which, self.size()));
}

std::string repr_text(const MoneyArray& self) {
  constexpr std::size_t most = 10, ends = 5;
  std::string text;
  for (std::size_t i = 0; i < self.size(); ++i) {
    if (i > 0) text += ", ";
    if (self.size() > most && i == ends) {
      text += "…, ";
      i = self.size() - ends;
    }
    text += self.is_missing(i) ? "None" : "'" + to_string(*self[i]) + "'";
  }
  const std::string count =
      self.size() > most ? ", size=" + std::to_string(self.size()) : std::string();
  return "MoneyArray([" + text + "]" + count + ")";
}

py::typing::List<Item> listed(const MoneyArray& self) {
  py::typing::List<Item> list(self.size());
  for (std::size_t i = 0; i < self.size(); ++i) list[i] = py::cast(self[i]);
  return list;
}

py::typing::List<std::optional<std::string>> formatted(const MoneyArray& self,
                                                       const std::string& specification) {
  const auto spec = parse_format_spec(specification);
  if (!spec && !specification.empty()) detail::raise_format(specification);
  py::typing::List<std::optional<std::string>> list(self.size());
  for (std::size_t i = 0; i < self.size(); ++i) {
    if (self.is_missing(i))
      list[i] = py::none();
    else
      list[i] = py::str(specification.empty() ? to_string(*self[i]) : format(*self[i], *spec));
  }
  return list;
}

template <class Holds>
Mask compared(const MoneyArray& a, const std::variant<Money, MoneyArray>& b, Holds holds) {
  std::vector<std::uint8_t> mask;
  {
    const py::gil_scoped_release release;
    mask = std::visit([&](const auto& other) { return compare(a, other, holds); }, b);
  }
  return mask_array(mask);
}

template <class Holds>
Anything equated(const MoneyArray& a, const py::object& b, Holds holds) {
  py::object result;
  if (py::isinstance<Money>(b))
    result = compared(a, b.cast<Money>(), holds);
  else if (py::isinstance<MoneyArray>(b))
    result = compared(a, b.cast<MoneyArray>(), holds);
  else
    result = py::reinterpret_borrow<py::object>(Py_NotImplemented);
  return py::reinterpret_steal<Anything>(result.release());
}

using Released = py::call_guard<py::gil_scoped_release>;
using Other = std::variant<Money, MoneyArray>;

State state_of(const MoneyArray& self) {
  std::vector<std::int64_t> fen(self.fen().begin(), self.fen().end());
  for (std::size_t i = 0; i < fen.size(); ++i)
    if (self.is_missing(i)) fen[i] = 0;
  const py::bytes numbers(reinterpret_cast<const char*>(fen.data()), fen.size() * sizeof fen[0]);
  if (self.validity() == nullptr) return py::make_tuple(numbers, py::none());
  return py::make_tuple(
      numbers, py::bytes(reinterpret_cast<const char*>(self.validity()), (self.size() + 7) / 8));
}

MoneyArray from_state(const State& state) {
  const auto numbers = state[0].cast<std::string_view>();
  if (numbers.size() % sizeof(std::int64_t) != 0) throw py::value_error("not a MoneyArray's state");
  std::vector<std::int64_t> fen(numbers.size() / sizeof(std::int64_t));
  if (!fen.empty()) std::memcpy(fen.data(), numbers.data(), numbers.size());
  std::vector<std::uint8_t> validity;
  if (!state[1].is_none()) {
    const auto bits = state[1].cast<std::string_view>();
    validity.assign(bits.begin(), bits.end());
  }
  return MoneyArray::of_fen(std::move(fen), std::move(validity));
}

// Twice as many numbers an instruction where the machine can.
#if defined(__x86_64__) && defined(__gnu_linux__)
[[gnu::target_clones("avx2", "default")]]
#endif
Int128
exact_total(const std::int64_t* fen, std::size_t count) {
  return exact_sum(count, [fen](std::size_t i) { return fen[i]; });
}

Money total_of(const MoneyArray& amounts) {
  if (amounts.missing_count() > 0) return sum(amounts);
  const Int128 total = exact_total(amounts.fen().data(), amounts.size());
  if (total < INT64_MIN || total > INT64_MAX) return sum(amounts);  // which throws
  return Money::of_fen(static_cast<std::int64_t>(total));
}

}  // namespace
}  // namespace budget::python

namespace pybind11::detail {

template <>
struct handle_type_name<budget::python::Values> {
  static constexpr auto name = const_name("typing.Any");
};

template <>
struct handle_type_name<budget::python::Anything> {
  static constexpr auto name = const_name("typing.Any");
};

template <>
struct handle_type_name<budget::python::FenArray> {
  static constexpr auto name = const_name("numpy.typing.NDArray[numpy.int64]");
};

template <>
struct handle_type_name<budget::python::Mask> {
  static constexpr auto name = const_name("numpy.typing.NDArray[numpy.bool_]");
};

}  // namespace pybind11::detail

namespace budget::python {

void bind_money_array(py::module_& module) {
  py::native_enum<Blanks>(module, "Blanks", "enum.Enum",
                          "What a blank or a dash in a column of amounts is. Neither is ever 0.")
      .value("missing", Blanks::missing)
      .value("error", Blanks::error)
      .finalize();

  py::class_<MoneyArray> bound(module, "MoneyArray", py::buffer_protocol(),
                               R"(A column of amounts, each a whole number of 分 or missing.

Made of a list, a NumPy array or an Arrow column of printed texts, Money, decimal.Decimal, int and
None. Texts are read as Money.parse reads them, and a unit glued behind a number beats `unit`. NaN
and pandas.NA are missing, as is None; other floats are refused. Immutable: slices and copies share
memory. What is missing is left out of sums, and arithmetic with it is missing.

>>> from budgetcore import MoneyArray, Unit
>>> amounts = MoneyArray(["3,296.30", "—", "12.5"], Unit.wan_yuan)
>>> amounts
MoneyArray(['32963000.00元', None, '125000.00元'])
>>> amounts.sum(), len(amounts), amounts[-1]
(Money.of_fen(3308800000), 3, Money.of_fen(12500000))
>>> amounts.fen.dtype, amounts.missing.tolist()
(dtype('int64'), [False, True, False])
)");
  bound
      .def(py::init([](const Values& values, Unit unit, Blanks blanks) {
             return money_array_of(values, unit, blanks);
           }),
           "values"_a, py::arg_v("unit", Unit::unknown, "Unit.unknown"), py::kw_only(),
           py::arg_v("blanks", Blanks::missing, "Blanks.missing"),
           "Raises ColumnError for the first text that is no amount, TypeError for a float.")
      .def_static(
          "from_fen",
          [](const Values& fen, const Values& mask) { return money_array_of_fen(fen, mask); },
          "fen"_a, "mask"_a = py::none(),
          R"(Amounts in 分 from a contiguous array of int64, whose memory is shared, not copied.

The array must not be changed afterwards. `mask` is true where an amount is missing.

>>> from budgetcore import MoneyArray
>>> import numpy
>>> fen = numpy.array([4620, 1836])
>>> numpy.shares_memory(MoneyArray.from_fen(fen).fen, fen)
True
)")
      .def_property_readonly("fen", &fen_array,
                             "The amounts in 分, a read-only NumPy array of int64 in the same "
                             "memory. Where one is missing the number means nothing.")
      .def_property_readonly("missing", &missing_array,
                             "A NumPy array of bool, true where an amount is missing.")
      .def_property_readonly("missing_count", &MoneyArray::missing_count,
                             "How many amounts are missing.")
      .def("sum", &total_of, Released(),
           R"(The total of what is not missing.

Raises OverflowError only when the total itself leaves 64 bits.
)")
      .def(
          "min", [](const MoneyArray& self) { return min(self); }, Released(),
          "The least amount; None when none is there.")
      .def(
          "max", [](const MoneyArray& self) { return max(self); }, Released(),
          "The greatest amount; None when none is there.")
      .def(
          "times",
          [](const MoneyArray& self, const ExactArgument& ratio, Rounding rounding) {
            const py::gil_scoped_release release;
            return times(self, ratio.value, rounding);
          },
          "ratio"_a, "rounding"_a, "Every amount times an exact ratio, rounded to whole 分.")
      .def(
          "take",
          [](const MoneyArray& self, const Values& positions) {
            return self.take(positions_of(positions, self.size()));
          },
          "positions"_a, "The amounts at these positions, in their order.")
      .def(
          "filter",
          [](const MoneyArray& self, const Values& mask) { return self.filter(mask_of(mask)); },
          "mask"_a, "The amounts where the mask is true.")
      .def(
          "equals", [](const MoneyArray& a, const MoneyArray& b) { return a == b; }, "other"_a,
          Released(),
          "Whether both have the same amounts, and the same missing. == compares element by "
          "element.")
      .def("to_list", &listed, "The amounts as a list of Money, None where missing.")
      .def("format", &formatted, "specification"_a = "",
           R"(Every amount as format(amount, specification) prints it; None where missing.

>>> from budgetcore import MoneyArray, Unit
>>> MoneyArray(["32963000", None], Unit.yuan).format(",.2f万元")
['3,296.30万元', None]
)")
      .def("__len__", &MoneyArray::size)
      .def("__getitem__", &item_at, whole("index"))
      .def("__getitem__", &sliced, "index"_a)
      .def("__getitem__", &picked, "index"_a)
      .def("__iter__",
           [](const py::object& self) {
             return py::reinterpret_steal<py::typing::Iterator<Item>>(PySeqIter_New(self.ptr()));
           })
      .def("__repr__", &repr_text)
      .def(
          "__neg__", [](const MoneyArray& a) { return -a; }, Released())
      .def("__pos__", [](const MoneyArray& a) { return a; })
      .def(
          "__abs__", [](const MoneyArray& a) { return abs(a); }, Released())
      .def(
          "__add__", [](const MoneyArray& a, const MoneyArray& b) { return a + b; },
          py::is_operator(), Released())
      .def(
          "__add__", [](const MoneyArray& a, Money b) { return a + b; }, py::is_operator(),
          Released())
      .def(
          "__radd__", [](const MoneyArray& a, Money b) { return a + b; }, py::is_operator(),
          Released())
      .def(
          "__sub__", [](const MoneyArray& a, const MoneyArray& b) { return a - b; },
          py::is_operator(), Released())
      .def(
          "__rsub__", [](const MoneyArray& a, Money b) { return b - a; }, py::is_operator(),
          Released())
      .def(
          "__sub__", [](const MoneyArray& a, Money b) { return a - b; }, py::is_operator(),
          Released())
      .def(
          "__mul__", [](const MoneyArray& a, const Int64Argument& n) { return a * n.value; },
          py::is_operator())
      .def(
          "__rmul__", [](const MoneyArray& a, const Int64Argument& n) { return a * n.value; },
          py::is_operator())
      .def(
          "__eq__",
          [](const MoneyArray& a, const py::object& b) { return equated(a, b, std::is_eq); },
          py::is_operator())
      .def(
          "__ne__",
          [](const MoneyArray& a, const py::object& b) { return equated(a, b, std::is_neq); },
          py::is_operator())
      .def(
          "__lt__", [](const MoneyArray& a, const Other& b) { return compared(a, b, std::is_lt); },
          py::is_operator())
      .def(
          "__le__",
          [](const MoneyArray& a, const Other& b) { return compared(a, b, std::is_lteq); },
          py::is_operator())
      .def(
          "__gt__", [](const MoneyArray& a, const Other& b) { return compared(a, b, std::is_gt); },
          py::is_operator())
      .def(
          "__ge__",
          [](const MoneyArray& a, const Other& b) { return compared(a, b, std::is_gteq); },
          py::is_operator())
      .def(
          "__arrow_c_array__",
          [](const MoneyArray& self, const py::object&) { return arrow_of(self); },
          "requested_schema"_a = py::none())
      .def(py::pickle(&state_of, &from_state))
      .def_buffer([](const MoneyArray& self) {
        return py::buffer_info(const_cast<std::int64_t*>(self.fen().data()), sizeof(std::int64_t),
                               "l", 1, {self.size()}, {sizeof(std::int64_t)}, true);
      });
  // NumPy would take the buffer for plain numbers in its own operators.
  bound.attr("__array_ufunc__") = py::none();
}

}  // namespace budget::python
