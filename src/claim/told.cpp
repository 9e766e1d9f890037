// SPDX-License-Identifier: Apache-2.0
#include "claim/told.hpp"

#include <budget/obligation/judge.hpp>

#include "claim/told_last.hpp"
#include "claim/wording.hpp"

#include <algorithm>
#include <utility>

namespace budget::inline v1::detail::claims {
namespace {

/// How far back an amount may stand that a rate is of.
constexpr int most_amounts = 6;

Undecided reason_of(Unbound why) {
  switch (why) {
    case Unbound::none: return Undecided::none;
    case Unbound::not_understood: return Undecided::not_understood;
    case Unbound::in_reason: return Undecided::in_reason;
    case Unbound::other_period:
    case Unbound::no_cell:
    case Unbound::no_base: break;
  }
  return Undecided::no_counterpart;
}

bool holds(const Outcome& outcome) {
  return outcome.status == Status::exact || outcome.status == Status::rounding;
}

}  // namespace

bool is_short(const Figure& figure) {
  const Decimal limit = Decimal::scaled(power_of_ten(15), 0);
  return figure.value().scale() <= 4 && abs(figure.value()) < limit;
}

Obligation Told::blank(int index, ObligationKind kind) const {
  Obligation obligation;
  obligation.id = to_string(claim(index).quantity) + "#" + claim(index).id;
  obligation.kind = kind;
  return obligation;
}

Obligation Told::undecided(int index) const {
  Obligation obligation = blank(index, ObligationKind::restatement);
  obligation.left = {{1, said(index)}};
  const Unbound why = claim(index).unbound;
  obligation.undecided = why == Unbound::none ? Undecided::no_counterpart : reason_of(why);
  return obligation;
}

std::size_t Told::first_to_hold(const Alternatives& alternatives) const {
  const auto found = std::ranges::find_if(
      alternatives, [&](const Obligation& way) { return holds(judge(way, dossier_)); });
  return static_cast<std::size_t>(found - alternatives.begin());
}

Obligation Told::first_of(int index, Alternatives alternatives) const {
  if (alternatives.empty()) return undecided(index);
  const std::size_t held = first_to_hold(alternatives);
  return std::move(alternatives[held < alternatives.size() ? held : 0]);
}

std::vector<CellRef> Told::printed(int index) const {
  std::vector<CellRef> cells{said(index)};
  if (const auto& agreed = agreed_[static_cast<std::size_t>(index)])
    if (figure(*agreed).is_number()) cells.push_back(*agreed);
  return cells;
}

std::vector<int> Told::amounts_before(int index) const {
  std::vector<int> found;
  const auto take = [&](int i) {
    if (i >= 0 && std::ranges::find(found, i) == found.end()) found.push_back(i);
  };
  const int about = claim(index).about;
  take(about);
  // A whole above the list is meant by what is said behind the parts, not below them.
  if (about >= 0 && claim(about).whole >= 0 &&
      (claim(claim(about).whole).passage == claim(index).passage || !claim(index).names))
    take(claim(about).whole);
  const int first = std::max(0, index - nearby);
  for (int i = index - 1, seen = 0; i >= first && seen < most_amounts; --i) {
    if (claim(i).passage != claim(index).passage) break;
    if (claim(i).kind != ClaimKind::amount || claim(i).in_reason ||
        !claim(i).quantity[Slot::period].empty())
      continue;
    take(i);
    ++seen;
  }
  return found;
}

std::vector<int> Told::amounts_above(int index) const {
  std::vector<int> found;
  const int section = heading_of(narrative(), claim(index).passage);
  for (int i = index - 1; i >= 0 && i > index - nearby; --i) {
    if (heading_of(narrative(), claim(i).passage) != section) break;
    if (claim(i).passage != claim(index).passage && claim(i).kind == ClaimKind::amount &&
        !claim(i).in_reason && claim(i).understood && claim(i).quantity[Slot::period].empty())
      found.push_back(i);
  }
  return found;
}

bool Told::may_be_against(int index, int earlier) const {
  if (!begins_comparison(text_of(claim(earlier))) || claim(index).about < 0) return true;
  int own = earlier - 1;
  while (own >= 0 && (claim(own).kind != ClaimKind::amount || claim(own).in_reason ||
                      !claim(own).quantity[Slot::period].empty()))
    --own;
  return own == claim(index).about;
}

int Told::other_period(int index, std::string_view period) const {
  const int first = std::max(0, index - nearby);
  for (int i = index - 1; i >= first && claim(i).passage == claim(index).passage; --i) {
    const std::string& of = claim(i).quantity[Slot::period];
    if (claim(i).kind == ClaimKind::amount && !claim(i).in_reason && !of.empty() &&
        (period.empty() || of == period) && may_be_against(index, i))
      return i;
  }
  return -1;
}

int Told::part_of(int whole, Slot slot, std::string_view value) const {
  const QuantityName& of = claim(whole).quantity;
  const int end = std::min(static_cast<int>(claims_.size()), whole + nearby);
  for (int i = whole + 1; i < end; ++i) {
    const Claim& part = claim(i);
    if (part.kind != ClaimKind::amount || part.in_reason) continue;
    if (part.whole != whole && part.whole < whole) {
      if (part.whole < 0) return -1;
      continue;
    }
    if (part.whole == whole && part.understood && part.quantity[slot] == value &&
        part.quantity[Slot::period] == of[Slot::period])
      return i;
  }
  return -1;
}

std::optional<std::vector<Term>> Told::change_of(int amount) const {
  const int end = std::min(static_cast<int>(claims_.size()), amount + nearby);
  for (int i = amount + 1; i < end; ++i) {
    if (claim(i).kind == ClaimKind::amount && !claim(i).in_reason && claim(i).whole != amount)
      break;
    if (claim(i).about != amount) continue;
    if (claim(i).kind == ClaimKind::held) return std::vector<Term>{};
    if (claim(i).kind == ClaimKind::change) return std::vector<Term>{{claim(i).sign, said(i)}};
  }
  // 与上年相比减少6万元，其中公务接待费减少2万元: behind the parts, by their names.
  const int section = heading_of(narrative(), claim(amount).passage);
  for (int i = amount + 1; i < end; ++i)
    if (heading_of(narrative(), claim(i).passage) == section &&
        claim(i).kind == ClaimKind::change && claim(i).about == amount && !claim(i).in_reason)
      return std::vector<Term>{{claim(i).sign, said(i)}};
  return std::nullopt;
}

int Told::change_from_budget(int amount) const {
  const int end = std::min(static_cast<int>(claims_.size()), amount + nearby);
  for (int i = amount + 1; i < end && claim(i).passage == claim(amount).passage; ++i)
    if (claim(i).kind == ClaimKind::change && claim(i).about == amount && !claim(i).in_reason &&
        claim(i).base && (*claim(i).base)[Slot::period].find("预算") != std::string::npos)
      return i;
  return -1;
}

std::set<int> Told::headings_with_unknown() const {
  std::set<int> headings;
  for (const Claim& claim : claims_)
    if (claim.kind == ClaimKind::amount && !claim.in_reason && !claim.understood)
      headings.insert(heading_of(narrative(), claim.passage));
  return headings;
}

std::vector<int> Told::amounts_that_fit(QuantityName quantity, const std::string& side,
                                        int index) const {
  std::vector<int> found;
  const auto take = [&](int i) {
    if (i >= 0 && std::ranges::find(found, i) == found.end()) found.push_back(i);
  };
  const int first = std::max(0, index - nearby);
  for (int i = index - 1; i >= first && found.empty(); --i) {
    const Claim& amount = claim(i);
    if (amount.kind == ClaimKind::amount && amount.understood && !amount.in_reason &&
        amount.quantity[Slot::period] == quantity[Slot::period] &&
        completed(quantity, amount.quantity) == amount.quantity)
      take(whole_that_fits(claims_, i, quantity));
  }
  take(last_of(quantity));
  if (quantity[Slot::side].empty()) quantity[Slot::side] = side;
  take(last_of(quantity));
  // 支出合计 is 本年支出合计 and 支出预算 is 总支出, where nothing else was told of them.
  if (found.empty() && !quantity[Slot::extent].empty()) {
    quantity[Slot::extent].clear();
    take(last_of(quantity));
  }
  return found;
}

int Told::last_of(const QuantityName& quantity) const {
  const auto found = last_of_.find(to_string(quantity));
  return found == last_of_.end() ? -1 : found->second;
}

}  // namespace budget::inline v1::detail::claims
