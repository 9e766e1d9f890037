// SPDX-License-Identifier: Apache-2.0
#include "claim/told_changes.hpp"

#include "claim/rates.hpp"

#include <algorithm>
#include <cstddef>
#include <map>
#include <string>
#include <utility>

namespace budget::inline v1::detail::claims {
namespace {

/// What an amount is of, whatever its year; all of it is it.
std::string name_of(QuantityName quantity) {
  quantity[Slot::period].clear();
  if (quantity[Slot::extent] == "总计") quantity[Slot::extent].clear();
  return to_string(quantity);
}

/// Amounts of the year before by what they are of; −1 where several differ.
std::map<std::string, int> of_year_before(const Told& told) {
  std::map<std::string, int> amounts;
  for (int i = 0; i < told.size(); ++i) {
    const Claim& claim = told.claim(i);
    if (claim.kind != ClaimKind::amount || claim.in_reason || !claim.understood ||
        claim.quantity[Slot::period] != "上年" || !told.figure(told.said(i)).is_number())
      continue;
    const auto [known, first] = amounts.emplace(name_of(claim.quantity), i);
    if (!first && known->second >= 0 &&
        told.figure(told.said(known->second)).value() != told.figure(told.said(i)).value())
      known->second = -1;
  }
  return amounts;
}

bool is_change_of_amount(const Told& told, int index) {
  const Claim& claim = told.claim(index);
  if (claim.kind != ClaimKind::change || claim.in_reason || claim.about < 0) return false;
  const Claim& about = told.claim(claim.about);
  return about.understood && about.quantity[Slot::period].empty() &&
         (!claim.base || (*claim.base)[Slot::period] == "上年") &&
         ways_of_change(told, index).empty();
}

}  // namespace

std::vector<Obligation> changes_against_told(const Told& told) {
  const std::map<std::string, int> before = of_year_before(told);
  std::vector<Obligation> made;
  if (before.empty()) return made;
  for (int i = 0; i < told.size(); ++i) {
    if (!is_change_of_amount(told, i)) continue;
    const int about = told.claim(i).about;
    const auto earlier = before.find(name_of(told.claim(about).quantity));
    if (earlier == before.end() || earlier->second < 0) continue;
    Obligation obligation = told.blank(i, ObligationKind::linear);
    obligation.left = {{told.claim(i).sign, told.said(i)}};
    obligation.right = {{1, told.said(about)}, {-1, told.said(earlier->second)}};
    made.push_back(std::move(obligation));
  }
  const auto hold = std::ranges::count_if(
      made, [&](const Obligation& one) { return told.first_to_hold({one}) == 0; });
  if (hold < 2 || 2 * static_cast<std::size_t>(hold) <= made.size()) made.clear();
  return made;
}

}  // namespace budget::inline v1::detail::claims
