// SPDX-License-Identifier: Apache-2.0
// The tidy frame of every printed figure, and the findings as a frame.
#include <budget/amount/figure_column.hpp>
#include <budget/amount/money_array_parse.hpp>
#include <budget/audit/audit.hpp>
#include <budget/audit/cell_use.hpp>
#include <budget/audit/placement.hpp>
#include <budget/render/arithmetic.hpp>
#include <budget/standard/rules.hpp>

#include <map>
#include <memory>
#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

#include "audit/audited.hpp"
#include "bindings.hpp"
#include "columns.hpp"
#include "disclosure/header_path.hpp"

namespace budget::python {
namespace {

/// The figures of a report's disclosures, of the audited one first.
struct Cells {
  std::shared_ptr<const Audited> audited;
  bool current_only = false;
};

/// The amount of a figure in whole 分; nothing for what is no amount, or finer than a 分.
std::optional<Money> amount_of(const Figure& figure) {
  if (!figure.is_number() || figure.suffix() != Suffix::none || figure.unit() == Unit::unknown)
    return std::nullopt;
  const auto amount = read_amount(figure.text(), figure.unit());
  return amount ? std::optional(Money::of_fen(amount->fen)) : std::nullopt;
}

/// Texts as Python makes them, each once.
class Texts {
 public:
  py::object operator()(std::string_view text) {
    if (const auto known = made_.find(text); known != made_.end()) return known->second;
    return made_.emplace(std::string(text), readable(text)).first->second;
  }
  py::object or_none(std::string_view text) {
    return text.empty() ? py::object(py::none()) : (*this)(text);
  }

 private:
  struct Hash {
    using is_transparent = void;
    std::size_t operator()(std::string_view text) const noexcept {
      return std::hash<std::string_view>()(text);
    }
  };
  std::unordered_map<std::string, py::object, Hash, std::equal_to<>> made_;
};

class CellColumns {
 public:
  explicit CellColumns(const Audited& audited)
      : dossier_(audited.dossier), uses_(cell_uses(audited.report)) {}

  void add(const CellRef& ref) {
    const Cell& cell = at(dossier_, ref);
    if (cell.figure.state() == FigureState::blank && cell.mark == Mark::none) return;
    const Disclosure& disclosure = dossier_.disclosures[static_cast<std::size_t>(ref.disclosure)];
    const Table& table = table_at(dossier_, ref);
    const Row& row = table.rows[static_cast<std::size_t>(ref.row)];
    const Column& column = table.columns[static_cast<std::size_t>(ref.column)];
    const int side = table.side_of(ref.column);
    static const RowLabel unlabelled;
    const RowLabel& label = side >= 0 && static_cast<std::size_t>(side) < row.labels.size()
                                ? row.labels[static_cast<std::size_t>(side)]
                                : unlabelled;
    const bool in_text = ref.table == in_narrative;
    const Place& place = cell.place.line > 0 ? cell.place : row.place;
    const auto use = uses_.find(ref);
    put("source", texts_(disclosure.source));
    put("body", texts_.or_none(disclosure.organisation));
    put("year", disclosure.year ? py::object(py::int_(*disclosure.year)) : py::none());
    put("kind", texts_(to_string(disclosure.kind)));
    put("table", in_text ? py::object(py::none()) : texts_(table.id));
    put("table_kind", in_text ? py::object(py::none()) : texts_(to_string(table.kind)));
    put("title", texts_(in_text ? title_at(dossier_, ref) : table.title));
    put("row", texts_(row.id));
    put("code", texts_.or_none(label.code));
    put("name", texts_.or_none(label.name));
    put("level", label.level < 0 ? py::object(py::none()) : py::int_(label.level));
    put("column", texts_(column.id));
    put("header", texts_.or_none(detail::header_path(column)));
    put("term", texts_.or_none(column.key));
    put("text", texts_(cell.figure.text()));
    put("unit", texts_.or_none(symbol(cell.figure.unit())));
    if (const auto amount = amount_of(cell.figure))
      amounts_.push(*amount);
    else
      amounts_.push_missing();
    put("value", cell.figure.is_number() ? decimal_(to_string(cell.figure.value()))
                                         : py::object(py::none()));
    put("state", texts_(symbol(cell.figure.state())));
    put("mark", cell.mark == Mark::none ? py::object(py::none()) : texts_(to_string(cell.mark)));
    put("page", number_or_none(place.page));
    put("line", number_or_none(place.line));
    put("statements", py::int_(use == uses_.end() ? 0 : use->second.statements));
    put("outcome",
        use == uses_.end() ? py::object(py::none()) : texts_(to_string(use->second.worst)));
    at_ = 0;
  }

