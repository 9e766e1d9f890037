// SPDX-License-Identifier: Apache-2.0
#include "claim/told_last.hpp"

#include <budget/base/text.hpp>

#include "claim/clauses.hpp"

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

/// Whether an amount of the document's own year is told of a quantity or of part of it.
bool fits(const Claim& claim, const QuantityName& quantity) {
  return claim.kind == ClaimKind::amount && claim.understood &&
         claim.quantity[Slot::period].empty() &&
         completed(quantity, claim.quantity) == claim.quantity;
}

}  // namespace

int whole_that_fits(std::span<const Claim> claims, int amount, const QuantityName& quantity) {
  constexpr int deepest = 8;  // lists within lists
  for (int depth = 0; depth < deepest; ++depth) {
    const int whole = claims[static_cast<std::size_t>(amount)].whole;
    if (whole < 0 || !fits(claims[static_cast<std::size_t>(whole)], quantity)) return amount;
    amount = whole;
  }
  return amount;
}

int told_last(std::span<const Claim> claims, const QuantityName& quantity) {
  constexpr int farthest = 64;
  const int last = static_cast<int>(claims.size()) - 1;
  for (int i = last; i >= 0 && i > last - farthest; --i)
    if (fits(claims[static_cast<std::size_t>(i)], quantity))
      return whole_that_fits(claims, i, quantity);
  if (quantity[Slot::side] != "收支") return -1;
  // 收入支出与上年相比: either side's total, which are the same.
  QuantityName total = quantity;
  total[Slot::side] = "支出";
  total[Slot::extent] = "总计";
  return told_last(claims, total);
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
  // 上述支出占…的比重：公务接待费占24.89%, below the items that tell them.
  const bool above = heading_of(narrative, amount.passage) == heading_of(narrative, share.passage);
  if (amount.passage != share.passage)
    return above && !named.quantity[Slot::item].empty() ? told : -1;
  if (const std::size_t opened = words.find("其中"); opened != std::string_view::npos)
    words.remove_prefix(opened + std::string_view("其中").size());
  const std::string_view text =
      std::string_view(narrative.passages[static_cast<std::size_t>(amount.passage)].text)
          .substr(amount.begin, amount.end - amount.begin);
  return text.find(strip(words)) == std::string_view::npos ? -1 : told;
}

bool is_behind_budget(std::span<const Claim> claims, const Claim& amount, const Phrase& phrase,
                      std::string_view before) {
  if (claims.empty()) return false;
  QuantityName named = phrase.quantity;
  named[Slot::side].clear();
  const Claim& budget = claims.back();
  return named.empty() && budget.kind == ClaimKind::amount && budget.names &&
         budget.passage == amount.passage &&
         budget.quantity[Slot::period].find("预算") != std::string::npos &&
         before.find("。") == before.npos && last_semicolon(before) == before.npos;
}

bool ends_in_year_before(std::span<const Claim> claims, int passage) {
  return !claims.empty() && claims.back().kind == ClaimKind::amount &&
         claims.back().passage == passage && claims.back().quantity[Slot::period] == "上年";
}

}  // namespace budget::inline v1::detail::claims
