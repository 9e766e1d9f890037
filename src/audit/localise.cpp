// SPDX-License-Identifier: Apache-2.0
#include "audit/localise.hpp"

#include "audit/joint.hpp"
#include "audit/plausible.hpp"
#include "audit/quotients.hpp"
#include "audit/system.hpp"
#include "audit/trial.hpp"
#include "proof/fractions.hpp"

#include <budget/obligation/judge.hpp>

#include <algorithm>
#include <functional>
#include <map>
#include <set>
#include <tuple>
#include <utility>

namespace budget::inline v1::detail {
namespace {

// A figure with the rows that one amount of it settles.
struct Candidate {
  std::size_t unknown = 0;
  Range amounts;
  std::vector<std::size_t> settles;  // rows, in order
  int errors = 0;                    // of them, how many cannot be true as they stand
  bool blank = false;
};

// What a candidate settles: errors, statements, and whether the figure is printed at all.
using Rank = std::tuple<int, std::size_t, bool>;

// How plausible a suspect is, the least value first; no two figures alike.
using Plausibility = std::tuple<bool, int, bool, Cause, bool, CellRef>;

Plausibility plausibility_of(const Suspect& s) {
  return {s.cause == Cause::unknown, s.disturbed, !s.exact, s.cause, !s.value.has_value(), s.cell};
}

class Localiser {
 public:
  Localiser(const Dossier& dossier, std::span<const Obligation> obligations,
            std::span<const Outcome> outcomes)
      : dossier_(dossier),
        trial_(dossier),
        digits_around_(dossier),
        obligations_(obligations),
        system_(system_of(dossier, obligations, outcomes)),
        open_(system_.rows.size()),
        excluded_(system_.unknowns.size()),
        known_(system_.unknowns.size()) {
    for (std::size_t r = 0; r < system_.rows.size(); ++r) open_[r] = system_.rows[r].violated;
    for (std::size_t unknown = 0; unknown < known_.size(); ++unknown) rank(unknown);
  }

  std::vector<Explanation> explain();

 private:
  [[nodiscard]] std::optional<Candidate> candidate(std::size_t unknown) const;
  [[nodiscard]] const std::optional<Suspect>& suspect_of(std::size_t unknown);
  [[nodiscard]] std::optional<Suspect> suspect(const Candidate&);
  [[nodiscard]] std::optional<RepairRange> printed_range(const Candidate&);
  [[nodiscard]] bool holds_with(const Candidate&, const Decimal& value,
                                Severity least = Severity::error);
  [[nodiscard]] int disturbed_by(const Candidate&) const;
  void rank(std::size_t unknown);
  void unrank(std::size_t unknown);
  [[nodiscard]] std::vector<std::size_t> best();
  void settle(const std::vector<Candidate>& group, std::span<const Suspect> suspects);
  void forget_around(std::size_t row);

  const Dossier& dossier_;
  Dossier trial_;  // the dossier, put right as far as is explained; one figure changed for a moment
  DigitsAround digits_around_;
  std::span<const Obligation> obligations_;
  System system_;
  std::vector<bool> open_;         // rows that are violated and not yet explained
  std::vector<bool> excluded_;     // unknowns that no printable value repairs
  std::set<std::size_t> changed_;  // unknowns to be ranked anew

  // What was found of an unknown; it holds until one of its rows is settled or narrowed.
  struct Known {
    std::optional<Candidate> candidate;
    std::optional<std::optional<Suspect>> suspect;
  };
  std::vector<Known> known_;

