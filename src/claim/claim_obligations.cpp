// SPDX-License-Identifier: Apache-2.0
#include <budget/claim/claim_obligations.hpp>

#include "claim/averages.hpp"
#include "claim/counted_names.hpp"
#include "claim/counted_parts.hpp"
#include "claim/counted_rows.hpp"
#include "claim/dates.hpp"
#include "claim/economic_sums.hpp"
#include "claim/fund_notes.hpp"
#include "claim/grades.hpp"
#include "claim/itemised.hpp"
#include "claim/levels.hpp"
#include "claim/listed_items.hpp"
#include "claim/occasions.hpp"
#include "claim/project_funds.hpp"
#include "claim/proportions.hpp"
#include "claim/rates.hpp"
#include "claim/reasons.hpp"
#include "claim/statements.hpp"
#include "claim/subject_names.hpp"
#include "claim/subject_sums.hpp"
#include "claim/sums.hpp"
#include "claim/told.hpp"
#include "claim/told_changes.hpp"
#include "claim/wording.hpp"

#include <algorithm>
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
    case ClaimDemand::proportion: return "proportion";
    case ClaimDemand::completion: return "completion";
    case ClaimDemand::held: return "held";
    case ClaimDemand::parts: return "parts";
    case ClaimDemand::compared: return "compared";
    case ClaimDemand::agrees: return "agrees";
    case ClaimDemand::previous: return "previous";
    case ClaimDemand::counted: return "counted";
    case ClaimDemand::covered: return "covered";
    case ClaimDemand::unit: return "unit";
    case ClaimDemand::short_unit: return "short_unit";
    case ClaimDemand::base: return "base";
    case ClaimDemand::listed: return "listed";
    case ClaimDemand::reason: return "reason";
    case ClaimDemand::explained: return "explained";
    case ClaimDemand::year: return "year";
    case ClaimDemand::budgets: return "budgets";
    case ClaimDemand::level: return "level";
    case ClaimDemand::name: return "name";
    case ClaimDemand::guests: return "guests";
    case ClaimDemand::occasions: return "occasions";
    case ClaimDemand::average: return "average";
    case ClaimDemand::size: return "size";
    case ClaimDemand::funds: return "funds";
    case ClaimDemand::made: return "made";
  }
  return {};
}

namespace {

using detail::claims::Alternatives;
using detail::claims::Told;

class Maker {
 public:
  Maker(const Dossier& dossier, const ClaimWords& words, const std::vector<Claim>& claims)
      : told_(dossier, words, claims) {}

  std::vector<ClaimObligation> run() {
    for (int i = 0; i < told_.size(); ++i)
      if (told_.claim(i).kind == ClaimKind::amount) restated(i);
    for (int i = 0; i < told_.size(); ++i) one(i);
    add_all(ClaimDemand::parts, detail::claims::counted_parts(told_));
    add_all(ClaimDemand::parts, detail::claims::counted_by_grade(told_));
    detail::claims::SubjectSums sums = detail::claims::subject_sums(told_);
    add_all(ClaimDemand::parts, std::move(sums.parts));
    add_all(ClaimDemand::budgets, std::move(sums.budgets));
    add_all(ClaimDemand::change, detail::claims::changes_against_told(told_));
    add_all(ClaimDemand::reason, detail::claims::reasons_given(told_));
    add_all(ClaimDemand::explained, detail::claims::differences_explained(told_));
    add_all(ClaimDemand::listed, detail::claims::listed_items(told_));
    add_all(ClaimDemand::listed, detail::claims::itemised_rows(told_));
    add_all(ClaimDemand::counted, detail::claims::counted_rows(told_));
    add_all(ClaimDemand::counted, detail::claims::counted_names(told_));
    add_all(ClaimDemand::year, detail::claims::years_named(told_));
    add_all(ClaimDemand::level, detail::claims::levels_named(told_));
    add_all(ClaimDemand::name, detail::claims::subject_names(told_));
    add_all(ClaimDemand::guests, detail::claims::guests_received(told_));
    add_all(ClaimDemand::occasions, detail::claims::journeys_and_cars(told_));
    add_all(ClaimDemand::average, detail::claims::averages_told(told_));
    add_all(ClaimDemand::size, detail::claims::ordinary_sizes(told_));
    add_all(ClaimDemand::funds, detail::claims::funds_of_notes(told_));
    add_all(ClaimDemand::made, detail::claims::statements_made(told_));
    every_unit();
    short_units();
    zero_bases();
    return std::move(made_);
  }

