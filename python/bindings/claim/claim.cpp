// SPDX-License-Identifier: Apache-2.0
#include <budget/claim/claim.hpp>
#include <budget/standard/claim_words.hpp>

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "bindings.hpp"

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
  py::reinterpret_borrow<py::class_<Disclosure, std::shared_ptr<Disclosure>>>(
      module.attr("Disclosure"))
      .def_property_readonly(
          "claims", &claims_of,
          "What its narrative says figure by figure, list of Claim in reading order. Read anew "
          "each time.");
}

}  // namespace budget::python