  Columns finish() {
    Columns columns;
    std::size_t i = 0;
    for (const char* name : names) {
      columns[name] =
          std::string_view(name) == "amount" ? py::cast(amounts_.finish()) : py::object(lists_[i]);
      ++i;
    }
    return columns;
  }

 private:
  static constexpr std::array names{"source", "body", "year", "kind", "table",      "table_kind",
                                    "title",  "row",  "code", "name", "level",      "column",
                                    "header", "term", "text", "unit", "amount",     "value",
                                    "state",  "mark", "page", "line", "statements", "outcome"};

  void put(std::string_view name, const py::object& value) {
    if (names[at_] == std::string_view("amount")) ++at_;  // stands in amounts_
    if (names[at_] != name) throw std::logic_error("columns of cells out of order");
    lists_[at_++].append(value);
  }

  const py::object decimal_ = attribute("decimal", "Decimal");  // looked up once for all rows
  const Dossier& dossier_;
  std::map<CellRef, CellUse> uses_;
  Texts texts_;
  MoneyArrayBuilder amounts_;
  std::array<py::list, names.size()> lists_;
  std::size_t at_ = 0;
};

Columns columns_of(const Cells& cells) {
  CellColumns columns(*cells.audited);
  const auto& disclosures = cells.audited->dossier.disclosures;
  const std::size_t count = cells.current_only ? 1 : disclosures.size();
  for (std::size_t d = 0; d < count; ++d)
    for (const CellRef& ref : figure_cells(disclosures[d], static_cast<int>(d))) columns.add(ref);
  return columns.finish();
}

/// The disclosure with what the standard rules say of its figures.
Cells audited_cells(const Disclosure& disclosure) {
  auto audited = std::make_shared<Audited>();
  const py::gil_scoped_release released;
  Dossier dossier;
  dossier.disclosures.push_back(disclosure);
  audited->dossier = placed_by_arithmetic(std::move(dossier), standard_packs());
  audited->report = judged(audited->dossier, standard_packs(), standard_lists());
  return {std::move(audited), true};
}

/// Findings of a report.
struct Findings {
  std::shared_ptr<const Audited> audited;
  std::vector<const Finding*> items;
  [[nodiscard]] std::size_t size() const { return items.size(); }
  [[nodiscard]] AuditedFinding at(py::ssize_t index) const {
    const auto count = static_cast<py::ssize_t>(size());
    if (index < 0) index += count;
    if (index < 0 || index >= count) throw py::index_error("index out of range");
    return {audited, items[static_cast<std::size_t>(index)]};
  }
};

Findings listed(const std::shared_ptr<Audited>& audited) {
  Findings findings{audited, {}};
  for (const Finding& one : audited->report.findings) findings.items.push_back(&one);
  return findings;
}

/// Those that a review set aside: accepted ones, then those that an earlier report had.
Findings set_aside(const std::shared_ptr<Audited>& audited) {
  Findings findings{audited, {}};
  for (const AcceptedFinding& one : audited->report.accepted)
    findings.items.push_back(&one.finding);
  for (const Finding& one : audited->report.known) findings.items.push_back(&one);
  return findings;
}

py::object decimal_or_none(const std::optional<Decimal>& value) {
  return value ? py::cast(*value) : py::object(py::none());
}

Columns columns_of(const Findings& of) {
  Columns columns = empty_columns({"id", "figures", "rule", "severity", "cause", "message", "table",
                                   "row", "column", "section", "text", "page", "line", "published",
                                   "expected_low", "expected_high", "unit", "value"});
  Texts texts;
  for (const Finding* item : of.items) {
    const Finding& finding = *item;
    static const FindingPlace nowhere;
    const FindingPlace& place = finding.places.empty() ? nowhere : finding.places.front();
    put(columns, "id", texts(finding.id));
    put(columns, "figures", texts(finding.figures));
    put(columns, "rule", texts(finding.rule));
    put(columns, "severity", texts(to_string(finding.severity)));
    put(columns, "cause", texts(to_string(finding.cause)));
    put(columns, "message",
        readable(summary(finding, of.audited->report, of.audited->dossier, Language::zh)));
    put(columns, "table", texts.or_none(place.table));
    put(columns, "row", texts.or_none(place.row));
    put(columns, "column", texts.or_none(place.column));
    put(columns, "section", texts.or_none(place.section));
    put(columns, "text", texts.or_none(place.text));
    put(columns, "page", number_or_none(place.place.page));
    put(columns, "line", number_or_none(place.place.line));
    put(columns, "published", texts.or_none(finding.published));
    put(columns, "expected_low", decimal_or_none(finding.expected_low));
    put(columns, "expected_high", decimal_or_none(finding.expected_high));
    put(columns, "unit", texts.or_none(symbol(finding.expected_unit)));
    const bool repaired = !finding.repairs.empty() && finding.repairs.front().value;
    put(columns, "value",
        repaired ? texts(*finding.repairs.front().value) : py::object(py::none()));
  }
  return columns;
}

}  // namespace

void bind_cells(py::module_& module) {
  py::class_<Cells> cells(module, "Cells", R"(Every printed figure as a row of one tidy frame.

Figures of tables, of the funds of performance targets and of the narrative; what is blank prints
none.
)");
  cells.def("__len__", [](const Cells& c) { return py::len(columns_of(c)["text"]); });
  bind_frame(cells,
             "Columns source, body, year, kind, table, table_kind, title, row, code, name, level, "
             "column, header, term, text (as printed), unit, amount (MoneyArray: missing for what "
             "is no amount of whole 分), value (Decimal, in the printed unit), state, mark, page, "
             "line, statements (how many speak of it) and outcome (the worst of them). None where "
             "there is none.",
             [](const Cells& c) { return columns_of(c); });

  py::class_<Findings> findings(module, "Findings", R"(The findings of a report, gravest first.

A sequence of Finding; a notebook shows it as a table.
)");
  findings.def("__len__", &Findings::size)
      .def("__getitem__", &Findings::at, "index"_a)
      .def("__getitem__",
           [](const Findings& f, const py::slice& slice) {
             std::size_t start = 0, stop = 0, step = 0, length = 0;
             if (!slice.compute(f.size(), &start, &stop, &step, &length))
               throw py::error_already_set();
             std::vector<AuditedFinding> some;
             for (std::size_t i = 0; i < length; ++i, start += step)
               some.push_back({f.audited, f.items[start]});
             return some;
           })
      .def("__iter__", [](const py::object& self) {
        return py::reinterpret_steal<py::typing::Iterator<AuditedFinding>>(
            PySeqIter_New(self.ptr()));
      });
  bind_frame(findings,
             "Columns id, figures, rule, severity, cause, message (in Chinese), table, row, "
             "column, section, "
             "text, page, line (of its first place), published, expected_low, expected_high, unit "
             "and value (the probable right one), one entry a finding; None where there is none.",
             [](const Findings& f) { return columns_of(f); });

  py::reinterpret_borrow<py::class_<Audited, std::shared_ptr<Audited>>>(module.attr("Report"))
      .def_property_readonly("findings", &listed, "Gravest first, then in document order.")
      .def_property_readonly("set_aside", &set_aside,
                             "What a review took out of the findings: accepted ones, then those "
                             "that an earlier report had.")
      .def_property_readonly(
          "cells", [](const std::shared_ptr<Audited>& a) { return Cells{a}; },
          "Every figure of the audited disclosure, then of `previous` and `units`, Cells.")
      .def_property_readonly(
          "own_cells",
          [](const std::shared_ptr<Audited>& a) {
            return Cells{a, true};
          },
          "Every figure of the audited disclosure alone, Cells.");
  py::reinterpret_borrow<py::class_<Disclosure, std::shared_ptr<Disclosure>>>(
      module.attr("Disclosure"))
      .def_property_readonly("cells", &audited_cells,
                             R"(Every figure that it prints, Cells, with what an audit makes of it.

By the standard rules, each time anew; `report.cells` is the same of an audit that was made.

>>> import budgetcore
>>> doc = budgetcore.read("examples/disclosures/yangquan-finance-2024.txt")
>>> cells = doc.cells.to_dict()
>>> cells["name"][0], cells["text"][0], cells["outcome"][0]
('一、一般公共预算', '3296.30', 'exact')
)");
}

}  // namespace budget::python