 private:
  void add(ClaimDemand demand, Obligation obligation) {
    made_.push_back({demand, std::move(obligation)});
  }
  void add_all(ClaimDemand demand, std::vector<Obligation> obligations) {
    for (Obligation& obligation : obligations) add(demand, std::move(obligation));
  }
  /// The first way that holds, else the first; without any the claim is undecided.
  void add_first(int index, ClaimDemand demand, Alternatives ways) {
    add(demand, told_.first_of(index, std::move(ways)));
  }

  void one(int index) {
    const Claim& claim = told_.claim(index);
    if (claim.in_reason) {
      if (claim.kind != ClaimKind::amount && claim.figure >= 0)
        add(ClaimDemand::restated, told_.undecided(index));
      return;
    }
    switch (claim.kind) {
      case ClaimKind::share:
        add_first(index, ClaimDemand::share, detail::claims::ways_of_share(told_, index));
        break;
      case ClaimKind::growth:
        rate(index, ClaimDemand::growth, detail::claims::ways_of_growth(told_, index));
        break;
      case ClaimKind::completion:
        rate(index, ClaimDemand::completion, detail::claims::ways_of_completion(told_, index));
        break;
      case ClaimKind::change:
        add_first(index, ClaimDemand::change, detail::claims::ways_of_change(told_, index));
        previous(index);
        break;
      case ClaimKind::held:
        held(index);
        previous(index);
        break;
      case ClaimKind::compared: compared(index); break;
      case ClaimKind::amount:
        agrees(index);
        balances(index);
        covered(index);
        add_all(ClaimDemand::parts, detail::claims::sums_of(told_, index));
        told_.tell(index);
        break;
      case ClaimKind::points: proportion(index, detail::claims::points_of(told_, index)); break;
      case ClaimKind::multiple: proportion(index, detail::claims::multiple_of(told_, index)); break;
      case ClaimKind::other:
        if (auto share = detail::claims::share_of_counts(told_, index))
          add(ClaimDemand::share, std::move(*share));
        else
          unit(index);
        break;
      case ClaimKind::count: break;
    }
  }

  void restated(int index) {
    const Claim& amount = told_.claim(index);
    std::vector<CellRef> cells, elsewhere;
    for (const CellRef& cell : amount.cells)
      (cell.disclosure == 0 ? cells : elsewhere).push_back(cell);
    if (cells.empty()) cells = detail::claims::funds_of_project(told_, index);
    if (cells.empty()) {
      if (auto sum = detail::claims::economic_sum_of(told_, index))
        add(ClaimDemand::restated, std::move(*sum));
      else if (elsewhere.empty())
        add(ClaimDemand::restated, told_.undecided(index));
      else
        same_as(index, ClaimDemand::previous, std::move(elsewhere));
      return;
    }
    same_as(index, ClaimDemand::restated, std::move(cells));
  }

  void same_as(int index, ClaimDemand demand, std::vector<CellRef> cells) {
    // A cell that is blank says otherwise only where no other cell prints the quantity.
    const auto after_numbers =
        std::stable_partition(cells.begin(), cells.end(),
                              [&](const CellRef& cell) { return told_.figure(cell).is_number(); });
    // Nor where another cell may hold the figure and was not read.
    const auto open = std::find_if(after_numbers, cells.end(), [&](const CellRef& cell) {
      return at(told_.dossier(), cell).mark == Mark::unreadable;
    });
    if (open != cells.end()) {
      std::iter_swap(after_numbers, open);
      cells.erase(after_numbers + 1, cells.end());
    }
    Alternatives alternatives;
    for (const CellRef& cell : cells) {
      Obligation obligation = told_.blank(index, ObligationKind::restatement);
      obligation.left = {{1, told_.said(index)}};
      obligation.right = {{1, cell}};
      alternatives.push_back(std::move(obligation));
    }
    const std::size_t held = told_.first_to_hold(alternatives);
    if (held < cells.size()) told_.agree(index, cells[held]);
    add(demand, std::move(alternatives[held < cells.size() ? held : 0]));
  }

  void rate(int index, ClaimDemand demand, Alternatives ways) {
    if (detail::claims::is_on_zero(told_, index, ways))
      on_zero_.push_back(index);
    else
      add_first(index, demand, std::move(ways));
  }

  /// What the document of the year before prints, where it is at hand.
  void previous(int index) {
    Alternatives ways = detail::claims::ways_of_previous(told_, index);
    if (!ways.empty()) add_first(index, ClaimDemand::previous, std::move(ways));
  }

  void proportion(int index, std::optional<Obligation> obligation) {
    add(ClaimDemand::proportion, obligation ? std::move(*obligation) : told_.undecided(index));
  }