  // The candidates by what they settle, most first. Suspects are found where their turn comes.
  struct Level {
    std::set<std::size_t> waiting;                 // not yet looked at
    std::map<Plausibility, std::size_t> suspects;  // most plausible first
    std::set<std::size_t> hopeless;                // those without a printed value
  };
  std::map<Rank, Level, std::greater<>> levels_;
};

// A figure with another value, printed in a table that says how many digits it has.
Figure with_value(const Figure& printed, const Decimal& value) {
  const Figure figure(to_string(value), printed.unit());
  const bool has_more =
      printed.digits() > printed.value().scale() && printed.digits() > figure.digits();
  return has_more ? figure.with_digits(printed.digits()) : figure;
}

// Whether a statement sets two figures of one unit and as many digits beside one another.
bool is_of_same_digits(const Dossier& dossier, const Obligation& obligation) {
  if (obligation.kind != ObligationKind::restatement || obligation.left.size() != 1 ||
      obligation.right.size() != 1)
    return false;
  const Figure& left = at(dossier, obligation.left.front().cell).figure;
  const Figure& right = at(dossier, obligation.right.front().cell).figure;
  return left.unit() == right.unit() && left.digits() == right.digits();
}

Rank rank_of(const Candidate& candidate) {
  return {candidate.errors, candidate.settles.size(), !candidate.blank};
}

const std::optional<Suspect>& Localiser::suspect_of(std::size_t unknown) {
  Known& known = known_[unknown];
  if (!known.suspect) known.suspect = suspect(*known.candidate);
  return *known.suspect;
}

// Puts an unknown among the candidates, if it is one.
void Localiser::rank(std::size_t unknown) {
  Known& known = known_[unknown];
  known = {};
  const bool in_question = std::ranges::any_of(system_.unknowns[unknown].rows,
                                               [this](std::size_t row) { return open_[row]; });
  if (in_question && !excluded_[unknown]) known.candidate = candidate(unknown);
  if (known.candidate) levels_[rank_of(*known.candidate)].waiting.insert(unknown);
}

// Takes it from there.
void Localiser::unrank(std::size_t unknown) {
  Known& known = known_[unknown];
  if (!known.candidate) return;
  const auto found = levels_.find(rank_of(*known.candidate));
  Level& level = found->second;
  level.waiting.erase(unknown);
  level.hopeless.erase(unknown);
  if (known.suspect && *known.suspect) level.suspects.erase(plausibility_of(**known.suspect));
  if (level.waiting.empty() && level.suspects.empty() && level.hopeless.empty())
    levels_.erase(found);
  known = {};
}

void Localiser::forget_around(std::size_t row) {
  for (const auto& [unknown, coefficient] : system_.rows[row].terms) {
    unrank(unknown);
    changed_.insert(unknown);
  }
}

// Rows that cannot be false bound the figure; where amounts remain, the one that settles most, and of those the one
// with which most hold to the digit.
std::optional<Candidate> Localiser::candidate(std::size_t unknown) const {
  Range base;
  // What was left out of a blank cell is never a negative amount.
  if (system_.unknowns[unknown].blank) base.low = Rational(0);
  struct Wanted {
    std::size_t row = 0;
    Range range;
    std::optional<Rational> exact;
    bool to_the_digit = false;  // as printed: no amount between two printed ones will do
  };
  std::vector<Wanted> wanted;
  for (const std::size_t r : system_.unknowns[unknown].rows) {
    const SystemRow& row = system_.rows[r];
    if (open_[r]) {
      const Obligation& obligation = obligations_[row.obligation];
      const auto exact = exact_amount(trial_, system_.unknowns[unknown].cell, obligation);
      wanted.push_back({r, amounts_allowed(system_, row, unknown), exact,
                        exact && is_of_same_digits(dossier_, obligation)});
    } else if (row.severity == Severity::error)
      base = intersect(base, amounts_allowed(system_, row, unknown));
  }
  for (Wanted& one : wanted) one.range = intersect(one.range, base);
  std::erase_if(wanted, [](const Wanted& one) { return one.range.empty; });

  // The most overlapping ranges meet at an end of one of them.
  std::vector<Rational> probes;
  for (const Wanted& one : wanted) {
    if (one.exact) probes.push_back(*one.exact);
    if (one.range.low) probes.push_back(*one.range.low);
    if (one.range.high) probes.push_back(*one.range.high);
  }
  std::optional<Candidate> most;
  int most_exact = 0;
  for (const Rational& probe : probes) {
    Candidate here{unknown, base, {}, 0, system_.unknowns[unknown].blank};
    int exact = 0;
    for (const Wanted& one : wanted) {
      if (!contains(one.range, probe) || (one.to_the_digit && *one.exact != probe)) continue;
      here.amounts = intersect(here.amounts, one.range);
      here.settles.push_back(one.row);
      if (system_.rows[one.row].severity == Severity::error) ++here.errors;
      if (one.exact && *one.exact == probe) ++exact;
    }
    if (here.settles.empty()) continue;
    if (!most || std::tuple(here.errors, here.settles.size(), exact) >
                     std::tuple(most->errors, most->settles.size(), most_exact)) {
      most = std::move(here);
      most_exact = exact;
    }
  }
  return most;
}

// The suspects that settle most, most plausible first. Several sets of rows can be settled alike; the
// most plausible figure's set is taken.
std::vector<std::size_t> Localiser::best() {
  while (!levels_.empty()) {
    Level& level = levels_.begin()->second;
    for (const std::size_t unknown : std::exchange(level.waiting, {})) {
      if (const auto& found = suspect_of(unknown))
        level.suspects.emplace(plausibility_of(*found), unknown);
      else
        level.hopeless.insert(unknown);
    }
    if (level.suspects.empty()) {
      // Amounts would settle it, but no figure printed like those around it.
      for (const std::size_t unknown : std::exchange(level.hopeless, {})) {
        excluded_[unknown] = true;
        known_[unknown] = {};
      }
      levels_.erase(levels_.begin());
      continue;
    }
    const Rank top = levels_.begin()->first;
    const auto& settles = known_[level.suspects.begin()->second].candidate->settles;
    std::map<Plausibility, std::size_t> alike;
    for (const auto& [unknown, coefficient] : system_.rows[settles.front()].terms) {
      const Known& known = known_[unknown];
      if (known.candidate && known.suspect && *known.suspect && rank_of(*known.candidate) == top &&
          known.candidate->settles == settles)
        alike.emplace(plausibility_of(**known.suspect), unknown);
    }
    std::vector<std::size_t> found;
    for (const auto& [plausibility, unknown] : alike) found.push_back(unknown);
    return found;
  }
  return {};
}

// Printed values whose amounts meet the candidate's, as the figures around it are printed. The
// judge has the last word at both ends: a figure that restates another must show its digits.
std::optional<RepairRange> Localiser::printed_range(const Candidate& candidate) {
  const Unknown& unknown = system_.unknowns[candidate.unknown];
  const Figure& figure = at(dossier_, unknown.cell).figure;
  const int exponent = scale_exponent(figure.unit());
  const int digits = std::min(digits_around_(unknown.cell), 12);
  const bool to_the_fen = figure.unit() != Unit::unknown && digits - exponent == 2;
  const Rational half = to_the_fen || unknown.counted ? Rational(0) : power(-digits) / 2;
  RepairRange range;
  range.digits = digits;
  if (candidate.amounts.low) {
    range.least = *candidate.amounts.low * power(-exponent);
    range.low = ceil_to(*range.least - half, digits);
    if (!range.low) return std::nullopt;
  }
  if (candidate.amounts.high) {
    range.greatest = *candidate.amounts.high * power(-exponent);
    range.high = floor_to(*range.greatest + half, digits);
    if (!range.high) return std::nullopt;
  }
  const Decimal unit = Decimal::scaled(1, digits);
  constexpr int most_steps = 3;
  for (int step = 0; range.low && !holds_with(candidate, *range.low); ++step) {
    if (step == most_steps) return std::nullopt;
    range.low = *range.low + unit;
  }
  for (int step = 0; range.high && !holds_with(candidate, *range.high); ++step) {
    if (step == most_steps) return std::nullopt;
    range.high = *range.high - unit;
  }
  if (range.low && range.high && *range.high < *range.low) return std::nullopt;
  if (range.high && range.high->is_negative() && !may_be_negative(dossier_, unknown.cell, range))
    return std::nullopt;
  return range;
}

// Whether all that the candidate settles holds with the value, and of what holds now all that is as
// grave as `least`.
bool Localiser::holds_with(const Candidate& candidate, const Decimal& value, Severity least) {
  const Unknown& unknown = system_.unknowns[candidate.unknown];
  Figure& figure = figure_of(trial_, unknown.cell);
  const Figure printed = figure;
  figure = with_value(printed, value);
  bool holds = true;
  for (const std::size_t r : unknown.rows) {
    const bool must_hold =
        open_[r] ? std::binary_search(candidate.settles.begin(), candidate.settles.end(), r)
                 : system_.rows[r].severity >= least;
    if (!must_hold) continue;
    const Status status = judge(obligations_[system_.rows[r].obligation], trial_).status;
    holds = status != Status::violated;
    if (!holds) break;
  }
  figure = printed;
  return holds;
}

int Localiser::disturbed_by(const Candidate& candidate) const {
  int disturbed = 0;
  for (const std::size_t r : system_.unknowns[candidate.unknown].rows) {
    if (open_[r] || system_.rows[r].severity == Severity::error) continue;
    const Range left = amounts_allowed(system_, system_.rows[r], candidate.unknown);
    if (intersect(left, candidate.amounts).empty) ++disturbed;
  }
  return disturbed;
}

std::optional<Suspect> Localiser::suspect(const Candidate& candidate) {
  const auto range = printed_range(candidate);
  if (!range) return std::nullopt;
  const CellRef& cell = system_.unknowns[candidate.unknown].cell;
  std::vector<const Obligation*> settled;
  for (const std::size_t r : candidate.settles)
    settled.push_back(&obligations_[system_.rows[r].obligation]);
  Plausible plausible = most_plausible(trial_, cell, *range, settled);
  // A value is proposed only where no statement of any severity speaks against it.
  if (plausible.value && !holds_with(candidate, *plausible.value, Severity::note))
    plausible.value.reset();
  return Suspect{cell,
                 range->low,
                 range->high,
                 plausible.value,
                 plausible.cause,
                 candidate.blank,
                 disturbed_by(candidate),
                 plausible.exact && plausible.value.has_value()};
}

// A single suspect counts as repaired from here on.
void Localiser::settle(const std::vector<Candidate>& group, std::span<const Suspect> suspects) {
  for (const std::size_t r : group.front().settles) {
    open_[r] = false;
    forget_around(r);
  }
  if (suspects.size() == 1 && suspects.front().value) {
    Figure& figure = figure_of(trial_, suspects.front().cell);
    figure = with_value(figure, *suspects.front().value);
  }
  for (const Candidate& candidate : group) {
    if (suspects.size() != 1 || !candidate.amounts.low || !candidate.amounts.high) continue;
    set_amounts(system_, candidate.unknown, *candidate.amounts.low, *candidate.amounts.high);
    for (const std::size_t r : system_.unknowns[candidate.unknown].rows) forget_around(r);
  }
  for (const std::size_t unknown : std::exchange(changed_, {})) rank(unknown);
}

std::vector<Explanation> Localiser::explain() {
  std::vector<Explanation> result;
  for (;;) {
    const std::vector<std::size_t> found = best();
    if (found.empty()) break;
    Explanation explanation;
    std::vector<Candidate> taken;
    for (const std::size_t unknown : found) {
      explanation.suspects.push_back(*suspect_of(unknown));
      taken.push_back(*known_[unknown].candidate);
    }
    for (const std::size_t r : taken.front().settles)
      explanation.obligations.push_back(system_.rows[r].obligation);
    settle(taken, explanation.suspects);
    result.push_back(std::move(explanation));
  }
  for (std::size_t r = 0; r < system_.rows.size(); ++r)
    if (open_[r]) result.push_back({.obligations = {system_.rows[r].obligation}});
  return result;
}

bool any_figure_violated(std::span<const Obligation> obligations,
                         std::span<const Outcome> outcomes) {
  for (std::size_t i = 0; i < obligations.size(); ++i)
    if (outcomes[i].status == Status::violated && is_over_figures(obligations[i])) return true;
  return false;
}

}  // namespace

std::vector<Explanation> localise(const Dossier& dossier, std::span<const Obligation> obligations,
                                  std::span<const Outcome> outcomes) {
  if (!any_figure_violated(obligations, outcomes)) return {};
  JointExplanations joint = explain_jointly(dossier, obligations, outcomes);
  std::vector<Explanation> result = std::move(joint.explanations);
  for (Explanation& one : localise_single(joint.mended, obligations, joint.outcomes))
    result.push_back(std::move(one));
  return result;
}

namespace {

// The figures that a statement which holds says are another's.
std::set<CellRef> confirmed_figures(std::span<const Obligation> obligations,
                                    std::span<const Outcome> outcomes) {
  std::set<CellRef> confirmed;
  for (std::size_t i = 0; i < obligations.size(); ++i)
    if (obligations[i].kind == ObligationKind::restatement &&
        (outcomes[i].status == Status::exact || outcomes[i].status == Status::rounding))
      for (const CellRef& cell : cells_of(obligations[i])) confirmed.insert(cell);
  return confirmed;
}

// Explanations by their one suspect.
class BySuspect {
 public:
  void add(const Explanation& one, std::size_t index) {
    if (one.suspects.size() == 1) first_.emplace(one.suspects.front().cell, index);
  }
  // The first explanation whose one suspect is among the cells.
  [[nodiscard]] std::optional<std::size_t> find(const std::vector<CellRef>& cells) const {
    std::optional<std::size_t> least;
    for (const CellRef& cell : cells)
      if (const auto found = first_.find(cell); found != first_.end())
        least = std::min(least.value_or(found->second), found->second);
    return least;
  }

