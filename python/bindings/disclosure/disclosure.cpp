// SPDX-License-Identifier: Apache-2.0
#include <budget/base/lookup_error.hpp>
#include <budget/disclosure/disclosure.hpp>
#include <budget/rule/parse.hpp>
#include <budget/standard/vocabulary.hpp>
#include <budget/subject/name.hpp>

#include <algorithm>
#include <functional>
#include <memory>
#include <utility>
#include <vector>

#include "bindings.hpp"
#include "disclosure/table_named.hpp"

namespace budget::python {
namespace {

std::string table_key(std::string_view name) {
  return subject_key(without_year(subject_key(name)));
}

std::optional<TableKind> kind_of(std::string_view name) {
  if (const auto kind = parse_table_kind(name)) return kind;
  const std::string key = table_key(name);
  for (int i = 0; i < static_cast<int>(TableKind::other); ++i) {
    const auto kind = static_cast<TableKind>(i);
    if (table_key(rule_table_name(kind)) == key) return kind;
  }
  return standard_vocabulary().table(key);
}

/// Names of the tables that there are, the nearest to `name` first, at most three.
std::vector<std::string> nearest(const Disclosure& disclosure, std::string_view name) {
  const std::string key = table_key(name);
  std::vector<std::pair<std::size_t, std::string>> ranked;
  for (const Table& table : disclosure.tables) {
    const std::string_view usual = rule_table_name(table.kind);
    const std::string label = usual.empty() ? table.title : std::string(usual);
    ranked.emplace_back(edit_distance(key, table_key(label)), label);
  }
  std::ranges::stable_sort(ranked, {}, &std::pair<std::size_t, std::string>::first);
  std::vector<std::string> names;
  for (auto& [distance, label] : ranked)
    if (names.size() < 3 && std::ranges::find(names, label) == names.end())
      names.push_back(std::move(label));
  return names;
}

}  // namespace

const Table& table_named(const Disclosure& disclosure, const std::string& name) {
  const auto first = [&](auto matches) -> const Table* {
    const auto found = std::ranges::find_if(disclosure.tables, matches);
    return found == disclosure.tables.end() ? nullptr : &*found;
  };
  const Table* found = nullptr;
  if (!name.empty()) found = first([&](const Table& t) { return t.number == name; });
  if (found == nullptr)
    if (const auto kind = kind_of(name); kind && *kind != TableKind::other)
      found = disclosure.find(*kind);
  if (found == nullptr) {
    const std::string key = table_key(name);
    found = first([&](const Table& t) { return table_key(t.title) == key; });
  }
  if (found == nullptr)
    throw LookupError("disclosure.table", name, nearest(disclosure, name),
                      Place{disclosure.source, 0, 0, 0, {}});
  return *found;
}

namespace {

py::tuple indices(const CellRef& cell) {
  return py::make_tuple(cell.disclosure, cell.table, cell.row, cell.column);
}

void bind_parts(py::module_& module) {
  bind_enum(module, "DisclosureKind", "Whether a disclosure says what will be spent or what was.",
            DisclosureKind::final_account);
  bind_enum(module, "BodyScope",
            "Whose money a disclosure tells of: a department's with its units', or one unit's.",
            BodyScope::unit);
  bind_enum(module, "RegionKind", "A part of the text that is kept whole.",
            RegionKind::repeated_table);
  bind_enum(module, "NotReadWhy", "Why a line of a table could not be placed.",
            NotReadWhy::picture);

  py::class_<Region>(module, "Region", "Lines recognised as a region and not yet read.")
      .def_readonly("kind", &Region::kind, "What the region is.")
      .def_readonly("title", &Region::title, "Its title as printed.")
      .def_readonly("first", &Region::first, "Place of its first line.")
      .def_readonly("last", &Region::last, "Place of its last line.")
      .def("__repr__", [](const Region& r) {
        return "<Region " + std::string(to_string(r.kind)) + " " + r.title + ">";
      });

  py::class_<NotRead>(module, "NotRead", "A line of a table that could not be placed.")
      .def_readonly("place", &NotRead::place, "Where it stands.")
      .def_readonly("text", &NotRead::text, "The line as printed.")
      .def_readonly("why", &NotRead::why, "Why it could not be placed.")
      .def_readonly("table", &NotRead::table, "Id of the table it stands in, \"\" if none.")
      .def("__repr__", [](const NotRead& n) {
        return "<NotRead " + to_string(n.place) + ": " + repr_of(py::cast(n.text)) + ">";
      });
}

void bind_listed(py::module_& module) {
  py::class_<ListedTable>(module, "ListedTable", "A table that the list of contents names.")
      .def_readonly("text", &ListedTable::text, "As printed, without dots and page number.")
      .def_readonly("place", &ListedTable::place, "Where the entry stands.")
      .def_readonly("kind", &ListedTable::kind, "What it is; None where its name is unknown.")
      .def("__repr__",
           [](const ListedTable& l) { return "<ListedTable " + repr_of(py::cast(l.text)) + ">"; });
}

void bind_flaws(py::module_& module) {
  bind_enum(module, "FlawKind", "What is wrong with a document as a document.",
            FlawKind::doubled_mark);
  py::class_<Flaw>(module, "Flaw", R"(What a reader sees at once and no arithmetic finds.

A passage printed twice, a table numbered outside its series, 仅供内部 left standing …
)")
      .def_readonly("kind", &Flaw::kind, "What it is.")
      .def_readonly("places", &Flaw::places,
                    "Where, at least one; of what is printed twice the second printing first.")
      .def_readonly("text", &Flaw::text, "What is printed: heading, title, label, mark, figure.")
      .def_readonly("expected", &Flaw::expected, "What should stand there; \"\" if nothing.")
      .def_readonly("column", &Flaw::column, "totalled_label: the header of the column.")
      .def_readonly("differing", &Flaw::differing,
                    "repeated_table: cells in which the two printings differ.")
      .def("__repr__", [](const Flaw& f) {
        return "<Flaw " + std::string(to_string(f.kind)) + ": " + repr_of(py::cast(f.text)) + ">";
      });
}

void bind_cell_ref(py::module_& module) {
  py::class_<CellRef>(module, "CellRef", R"(Which cell of an audited dossier, by indices from 0.

`Report.cell` gives the cell, `Report.place` names it as printed.
)")
      .def(py::init<int, int, int, int>(), "disclosure"_a, "table"_a, "row"_a, "column"_a,
           "By its indices; the table −1 is the narrative.")
      .def_readonly("disclosure", &CellRef::disclosure,
                    "0 the one that was audited, then `previous`.")
      .def_readonly("table", &CellRef::table, "Index into Disclosure.tables.")
      .def_readonly("row", &CellRef::row, "Index into Table.rows.")
      .def_readonly("column", &CellRef::column, "Index into Table.columns.")
      .def("__eq__", &equal<CellRef>, py::is_operator())
      .def(py::self < py::self)
      .def(py::self <= py::self)
      .def(py::self > py::self)
      .def(py::self >= py::self)
      .def("__hash__", [](const CellRef& c) { return py::hash(indices(c)); })
      .def("__repr__", [](const CellRef& c) { return "<CellRef " + repr_of(indices(c)) + ">"; });
}

/// A figure of the narrative with what the table of the narrative holds of it.
struct FigureInText {
  TextFigure where;
  Figure figure;
  Place place;
  std::string words;
};

std::vector<FigureInText> text_figures(const Disclosure& disclosure) {
  const Narrative& narrative = disclosure.narrative;
  std::vector<FigureInText> figures;
  for (std::size_t i = 0; i < narrative.figures.size(); ++i) {
    const Row& row = narrative.table.rows[i];
    const Cell& cell = row.cells.front();
    figures.push_back({narrative.figures[i], cell.figure, cell.place, row.labels.front().name});
  }
  return figures;
}

void bind_narrative(py::module_& module) {
  bind_enum(module, "TextFigureKind", "What a figure of a text counts.", TextFigureKind::bare);
  py::class_<Passage>(module, "Passage",
                      "A heading, an item of a list or a paragraph: printed lines joined.")
      .def_readonly("text", &Passage::text, "Its text, page marks left out.")
      .def_readonly("heading", &Passage::heading,
                    "Whether it names what follows and says nothing itself.")
      .def_readonly("number", &Passage::number, "That the ordinal before it counts; 0 none.")
      .def_property_readonly(
          "parent",
          [](const Passage& p) { return p.parent >= 0 ? std::optional(p.parent) : std::nullopt; },
          "Index of the heading or item that it stands below; None without.")
      .def_property_readonly(
          "place", [](const Passage& p) { return p.lines.front().place; }, "Of its first line.")
      .def_property_readonly(
          "places",
          [](const Passage& p) {
            std::vector<Place> places;
            for (const PassageLine& line : p.lines) places.push_back(line.place);
            return places;
          },
          "Of every printed line that it is joined of.")
      .def("__repr__",
           [](const Passage& p) { return "<Passage " + repr_of(py::cast(p.text)) + ">"; });
  py::class_<FigureInText>(module, "TextFigure", "A figure in the text of a passage.")
      .def_property_readonly(
          "kind", [](const FigureInText& f) { return f.where.kind; }, "What it counts.")
      .def_property_readonly(
          "measure", [](const FigureInText& f) { return f.where.measure; },
          "Of a count: 个, 平方米; else \"\".")
      .def_property_readonly(
          "passage", [](const FigureInText& f) { return f.where.passage; },
          "Index into Disclosure.passages.")
      .def_readonly("figure", &FigureInText::figure, "The figure as printed.")
      .def_readonly("place", &FigureInText::place, "Where it stands.")
      .def_readonly("words", &FigureInText::words, "The words before it in its clause.")
      .def("__repr__", [](const FigureInText& f) {
        return "<TextFigure " + repr_of(py::cast(f.words + " " + f.figure.text())) + ">";
      });
}

std::string disclosure_repr(const Disclosure& d) {
  std::string text = "<Disclosure " + (d.organisation.empty() ? d.source : d.organisation);
  if (d.year) text += " " + std::to_string(*d.year);
  return text + " " + std::string(to_string(d.kind)) + ": " + std::to_string(d.tables.size()) +
         " tables>";
}

}  // namespace

void bind_disclosure(py::module_& module) {
  bind_parts(module);
  bind_listed(module);
  bind_narrative(module);
  bind_flaws(module);
  bind_cell_ref(module);
  py::class_<Disclosure, std::shared_ptr<Disclosure>>(
      module, "Disclosure",
      R"(One body's published budget or final account.

What `read` returns. `disclosure["支出总表"]` is a table by its kind's name, its usual name, its
title as printed, or its number; KeyError (LookupError) names the nearest.
)")
      .def_readonly("source", &Disclosure::source, "File name or \"-\".")
      .def_readonly("files", &Disclosure::files, "Where it was joined of several; else empty.")
      .def_readonly("sha256", &Disclosure::sha256,
                    "Of the published bytes; joined by + as files are.")
      .def_readonly("kind", &Disclosure::kind, "Budget or final account.")
      .def_readonly("year", &Disclosure::year, "The year; None where not found.")
      .def_readonly("scope", &Disclosure::scope, "Of a department, or of one unit of it.")
      .def_readonly("organisation", &Disclosure::organisation,
                    "Official name, \"\" where not found.")
      .def_readonly("organisation_code", &Disclosure::organisation_code, "\"\" where not printed.")
      .def_property_readonly(
          "pages",
          [](const Disclosure& d) { return d.pages > 0 ? std::optional(d.pages) : std::nullopt; },
          "Number of pages; None where the text does not tell.")
      .def_property_readonly(
          "turned_pages",
          [](const Disclosure& d) {
            py::typing::Dict<py::typing::Tuple<py::str, py::int_>, py::int_> pages;
            for (const TurnedPage& one : d.turned)
              pages[py::make_tuple(one.source, one.page)] = one.degrees;
            return pages;
          },
          "Pages whose writing ran up or down, {(file, page): degrees}: they were turned so far, "
          "counter-clockwise, to be read, and boxes are on the turned page.")
      .def_readonly(
          "of_government", &Disclosure::of_government,
          "Whether it is of a government as a whole, whose tables no rule of a body fits.")
      .def_readonly("tables", &Disclosure::tables, "Its tables in document order.")
      .def_readonly("regions", &Disclosure::regions, "Parts recognised and not yet read.")
      .def_property_readonly(
          "passages",
          [](const Disclosure& d) -> const std::vector<Passage>& { return d.narrative.passages; },
          "Its narrative, list of Passage in reading order.")
      .def_property_readonly("text_figures", &text_figures,
                             "Every figure of its narrative in reading order, list of TextFigure.")
      .def_readonly("contents", &Disclosure::contents, "Its list of contents, list of ListedTable.")
      .def_property_readonly(
          "flaws", [](const Disclosure& d) { return d.flaws.found; },
          "What is wrong with the document as a document, list of Flaw.")
      .def_property_readonly(
          "flaws_sought", [](const Disclosure& d) { return d.flaws.sought; },
          "Kinds of flaws that it was searched for: without a list of contents none in it.")
      .def_readonly("not_read", &Disclosure::not_read, "Lines of tables that could not be placed.")
      .def(
          "find",
          [](const Disclosure& d,
             TableKind kind) -> std::optional<std::reference_wrapper<const Table>> {
            const Table* found = d.find(kind);
            return found == nullptr ? std::nullopt : std::optional(std::cref(*found));
          },
          py::return_value_policy::reference_internal, "kind"_a, "First table of a kind, or None.")
      .def("__getitem__", &table_named, py::return_value_policy::reference_internal, "name"_a,
           "The table of that kind's name, usual name, title or number.")
      .def("__contains__",
           [](const Disclosure& d, const std::string& name) {
             try {
               table_named(d, name);
               return true;
             } catch (const LookupError&) {
               return false;
             }
           })
      .def("__len__", [](const Disclosure& d) { return d.tables.size(); })
      .def("__iter__",
           [](const py::object& self) -> py::typing::Iterator<Table> {
             return py::iter(self.attr("tables"));
           })
      .def(
          "plot",
          [](const py::object& self, const py::KWArgs<py::object>& options) {
            return attribute("budgetcore.plots", "plot_flow")(self, **options);
          },
          R"(Income and expenditure as a Sankey diagram, by the table of both.

Options: `backend` ("matplotlib" or "plotly"), `unit` ("万元"), `title`, `ax` (of matplotlib). Gives
matplotlib axes or a Plotly figure. Raises PlotError without such a table or where it is empty, CellNotRead
for a figure of it that was not read.)")
      .def("__repr__", &disclosure_repr);
}

}  // namespace budget::python
