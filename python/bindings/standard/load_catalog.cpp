// SPDX-License-Identifier: Apache-2.0
#include <budget/standard/load_catalog.hpp>

#include "bindings.hpp"
#include "subject/catalog.hpp"

namespace budget::python {

void bind_load_catalog(py::module_& module) {
  module.def(
      "catalog_from_csv",
      [](const py::bytes& data, const std::string& source, const std::optional<BoundCatalog>& over,
         std::optional<int> year) {
        if (!year && over) year = over->year;
        const auto bytes = static_cast<std::string_view>(data);
        return BoundCatalog{
            over ? load_catalog(bytes, source, over->catalog) : load_catalog(bytes, source), year};
      },
      "data"_a, "source"_a, "over"_a = py::none(), whole("year") = py::none(),
      R"(The catalog in the bytes of a CSV file that places call `source`, alone or over another.

Prefer budgetcore.load_catalog. Raises ReadError with line and column.
)");
}

}  // namespace budget::python
