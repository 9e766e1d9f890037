// SPDX-License-Identifier: Apache-2.0
#include "subject/catalog.hpp"
#include <budget/base/lookup_error.hpp>

#include <string>
#include <utility>
#include <variant>
#include <vector>

#include "bindings.hpp"

namespace budget::python {
namespace {

// An entry with the catalog that keeps it alive.
struct BoundEntry {
  Catalog catalog;
  const CatalogEntry* entry;
};

struct BoundCheck {
  NameFit fit;
  std::optional<BoundEntry> found, current;
  std::vector<std::string> suggestions;
};

using CodeArgument = std::variant<std::string, SubjectCode>;

std::vector<std::string> texts(const std::vector<std::string_view>& views) {
  return {views.begin(), views.end()};
}

// The code as the catalog writes it; printed variants of subject codes will do.
std::string code_in(const Catalog& catalog, const CodeArgument& code) {
  if (const auto* subject = std::get_if<SubjectCode>(&code)) return to_string(*subject);
  const auto& text = std::get<std::string>(code);
  if (!catalog.contains(text)) {
    if (const auto printed = SubjectCode::try_parse_printed(text)) return to_string(*printed);
  }
  return text;
}

std::string known_code(const Catalog& catalog, const CodeArgument& code) {
  std::string text = code_in(catalog, code);
  if (!catalog.contains(text))
    throw LookupError("subject.unknown", text, texts(catalog.nearest_codes(text)));
  return text;
}

std::optional<BoundEntry> bound(const Catalog& catalog, const CatalogEntry* entry) {
  if (entry == nullptr) return std::nullopt;
  return BoundEntry{catalog, entry};
}

std::optional<BoundEntry> current(const BoundCatalog& self, const std::string& code) {
  return bound(self.catalog, self.catalog.name_of(code, self.year));
}

BoundEntry entry_of(const BoundCatalog& self, const CodeArgument& code) {
  const std::string text = known_code(self.catalog, code);
  if (auto entry = current(self, text)) return std::move(*entry);
  std::vector<std::string> next;
  for (const Successor& one : successors(self.catalog.entries(text).back()))
    next.push_back(std::string(one.code) + (one.name.empty() ? "" : " ") + std::string(one.name));
  throw LookupError("subject.retired", text, std::move(next));
}

BoundCheck check(const BoundCatalog& self, const CodeArgument& code, const std::string& name,
                 const std::optional<CodeArgument>& under) {
  const Catalog& catalog = self.catalog;
  const std::string text = code_in(catalog, code);
  const std::string above = under ? code_in(catalog, *under) : "";
  const NameCheck answer =
      catalog.check(text, name, self.year, under ? std::optional<CodeText>(above) : std::nullopt);
  BoundCheck result{answer.fit, bound(catalog, answer.found), bound(catalog, answer.current), {}};
  switch (answer.fit) {
    case NameFit::fits:
    case NameFit::abbreviation: break;
    case NameFit::code_unknown:
    case NameFit::class_unknown: result.suggestions = texts(catalog.nearest_codes(text)); break;
    case NameFit::wrong_parent:
      if (const auto parent = catalog.parent(text)) result.suggestions = {std::string(*parent)};
      break;
    case NameFit::retired:
    case NameFit::unproven:
    case NameFit::other_name:
      if (answer.current != nullptr) result.suggestions.emplace_back(answer.current->name);
      for (const NearName& near : catalog.nearest(name)) {
        if (answer.current == nullptr || near.entry->name != answer.current->name)
          result.suggestions.emplace_back(near.entry->name);
      }
      break;
  }
  return result;
}

void bind_entry(py::module_& module) {
  py::class_<BoundEntry>(module, "CatalogEntry", "One name of one code of a catalog.")
      .def_property_readonly(
          "code", [](const BoundEntry& e) { return std::string(e.entry->code); },
          "The code as the catalog writes it.")
      .def_property_readonly(
          "name", [](const BoundEntry& e) { return std::string(e.entry->name); }, "The name.")
      .def_property_readonly(
          "status", [](const BoundEntry& e) { return std::string(to_string(e.entry->status)); },
          R"(How far it is known: "verified" (two bodies print it), "single", … "unverified".)")
      .def_property_readonly(
          "is_printed", [](const BoundEntry& e) { return is_printed(e.entry->status); },
          "Whether a published document prints it; only then may it be held against another.")
      .def_property_readonly(
          "from_year", [](const BoundEntry& e) { return e.entry->from_year; },
          "First year a document read prints it.")
      .def_property_readonly(
          "to_year", [](const BoundEntry& e) { return e.entry->to_year; },
          "Its proven end; None where none is proven.")
      .def_property_readonly(
          "end", [](const BoundEntry& e) { return std::string(to_string(end_of(*e.entry))); },
          R"(How it ended: "open" (it did not), "renamed", "moved", "split" or "retired".)")
      .def_property_readonly(
          "successors",
          [](const BoundEntry& e) {
            std::vector<std::pair<std::string, std::string>> found;
            for (const Successor& next : successors(*e.entry))
              found.emplace_back(next.code, next.name);
            return found;
          },
          "Code and name of each subject that followed; a name may be \"\".")
      .def_property_readonly(
          "source", [](const BoundEntry& e) { return std::string(e.entry->source); },
          "Where code and name were read.")
      .def_property_readonly(
          "years_source", [](const BoundEntry& e) { return std::string(e.entry->years_source); },
          "Where the years come from.")
      .def(
          "is_retired", [](const BoundEntry& e, int year) { return is_retired(*e.entry, year); },
          whole("year"), "Whether the name had ended before a year.")
      .def("__repr__", [](const BoundEntry& e) {
        return "<CatalogEntry " + std::string(e.entry->code) + " " + std::string(e.entry->name) +
               ">";
      });
}

void bind_check(py::module_& module) {
  bind_enum<NameFit>(module, "NameFit", R"(How a printed name fits its code in its year.

`abbreviation`: the name without its ending 支出. `retired`: past its proven end. `unproven`: only
suggestions are known, no verdict. `class_unknown`: the catalog has no code above it either.
)",
                     NameFit::wrong_parent);
  py::class_<BoundCheck>(module, "NameCheck", "What a catalog says of a printed code and name.")
      .def_readonly("fit", &BoundCheck::fit, "How the name fits.")
      .def_readonly("found", &BoundCheck::found, "The code's entry with that name, or None.")
      .def_readonly("current", &BoundCheck::current, "The name to be expected, or None.")
      .def_readonly("suggestions", &BoundCheck::suggestions,
                    "What may have been meant, best first: names, or codes for an unknown code.")
      .def("__repr__",
           [](const BoundCheck& c) { return "<NameCheck " + std::string(to_string(c.fit)) + ">"; });
}

}  // namespace

