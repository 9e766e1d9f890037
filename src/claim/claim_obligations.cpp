// SPDX-License-Identifier: Apache-2.0
#include <budget/claim/claim_obligations.hpp>
#include <budget/obligation/judge.hpp>

#include "claim/counted_parts.hpp"
#include "claim/listed_items.hpp"
#include "claim/reasons.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <optional>
#include <string>
#include <utility>

namespace budget::inline v1 {

std::string_view to_string(ClaimDemand demand) noexcept {
  switch (demand) {
    case ClaimDemand::restated: return "restated";
    case ClaimDemand::share: return "share";
    case ClaimDemand::growth: return "growth";
    case ClaimDemand::change: return "change";
    case ClaimDemand::completion: return "completion";
    case ClaimDemand::held: return "held";
    case ClaimDemand::parts: return "parts";
    case ClaimDemand::compared: return "compared";
    case ClaimDemand::agrees: return "agrees";
    case ClaimDemand::unit: return "unit";
    case ClaimDemand::base: return "base";
    case ClaimDemand::listed: return "listed";
    case ClaimDemand::reason: return "reason";
  }
  return {};
}

namespace {

/// How far back an amount may stand that a rate is of.
constexpr int most_amounts = 6;
constexpr int farthest = 64;  // claims

/// What is all there is of a whole.
struct Partition {
  std::string_view whole;
  std::vector<std::string_view> parts;
};
const std::array<Partition, 4>& partitions() {
  static const std::array<Partition, 4> known{
      {{"政府采购", {"政府采购货物", "政府采购工程", "政府采购服务"}},
       {"三公经费", {"因公出国（境）费", "公务用车购置及运行费", "公务接待费"}},
       {"三公经费", {"因公出国（境）费", "公务用车购置费", "公务用车运行维护费", "公务接待费"}},
       {"公务用车购置及运行费", {"公务用车购置费", "公务用车运行维护费"}}}};
  return known;
}

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

class Maker {
 public:
  Maker(const Dossier& dossier, const std::vector<Claim>& claims)
      : dossier_(dossier), claims_(claims), agreed_(claims.size()) {}

  std::vector<ClaimObligation> run() {
    for (std::size_t i = 0; i < claims_.size(); ++i)
      if (claims_[i].kind == ClaimKind::amount) restated(static_cast<int>(i));
    for (std::size_t i = 0; i < claims_.size(); ++i) {
      const int index = static_cast<int>(i);
      if (claims_[i].in_reason) {
        if (claims_[i].kind != ClaimKind::amount && claims_[i].figure >= 0)
          add(ClaimDemand::restated, undecided(index));
        continue;
      }
      switch (claims_[i].kind) {
        case ClaimKind::share: share(index); break;
        case ClaimKind::growth: growth(index); break;
        case ClaimKind::change: change(index); break;
        case ClaimKind::completion: completion(index); break;
        case ClaimKind::held: held(index); break;
        case ClaimKind::compared: compared(index); break;
        case ClaimKind::amount:
          agrees(index);
          parts(index);
          last_of_[to_string(claims_[i].quantity)] = index;
          break;
        case ClaimKind::other: unit(index); break;
        case ClaimKind::count: break;
      }
    }
    for (Obligation& obligation : detail::claims::counted_parts(dossier_.current().narrative))
      made_.push_back({ClaimDemand::parts, std::move(obligation)});
    if (!claims_.empty()) every_unit();
    zero_bases();
    for (Obligation& obligation :
         detail::claims::reasons_given(dossier_.current().narrative, claims_))
      made_.push_back({ClaimDemand::reason, std::move(obligation)});
    for (Obligation& obligation : detail::claims::listed_items(dossier_, claims_))
      made_.push_back({ClaimDemand::listed, std::move(obligation)});
    return std::move(made_);
  }

 private:
  using Alternatives = std::vector<Obligation>;

  [[nodiscard]] const Claim& claim(int index) const {
    return claims_[static_cast<std::size_t>(index)];
  }
  [[nodiscard]] CellRef said(int index) const { return {0, in_narrative, claim(index).figure, 0}; }
  [[nodiscard]] const Figure& figure(const CellRef& cell) const {
    return at(dossier_, cell).figure;
  }

