// SPDX-License-Identifier: Apache-2.0
// The border of numbers: exact ones pass (int, decimal.Decimal, fractions.Fraction), binary floats
// and truth values are refused by name. Every binding file includes this one.
#pragma once

#include <budget/amount/decimal.hpp>
#include <budget/amount/ratio.hpp>
#include <budget/base/checked.hpp>
#include <budget/base/language.hpp>

#include <pybind11/pybind11.h>

#include <algorithm>
#include <string>

namespace budget::python {

namespace py = pybind11;

/// A whole number within 64 bits that is neither a bool nor a float.
struct Int64Argument {
  std::int64_t value = 0;
};

/// Any exact number: Ratio, fractions.Fraction, decimal.Decimal or int.
struct ExactArgument {
  Ratio value;
};

/// The other side of ==, which may be any object: equal to nothing of another type.
template <class T>
struct Comparable {
  const T* value = nullptr;
};

/// A fractions.Fraction, as the signatures name it.
class Fraction : public py::object {
  PYBIND11_OBJECT_DEFAULT(Fraction, object, PyObject_Type)
};

/// A path of the file system that is no text, as the signatures name it.
class PathLike : public py::object {
  PYBIND11_OBJECT_DEFAULT(PathLike, object, PyObject_Type)
};

/// Refuses what is not exact. Throws TypeError naming the call that takes a float on purpose.
inline void refuse_inexact(py::handle source) {
  if (PyFloat_Check(source.ptr()))
    throw py::type_error(
        "a float is not an exact number; pass int, decimal.Decimal, fractions.Fraction or text, or "
        "ask for the float by name: Money.from_float(value, unit, rounding)");
  if (PyBool_Check(source.ptr())) throw py::type_error("a bool is not a number of anything here");
}

/// The module attribute, looked up anew: these conversions must hold in every interpreter.
inline py::object attribute(const char* module, const char* name) {
  return py::module_::import(module).attr(name);
}

inline bool is_decimal(py::handle source) {
  return py::isinstance(source, attribute("decimal", "Decimal"));
}

/// The whole number of an int or of what stands for one (`__index__`); false where it is none.
inline bool load_whole(py::handle source, Int128& result) {
  refuse_inexact(source);
  if (PyIndex_Check(source.ptr()) == 0) return false;
  const auto whole = py::reinterpret_steal<py::int_>(PyNumber_Index(source.ptr()));
  if (!whole) throw py::error_already_set();
  const auto bits = whole.attr("bit_length")().cast<std::size_t>();
  if (bits > 127) {
    // Not the digits: a number of a million digits would take minutes to print.
    detail::raise(OverflowError("amount.overflow", "int", std::to_string(bits) + " bits", ""));
  }
  const py::object high = whole.attr("__rshift__")(64);
  const py::object low = whole.attr("__and__")(py::int_(UINT64_MAX));
  result = (Int128{high.cast<std::int64_t>()} * (Int128{1} << 64)) +
           static_cast<Int128>(low.cast<std::uint64_t>());
  return true;
}

inline py::int_ to_int(Int128 value) {
  const std::string digits = to_string(value);
  PyObject* whole = PyLong_FromString(digits.c_str(), nullptr, 10);
  if (whole == nullptr) throw py::error_already_set();
  return py::reinterpret_steal<py::int_>(whole);
}

/// The decimal of a finite decimal.Decimal, its trailing zeros kept.
inline Decimal to_decimal(py::handle source) {
  if (!source.attr("is_finite")().cast<bool>())
    detail::raise(DomainError("amount.not_finite", {"不是有限的数", "not a finite number"},
                              py::cast<std::string>(py::str(source))));
  const auto exponent = source.attr("as_tuple")().attr("exponent").cast<int>();
  const auto adjusted = source.attr("adjusted")().cast<int>();
  const int digits = adjusted + 1 - std::min(exponent, 0);
  if (exponent < -Decimal::max_scale || digits > Decimal::max_digits)
    detail::raise(
        OverflowError("amount.overflow", "decimal", py::cast<std::string>(py::str(source)), ""));
  return Decimal::parse(py::cast<std::string>(source.attr("__format__")("f")));
}

inline py::object from_decimal(const Decimal& value) {
  return attribute("decimal", "Decimal")(to_string(value));  // exact in every context
}

inline Fraction to_fraction(const Ratio& ratio) {
  const py::object fraction = attribute("fractions", "Fraction");
  return py::reinterpret_steal<Fraction>(
      fraction(to_int(ratio.numerator()), to_int(ratio.denominator())).release());
}

inline bool load_exact(py::handle source, Ratio& result) {
  if (py::isinstance<Ratio>(source)) {
    result = source.cast<const Ratio&>();
    return true;
  }
  Int128 numerator = 0;
  if (load_whole(source, numerator)) {
    result = Ratio::of(numerator, 1);
    return true;
  }
  if (is_decimal(source)) {
    result = Ratio::of(to_decimal(source));
    return true;
  }
  if (!py::isinstance(source, attribute("numbers", "Rational"))) return false;
  Int128 denominator = 1;
  if (!load_whole(source.attr("numerator"), numerator) ||
      !load_whole(source.attr("denominator"), denominator))
    return false;
  result = Ratio::of(numerator, denominator);
  return true;
}

}  // namespace budget::python

