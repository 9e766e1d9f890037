// SPDX-License-Identifier: Apache-2.0
// What claims demand: that a sentence repeats its table, that a share, a growth rate, a completion rate
// and a difference are those of the amounts they speak of, that parts make up their whole.
#pragma once

#include <budget/claim/claim.hpp>
#include <budget/obligation/obligation.hpp>

#include <cstdint>
#include <string_view>
#include <vector>

namespace budget::inline v1 {

enum class ClaimDemand : std::uint8_t {
  restated,    ///< an amount is that of the cells that print the same quantity
  share,       ///< a share is part ÷ whole
  growth,      ///< a rate of change is change ÷ amount of the other year
  change,      ///< a change is the difference of two amounts that the text states
  proportion,  ///< percentage points and multiples are those of the figures before them
  completion,  ///< a completion rate is final account ÷ budget
  held,        ///< an amount that is held equals the one it is compared with
  parts,       ///< parts that are all there is of a whole add up to it, others do not exceed it
  compared,    ///< what is said to be less or more than the budget is
  agrees,      ///< one quantity is told twice with one amount, where no table prints it
  previous,    ///< an amount of the year before is what that year's document prints
  counted,     ///< what is counted is as many as the table's rows
  covered,     ///< no more is covered by performance targets than there is
  unit,        ///< a figure has its unit behind it
  short_unit,  ///< 万元, not 万: once for the whole text
  base,        ///< no rate but 0 is told of a base of 0: once for the whole text
  listed,      ///< the economic subjects that are listed are those with amounts
  reason,      ///< a reason that is announced is given, and goes the way of the change
  explained,   ///< a final account that differs from its budget is explained
  year,        ///< the year is the document's own, or the one before where the text compares
  budgets,     ///< the budgets of the items that are listed are all there was
  level,       ///< 类, 款, 项 are the level that the tables give a subject
  name,        ///< a subject is named as the tables name it
  guests,      ///< hospitality costs nothing exactly where nobody came
  occasions,   ///< journeys and cars cost nothing exactly where there are none
  average,     ///< an average is what was spent ÷ what is counted
  size,        ///< a guest and a car cost an ordinary amount
  funds,       ///< what says that a fund has nothing names the fund of its table or heading
  made,        ///< what every disclosure must speak of is spoken of
};
[[nodiscard]] std::string_view to_string(ClaimDemand) noexcept;

/// An obligation of the narrative, its rule and severity left to the rule that demands it.
struct ClaimObligation {
  ClaimDemand demand = ClaimDemand::restated;
  Obligation obligation;
};

/// What the claims of the current disclosure of a dossier demand, in reading order. A claim that words
/// leave open is tried in every way that they allow: it is violated only if it holds in none. Claims
/// that are bound to nothing make obligations that say why.
[[nodiscard]] std::vector<ClaimObligation> claim_obligations(const Dossier&, const ClaimWords&,
                                                             const std::vector<Claim>&);

}  // namespace budget::inline v1
