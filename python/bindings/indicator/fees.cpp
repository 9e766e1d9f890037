// SPDX-License-Identifier: Apache-2.0
#include <budget/indicator/fees.hpp>

#include <vector>

#include "bindings.hpp"

namespace budget::python {

void bind_fees(py::module_& module) {
  bind_enum(module, "TierMode", R"(What each tier's rate is taken of.

`marginal`: the part of the amount that lies in the tier; `whole_amount`: the whole amount, by the
tier that it lies in.
)",
            TierMode::whole_amount);
  py::class_<Tier>(module, "Tier", "A rate for amounts of a size: 500＜工程费用≤2000，按0.3%.")
      .def(py::init([](const Range<Ratio>& amounts, const ExactArgument& rate) {
             return Tier{amounts, rate.value};
           }),
           "amounts"_a, "rate"_a, "Amounts in 元, and their rate: Ratio(3, 1000) for 0.3%.")
      .def_readonly("amounts", &Tier::amounts, "In 元.")
      .def_readonly("rate", &Tier::rate, "0.3% is 3/1000.");
  py::class_<TierDefects>(module, "TierDefects",
                          "Amounts of money that no tier, or more than one, has a rate for.")
      .def_readonly("gaps", &TierDefects::gaps, "In 元, between the amounts named.")
      .def_readonly("overlaps", &TierDefects::overlaps, "In 元.");
  py::class_<Fee>(module, "Fee", "A share of a volume and a sum for each item.")
      .def_readonly("scope", &Fee::scope, "What it is for, as printed.")
      .def_readonly("rate", &Fee::rate, "Share of the volume; None where there is none.")
      .def_readonly("per_item", &Fee::per_item, "Money for an item: 10元/笔; None without.")
      .def(
          "__call__",
          [](const Fee& f, Money volume, Int64Argument items, Rounding rounding) {
            return fee(f, volume, items.value, rounding);
          },
          "volume"_a, "items"_a, "rounding"_a, "The fee for a volume of money in so many items.");
  module.def(
      "tier_defects", [](const std::vector<Tier>& tiers) { return find_tier_defects(tiers); },
      "tiers"_a, "The gaps and overlaps of tiers in any order.");
  module.def(
      "tiered_fee",
      [](const std::vector<Tier>& tiers, Money amount, TierMode mode, Rounding rounding) {
        return fee(tiers, amount, mode, rounding);
      },
      "tiers"_a, "amount"_a, "mode"_a, "rounding"_a,
      R"(The fee for an amount by tiers, rounded to whole 分.

Raises DomainError ("indicator.tiers") where the amount, or a part of it, has no rate or two.

>>> from budgetcore import Money, Rounding, Target, TierMode, tiered_fee
>>> tiers = Target("费用≤500万元，按0.35%收费；500万元＜费用≤2000万元，按0.3%收费").tiers
>>> print(tiered_fee(tiers, Money.parse("800万元"), TierMode.marginal, Rounding.half_up))
26500.00元
)");
}

}  // namespace budget::python