  /// 与上年持平，增加2.00万元: what is held did not change.
  void held_and_changed(int index) {
    const Claim& claim = told_.claim(index);
    constexpr int near = 2;
    const int end = std::min(told_.size(), index + near + 1);
    for (int i = std::max(0, index - near); i < end; ++i) {
      const Claim& change = told_.claim(i);
      if (change.kind != ClaimKind::change || change.in_reason || change.about != claim.about ||
          change.passage != claim.passage || change.base != claim.base)
        continue;
      Obligation obligation = told_.blank(index, ObligationKind::linear);
      obligation.id += "±" + change.id;
      obligation.left = {{1, told_.said(i)}};
      add(ClaimDemand::held, std::move(obligation));
    }
  }

  /// 支出决算减少为0.00万元，与上年持平: what went down to an amount was another one before.
  void held_and_moved(int index) {
    const Claim& claim = told_.claim(index);
    if (claim.about < 0) return;
    // Level with the budget is another matter.
    if (claim.base && (*claim.base)[Slot::period].find("预算") != std::string::npos) return;
    const Claim& amount = told_.claim(claim.about);
    if (amount.passage != claim.passage || amount.in_reason) return;
    const std::string_view text = told_.text_of(amount);
    const auto said = std::ranges::find_if(detail::claims::came_to, [&](std::string_view word) {
      return text.find(word) != std::string_view::npos;
    });
    if (said == detail::claims::came_to.end()) return;
    Obligation obligation = told_.blank(index, ObligationKind::form);
    obligation.id += "/moved";
    obligation.met = false;
    const std::string word(*said);
    obligation.requirement = {
        "“" + word + "”与“持平”说的是同一数额，不能都对",
        "\"" + word + "\" and \"持平\" are said of one amount: not both are true"};
    obligation.places = {at(told_.dossier(), told_.said(claim.about)).place};
    add(ClaimDemand::held, std::move(obligation));
  }

  void held(int index) {
    held_and_changed(index);
    held_and_moved(index);
    const std::optional<QuantityName>& base = told_.claim(index).base;
    const int before =
        told_.other_period(index, base ? std::string_view((*base)[Slot::period]) : "");
    const int now = told_.claim(index).about;
    if (before < 0 || now < 0 || told_.claim(now).passage != told_.claim(index).passage) return;
    Obligation obligation = told_.blank(index, ObligationKind::linear);
    obligation.left = {{1, told_.said(now)}};
    obligation.right = {{1, told_.said(before)}};
    add(ClaimDemand::held, std::move(obligation));
  }

  void compared(int index) {
    const Claim& claim = told_.claim(index);
    const int now = claim.about;
    const int budget = told_.other_period(index, "年初预算");
    if (budget < 0 || told_.claim(now).passage != claim.passage) return;
    Obligation obligation = told_.blank(index, ObligationKind::inequality);
    obligation.relation = Relation::at_most;
    obligation.left = {{1, told_.said(claim.sign < 0 ? now : budget)}};
    obligation.right = {{1, told_.said(claim.sign < 0 ? budget : now)}};
    add(ClaimDemand::compared, std::move(obligation));
  }

  /// A part of an amount, but for an item of another name than its whole.
  [[nodiscard]] bool is_part(const Claim& amount) const {
    if (amount.whole < 0) return false;
    const std::string& item = amount.quantity[Slot::item];
    return item.empty() || item == told_.claim(amount.whole).quantity[Slot::item];
  }

  /// A quantity that passages begin with and no table prints is told with one amount.
  void agrees(int index) {
    const Claim& amount = told_.claim(index);
    if (!amount.cells.empty() || !amount.understood || !amount.names || is_part(amount) ||
        !amount.quantity[Slot::period].empty() ||
        (index > 0 && told_.claim(index - 1).passage == amount.passage))
      return;
    const int before = told_.last_of(amount.quantity);
    if (before < 0) return;
    Obligation obligation = told_.blank(index, ObligationKind::linear);
    obligation.left = {{1, told_.said(index)}};
    obligation.right = {{1, told_.said(before)}};
    add(ClaimDemand::agrees, std::move(obligation));
  }

