// SPDX-License-Identifier: Apache-2.0
// The extension module: one bind call a header, in the order of the layers.
#include "bindings.hpp"

PYBIND11_MODULE(_core, module) {
  using namespace budget::python;
  module.doc() = "Exact amounts, disclosures and audits; import budgetcore instead.";
  module.attr("__version__") = BUDGETCORE_VERSION;

  bind_place(module);
  bind_error(module);
  bind_rounding(module);
  bind_unit(module);
  bind_ratio(module);
  bind_money(module);
  bind_interval(module);
  bind_reading(module);
  bind_figure(module);
}