void bind_catalog(py::module_& module) {
  bind_entry(module);
  bind_check(module);
  py::class_<BoundCatalog>(module, "Catalog",
                           R"(The codes of a classification with their names by year.

Codes are given as text or SubjectCode; those of subjects also as documents print them (201-01-01).

>>> import budgetcore as bc
>>> functional = bc.catalog("functional", year=2024)
>>> functional.name("20106"), functional["2010608"].status
('财政事务', 'verified')
>>> functional.check("215", "资源勘探信息等支出").fit.name
'retired'
)")
      .def_readonly("year", &BoundCatalog::year, "The year of its names; None for the latest.")
      .def_property_readonly(
          "classification", [](const BoundCatalog& c) { return c.catalog.classification(); },
          "What its codes classify; None for codes of another scheme.")
      .def(
          "in_year",
          [](const BoundCatalog& c, std::optional<int> year) {
            return BoundCatalog{c.catalog, year};
          },
          whole("year"), "The same catalog with the names of another year.")
      .def("__len__", [](const BoundCatalog& c) { return c.catalog.codes().size(); })
      .def("__iter__",
           [](const BoundCatalog& c) -> py::typing::Iterator<py::str> {
             return py::iter(py::cast(texts(c.catalog.codes())));
           })
      .def("__contains__",
           [](const BoundCatalog& c, const CodeArgument& code) {
             return c.catalog.contains(code_in(c.catalog, code));
           })
      .def("__getitem__", &entry_of, "code"_a)
      .def(
          "get",
          [](const BoundCatalog& c, const CodeArgument& code) {
            return current(c, code_in(c.catalog, code));
          },
          "code"_a, "The entry to be expected in the year; None without.")
      .def(
          "name",
          [](const BoundCatalog& c, const CodeArgument& code) {
            return std::string(entry_of(c, code).entry->name);
          },
          "code"_a,
          R"(The name to be expected in the year. Raises LookupError for an unknown code
("subject.unknown", with the nearest ones) or one that had ended ("subject.retired").)")
      .def(
          "names",
          [](const BoundCatalog& c, const CodeArgument& code) {
            std::vector<BoundEntry> found;
            for (const CatalogEntry& entry : c.catalog.entries(known_code(c.catalog, code)))
              found.push_back({c.catalog, &entry});
            return found;
          },
          "code"_a, "All its names, oldest first. Raises LookupError for an unknown code.")
      .def(
          "find",
          [](const BoundCatalog& c, const std::string& name) {
            std::vector<BoundEntry> found;
            for (const CatalogEntry* entry : c.catalog.with_name(name))
              if (!c.year || !is_retired(*entry, *c.year)) found.push_back({c.catalog, entry});
            return found;
          },
          "name"_a,
          "Entries of that name that had not ended, in code order; blanks, brackets, full width "
          "and "
          "ordinals do not count.")
      .def(
          "nearest",
          [](const BoundCatalog& c, const std::string& name, std::size_t limit) {
            std::vector<BoundEntry> found;
            for (const NearName& near : c.catalog.nearest(name, limit))
              found.push_back({c.catalog, near.entry});
            return found;
          },
          "name"_a, "limit"_a = 3, "Entries with the nearest names, best first.")
      .def(
          "nearest_codes",
          [](const BoundCatalog& c, const CodeArgument& code, std::size_t limit) {
            return texts(c.catalog.nearest_codes(code_in(c.catalog, code), limit));
          },
          "code"_a, "limit"_a = 3, "The nearest codes, best first.")
      .def("check", &check, "code"_a, "name"_a, py::kw_only(), "under"_a = py::none(),
           R"(How a printed name fits a code in the year, and the code the one it is printed under.

>>> import budgetcore as bc
>>> functional = bc.catalog("functional", year=2024)
>>> check = functional.check("2080505", "机关事业单位基本养老保险费支出")
>>> check.fit.name, check.suggestions[0]
('other_name', '机关事业单位基本养老保险缴费支出')
>>> functional.check("2080505", "", under="209").fit.name
'wrong_parent'
)")
      .def(
          "children",
          [](const BoundCatalog& c, const CodeArgument& code) {
            return texts(c.catalog.children(known_code(c.catalog, code)));
          },
          "code"_a, "Codes whose parent it is, in order. Raises LookupError for an unknown code.")
      .def(
          "parent",
          [](const BoundCatalog& c, const CodeArgument& code) -> std::optional<std::string> {
            const auto parent = c.catalog.parent(code_in(c.catalog, code));
            return parent ? std::optional(std::string(*parent)) : std::nullopt;
          },
          "code"_a, "The nearest code above one, which need not be in the catalog; or None.")
      .def(
          "level",
          [](const BoundCatalog& c, const CodeArgument& code) {
            return c.catalog.level(known_code(c.catalog, code));
          },
          "code"_a, "1 for an outermost code. Raises LookupError for an unknown one.")
      .def(
          "codes",
          [](const BoundCatalog& c, const std::optional<CodeRange>& range) {
            return texts(range ? c.catalog.codes(*range) : c.catalog.codes());
          },
          "range"_a = py::none(), "Its codes in order; with a range, those in it.")
      .def_property_readonly(
          "classes", [](const BoundCatalog& c) { return texts(c.catalog.classes()); },
          "The outermost codes.")
      .def("__repr__", [](const BoundCatalog& c) {
        const auto classification = c.catalog.classification();
        return "<Catalog " + std::string(classification ? to_string(*classification) : "own") +
               (c.year ? " " + std::to_string(*c.year) : "") + ", " +
               std::to_string(c.catalog.codes().size()) + " codes>";
      });
}

}  // namespace budget::python