  [[nodiscard]] Obligation blank(int index, ObligationKind kind) const {
    Obligation obligation;
    obligation.id = to_string(claim(index).quantity) + "#" + claim(index).id;
    obligation.kind = kind;
    return obligation;
  }

  [[nodiscard]] Obligation undecided(int index) const {
    Obligation obligation = blank(index, ObligationKind::restatement);
    obligation.left = {{1, said(index)}};
    const Unbound why = claim(index).unbound;
    obligation.undecided = why == Unbound::none ? Undecided::no_counterpart : reason_of(why);
    return obligation;
  }

  void add(ClaimDemand demand, Obligation obligation) {
    made_.push_back({demand, std::move(obligation)});
  }

  /// The first of several ways to understand a claim that holds; past the last if none does.
  [[nodiscard]] std::size_t first_to_hold(const Alternatives& alternatives) const {
    const auto found = std::ranges::find_if(
        alternatives, [&](const Obligation& way) { return holds(judge(way, dossier_)); });
    return static_cast<std::size_t>(found - alternatives.begin());
  }

  /// Adds the first way that holds, else the first; without any the claim is undecided.
  void add_first(int index, ClaimDemand demand, Alternatives alternatives) {
    const std::size_t held = first_to_hold(alternatives);
    add(demand, alternatives.empty()
                    ? undecided(index)
                    : std::move(alternatives[held < alternatives.size() ? held : 0]));
  }

  void restated(int index) {
    const Claim& amount = claim(index);
    if (amount.cells.empty()) {
      add(ClaimDemand::restated, undecided(index));
      return;
    }
    Alternatives alternatives;
    std::vector<CellRef> cells = amount.cells;
    // A cell that is blank says otherwise only where no other cell prints the quantity.
    const auto after_numbers = std::stable_partition(
        cells.begin(), cells.end(), [&](const CellRef& cell) { return figure(cell).is_number(); });
    // Nor where another cell may hold the figure and was not read.
    const auto open = std::find_if(after_numbers, cells.end(), [&](const CellRef& cell) {
      return at(dossier_, cell).mark == Mark::unreadable;
    });
    if (open != cells.end()) {
      std::iter_swap(after_numbers, open);
      cells.erase(after_numbers + 1, cells.end());
    }
    for (const CellRef& cell : cells) {
      Obligation obligation = blank(index, ObligationKind::restatement);
      obligation.left = {{1, said(index)}};
      obligation.right = {{1, cell}};
      alternatives.push_back(std::move(obligation));
    }
    const std::size_t held = first_to_hold(alternatives);
    if (held < cells.size()) agreed_[static_cast<std::size_t>(index)] = cells[held];
    add(ClaimDemand::restated, std::move(alternatives[held < cells.size() ? held : 0]));
  }

  /// The cells that print an amount of the text: itself, and the table's where it says the same.
  [[nodiscard]] std::vector<CellRef> printed(int index) const {
    std::vector<CellRef> cells{said(index)};
    if (const auto& agreed = agreed_[static_cast<std::size_t>(index)])
      if (figure(*agreed).is_number()) cells.push_back(*agreed);
    return cells;
  }

