// SPDX-License-Identifier: Apache-2.0
#include <budget/disclosure/disclosure.hpp>
#include <budget/disclosure/target_table.hpp>

#include <memory>
#include <optional>
#include <string>
#include <tuple>
#include <vector>

#include "bindings.hpp"
#include "columns.hpp"

namespace budget::python {
namespace {

/// The tables of targets of a disclosure, as a sequence and as a frame of indicators.
struct Targets {
  std::vector<TargetTable> tables;
};

py::object text_or_none(const std::optional<Target>& target) {
  return target ? py::object(readable(target->text())) : py::object(py::none());
}

/// A blank is printed nowhere.
py::object printed_or_none(const Figure& figure) {
  return figure.state() == FigureState::blank ? py::object(py::none())
                                              : py::object(readable(figure.text()));
}

void add_indicators(Columns& columns, const TargetTable& table) {
  for (const Indicator& indicator : table.indicators) {
    const Target* target = indicator.target();
    put(columns, "table", py::cast(table.id));
    put(columns, "scope", py::cast(std::string(to_string(table.scope))));
    put(columns, "project", readable(table.project));
    put(columns, "level1", readable(indicator.level1));
    put(columns, "level2", readable(indicator.level2));
    put(columns, "name", readable(indicator.name));
    put(columns, "period", text_or_none(indicator.period));
    put(columns, "annual", text_or_none(indicator.annual));
    put(columns, "form",
        target ? py::object(py::cast(std::string(symbol(target->form()))))
               : py::object(py::none()));
    put(columns, "actual", text_or_none(indicator.actual));
    put(columns, "weight", printed_or_none(indicator.weight));
    put(columns, "score", printed_or_none(indicator.score));
    put(columns, "page", number_or_none(indicator.place.page));
    put(columns, "line", number_or_none(indicator.place.line));
  }
}

Columns indicator_columns() {
  return empty_columns({"table", "scope", "project", "level1", "level2", "name", "period", "annual",
                        "form", "actual", "weight", "score", "page", "line"});
}

Columns columns_of(const Targets& of) {
  Columns columns = indicator_columns();
  for (const TargetTable& table : of.tables) add_indicators(columns, table);
  return columns;
}

Columns columns_of(const TargetTable& of) {
  Columns columns = indicator_columns();
  add_indicators(columns, of);
  return columns;
}

/// Side, label and amount of every row of the funds.
std::vector<std::tuple<py::str, py::str, Figure>> funds_of(const TargetTable& table) {
  std::vector<std::tuple<py::str, py::str, Figure>> funds;
  for (const Row& row : table.funds.rows)
    for (std::size_t side = 0; side < table.funds.sides.size(); ++side) {
      const std::string& name = row.labels[side].name;
      if (name.empty()) continue;
      for (const int column : table.funds.sides[side].columns) {
        const auto c = static_cast<std::size_t>(column);
        if (table.funds.columns[c].role == ColumnRole::name) continue;
        const bool several = table.funds.sides[side].columns.size() > 2;
        funds.emplace_back(
            readable(several ? table.funds.columns[c].key : table.funds.sides[side].label),
            readable(name), row.cells[c].figure);
      }
    }
  return funds;
}

py::typing::Dict<py::str, py::str> facts_of(const TargetTable& table) {
  py::typing::Dict<py::str, py::str> facts;
  for (const TargetFact& fact : table.facts) facts[readable(fact.name)] = readable(fact.text);
  return facts;
}

/// Period and year of every text, by its label.
py::typing::Dict<py::str, py::typing::Tuple<py::str, py::str>> texts_of(const TargetTable& table) {
  py::typing::Dict<py::str, py::typing::Tuple<py::str, py::str>> texts;
  for (const TargetText& text : table.texts)
    texts[readable(text.name)] = py::make_tuple(readable(text.period), readable(text.annual));
  return texts;
}

}  // namespace

void bind_target_table(py::module_& module) {
  bind_enum(module, "TargetScope", "Of what a table of targets speaks.", TargetScope::project);
  py::class_<TargetTable> table(module, "TargetTable", R"(A table of targets, or a self-evaluation.

Its indicators with their targets, its funds, its texts and other labels.
)");
  table.def_readonly("id", &TargetTable::id, "\"g1\", \"g2\", … in document order.")
      .def_readonly("scope", &TargetTable::scope, "Of a department or of a project.")
      .def_readonly("is_evaluation", &TargetTable::is_evaluation,
                    "Whether it is a self-evaluation, with actual values and scores.")
      .def_readonly("has_two_columns", &TargetTable::has_two_columns,
                    "Whether targets of the period and of the year stand side by side.")
      .def_property_readonly(
          "title", [](const TargetTable& t) { return readable(t.title); }, "As printed.")
      .def_property_readonly(
          "project", [](const TargetTable& t) { return readable(t.project); },
          "Empty in a department's.")
      .def_property_readonly(
          "body", [](const TargetTable& t) { return readable(t.body); },
          "The body that carries it out, or the department.")
      .def_readonly("place", &TargetTable::place, "The title's line.")
      .def_readonly("last", &TargetTable::last, "Its last line.")
      .def_readonly("indicators", &TargetTable::indicators, "In printed order.")
      .def_readonly("empty_categories", &TargetTable::empty_categories,
                    "Second levels that print no indicator.")
      .def_property_readonly("annual_total", &TargetTable::annual_total,
                             "The year's money, or the only one; a blank where none is printed.")
      .def_property_readonly("period_total", &TargetTable::period_total,
                             "Money of the whole period; a blank where none is printed.")
      .def_property_readonly("funds", &funds_of,
                             "Side or column, label and amount of every row of the funds.")
      .def_property_readonly("facts", &facts_of, "Short values by their label.")
      .def_property_readonly("texts", &texts_of,
                             "Texts of the period and of the year, by their label.")
      .def_readonly("total", &TargetTable::total, "总分 of a self-evaluation.")
      .def("__repr__", [](const TargetTable& t) {
        const std::string name = t.project.empty() ? t.title : t.project;
        return "<TargetTable " + t.id + " " + repr_of(readable(name)) + ", " +
               std::to_string(t.indicators.size()) + " indicators>";
      });
  bind_frame(table, "Columns of its indicators, one entry each; None where there is none.",
             [](const TargetTable& t) { return columns_of(t); });
  py::class_<Targets> targets(module, "Targets",
                              R"(The tables of performance targets of a disclosure.

A sequence of TargetTable; a notebook shows the indicators of all.
)");
  targets.def("__len__", [](const Targets& t) { return t.tables.size(); })
      .def(
          "__getitem__",
          [](const Targets& t, py::ssize_t index) -> const TargetTable& {
            return item_at(t.tables, index);
          },
          "index"_a, py::return_value_policy::reference_internal)
      .def(
          "__iter__",
          [](const Targets& t) { return py::make_iterator(t.tables.begin(), t.tables.end()); },
          py::keep_alive<0, 1>());
  bind_frame(targets,
             "Columns table, scope, project, level1, level2, name, period, annual (as printed), "
             "form, actual, weight, score, page and line, one entry an indicator; None where there "
             "is none.",
             [](const Targets& t) { return columns_of(t); });
  py::reinterpret_borrow<py::class_<Disclosure, std::shared_ptr<Disclosure>>>(
      module.attr("Disclosure"))
      .def_property_readonly(
          "targets", [](const Disclosure& d) { return Targets{d.targets}; },
          R"(Its tables of performance targets, Targets in document order.

>>> import budgetcore
>>> doc = budgetcore.read("examples/disclosures/yangquan-finance-2024.txt")
>>> doc.targets[1]
<TargetTable g2 '预算绩效管理工作经费', 21 indicators>
>>> print(doc.targets[1].indicators[0].target.quantity)
3次/年
)");
}

}  // namespace budget::python
