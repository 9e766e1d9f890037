// SPDX-License-Identifier: Apache-2.0
#include "claim/told_last.hpp"

namespace budget::inline v1::detail::claims {

int told_last(std::span<const Claim> claims, const QuantityName& quantity) {
  constexpr int farthest = 64;
  const int last = static_cast<int>(claims.size()) - 1;
  for (int i = last; i >= 0 && i > last - farthest; --i) {
    const Claim& claim = claims[static_cast<std::size_t>(i)];
    if (claim.kind != ClaimKind::amount || !claim.quantity[Slot::period].empty()) continue;
    if (completed(quantity, claim.quantity) == claim.quantity) return i;
  }
  return -1;
}

bool names_changed(std::span<const Claim> before, const Claim& claim, const Phrase& phrase) {
  if (claim.about < 0) return false;
  QuantityName named = phrase.quantity;
  named[Slot::period].clear();
  if (named.empty())
    return !before.empty() && before.back().kind == ClaimKind::change &&
           before.back().passage == claim.passage && before.back().about == claim.about &&
           before.back().about_named;
  const QuantityName& about = before[static_cast<std::size_t>(claim.about)].quantity;
  return phrase.understood && !named[Slot::item].empty() && named[Slot::item] == about[Slot::item];
}

}  // namespace budget::inline v1::detail::claims
