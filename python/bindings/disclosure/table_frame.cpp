// SPDX-License-Identifier: Apache-2.0
// A published table as a frame: a column a printed column, amounts exact.
#include <budget/amount/money_array_parse.hpp>
#include <budget/disclosure/table.hpp>
#include <budget/disclosure/table_tree.hpp>

#include <map>
#include <string>
#include <vector>

#include "bindings.hpp"
#include "columns.hpp"
#include "disclosure/header_path.hpp"

namespace budget::python {
namespace {

/// A name for each column: its term where only one has it, else its header with what stands above it,
/// else with its id.
std::vector<std::string> names_of(const Table& table) {
  std::map<std::string, int> terms, paths;
  for (const Column& column : table.columns) {
    ++terms[column.key];
    ++paths[detail::header_path(column)];
  }
  std::vector<std::string> names;
  for (const Column& column : table.columns) {
    const std::string path = detail::header_path(column);
    if (!column.key.empty() && terms[column.key] == 1)
      names.push_back(column.key);
    else if (!path.empty() && paths[path] == 1)
      names.push_back(path);
    else
      names.push_back((path.empty() ? column.key : path) + "#" + column.id);
  }
  return names;
}

/// The amounts of a column. Throws CellNotRead for a figure that was not read.
MoneyArray amounts_of(const Table& table, std::size_t c) {
  MoneyArrayBuilder amounts;
  for (std::size_t r = 0; r < table.rows.size(); ++r) {
    const PrintedAmount amount = amount_at(table, static_cast<int>(r), static_cast<int>(c));
    amount.is_stated() ? amounts.push(Money::of_fen(amount.fen)) : amounts.push_missing();
  }
  return amounts.finish();
}

py::list column_texts(const Table& table, std::size_t c) {
  py::list texts;
  for (const Row& row : table.rows) {
    const std::string& text = row.cells[c].figure.text();
    texts.append(text.empty() ? py::object(py::none()) : readable(text));
  }
  return texts;
}

/// Counts and percentages, exact; what is no number as printed.
py::list numbers_of(const Table& table, std::size_t c) {
  py::list numbers;
  for (const Row& row : table.rows) {
    const Figure& figure = row.cells[c].figure;
    if (figure.is_number())
      numbers.append(py::cast(figure.value()));
    else if (figure.state() == FigureState::unreadable)
      throw CellNotRead(row.cells[c].place, explain(NoAmount::not_a_number), figure.text());
    else
      numbers.append(py::none());
  }
  return numbers;
}

Columns columns_of(const Table& table) {
  Columns columns;
  const std::vector<std::string> names = names_of(table);
  for (std::size_t c = 0; c < table.columns.size(); ++c) {
    const py::str name = readable(names[c]);
    switch (table.columns[c].role) {
      case ColumnRole::amount: columns[name] = py::cast(amounts_of(table, c)); break;
      case ColumnRole::count: columns[name] = numbers_of(table, c); break;
      default: columns[name] = column_texts(table, c);
    }
  }
  return columns;
}

py::dict units_of(const Table& table) {
  py::dict units;
  const std::vector<std::string> names = names_of(table);
  for (std::size_t c = 0; c < table.columns.size(); ++c)
    units[readable(names[c])] = table.columns[c].unit;
  return units;
}

/// The table as printed, for notebooks: what was not read is shown too.
std::string html_of_table(const Table& table) {
  Columns columns;
  const std::vector<std::string> names = names_of(table);
  for (std::size_t c = 0; c < table.columns.size(); ++c)
    columns[readable(names[c])] = column_texts(table, c);
  const std::string unit(symbol(table.unit));
  return "<p>" + escaped(table.title) + (unit.empty() ? "" : "（" + unit + "）") + "</p>" +
         html_of(columns);
}

}  // namespace

void bind_table_frame(py::module_& module) {
  auto table = py::reinterpret_borrow<py::class_<Table>>(module.attr("Table"));
  bind_columns(
      table,
      R"(Its printed columns by name: texts, MoneyArray of amounts, Decimal of counts.

A column is named by its term (合计), or by its header where two have one term. Raises CellNotRead for a
figure that was not read; `doc.cells` has what is printed there.

>>> import budgetcore
>>> doc = budgetcore.read("examples/disclosures/yangquan-finance-2024.txt")
>>> doc["支出总表"].to_dict()["合计"].max().yuan
Decimal('32963000.00')
)",
      [](const Table& t) { return columns_of(t); }, [](const Table& t) { return units_of(t); });
  table.def("_repr_html_", &html_of_table);
}

}  // namespace budget::python
