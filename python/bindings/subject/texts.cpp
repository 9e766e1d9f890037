// SPDX-License-Identifier: Apache-2.0
#include "subject/texts.hpp"

#include <budget/amount/money.hpp>
#include <budget/amount/money_array.hpp>
#include <budget/base/lookup_error.hpp>

#include "amount/money_array_values.hpp"
#include "bindings.hpp"

namespace budget::python {
namespace {

std::string_view utf8_of(py::handle text) {
  py::ssize_t size = 0;
  const char* const data = PyUnicode_AsUTF8AndSize(text.ptr(), &size);
  if (data == nullptr) throw py::error_already_set();
  return {data, static_cast<std::size_t>(size)};
}

// The items of any iterable but a text.
py::object fast_sequence(const py::object& column, const std::string& argument) {
  if (py::isinstance<py::str>(column) || py::isinstance<py::bytes>(column))
    throw py::type_error(argument + " must be a column of values, not one text");
  const std::string complaint = argument + " must be a list or another column of values";
  PyObject* const items = PySequence_Fast(column.ptr(), complaint.c_str());
  if (items == nullptr) throw py::error_already_set();
  return py::reinterpret_steal<py::object>(items);
}

// The texts of an Arrow column; false where it holds something else.
bool read_texts(const ArrowColumn& column, std::vector<std::string_view>& views) {
  if (column.schema.dictionary != nullptr) return false;
  std::size_t count = 0;
  for (const auto& array : column.arrays) {
    (void)Presence(*array);  // refuses lengths below 0
    count += static_cast<std::size_t>(array->length);
  }
  views.reserve(count);
  for (const auto& array : column.arrays) {
    const Presence present(*array);
    const bool texts = with_texts(column.schema.format, *array, [&](const auto& text) {
      for (std::int64_t i = 0; i < array->length; ++i)
        views.push_back(present(i) ? text(i) : std::string_view());
    });
    if (!texts) return false;
  }
  return true;
}

// A column of one array without gaps, its texts one behind the other; nothing for another.
std::optional<TextColumn> texts_in_one_piece(const ArrowColumn& column) {
  if (column.schema.dictionary != nullptr || column.arrays.size() != 1) return std::nullopt;
  const ArrowArray& array = *column.arrays.front();
  if (Presence(array).has_gaps()) return std::nullopt;
  std::optional<TextColumn> whole;
  with_texts(column.schema.format, array, [&](const auto& texts) {
    if constexpr (requires { texts.offsets(); }) {
      for (std::int64_t i = 0; i < array.length; ++i) (void)texts(i);  // refuses what is malformed
      whole = TextColumn::of_offsets(texts.offsets(), texts.data(),
                                     static_cast<std::size_t>(array.length));
    }
  });
  return whole;
}

FigureColumn exact_figures(const MoneyArray& amounts) {
  if (amounts.missing_count() == 0) return FigureColumn::view(amounts.fen(), Keeper::of(amounts));
  FigureColumn figures;
  figures.reserve(amounts.size());
  for (std::size_t i = 0; i < amounts.size(); ++i) {
    const auto amount = amounts[i];
    figures.push_back(amount ? PrintedAmount{amount->fen(), 0}
                             : PrintedAmount{0, PrintedAmount::not_stated});
  }
  return figures;
}

PrintedAmount amount_of(py::handle item, std::size_t row, Unit unit) {
  if (item.is_none()) return {0, PrintedAmount::not_stated};
  if (PyUnicode_Check(item.ptr()) != 0) {
    const std::string_view text = utf8_of(item);
    NoAmount why = NoAmount::not_a_number;
    const auto amount = read_amount(text, unit, &why);
    if (!amount) throw ColumnError(row, std::string(text), why);
    return *amount;
  }
  if (py::isinstance<PrintedAmount>(item)) return item.cast<PrintedAmount>();
  if (py::isinstance<Money>(item)) return {item.cast<Money>().fen(), 0};
  if (Ratio exact; load_exact(item, exact)) {
    const Money one = Money::of(Decimal::of(1), unit);
    const Money amount = one.times(exact, Rounding::down);
    if (amount / one != exact) throw ColumnError(row, to_string(exact), NoAmount::finer);
    return {amount.fen(), 0};
  }
  throw py::type_error("row " + std::to_string(row + 1) +
                       ": an amount is a text, Money or None, not " +
                       py::cast<std::string>(py::type::of(item).attr("__name__")));
}

FigureColumn read_figures(const py::object& column, const std::string& name, Unit unit) {
  if (py::isinstance<MoneyArray>(column)) return exact_figures(column.cast<const MoneyArray&>());
  if (const auto arrow = arrow_column(column)) {
    std::vector<std::string_view> texts;
    if (read_texts(*arrow, texts)) return FigureColumn::parse(texts, unit);
    return exact_figures(money_array_of(column, unit, Blanks::missing));
  }
  const py::object items = fast_sequence(column, "amounts[" + repr_of(py::str(name)) + "]");
  const py::ssize_t size = PySequence_Fast_GET_SIZE(items.ptr());
  FigureColumn figures;
  figures.reserve(static_cast<std::size_t>(size));
  for (py::ssize_t i = 0; i < size; ++i)
    figures.push_back(
        amount_of(PySequence_Fast_GET_ITEM(items.ptr(), i), static_cast<std::size_t>(i), unit));
  return figures;
}

}  // namespace

Texts::Texts(const py::object& column, const char* argument) {
  arrow_ = arrow_column(column);
  if (arrow_) {
    if (const auto whole = texts_in_one_piece(*arrow_))
      column_ = *whole;
    else if (read_texts(*arrow_, views_))
      column_ = views_;
    else
      throw py::type_error(std::string(argument) + " must be an Arrow column of plain texts");
    return;
  }
  const py::object items = fast_sequence(column, argument);
  const py::ssize_t size = PySequence_Fast_GET_SIZE(items.ptr());
  held_.push_back(items);
  views_.reserve(static_cast<std::size_t>(size));
  for (py::ssize_t i = 0; i < size; ++i) {
    const py::handle item = PySequence_Fast_GET_ITEM(items.ptr(), i);
    if (item.is_none()) {
      views_.emplace_back();
    } else if (PyUnicode_Check(item.ptr()) != 0) {
      views_.push_back(utf8_of(item));
    } else if (PyNumber_Check(item.ptr()) != 0) {
      throw py::type_error(std::string(argument) + ": row " + std::to_string(i + 1) +
                           " is a number; codes and names are texts (leading zeros count)");
    } else {
      held_.push_back(py::str(item));
      views_.push_back(utf8_of(held_.back()));
    }
  }
  column_ = views_;
}

FigureColumn load_figures(const py::object& column, const std::string& name, Unit unit) {
  try {
    return read_figures(column, name, unit);
  } catch (ColumnError& error) {
    throw NamedColumnError(name, std::move(error));
  }
}

Unit load_unit(const py::object& unit) {
  if (unit.is_none()) return Unit::unknown;
  if (py::isinstance<py::str>(unit)) {
    const auto text = unit.cast<std::string>();
    if (const auto known = parse_unit(text)) return *known;
    throw LookupError("amount.unit", text, {"元", "千元", "万元", "百万元", "亿元"});
  }
  return unit.cast<Unit>();
}

}  // namespace budget::python
