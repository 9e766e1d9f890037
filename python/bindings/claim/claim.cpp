// SPDX-License-Identifier: Apache-2.0
#include <budget/claim/claim.hpp>
#include <budget/standard/claim_words.hpp>

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "bindings.hpp"
#include "columns.hpp"

namespace budget::python {
namespace {

/// A claim with what it points at in its disclosure.
struct ReadClaim {
  Claim claim;
  std::string section, text;
  std::optional<Figure> figure;
  Place place;
};

std::vector<ReadClaim> claims_of(const Disclosure& disclosure) {
  const Dossier dossier{{disclosure}};
  const Narrative& narrative = disclosure.narrative;
  std::vector<ReadClaim> result;
  for (Claim& claim : read_claims(dossier, standard_claim_words())) {
    const Passage& passage = narrative.passages[static_cast<std::size_t>(claim.passage)];
    ReadClaim read;
    const int heading = heading_of(narrative, claim.passage);
    if (heading >= 0) read.section = narrative.passages[static_cast<std::size_t>(heading)].text;
    read.text = passage.text.substr(claim.begin, claim.end - claim.begin);
    if (claim.figure < 0) {
      read.place = place_in(passage, claim.begin);
    } else {
      const Cell& cell = narrative.table.rows[static_cast<std::size_t>(claim.figure)].cells.front();
      read.figure = cell.figure;
      read.place = cell.place;
    }
    read.claim = std::move(claim);
    result.push_back(std::move(read));
  }
  return result;
}

/// The claims of a disclosure, as a sequence and as a frame.
struct Claims {
  std::vector<ReadClaim> claims;
};

/// The fields of every claim as columns, for a data frame.
Columns columns_of(const Claims& of) {
  Columns columns = empty_columns(
      {"id", "section", "kind", "quantity", "text", "figure", "unbound", "page", "line"});
  for (const ReadClaim& one : of.claims) {
    put(columns, "id", py::cast(one.claim.id));
    put(columns, "section", py::cast(one.section));
    put(columns, "kind", py::cast(std::string(to_string(one.claim.kind))));
    put(columns, "quantity", py::cast(to_string(one.claim.quantity)));
    put(columns, "text", py::cast(one.text));
    put(columns, "figure",
        one.figure ? py::object(py::cast(one.figure->text())) : py::object(py::none()));
    put(columns, "unbound", py::cast(std::string(to_string(one.claim.unbound))));
    put(columns, "page", number_or_none(one.place.page));
    put(columns, "line", number_or_none(one.place.line));
  }
  return columns;
}

}  // namespace

void bind_claim(py::module_& module) {
  bind_enum(module, "ClaimKind", "What a figure of the narrative says.", ClaimKind::other);
  bind_enum(module, "Unbound", "Why no cell and no other claim is bound to a claim.",
            Unbound::no_base);
  py::class_<ReadClaim>(module, "Claim", R"(What one figure of the narrative says.

An amount, its share, its change against another year; 持平 says it without a figure.
)")
      .def_property_readonly(
          "id", [](const ReadClaim& c) { return c.claim.id; },
          "\"c1\", \"c2\", … in reading order.")
      .def_property_readonly(
          "kind", [](const ReadClaim& c) { return c.claim.kind; }, "What it says.")
      .def_readonly("section", &ReadClaim::section, "The heading that it stands below.")
      .def_readonly("text", &ReadClaim::text, "Its clause as printed.")
      .def_readonly("figure", &ReadClaim::figure, "Its figure; None for 持平.")
      .def_readonly("place", &ReadClaim::place, "Where it stands.")
      .def_property_readonly(
          "quantity", [](const ReadClaim& c) { return to_string(c.claim.quantity); },
          "What it is of: 支出·一般公共预算·基本支出.")
      .def_property_readonly(
          "cells", [](const ReadClaim& c) { return c.claim.cells; },
          "Cells that print the same quantity, the likeliest first.")
      .def_property_readonly(
          "unbound", [](const ReadClaim& c) { return c.claim.unbound; },
          "Why nothing is bound to it; `none` where something is.")
      .def("__repr__", [](const ReadClaim& c) {
        return "<Claim " + std::string(to_string(c.claim.kind)) + " " + repr_of(py::cast(c.text)) +
               ">";
      });
  py::class_<Claims> claims(module, "Claims", R"(The claims of a narrative in reading order.

A sequence of Claim; a notebook shows it as a table.
)");
  claims.def("__len__", [](const Claims& c) { return c.claims.size(); })
      .def(
          "__getitem__",
          [](const Claims& c, py::ssize_t index) -> const ReadClaim& {
            return item_at(c.claims, index);
          },
          "index"_a, py::return_value_policy::reference_internal)
      .def(
          "__iter__",
          [](const Claims& c) { return py::make_iterator(c.claims.begin(), c.claims.end()); },
          py::keep_alive<0, 1>());
  bind_frame(claims,
             "Columns id, section, kind, quantity, text, figure (as printed), unbound, page and "
             "line, one entry a claim; None where there is none.",
             &columns_of);
  py::reinterpret_borrow<py::class_<Disclosure, std::shared_ptr<Disclosure>>>(
      module.attr("Disclosure"))
      .def_property_readonly(
          "claims", [](const Disclosure& d) { return Claims{claims_of(d)}; },
          "What its narrative says figure by figure, Claims in reading order. Read anew each "
          "time.");
}

}  // namespace budget::python
