// SPDX-License-Identifier: Apache-2.0
#include <budget/audit/audit.hpp>
#include <budget/audit/placement.hpp>
#include <budget/audit/review.hpp>
#include <budget/rule/settings.hpp>
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
using Others = std::optional<std::variant<Shared, std::vector<Shared>>>;
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

/// What a configuration and an earlier report change.
struct Choices {
  RuleSettings settings;
  Review review;
  std::string today;
};

void add(Dossier& dossier, const Others& others, bool of_units) {
  const auto one = [&](const Shared& other) {
    if (of_units) dossier.units.push_back(static_cast<int>(dossier.disclosures.size()));
    dossier.disclosures.push_back(*other);
  };
  if (!others) return;
  if (const auto* alone = std::get_if<Shared>(&*others)) return one(*alone);
  for (const Shared& other : std::get<std::vector<Shared>>(*others)) one(other);
}

std::shared_ptr<Audited> audited(const Disclosure& current, const Others& previous,
                                 const Others& units, bool all_units,
                                 const std::vector<RuleSource>& rules, const py::object& config,
                                 const py::object& baseline) {
  std::vector<Pack> packs = packs_of(rules);
  Choices choices;
  if (!config.is_none() || !baseline.is_none()) {
    const py::object made = attribute("budgetcore.config", "choices")(config, baseline);
    for (const py::handle& pack : made.attr("packs")) packs.push_back(pack.cast<const Pack&>());
    choices = made.attr("choices").cast<Choices>();
  }
  const py::gil_scoped_release released;
  ConfiguredPacks made = configured(std::move(packs), choices.settings);
  auto result = std::make_shared<Audited>();
  Dossier dossier;
  dossier.disclosures.push_back(current);
  add(dossier, previous, false);
  add(dossier, units, true);
  dossier.all_units = all_units;
  result->dossier = placed_by_arithmetic(std::move(dossier), made.packs);
  result->report =
      reviewed(audit(result->dossier, made.packs, standard_lists()), choices.review, choices.today);
  result->report.rules_off = std::move(made.off);
  result->packs = std::move(made.packs);
  return result;
}

void bind_choices(py::module_& module) {
  py::class_<Acceptance>(module, "Acceptance", "A finding that was looked at.")
      .def(py::init<std::string, std::string, std::string, std::string, std::string>(), "finding"_a,
           "figures"_a = "", "reason"_a = "", "who"_a = "", "until"_a = "",
           "`figures` as the finding had them, \"\" whatever they are; `until` its last day.")
      .def_readonly("finding", &Acceptance::finding, "The id of the finding.")
      .def_readonly("figures", &Acceptance::figures, "What its figures were.")
      .def_readonly("reason", &Acceptance::reason, "Why.")
      .def_readonly("who", &Acceptance::who, "By whom.")
      .def_readonly("until", &Acceptance::until, "Its last day; \"\" without end.")
      .def("__repr__", [](const Acceptance& a) { return "<Acceptance " + a.finding + ">"; });
  py::class_<Choices>(module, "Choices", "What a configuration and an earlier report change.")
      .def(py::init([](std::vector<std::string> off,
                       std::vector<std::pair<std::string, Severity>> severities,
                       std::vector<Acceptance> accepted, std::vector<Acceptance> known,
                       std::string today) {
             return Choices{{std::move(off), std::move(severities)},
                            {std::move(accepted), std::move(known)},
                            std::move(today)};
           }),
           "off"_a, "severities"_a, "accepted"_a, "known"_a, "today"_a,
           "Rules left out and how grave others are, findings set aside, and the day.");
}

}  // namespace

void bind_audit(py::module_& module) {
  bind_choices(module);
  py::class_<Disclosure, Shared>(module.attr("Disclosure"))
      .def("audit", &audited, py::kw_only(), "previous"_a = py::none(), "units"_a = py::none(),
           "all_units"_a = false, "rules"_a = std::vector<RuleSource>{}, "config"_a = py::none(),
           "baseline"_a = py::none(),
           R"(Audits the disclosure by the rules that are compiled in.

`previous` is what belongs to the same body: last year's disclosure, the budget of a final account.
`units` are the disclosures of the units of a department, `all_units` says that it has no others.
`rules` are further packs, or paths of rule files. `config` is a Config or the path of a
budgetcore.toml, `baseline` an earlier report of the same document, or its path: what it found is not
listed again. Raises RuleError with the place for a faulty rule file or a rule that is not known,
ConfigError for a faulty configuration or baseline, OSError for a file that cannot be opened. Other
threads run meanwhile.)");
}

}  // namespace budget::python
