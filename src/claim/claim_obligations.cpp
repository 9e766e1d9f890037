// SPDX-License-Identifier: Apache-2.0
#include <budget/claim/claim_obligations.hpp>
#include <budget/obligation/judge.hpp>

#include "claim/counted_parts.hpp"

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
const std::array<Partition, 3>& partitions() {
  static const std::array<Partition, 3> known{
      {{"政府采购", {"政府采购货物", "政府采购工程", "政府采购服务"}},
       {"三公经费", {"因公出国（境）费", "公务用车购置及运行费", "公务接待费"}},
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
        case ClaimKind::amount:
          parts(index);
          last_of_[to_string(claims_[i].quantity)] = index;
          break;
        case ClaimKind::other: add(ClaimDemand::restated, undecided(index)); break;
        case ClaimKind::count: break;
      }
    }
    for (Obligation& obligation : detail::claims::counted_parts(dossier_.current().narrative))
      made_.push_back({ClaimDemand::parts, std::move(obligation)});
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

  /// Of several ways to understand a claim the first that holds, else the first.
  std::optional<std::size_t> add_first(ClaimDemand demand, Alternatives alternatives) {
    if (alternatives.empty()) return std::nullopt;
    std::size_t chosen = 0;
    for (std::size_t i = 0; i < alternatives.size(); ++i) {
      if (!holds(judge(alternatives[i], dossier_))) continue;
      chosen = i;
      break;
    }
    add(demand, std::move(alternatives[chosen]));
    return chosen;
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
    const std::size_t chosen = *add_first(ClaimDemand::restated, std::move(alternatives));
    if (holds(judge(made_.back().obligation, dossier_)))
      agreed_[static_cast<std::size_t>(index)] = cells[chosen];
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

  void share(int index) {
    const Claim& rate = claim(index);
    std::vector<CellRef> bases = rate.base_cells;
    std::vector<int> parts;
    if (rate.about >= 0) parts.push_back(rate.about);
    if (!rate.base) {
      for (const int i : amounts_before(index))
        if (i != rate.about)
          for (const CellRef& cell : printed(i)) bases.push_back(cell);
      if (rate.whole >= 0)
        for (const CellRef& cell : printed(rate.whole)) bases.insert(bases.begin(), cell);
    } else {
      if (const auto named = last_of_.find(to_string(*rate.base));
          named != last_of_.end() && named->second != rate.about)
        bases.push_back(said(named->second));
    }
    Alternatives alternatives;
    for (const int part : parts)
      for (const CellRef& above : printed(part))
        for (const CellRef& base : bases) {
          if (above == base || !figure(base).is_number()) continue;
          Obligation obligation = blank(index, ObligationKind::ratio);
          obligation.left = {{1, said(index)}};
          obligation.right = {{1, above}};
          obligation.base = {{1, base}};
          alternatives.push_back(std::move(obligation));
        }
    if (!add_first(ClaimDemand::share, std::move(alternatives)))
      add(ClaimDemand::share, undecided(index));
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
              rate(index, sign, {{direction, change}}, {{1, cell}, {-direction, change}});
          const bool possible = grew_from_something(cell, change, direction);
          (possible ? alternatives : impossible).push_back(std::move(way));
        }
      std::ranges::move(impossible, std::back_inserter(alternatives));
    }
    if (const int before = other_period(index); before >= 0)
      for (const int amount : amounts_before(index))
        for (const CellRef& cell : printed(amount))
          alternatives.push_back(
              rate(index, sign, {{1, cell}, {-1, said(before)}}, {{1, said(before)}}));
    if (!add_first(ClaimDemand::growth, std::move(alternatives)))
      add(ClaimDemand::growth, undecided(index));
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
    if (!add_first(ClaimDemand::change, std::move(alternatives)))
      add(ClaimDemand::change, undecided(index));
  }

  void completion(int index) {
    Alternatives alternatives;
    if (const int budget = other_period(index, "年初预算"); budget >= 0)
      for (const int amount : amounts_before(index))
        for (const CellRef& cell : printed(amount))
          alternatives.push_back(rate(index, 1, {{1, cell}}, {{1, said(budget)}}));
    if (!add_first(ClaimDemand::completion, std::move(alternatives)))
      add(ClaimDemand::completion, undecided(index));
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
    if (claim(index).in_reason || !claim(index).understood) return;
    const auto known = std::ranges::find(partitions(), item, &Partition::whole);
    if (known == partitions().end()) return;
    Obligation obligation = blank(index, ObligationKind::linear);
    obligation.left = {{1, said(index)}};
    for (const std::string_view part : known->parts) {
      const int found = part_of(index, part);
      if (found < 0) return;
      obligation.right.push_back({1, said(found)});
    }
    add(ClaimDemand::parts, std::move(obligation));
  }

  /// The claim of a part that follows its whole; −1 none.
  [[nodiscard]] int part_of(int whole, std::string_view item) const {
    const Quantity& of = claim(whole).quantity;
    const int end = std::min(static_cast<int>(claims_.size()), whole + farthest);
    for (int i = whole + 1; i < end; ++i) {
      const Claim& part = claim(i);
      if (part.kind != ClaimKind::amount) continue;
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
  std::vector<ClaimObligation> made_;
};

}  // namespace

std::vector<ClaimObligation> claim_obligations(const Dossier& dossier,
                                               const std::vector<Claim>& claims) {
  return Maker(dossier, claims).run();
}

}  // namespace budget::inline v1