  /// What came in and what went out are told with one total, beside one another or each below both.
  void balances(int index) {
    const Claim& amount = told_.claim(index);
    const std::string& side = amount.quantity[Slot::side];
    if ((side != "支出" && side != "收入") || amount.quantity[Slot::extent] != "总计" ||
        !amount.quantity[Slot::period].empty() || !amount.understood || index == 0)
      return;
    QuantityName other = amount.quantity;
    other[Slot::side] = "收支";
    int before = last_in_section(index, other);
    if (before < 0 && side == "支出") {
      other[Slot::side] = "收入";
      before = last_in_section(index, other);
    }
    if (before < 0) return;
    Obligation obligation = told_.blank(index, ObligationKind::linear);
    obligation.id += "=" + told_.claim(before).id;
    obligation.left = {{1, told_.said(index)}};
    obligation.right = {{1, told_.said(before)}};
    add(ClaimDemand::agrees, std::move(obligation));
  }
  /// The last amount that a claim's section has told of just that quantity; −1 none.
  [[nodiscard]] int last_in_section(int index, const QuantityName& quantity) const {
    const int found = told_.last_of(quantity);
    const Narrative& narrative = told_.narrative();
    return found >= 0 && !told_.claim(found).in_reason &&
                   heading_of(narrative, told_.claim(found).passage) ==
                       heading_of(narrative, told_.claim(index).passage)
               ? found
               : -1;
  }

  /// Performance targets cover no more than what is spent on projects.
  void covered(int index) {
    const Claim& amount = told_.claim(index);
    if (!amount.understood || !amount.quantity[Slot::period].empty() || !amount.base) return;
    std::vector<CellRef> wholes = amount.base_cells;
    if (const int told = told_.last_of(*amount.base); told >= 0) wholes.push_back(told_.said(told));
    for (const CellRef& whole : wholes) {
      if (!told_.figure(whole).is_number()) continue;
      Obligation obligation = told_.blank(index, ObligationKind::inequality);
      obligation.relation = Relation::at_most;
      obligation.left = {{1, told_.said(index)}};
      obligation.right = {{1, whole}};
      add(ClaimDemand::covered, std::move(obligation));
      return;
    }
  }

  void every_unit() {
    const auto lacking = [](const ClaimObligation& made) {
      return made.demand == ClaimDemand::unit;
    };
    if (told_.size() == 0 || std::ranges::any_of(made_, lacking)) return;
    Obligation obligation;
    obligation.kind = ObligationKind::form;
    add(ClaimDemand::unit, std::move(obligation));
  }

  /// 增长12.50, without %.
  void unit(int index) {
    const Claim& bare = told_.claim(index);
    const auto row = static_cast<std::size_t>(bare.figure);
    if (told_.narrative().figures[row].kind != TextFigureKind::bare || !bare.names) {
      add(ClaimDemand::restated, told_.undecided(index));
      return;
    }
    Obligation obligation = told_.blank(index, ObligationKind::form);
    const std::string text = told_.figure(told_.said(index)).text();
    obligation.met = false;
    obligation.requirement = {"“" + text + "”应有单位：是金额印出元或万元，是比率印出 %",
                              "\"" + text + "\" needs its unit: 元 or 万元, or %"};
    obligation.places = {told_.narrative().table.rows[row].place};
    add(ClaimDemand::unit, std::move(obligation));
  }

  void short_units() {
    const Narrative& narrative = told_.narrative();
    if (narrative.figures.empty()) return;
    Obligation obligation;
    obligation.kind = ObligationKind::form;
    for (std::size_t i = 0; i < narrative.figures.size(); ++i)
      if (narrative.figures[i].unit_is_short)
        obligation.places.push_back(narrative.table.rows[i].place);
    obligation.met = obligation.places.empty();
    obligation.requirement = {"金额的单位应写全：万元，不写作万",
                              "the unit of an amount is written in full: 万元, not 万"};
    add(ClaimDemand::short_unit, std::move(obligation));
  }

  void zero_bases() {
    if (on_zero_.empty()) return;
    Obligation obligation;
    obligation.kind = ObligationKind::form;
    obligation.met = false;
    const std::string text = told_.figure(told_.said(on_zero_.front())).text();
    obligation.requirement = {"基数为 0 时没有增减率或完成率，不应写作“" + text + "”",
                              "on a base of 0 there is no rate such as \"" + text + "\""};
    for (const int index : on_zero_)
      obligation.places.push_back(at(told_.dossier(), told_.said(index)).place);
    add(ClaimDemand::base, std::move(obligation));
  }

  Told told_;
  std::vector<int> on_zero_;  // rates on a base of 0
  std::vector<ClaimObligation> made_;
};

}  // namespace

std::vector<ClaimObligation> claim_obligations(const Dossier& dossier, const ClaimWords& words,
                                               const std::vector<Claim>& claims) {
  return Maker(dossier, words, claims).run();
}

}  // namespace budget::inline v1
