// SPDX-License-Identifier: Apache-2.0
#include "claim/told_last.hpp"

#include <budget/base/text.hpp>

#include <algorithm>

namespace budget::inline v1::detail::claims {
namespace {

/// Whether no amount of the document's own year follows one.
bool is_last_amount(std::span<const Claim> claims, int amount) {
  return std::ranges::none_of(claims.subspan(static_cast<std::size_t>(amount) + 1),
                              [](const Claim& claim) {
                                return claim.kind == ClaimKind::amount && !claim.in_reason &&
                                       claim.quantity[Slot::period].empty();
                              });
}

}  // namespace

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

int told_part(const Narrative& narrative, std::span<const Claim> before, const Claim& share,
              const Phrase& named, std::string_view words) {
  const int told = told_last(before, named.quantity);
  if (told < 0 || is_last_amount(before, told)) return told;
  const Claim& amount = before[static_cast<std::size_t>(told)];
  if (amount.passage != share.passage) return -1;
  if (const std::size_t opened = words.find("其中"); opened != std::string_view::npos)
    words.remove_prefix(opened + std::string_view("其中").size());
  const std::string_view text =
      std::string_view(narrative.passages[static_cast<std::size_t>(amount.passage)].text)
          .substr(amount.begin, amount.end - amount.begin);
  return text.find(strip(words)) == std::string_view::npos ? -1 : told;
}

}  // namespace budget::inline v1::detail::claims
