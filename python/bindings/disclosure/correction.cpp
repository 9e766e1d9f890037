// SPDX-License-Identifier: Apache-2.0
#include <budget/base/lookup_error.hpp>
#include <budget/disclosure/correction.hpp>

#include <algorithm>
#include <memory>
#include <string>
#include <utility>
#include <variant>
#include <vector>

#include "bindings.hpp"
#include "disclosure/table_named.hpp"

namespace budget::python {
namespace {

using CorrectionsPath = py::typing::Union<py::str, PathLike>;
using Corrections = std::variant<std::vector<Correction>, CorrectionsPath>;

/// The same with tables by their ids, where only people name them so (支出总表).
std::vector<Correction> by_ids(const Disclosure& disclosure, std::vector<Correction> corrections) {
  for (Correction& one : corrections) {
    const auto has_id = [&](const Table& table) { return table.id == one.table; };
    if (one.table == "text" || std::ranges::any_of(disclosure.tables, has_id)) continue;
    try {
      one.table = table_named(disclosure, one.table).id;
    } catch (const LookupError&) {
      continue;  // the funds of a table of targets, or none: `corrected` tells
    }
  }
  return corrections;
}

std::shared_ptr<Disclosure> with(const Disclosure& disclosure, const Corrections& corrections) {
  if (const auto* listed = std::get_if<std::vector<Correction>>(&corrections))
    return std::make_shared<Disclosure>(corrected(disclosure, by_ids(disclosure, *listed)));
  const py::object load = attribute("budgetcore.corrections", "corrections_for");
  auto read = load(std::get<CorrectionsPath>(corrections), disclosure.source, disclosure.sha256)
                  .cast<std::vector<Correction>>();
  return std::make_shared<Disclosure>(corrected(disclosure, by_ids(disclosure, std::move(read))));
}

}  // namespace

void bind_correction(py::module_& module) {
  py::class_<Correction>(module, "Correction", R"(A figure that was misread, put right.

A table is named by its id, its number, its title or the name of its kind, or is "text", the narrative;
a row by its id, its code or its name; a column by its id, its term or its header. `read` is what was
read there and has to be there still, `text` what is printed.
)")
      .def(py::init([](std::string table, std::string row, std::string column, std::string read,
                       std::string text, std::string reason, std::string who, const Place& place) {
             return Correction{
                 std::move(table), std::move(row),    std::move(column), std::move(read),
                 std::move(text),  std::move(reason), std::move(who),    place};
           }),
           "table"_a, "row"_a, "column"_a, "read"_a, "text"_a, py::kw_only(), "reason"_a,
           "who"_a = "", "place"_a = Place{})
      .def_readonly("table", &Correction::table, "The table.")
      .def_readonly("row", &Correction::row, "The row.")
      .def_readonly("column", &Correction::column, "The column; \"\" in the narrative.")
      .def_readonly("read", &Correction::read, "What was read there.")
      .def_readonly("text", &Correction::text, "What is printed there.")
      .def_readonly("reason", &Correction::reason, "Why it was misread.")
      .def_readonly("who", &Correction::who, "Who saw the document.")
      .def_readonly("place", &Correction::place, "In the file of corrections.")
      .def("__repr__", [](const Correction& c) {
        return "<Correction " + c.table + " " + c.row + " " + c.column + ": " +
               repr_of(py::cast(c.read)) + " → " + repr_of(py::cast(c.text)) + ">";
      });
  py::reinterpret_borrow<py::class_<Disclosure, std::shared_ptr<Disclosure>>>(
      module.attr("Disclosure"))
      .def("corrected", &with, "corrections"_a,
           R"(The disclosure with figures that were misread put right.

`corrections`: a list of Correction, or the path of a CSV file with the columns table, row, column, read,
text, reason, who and, for several documents, document (name or SHA-256). The figures stay marked in every
output. Raises CorrectionError where a place or what was read there does not match.

>>> import budgetcore
>>> from budgetcore import Correction
>>> doc = budgetcore.read("examples/disclosures/yangquan-finance-2024.txt")
>>> seen = Correction("支出总表", "201", "合计", "2797.94", "2797.49", reason="the page is smudged")
>>> [cell.text for cell in doc.corrected([seen])["支出总表"].rows[1].cells][:3]
['201', '一般公共服务支出', '2797.49']
)")
      .def_property_readonly(
          "corrections",
          [](const Disclosure& d) {
            std::vector<Correction> applied;
            for (const AppliedCorrection& one : d.corrections) applied.push_back(one.correction);
            return applied;
          },
          "What was corrected, in the order in which it was.");
}

}  // namespace budget::python