namespace pybind11::detail {

template <>
struct handle_type_name<budget::python::Fraction> {
  static constexpr auto name = const_name("fractions.Fraction");
};

template <>
struct handle_type_name<budget::python::PathLike> {
  static constexpr auto name = const_name("os.PathLike[str]");
};

template <class T>
struct type_caster<budget::python::Comparable<T>> {
  PYBIND11_TYPE_CASTER(budget::python::Comparable<T>, const_name("object"));
  bool load(handle source, bool) {
    if (!isinstance<T>(source)) return false;
    value.value = &source.cast<const T&>();
    return true;
  }
};

template <>
struct type_caster<budget::python::Int64Argument> {
  PYBIND11_TYPE_CASTER(budget::python::Int64Argument, const_name("int"));
  bool load(handle source, bool) {
    budget::Int128 whole = 0;
    if (!budget::python::load_whole(source, whole)) return false;
    if (whole > INT64_MAX || whole < INT64_MIN)
      budget::v1::detail::raise(
          budget::OverflowError("amount.overflow", "int", budget::to_string(whole), ""));
    value.value = static_cast<std::int64_t>(whole);
    return true;
  }
};

template <>
struct type_caster<budget::Int128> {
  PYBIND11_TYPE_CASTER(budget::Int128, const_name("int"));
  bool load(handle source, bool) { return budget::python::load_whole(source, value); }
  static handle cast(budget::Int128 source, return_value_policy, handle) {
    return budget::python::to_int(source).release();
  }
};

template <>
struct type_caster<budget::python::ExactArgument> {
  PYBIND11_TYPE_CASTER(
      budget::python::ExactArgument,
      const_name("budgetcore._core.Ratio | fractions.Fraction | decimal.Decimal | int"));
  bool load(handle source, bool) { return budget::python::load_exact(source, value.value); }
};

template <>
struct type_caster<budget::Decimal> {
  PYBIND11_TYPE_CASTER(budget::Decimal, io_name("decimal.Decimal | int", "decimal.Decimal"));
  bool load(handle source, bool) {
    if (budget::python::is_decimal(source)) {
      value = budget::python::to_decimal(source);
      return true;
    }
    budget::Int128 whole = 0;
    if (!budget::python::load_whole(source, whole)) return false;
    value = budget::Decimal::scaled(whole, 0);
    return true;
  }
  static handle cast(const budget::Decimal& source, return_value_policy, handle) {
    return budget::python::from_decimal(source).release();
  }
};

template <>
struct type_caster<budget::Language> {
  PYBIND11_TYPE_CASTER(budget::Language, const_name("typing.Literal['zh', 'en']"));
  bool load(handle source, bool) {
    if (!PyUnicode_Check(source.ptr())) return false;
    const auto asked = source.cast<std::string_view>();
    if (asked != "zh" && asked != "en") throw value_error("the languages are 'zh' and 'en'");
    value = asked == "zh" ? budget::Language::zh : budget::Language::en;
    return true;
  }
  static handle cast(budget::Language source, return_value_policy, handle) {
    return str(source == budget::Language::zh ? "zh" : "en").release();
  }
};

}  // namespace pybind11::detail
