// SPDX-License-Identifier: Apache-2.0
#include <budget/disclosure/join.hpp>
#include <budget/disclosure/recognise.hpp>
#include <budget/standard/vocabulary.hpp>

#include <memory>
#include <optional>
#include <string>
#include <tuple>
#include <utility>
#include <vector>

#include "bindings.hpp"

namespace budget::python {

void bind_recognise(py::module_& module) {
  module.def(
      "recognise",
      [](const Document& document) { return recognise(document, standard_vocabulary()); },
      "document"_a, py::call_guard<py::gil_scoped_release>(),
      "The disclosure of a document, by the names that are compiled in. Other threads run "
      "meanwhile.");
  module.def(
      "identify",
      [](const Document& document)
          -> std::optional<std::tuple<std::string, std::optional<int>, DisclosureKind, BodyScope>> {
        const py::gil_scoped_release released;
        const auto found = identify(document, standard_vocabulary());
        if (!found) return std::nullopt;
        return std::tuple(found->organisation, found->year, found->kind, found->scope);
      },
      "document"_a,
      R"(Body, year, kind and scope that `recognise` would find, several times as fast.

By titles and captions alone; None where only the contents of tables tell.)");
  module.def(
      "join",
      [](const std::vector<std::shared_ptr<Disclosure>>& parts) {
        std::vector<Disclosure> copies;
        for (const auto& part : parts) copies.push_back(*part);
        const py::gil_scoped_release released;
        return join(std::move(copies), standard_vocabulary());
      },
      "parts"_a, R"(The files of one disclosure as one: tables and narrative published apart.

Tables and regions in their order; places keep the file they stand in. What the contents of one part
name is looked for in all of them. Raises DomainError without parts, or where two of them name
different bodies, years, or a budget and a final account.
)");
}

}  // namespace budget::python
