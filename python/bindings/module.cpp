// SPDX-License-Identifier: Apache-2.0
// The extension module: one bind call a header, in the order of the layers.
#include <pybind11/pybind11.h>

PYBIND11_MODULE(_core, module) {
  module.doc() = "Exact amounts, disclosures and audits; import budgetcore instead.";
  module.attr("__version__") = BUDGETCORE_VERSION;
}
