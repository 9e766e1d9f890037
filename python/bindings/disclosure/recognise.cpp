// SPDX-License-Identifier: Apache-2.0
#include <budget/disclosure/recognise.hpp>
#include <budget/standard/vocabulary.hpp>

#include <memory>

#include "bindings.hpp"

namespace budget::python {

void bind_recognise(py::module_& module) {
  module.def(
      "recognise",
      [](const Document& document) { return recognise(document, standard_vocabulary()); },
      "document"_a, py::call_guard<py::gil_scoped_release>(),
      "The disclosure of a document, by the names that are compiled in. Other threads run "
      "meanwhile.");
}

}  // namespace budget::python
