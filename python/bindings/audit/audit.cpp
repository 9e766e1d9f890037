// SPDX-License-Identifier: Apache-2.0
#include <budget/audit/audit.hpp>
#include <budget/audit/placement.hpp>
#include <budget/standard/rules.hpp>

#include <memory>
#include <optional>
#include <utility>
#include <variant>
#include <vector>

#include "audit/audited.hpp"
#include "bindings.hpp"

namespace budget::python {
namespace {

using Shared = std::shared_ptr<Disclosure>;
using Previous = std::optional<std::variant<Shared, std::vector<Shared>>>;
using RulePath = py::typing::Union<py::str, PathLike>;
using RuleSource = std::variant<std::shared_ptr<Pack>, RulePath>;

std::vector<Pack> packs_of(const std::vector<RuleSource>& sources) {
  std::vector<Pack> packs = standard_packs();
  for (const RuleSource& source : sources) {
    if (const auto* pack = std::get_if<std::shared_ptr<Pack>>(&source)) {
      packs.push_back(**pack);
    } else {
      const py::object load = attribute("budgetcore.reading", "load_rules");
      packs.push_back(load(std::get<RulePath>(source)).cast<const Pack&>());
    }
  }
  return packs;
}

Dossier dossier_of(const Disclosure& current, const Previous& previous) {
  Dossier dossier{{current}};
  if (!previous) return dossier;
  if (const auto* one = std::get_if<Shared>(&*previous)) {
    dossier.disclosures.push_back(**one);
  } else {
    for (const Shared& other : std::get<std::vector<Shared>>(*previous))
      dossier.disclosures.push_back(*other);
  }
  return dossier;
}

std::shared_ptr<Audited> audited(const Disclosure& current, const Previous& previous,
                                 const std::vector<RuleSource>& rules) {
  const std::vector<Pack> packs = packs_of(rules);
  const py::gil_scoped_release released;
  auto result = std::make_shared<Audited>();
  result->dossier = placed_by_arithmetic(dossier_of(current, previous), packs);
  result->report = audit(result->dossier, packs, standard_lists());
  return result;
}

}  // namespace

void bind_audit(py::module_& module) {
  py::class_<Disclosure, Shared>(module.attr("Disclosure"))
      .def("audit", &audited, py::kw_only(), "previous"_a = py::none(),
           "rules"_a = std::vector<RuleSource>{},
           R"(Audits the disclosure by the rules that are compiled in.

`previous` is what belongs to the same body: last year's disclosure, the budget of a final account.
`rules` are further packs, or paths of rule files. Raises RuleError with the place for a faulty rule
file, OSError for one that cannot be opened. Other threads run meanwhile.)");
}

}  // namespace budget::python
