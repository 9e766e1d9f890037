// SPDX-License-Identifier: Apache-2.0
// What tables of performance targets demand: that their funds add up and are those of the budget, that
// columns, tables and texts agree, that what is asked for makes sense and can be paid for.
#pragma once

#include <budget/obligation/obligation.hpp>

#include <cstdint>
#include <string_view>
#include <vector>

namespace budget::inline v1 {

enum class TargetDemand : std::uint8_t {
  // arithmetic
  funds,          ///< sources and uses add up to their total
  within_period,  ///< the year's money is part of the period's
  budgeted,       ///< a project's money is that of the table of projects
  listed,         ///< a project stands in the table of projects
  overall,        ///< the department's money is that of its expenditure
  staff,          ///< the staff is the sum of its kinds
  establishment,  ///< no more staff than posts
  hired,          ///< people whom projects hire are counted among the staff
  published,      ///< as many tables, with as much money, as the text says are published
  parts,          ///< amounts in a project's description make up its money
  costs,          ///< number × unit cost fits into the year's money
  contracts,      ///< contract prices fit into the year's money
  purchases,      ///< purchased services of a project fit into its money
  execution,      ///< the rate of execution is spending ÷ budget
  scores,         ///< scores of a self-evaluation follow from what came of the targets
  score_totals,   ///< no score is above its weight, and the total is that of the scores
  // agreement
  text,         ///< the text asks for what the indicators ask for
  columns,      ///< the year asks for what the period asks for
  one_column,   ///< an indicator stands in both columns
  department,   ///< the department asks for what its project asks for
  same_number,  ///< one quantity is told with one number
  unit_price,   ///< one thing has one price in all projects
  paid_twice,   ///< one thing is paid from one source
  last_year,    ///< no target is below that of the year before
  as_set,       ///< a self-evaluation holds what was achieved against the targets that were set
  plan_year,    ///< a plan speaks of the year of the budget
  level,        ///< the wording is that of the body's own level
  term,         ///< money of a long period is more than that of a year
  // sense
  rate,        ///< no rate is above 100 %
  full_rate,   ///< ≥100 % leaves only 100 %
  price,       ///< a price is of an ordinary size
  measure,     ///< a number counts something, and a cost is money
  form,        ///< a target can be taken as it is written
  measurable,  ///< a target can be measured
  category,    ///< a category that is printed has an indicator
  duplicated,  ///< an indicator is printed once
  cut,         ///< no text ends in the middle
};
[[nodiscard]] std::string_view to_string(TargetDemand) noexcept;

/// The last demand, for going through all.
inline constexpr TargetDemand last_target_demand = TargetDemand::cut;

/// An obligation of a table of targets, its rule and severity left to the rule that demands it.
struct TargetObligation {
  TargetDemand demand = TargetDemand::funds;
  Obligation obligation;
};

/// What the tables of targets of the current disclosure of a dossier demand, in document order within
/// each demand.
[[nodiscard]] std::vector<TargetObligation> target_obligations(const Dossier&);

/// Those of them that speak of figures: sums and quotients of funds.
[[nodiscard]] std::vector<TargetObligation> target_statements(const Dossier&);

}  // namespace budget::inline v1