  /// Amounts of the document's own year that a rate at `index` may be of, the likeliest first.
  [[nodiscard]] std::vector<int> amounts_before(int index) const {
    std::vector<int> found;
    const auto take = [&](int i) {
      if (i >= 0 && std::ranges::find(found, i) == found.end()) found.push_back(i);
    };
    const int about = claim(index).about;
    take(about);
    if (about >= 0) take(claim(about).whole);
    const int first = std::max(0, index - farthest);
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

  /// The last amount before a claim in its passage that is of another year or stage; −1 none.
  [[nodiscard]] int other_period(int index, std::string_view period = {}) const {
    const int first = std::max(0, index - farthest);
    for (int i = index - 1; i >= first && claim(i).passage == claim(index).passage; --i) {
      const std::string& of = claim(i).quantity[Slot::period];
      if (claim(i).kind == ClaimKind::amount && !claim(i).in_reason && !of.empty() &&
          (period.empty() || of == period))
        return i;
    }
    return -1;
  }

  /// What a share may be of. `told`: the text tells the whole, by name or by the list that it opens.
  struct Bases {
    std::vector<CellRef> cells;
    bool told = false;
  };
  [[nodiscard]] Bases bases_of(int index) const {
    const Claim& share = claim(index);
    Bases bases{share.base_cells, true};
    const auto add = [&](int amount) {
      for (const CellRef& cell : printed(amount)) bases.cells.push_back(cell);
    };
    if (share.base) {
      const auto named = last_of_.find(to_string(*share.base));
      if (named != last_of_.end() && named->second != share.about) add(named->second);
      return bases;
    }
    if (share.whole >= 0) {
      add(share.whole);
    } else if (const int whole = whole_of(share.quantity); whole >= 0) {
      add(whole);
    } else {
      bases.told = false;
    }
    for (const int amount : amounts_before(index))
      if (amount != share.about && amount != share.whole) add(amount);
    return bases;
  }

  /// The last amount of what an item is part of, 三公经费 of 公务接待费; −1 none.
  [[nodiscard]] int whole_of(const Quantity& quantity) const {
    for (const Partition& known : partitions()) {
      if (std::ranges::find(known.parts, quantity[Slot::item]) == known.parts.end()) continue;
      Quantity whole = quantity;
      whole[Slot::item] = known.whole;
      const auto found = last_of_.find(to_string(whole));
      if (found != last_of_.end()) return found->second;
    }
    return -1;
  }

  void share(int index) {
    const int part = claim(index).about;
    const Bases bases = bases_of(index);
    Alternatives alternatives;
    if (part >= 0)
      for (const CellRef& above : printed(part))
        for (const CellRef& base : bases.cells) {
          if (above == base || !figure(base).is_number()) continue;
          alternatives.push_back(rate(index, 1, {{1, above}}, {{1, base}}));
        }
    // Of a whole that is not told a share may be right; that it is wrong nobody can say.
    if (!bases.told && first_to_hold(alternatives) == alternatives.size()) alternatives.clear();
    add_first(index, ClaimDemand::share, std::move(alternatives));
  }

  [[nodiscard]] Obligation rate(int index, std::int64_t sign, std::vector<Term> above,
                                std::vector<Term> below) const {
    Obligation obligation = blank(index, ObligationKind::ratio);
    obligation.left = {{sign, said(index)}};
    obligation.right = std::move(above);
    obligation.base = std::move(below);
    return obligation;
  }

  void growth(int index) {
    Alternatives alternatives;
    const int sign = claim(index).sign;
    // 增加 90.60万元，增长 2.83%: the amount of the other year is this one less the change.
    if (index > 0 && claim(index - 1).kind == ClaimKind::change &&
        claim(index - 1).passage == claim(index).passage) {
      const CellRef change = said(index - 1);
      const int direction = claim(index - 1).sign;
      Alternatives impossible;
      for (const int amount : amounts_before(index))
        for (const CellRef& cell : printed(amount)) {
          Obligation way =
              rate(index, sign * direction, {{1, change}}, {{1, cell}, {-direction, change}});
          const bool possible = grew_from_something(cell, change, direction);
          (possible ? alternatives : impossible).push_back(std::move(way));
        }
      std::ranges::move(impossible, std::back_inserter(alternatives));
    }
    if (const int before = other_period(index); before >= 0)
      for (const int amount : amounts_before(index))
        for (const CellRef& cell : printed(amount))
          alternatives.push_back(
              rate(index, 1, {{sign, cell}, {-sign, said(before)}}, {{1, said(before)}}));
    if (on_zero(index, alternatives)) return;
    add_first(index, ClaimDemand::growth, std::move(alternatives));
  }

  /// Whether a rate other than 0 is told of a base of 0, in every way to understand it.
  bool on_zero(int index, const Alternatives& alternatives) {
    const Figure& rate = figure(said(index));
    if (alternatives.empty() || !rate.is_number() || rate.value().is_zero()) return false;
    const auto zero = [&](const Obligation& way) {
      Decimal base;
      for (const Term& term : way.base) {
        const Figure& part = figure(term.cell);
        if (!part.is_number() || part.unit() != figure(way.base.front().cell).unit()) return false;
        base = base + part.value() * Decimal::of(term.coefficient);
      }
      return base.is_zero();
    };
    if (!std::ranges::all_of(alternatives, zero)) return false;
    on_zero_.push_back(index);
    return true;
  }

  void zero_bases() {
    if (on_zero_.empty()) return;
    Obligation obligation;
    obligation.kind = ObligationKind::form;
    obligation.met = false;
    const std::string text = figure(said(on_zero_.front())).text();
    obligation.requirement = {"基数为 0 时没有增减率或完成率，不应写作“" + text + "”",
                              "on a base of 0 there is no rate such as \"" + text + "\""};
    for (const int index : on_zero_) obligation.places.push_back(at(dossier_, said(index)).place);
    add(ClaimDemand::base, std::move(obligation));
  }

  /// Whether an amount less its change leaves an amount of the other year.
  [[nodiscard]] bool grew_from_something(const CellRef& amount, const CellRef& change,
                                         int direction) const {
    const Figure& now = figure(amount);
    const Figure& by = figure(change);
    if (!now.is_number() || !by.is_number()) return false;
    if (direction < 0) return true;
    return now.unit() != by.unit() || now.value() >= by.value();
  }

  void change(int index) {
    const int before = index - 1;
    Alternatives alternatives;
    if (before >= 0 && claim(before).kind == ClaimKind::amount &&
        claim(before).passage == claim(index).passage &&
        !claim(before).quantity[Slot::period].empty()) {
      for (const int amount : amounts_before(index))
        for (const CellRef& cell : printed(amount)) {
          Obligation obligation = blank(index, ObligationKind::linear);
          obligation.left = {{claim(index).sign, said(index)}};
          obligation.right = {{1, cell}, {-1, said(before)}};
          alternatives.push_back(std::move(obligation));
        }
    }
    add_first(index, ClaimDemand::change, std::move(alternatives));
  }

  void completion(int index) {
    Alternatives alternatives;
    if (const int budget = other_period(index, "年初预算"); budget >= 0)
      for (const int amount : amounts_before(index))
        for (const CellRef& cell : printed(amount))
          alternatives.push_back(rate(index, 1, {{1, cell}}, {{1, said(budget)}}));
    if (on_zero(index, alternatives)) return;
    add_first(index, ClaimDemand::completion, std::move(alternatives));
  }

  void held(int index) {
    const int before = other_period(index);
    const int now = claim(index).about;
    if (before < 0 || now < 0 || claim(now).passage != claim(index).passage) return;
    Obligation obligation = blank(index, ObligationKind::linear);
    obligation.left = {{1, said(now)}};
    obligation.right = {{1, said(before)}};
    add(ClaimDemand::held, std::move(obligation));
  }

  void parts(int index) {
    const std::string& item = claim(index).quantity[Slot::item];
    if (!claim(index).understood || !claim(index).quantity[Slot::period].empty()) return;
    for (const Partition& known : partitions()) {
      if (known.whole != item) continue;
      std::vector<int> found;
      for (const std::string_view part : known.parts) found.push_back(part_of(index, part));
      if (std::ranges::find(found, -1) != found.end()) continue;
      Obligation obligation = blank(index, ObligationKind::linear);
      obligation.left = {{1, said(index)}};
      for (const int part : found) obligation.right.push_back({1, said(part)});
      add(ClaimDemand::parts, std::move(obligation));
      changes_of_parts(index, found);
      return;
    }
  }

  /// Where the whole and every part says by how much it changed, the changes add up too.
  void changes_of_parts(int whole, const std::vector<int>& parts) {
    Obligation obligation = blank(whole, ObligationKind::linear);
    obligation.id += "±";
    const auto total = change_of(whole);
    if (!total || total->empty()) return;
    obligation.left = *total;
    for (const int part : parts) {
      const auto change = change_of(part);
      if (!change) return;
      obligation.right.insert(obligation.right.end(), change->begin(), change->end());
    }
    if (!obligation.right.empty()) add(ClaimDemand::parts, std::move(obligation));
  }

  /// What is said of the change of an amount: its term, none where it is held; nothing if not said.
  [[nodiscard]] std::optional<std::vector<Term>> change_of(int amount) const {
    const int end = std::min(static_cast<int>(claims_.size()), amount + farthest);
    for (int i = amount + 1; i < end; ++i) {
      if (claim(i).kind == ClaimKind::amount && !claim(i).in_reason) break;
      if (claim(i).about != amount) continue;
      if (claim(i).kind == ClaimKind::held) return std::vector<Term>{};
      if (claim(i).kind == ClaimKind::change) return std::vector<Term>{{claim(i).sign, said(i)}};
    }
    return std::nullopt;
  }

  void compared(int index) {
    const int now = claim(index).about;
    const int budget = other_period(index, "年初预算");
    if (budget < 0 || claim(now).passage != claim(index).passage) return;
    Obligation obligation = blank(index, ObligationKind::inequality);
    obligation.relation = Relation::at_most;
    obligation.left = {{1, said(claim(index).sign < 0 ? now : budget)}};
    obligation.right = {{1, said(claim(index).sign < 0 ? budget : now)}};
    add(ClaimDemand::compared, std::move(obligation));
  }

  /// A quantity that passages begin with and no table prints is told with one amount.
  void agrees(int index) {
    const Claim& amount = claim(index);
    if (!amount.cells.empty() || !amount.understood || !amount.names || amount.whole >= 0 ||
        !amount.quantity[Slot::period].empty() ||
        (index > 0 && claim(index - 1).passage == amount.passage))
      return;
    const auto before = last_of_.find(to_string(amount.quantity));
    if (before == last_of_.end()) return;
    Obligation obligation = blank(index, ObligationKind::linear);
    obligation.left = {{1, said(index)}};
    obligation.right = {{1, said(before->second)}};
    add(ClaimDemand::agrees, std::move(obligation));
  }

  void every_unit() {
    const auto lacking = [](const ClaimObligation& made) {
      return made.demand == ClaimDemand::unit;
    };
    if (std::ranges::any_of(made_, lacking)) return;
    Obligation obligation;
    obligation.kind = ObligationKind::form;
    add(ClaimDemand::unit, std::move(obligation));
  }

  /// 增长12.50, without %.
  void unit(int index) {
    const Claim& bare = claim(index);
    const Narrative& narrative = dossier_.current().narrative;
    const auto row = static_cast<std::size_t>(bare.figure);
    if (narrative.figures[row].kind != TextFigureKind::bare || !bare.names) {
      add(ClaimDemand::restated, undecided(index));
      return;
    }
    Obligation obligation = blank(index, ObligationKind::form);
    const std::string text = figure(said(index)).text();
    obligation.met = false;
    obligation.requirement = {"“" + text + "”应有单位：是金额印出元或万元，是比率印出 %",
                              "\"" + text + "\" needs its unit: 元 or 万元, or %"};
    obligation.places = {narrative.table.rows[row].place};
    add(ClaimDemand::unit, std::move(obligation));
  }

  /// The claim of a part that follows its whole; −1 none.
  [[nodiscard]] int part_of(int whole, std::string_view item) const {
    const Quantity& of = claim(whole).quantity;
    const int end = std::min(static_cast<int>(claims_.size()), whole + farthest);
    for (int i = whole + 1; i < end; ++i) {
      const Claim& part = claim(i);
      if (part.kind != ClaimKind::amount || part.in_reason) continue;
      if (part.whole != whole && part.whole < whole) {
        if (part.whole < 0) return -1;
        continue;
      }
      if (part.whole == whole && part.understood && part.quantity[Slot::item] == item &&
          part.quantity[Slot::period] == of[Slot::period])
        return i;
    }
    return -1;
  }

  const Dossier& dossier_;
  const std::vector<Claim>& claims_;
  std::vector<std::optional<CellRef>> agreed_;  // the cell that an amount restates
  std::map<std::string, int> last_of_;          // claim of an amount, by what it is of
  std::vector<int> on_zero_;                    // rates on a base of 0
  std::vector<ClaimObligation> made_;
};

}  // namespace

std::vector<ClaimObligation> claim_obligations(const Dossier& dossier,
                                               const std::vector<Claim>& claims) {
  return Maker(dossier, claims).run();
}

}  // namespace budget::inline v1
