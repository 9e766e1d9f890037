// SPDX-License-Identifier: Apache-2.0
#include <budget/disclosure/table_kind.hpp>

#include "bindings.hpp"

namespace budget::python {

void bind_table_kind(py::module_& module) {
  bind_enum(module, "TableKind",
            R"(Which table of a disclosure it is, whatever its title in a province.

The names are those of the JSON interface: `revenue_expenditure_summary` 收支总表, `revenue`
收入总表, `expenditure` 支出总表, `appropriation_summary` 财政拨款收支总表, … `other`.
)",
            TableKind::other);
}

}  // namespace budget::python
