// SPDX-License-Identifier: Apache-2.0
#include "claim/bind_claim.hpp"

namespace budget::inline v1::detail::claims {

QuantityName spent_on(Slot slot, std::string_view value) {
  QuantityName quantity;
  quantity[Slot::side] = "支出";
  quantity[slot] = value;
  return quantity;
}

std::string period_of(const Disclosure& disclosure, const Phrase& phrase) {
  const bool final_account = disclosure.kind == DisclosureKind::final_account;
  std::string period = own_period(phrase.quantity[Slot::period], final_account);
  const bool earlier = phrase.year && disclosure.year && *phrase.year < *disclosure.year;
  if (earlier && (period.empty() || period == "年初预算")) period = "上年";
  return period;
}

void bind(Claim& claim, const Disclosure& disclosure, const MeantCells& cells) {
  if (claim.kind != ClaimKind::amount) {
    if (claim.in_reason) claim.unbound = Unbound::in_reason;
    if (claim.kind == ClaimKind::other) claim.unbound = Unbound::not_understood;
    if (claim.base) claim.base_cells = cells.find(*claim.base);
    if (claim.about < 0 && claim.kind != ClaimKind::count && !claim.in_reason)
      claim.unbound = Unbound::no_base;
    return;
  }
  if (claim.in_reason) {
    claim.unbound = Unbound::in_reason;
  } else if (!claim.understood || claim.quantity.empty()) {
    claim.unbound = Unbound::not_understood;
  } else {
    claim.cells = cells.find(claim.quantity);
    // What a final account spent can be less than the targets were set for.
    if (claim.quantity[Slot::item] == target_projects &&
        disclosure.kind == DisclosureKind::budget) {
      claim.base = spent_on(Slot::nature, "项目支出");
      claim.base_cells = cells.find(*claim.base);
    }
    if (claim.quantity[Slot::period] == "上年" && claim.year) {
      QuantityName own = claim.quantity;
      own[Slot::period].clear();
      claim.own_cells = cells.find(own);
    }
    if (claim.cells.empty())
      claim.unbound =
          claim.quantity[Slot::period].empty() ? Unbound::no_cell : Unbound::other_period;
  }
}

}  // namespace budget::inline v1::detail::claims
