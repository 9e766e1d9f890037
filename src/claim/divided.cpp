// SPDX-License-Identifier: Apache-2.0
#include "claim/divided.hpp"

#include "claim/sums.hpp"
#include "claim/wording.hpp"

#include <algorithm>

namespace budget::inline v1::detail::claims {

namespace {

/// In which way a part is told: by its subject, nature or item, 0 by none of them.
int way_of(const QuantityName& part) {
  if (!part.subject.empty()) return 1;
  if (!part[Slot::nature].empty()) return 2;
  return part[Slot::item].empty() ? 0 : 3;
}

bool is_carried_over(const QuantityName& part) {
  const std::string& extent = part[Slot::extent];
  return way_of(part) == 0 && !extent.empty() && extent != "本年" && extent != "总计";
}

/// Whether something may be counted in both of two parts: one is told of the other's whole, or each in its own
/// way. What is carried over stands beside any.
bool may_overlap(const QuantityName& a, const QuantityName& b) {
  return completed(a, b) == b || completed(b, a) == a ||
         (way_of(a) != way_of(b) && !is_carried_over(a) && !is_carried_over(b));
}

/// Whether nothing can be counted twice in a list.
bool is_one_list(const Told& told, const std::vector<int>& parts) {
  for (std::size_t i = 0; i < parts.size(); ++i)
    for (std::size_t j = 0; j < i; ++j)
      if (may_overlap(told.claim(parts[i]).quantity, told.claim(parts[j]).quantity)) return false;
  return true;
}

}  // namespace

bool is_divided(const Told& told, const std::vector<int>& parts) {
  const Claim& first = told.claim(parts.front());
  const Claim& last = told.claim(parts.back());
  if (first.passage != last.passage) return false;
  const std::string_view text =
      told.narrative().passages[static_cast<std::size_t>(first.passage)].text;
  const int before = parts.front() - 1;
  const bool is_behind = before >= 0 && told.claim(before).passage == first.passage;
  const std::size_t begin = is_behind ? told.claim(before).end : 0;
  const std::string_view opening = text.substr(begin, first.end - begin);
  // Nothing else stands in the list, known or not.
  const int end = std::min(told.size(), parts.back() + nearby);
  for (int i = parts.front() + 1; i < end; ++i) {
    const Claim& claim = told.claim(i);
    if (claim.passage != first.passage || claim.whole != first.whole) break;
    const std::size_t since = std::min(told.claim(i - 1).end, claim.begin);
    if (text.substr(since, claim.begin - since).find("。") != std::string_view::npos) break;
    if (claim.kind == ClaimKind::amount && std::ranges::find(parts, i) == parts.end()) return false;
  }
  return contains_any(opening, told.words().sentence(SentenceWord::divides)) &&
         !contains_any(opening, not_all) && !text.substr(last.end).starts_with("等");
}

Alternatives ways_of_division(const Told& told, int whole, const std::vector<int>& parts) {
  std::vector<int> wholes{whole};
  for (const int amount : told.amounts_before(parts.front()))
    if (told.claim(amount).understood && std::ranges::find(parts, amount) == parts.end() &&
        amount != whole)
      wholes.push_back(amount);
  for (const int amount : told.amounts_above(parts.front()))
    if (amount != whole) wholes.push_back(amount);
  const auto is_plain = [&](int amount) {
    const Figure& figure = told.figure(told.said(amount));
    return figure.is_number() && is_short(figure);
  };
  if (std::ranges::all_of(parts, is_plain) && std::ranges::all_of(wholes, is_plain)) {
    const auto value = [&](int amount) { return told.figure(told.said(amount)).value(); };
    Decimal of_parts;
    for (const int part : parts) of_parts = of_parts + value(part);
    std::ranges::stable_sort(wholes, {}, [&](int amount) { return abs(value(amount) - of_parts); });
  }
  Alternatives ways;
  for (const int amount : wholes) ways.push_back(sum_of(told, amount, {parts, true}));
  return ways;
}

std::vector<std::vector<int>> balanced_sides(const Told& told, int whole) {
  if (told.claim(whole).quantity[Slot::side] != "收支") return {};
  std::vector<std::vector<int>> sides(2);
  const int end = std::min(told.size(), whole + nearby);
  for (int i = whole + 1; i < end; ++i) {
    const Claim& part = told.claim(i);
    if (part.kind != ClaimKind::amount || part.whole != whole || part.in_reason ||
        !part.quantity[Slot::period].empty())
      continue;
    const std::string& side = part.quantity[Slot::side];
    if (!part.understood || (side != "收入" && side != "支出")) return {};
    sides[side == "收入" ? 0 : 1].push_back(i);
  }
  for (const std::vector<int>& side : sides)
    if (side.empty() || !is_one_list(told, side)) return {};
  Obligation both = told.blank(whole, ObligationKind::linear);
  for (const int part : sides[0]) both.left.push_back({1, told.said(part)});
  for (const int part : sides[1]) both.right.push_back({1, told.said(part)});
  const bool agree = told.first_to_hold({both, sum_of(told, whole, {sides[0], true}),
                                         sum_of(told, whole, {sides[1], true})}) < 3;
  return agree ? sides : std::vector<std::vector<int>>{};
}

}  // namespace budget::inline v1::detail::claims
