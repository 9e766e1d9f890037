// SPDX-License-Identifier: Apache-2.0
#include "claim/rates.hpp"

#include <budget/amount/interval_product.hpp>
#include <budget/amount/ratio.hpp>

#include "obligation/printed.hpp"

#include <algorithm>
#include <iterator>
#include <optional>
#include <span>
#include <utility>

namespace budget::inline v1::detail::claims {
namespace {

/// The last amounts of what an item is part of: 三公经费 of 公务接待费, 面向中小企业采购 and 政府采购 of
/// 面向小微企业采购.
std::vector<int> wholes_of(const Told& told, int index, const QuantityName& quantity) {
  std::vector<int> found;
  for (const ClaimWords::PartsLine& known : told.words().parts()) {
    if ((!known.all && known.slot != Slot::item) || known.whole.empty() ||
        std::ranges::find(known.parts, quantity[known.slot]) == known.parts.end())
      continue;
    QuantityName whole = quantity;
    whole[known.slot] = known.whole;
    if (const int amount = told.last_of(whole); amount >= 0)
      found.push_back(amount);
    else if (known.slot == Slot::item)
      std::ranges::move(told.amounts_that_fit(whole, whole[Slot::side], index),
                        std::back_inserter(found));
    if (known.all && !found.empty()) return found;
    std::ranges::move(wholes_of(told, index, whole), std::back_inserter(found));
  }
  return found;
}

/// The last amount of all subjects together, for a class of them; −1 none.
int total_of(const Told& told, QuantityName quantity) {
  if (quantity.subject.size() != 1) return -1;
  quantity.subject.clear();
  if (const int found = told.last_of(quantity); found >= 0) return found;
  quantity[Slot::side].clear();
  return told.last_of(quantity);
}

/// What a share may be of. `told`: the text tells the whole, by name or by the list that it opens.
struct Bases {
  std::vector<CellRef> cells;
  bool told = false;
};
Bases bases_of(const Told& told, int index) {
  const Claim& share = told.claim(index);
  Bases bases{share.base_cells, true};
  const auto add = [&](int amount) {
    for (const CellRef& cell : told.printed(amount)) bases.cells.push_back(cell);
  };
  if (share.base) {
    for (const int named : told.amounts_that_fit(*share.base, share.quantity[Slot::side], index))
      if (named != share.about) add(named);
    return bases;
  }
  if (share.whole >= 0) {
    add(share.whole);
  } else if (const std::vector<int> wholes = wholes_of(told, index, share.quantity);
             !wholes.empty()) {
    for (const int whole : wholes) add(whole);
  } else if (const int total = total_of(told, share.quantity); total >= 0) {
    add(total);
  } else {
    bases.told = false;
  }
  for (const int amount : told.amounts_before(index))
    if (amount != share.about && amount != share.whole) add(amount);
  // A whole of its own passage is meant; one told above may be another one than the last.
  if (share.whole < 0 || told.claim(share.whole).passage != share.passage)
    for (const int amount : told.amounts_above(index)) add(amount);
  return bases;
}

Obligation rate(const Told& told, int index, std::int64_t sign, std::vector<Term> above,
                std::vector<Term> below) {
  Obligation obligation = told.blank(index, ObligationKind::ratio);
  obligation.left = {{sign, told.said(index)}};
  obligation.right = std::move(above);
  obligation.base = std::move(below);
  return obligation;
}

/// The cell that at least two other shares of a section are of, and more of them than of any other.
std::optional<CellRef> base_of_others(const Told& told, int index,
                                      const std::vector<CellRef>& bases) {
  constexpr int fewest = 2, around = 12;  // claims
  constexpr std::size_t most_bases = 16;
  const int section = heading_of(told.narrative(), told.claim(index).passage);
  const int begin = std::max(0, index - around), end = std::min(told.size(), index + around);
  std::optional<CellRef> best;
  int most = fewest - 1;
  for (const CellRef& base : std::span(bases).first(std::min(bases.size(), most_bases))) {
    if (!told.figure(base).is_number()) continue;
    int held = 0;
    for (int i = begin; i < end; ++i) {
      const Claim& share = told.claim(i);
      if (i == index || share.kind != ClaimKind::share || share.in_reason || share.base ||
          share.about < 0 || heading_of(told.narrative(), share.passage) != section ||
          told.said(share.about) == base)
        continue;
      if (told.first_to_hold({rate(told, i, 1, {{1, told.said(share.about)}}, {{1, base}})}) == 0)
        ++held;
    }
    if (held > most) {
      most = held;
      best = base;
    }
  }
  return best;
}

/// Whether an amount less its change leaves an amount of the other year.
bool grew_from_something(const Told& told, const CellRef& amount, const CellRef& change,
                         int direction) {
  const Figure& now = told.figure(amount);
  const Figure& by = told.figure(change);
  if (!now.is_number() || !by.is_number()) return false;
  if (direction < 0 || !is_short(now) || !is_short(by)) return true;
  return printed_amount(now, true).value >= printed_amount(by, true).value;
}

/// The change that a rate of growth restates: 减少12.00万元，下降12.00%, or 下降12.00%，减少12.00万元; −1
/// where none stands beside it.
int change_beside(const Told& told, int index) {
  const Claim& rate = told.claim(index);
  const auto is_beside = [&](int other) {
    return other >= 0 && other < told.size() && told.claim(other).kind == ClaimKind::change &&
           told.claim(other).passage == rate.passage;
  };
  if (is_beside(index - 1)) return index - 1;
  if (!is_beside(index + 1)) return -1;
  constexpr std::size_t one_word = 12, one_mark = 3;  // bytes
  const Claim& behind = told.claim(index + 1);
  const std::string_view words = told.text_of(behind);
  const bool names_nothing = words.find(told.figure(told.said(index + 1)).text()) <= one_word;
  return behind.about == rate.about && behind.sign == rate.sign && names_nothing &&
                 behind.begin - rate.end <= one_mark
             ? index + 1
             : -1;
}

/// What a rate of growth may be of: what its words name, else the amounts before it.
std::vector<int> changed_amounts(const Told& told, int index) {
  const Claim& claim = told.claim(index);
  return claim.about_named ? std::vector<int>{claim.about} : told.amounts_before(index);
}

/// Whether two amounts are of one thing at two times, as far as their words say: 三公经费年初预算 is not
/// the budget of 公务接待费.
bool is_of_one_name(const Told& told, int amount, int other) {
  if (amount < 0) return true;
  const QuantityName& of = told.claim(amount).quantity;
  const QuantityName& budget = told.claim(other).quantity;
  for (const Slot slot : {Slot::nature, Slot::item})
    if (!of[slot].empty() && !budget[slot].empty() && of[slot] != budget[slot]) return false;
  return of.subject.empty() || budget.subject.empty() || of.subject.back() == budget.subject.back();
}

}  // namespace

Alternatives ways_of_share(const Told& told, int index) {
  const int part = told.claim(index).about;
  const Bases bases = bases_of(told, index);
  Alternatives alternatives;
  if (part >= 0)
    for (const CellRef& above : told.printed(part))
      for (const CellRef& base : bases.cells) {
        if (above == base || !told.figure(base).is_number()) continue;
        alternatives.push_back(rate(told, index, 1, {{1, above}}, {{1, base}}));
      }
  if (bases.told || told.first_to_hold(alternatives) < alternatives.size()) return alternatives;
  // Of a whole that is not told a share may be right; that it is wrong can be said where the other shares of
  // the list have one.
  const std::optional<CellRef> common = base_of_others(told, index, bases.cells);
  std::erase_if(alternatives, [&](const Obligation& way) {
    return !common || !(way.base.front().cell == *common);
  });
  return alternatives;
}

Alternatives ways_of_growth(const Told& told, int index) {
  Alternatives alternatives;
  if (told.claim(index).about < 0) return alternatives;
  const int sign = told.claim(index).sign;
  // 增加 90.60万元，增长 2.83%: the amount of the other year is this one less the change.
  if (const int by = change_beside(told, index); by >= 0) {
    const CellRef change = told.said(by);
    const int direction = told.claim(by).sign;
    Alternatives impossible;
    for (const int amount : changed_amounts(told, index))
      for (const CellRef& cell : told.printed(amount)) {
        Obligation way =
            rate(told, index, sign * direction, {{1, change}}, {{1, cell}, {-direction, change}});
        const bool possible = grew_from_something(told, cell, change, direction);
        (possible ? alternatives : impossible).push_back(std::move(way));
      }
    std::ranges::move(impossible, std::back_inserter(alternatives));
  }
  if (const int before = told.other_period(index); before >= 0)
    for (const int amount : told.amounts_before(index))
      for (const CellRef& cell : told.printed(amount))
        alternatives.push_back(rate(told, index, 1, {{sign, cell}, {-sign, told.said(before)}},
                                    {{1, told.said(before)}}));
  return alternatives;
}

Alternatives ways_of_change(const Told& told, int index) {
  Alternatives alternatives;
  // 比年初预算减少: what was told of that stage, else the amount just before.
  const std::optional<QuantityName>& base = told.claim(index).base;
  const int named = base ? told.other_period(index, (*base)[Slot::period]) : -1;
  const int before = named >= 0 ? named : index - 1;
  if (before >= 0 && told.claim(before).kind == ClaimKind::amount &&
      told.claim(before).passage == told.claim(index).passage &&
      !told.claim(before).quantity[Slot::period].empty()) {
    for (const int amount : told.amounts_before(index))
      for (const CellRef& cell : told.printed(amount)) {
        Obligation obligation = told.blank(index, ObligationKind::linear);
        obligation.left = {{told.claim(index).sign, told.said(index)}};
        obligation.right = {{1, cell}, {-1, told.said(before)}};
        alternatives.push_back(std::move(obligation));
      }
  }
  return alternatives;
}

Alternatives ways_of_completion(const Told& told, int index) {
  Alternatives alternatives;
  // 完成预算的 96%，较预算减少 1.20万元: the budget is this amount less the change.
  const int about = told.claim(index).about;
  if (const int change = about < 0 ? -1 : told.change_from_budget(about); change >= 0)
    for (const CellRef& cell : told.printed(about))
      alternatives.push_back(rate(told, index, 1, {{1, cell}},
                                  {{1, cell}, {-told.claim(change).sign, told.said(change)}}));
  for (const std::string_view stage : {"年初预算", "预算"}) {
    const int budget = told.other_period(index, stage);
    if (budget < 0 || !is_of_one_name(told, about, budget)) continue;
    for (const int amount : told.amounts_before(index))
      for (const CellRef& cell : told.printed(amount))
        alternatives.push_back(rate(told, index, 1, {{1, cell}}, {{1, told.said(budget)}}));
  }
  // Else the budget that a table prints of it.
  if (about >= 0 && alternatives.empty())
    for (const CellRef& budget : told.claim(index).base_cells)
      if (told.figure(budget).is_number())
        for (const CellRef& cell : told.printed(about))
          alternatives.push_back(rate(told, index, 1, {{1, cell}}, {{1, budget}}));
  return alternatives;
}

Alternatives ways_of_previous(const Told& told, int index) {
  Alternatives alternatives;
  const Claim& claim = told.claim(index);
  if (claim.about < 0) return alternatives;
  for (const CellRef& before : claim.base_cells) {
    if (before.disclosure == 0 || !told.figure(before).is_number()) continue;
    for (const CellRef& now : told.printed(claim.about)) {
      Obligation obligation = told.blank(index, ObligationKind::linear);
      obligation.left = {{1, now}};
      obligation.right = {{1, before}};
      if (claim.kind == ClaimKind::change)
        obligation.right.push_back({claim.sign, told.said(index)});
      alternatives.push_back(std::move(obligation));
    }
  }
  return alternatives;
}

bool is_on_zero(const Told& told, int index, const Alternatives& alternatives) {
  const Figure& rate = told.figure(told.said(index));
  if (alternatives.empty() || !rate.is_number() || rate.value().is_zero()) return false;
  const auto zero = [&](const Obligation& way) {
    Decimal base;
    for (const Term& term : way.base) {
      const Figure& part = told.figure(term.cell);
      if (!part.is_number() || part.unit() != told.figure(way.base.front().cell).unit())
        return false;
      base = base + part.value() * Decimal::of(term.coefficient);
    }
    return base.is_zero();
  };
  return std::ranges::all_of(alternatives, zero);
}

}  // namespace budget::inline v1::detail::claims