 private:
  std::map<CellRef, std::size_t> first_;
};

}  // namespace

std::vector<Explanation> localise_single(const Dossier& dossier,
                                         std::span<const Obligation> obligations,
                                         std::span<const Outcome> outcomes) {
  if (!any_figure_violated(obligations, outcomes)) return {};
  const auto violated = [](const Outcome& outcome) { return outcome.status == Status::violated; };
  std::vector<Explanation> result = Localiser(dossier, obligations, outcomes).explain();
  BySuspect by_suspect;
  for (std::size_t i = 0; i < result.size(); ++i) by_suspect.add(result[i], i);
  const std::set<CellRef> confirmed = confirmed_figures(obligations, outcomes);
  std::vector<bool> explained(obligations.size());
  for (const Explanation& one : result)
    for (const std::size_t i : one.obligations) explained[i] = true;
  for (std::size_t i = 0; i < obligations.size(); ++i) {
    if (!violated(outcomes[i]) || !is_over_figures(obligations[i]) || explained[i]) continue;
    if (obligations[i].kind == ObligationKind::ratio)
      if (const auto same = by_suspect.find(cells_of(obligations[i]))) {
        result[*same].obligations.push_back(i);
        continue;
      }
    Explanation alone{.obligations = {i}};
    if (obligations[i].kind == ObligationKind::ratio) {
      if (auto one = suspect_of_quotient(dossier, obligations[i], outcomes[i], confirmed))
        alone.suspects.push_back(std::move(*one));
    }
    by_suspect.add(alone, result.size());
    result.push_back(std::move(alone));
  }
  return result;
}

}  // namespace budget::inline v1::detail
