// SPDX-License-Identifier: Apache-2.0
#include <budget/amount/reading.hpp>

#include "bindings.hpp"

namespace budget::python {

void bind_reading(py::module_& module) {
  py::native_enum<FigureState>(module, "FigureState", "enum.Enum", R"(What the text of a cell is.

`number`; `blank`: nothing but spaces; `dash`: a dash, a slash or 无, stated to be nothing;
`label`: text that does not try to be a number; `unreadable`: looks like a number and is none.
The five never collapse into one another, nor into 0.
)")
      .value("number", FigureState::number)
      .value("blank", FigureState::blank)
      .value("dash", FigureState::dash)
      .value("label", FigureState::label)
      .value("unreadable", FigureState::unreadable)
      .finalize();

  py::native_enum<Suffix>(module, "Suffix", "enum.Enum",
                          "What stands behind a number instead of a unit of money.")
      .value("none", Suffix::none)
      .value("percent", Suffix::percent)
      .value("permille", Suffix::permille)
      .finalize();

  py::native_enum<Unreadable>(
      module, "Unreadable", "enum.Enum",
      "Why a text that looks like a number is none; `explain` says it in words.")
      .value("none", Unreadable::none)
      .value("misplaced_separator", Unreadable::misplaced_separator)
      .value("two_points", Unreadable::two_points)
      .value("missing_digits", Unreadable::missing_digits)
      .value("wrong_point", Unreadable::wrong_point)
      .value("letter_among_digits", Unreadable::letter_among_digits)
      .value("misplaced_sign", Unreadable::misplaced_sign)
      .value("unbalanced_bracket", Unreadable::unbalanced_bracket)
      .value("misplaced_mark", Unreadable::misplaced_mark)
      .value("exponent", Unreadable::exponent)
      .value("overflow_mark", Unreadable::overflow_mark)
      .value("formula_error", Unreadable::formula_error)
      .value("too_long", Unreadable::too_long)
      .value("bad_encoding", Unreadable::bad_encoding)
      .finalize();

  module.def(
      "symbol", [](Suffix suffix) { return std::string(symbol(suffix)); }, "suffix"_a,
      py::pos_only(), "The mark behind a number as printed: %, ‰ or nothing.");
  module.def(
      "explain", [](Unreadable why, Language lang) { return std::string(explain(why, lang)); },
      "why"_a, "lang"_a = Language::en, R"(Why a text is no number, in words.

>>> from budgetcore import Figure, explain
>>> explain(Figure("12..5").why)
'two decimal points'
)");
}

}  // namespace budget::python
