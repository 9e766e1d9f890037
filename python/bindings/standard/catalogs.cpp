// SPDX-License-Identifier: Apache-2.0
#include <budget/standard/catalogs.hpp>

#include <budget/base/error.hpp>
#include <budget/base/lookup_error.hpp>

#include <optional>
#include <string>
#include <vector>

#include "bindings.hpp"
#include "subject/catalog.hpp"

namespace budget::python {
namespace {

const Catalog& catalog_named(const std::string& name) {
  std::vector<std::string> names;
  for (const auto one : {Classification::functional, Classification::economic_department,
                         Classification::economic_government, Classification::revenue}) {
    if (to_string(one) == name) return standard_catalog(one);
    names.emplace_back(to_string(one));
  }
  if (name == "economic") return economic_department_catalog();
  throw LookupError("subject.unknown_catalog", name, std::move(names));
}

}  // namespace

void bind_catalogs(py::module_& module) {
  module.def(
      "catalog",
      [](const std::string& name, std::optional<int> year) {
        return BoundCatalog{catalog_named(name), year};
      },
      "name"_a, py::kw_only(), whole("year") = py::none(),
      R"(A compiled-in classification, with the names of a year or the latest ones.

`name`: "functional" 支出功能分类, "economic_department" 部门预算支出经济分类 (also "economic"),
"economic_government" 政府预算支出经济分类, "revenue" 收入分类. Raises LookupError
("subject.unknown_catalog") for another.

>>> import budgetcore as bc
>>> bc.catalog("functional", year=2018).name("210")
'医疗卫生与计划生育支出'
)");
  module.def(
      "standard_code_info", &standard_code_info, "code"_a, whole("year") = py::none(),
      R"(What the compiled-in classifications know about a code, in a year; None for an unknown one.

>>> from budgetcore import SubjectCode, standard_code_info
>>> [name.name for name in standard_code_info(SubjectCode("20106")).names]
['财政事务']
)");
}

}  // namespace budget::python
