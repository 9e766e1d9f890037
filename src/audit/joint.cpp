// SPDX-License-Identifier: Apache-2.0
#include "audit/joint.hpp"

#include "audit/displaced.hpp"
#include "audit/exchanged.hpp"
#include "audit/plausible.hpp"
#include "audit/printed_again.hpp"
#include "audit/system.hpp"
#include "audit/trial.hpp"
#include "proof/fractions.hpp"

#include <budget/obligation/judge.hpp>

#include <algorithm>
#include <array>
#include <limits>
#include <map>
#include <set>
#include <utility>

namespace budget::inline v1::detail {
namespace {

/// A change of several cells, tried as one.
struct Change {
  std::vector<std::pair<CellRef, Figure>> cells;       ///< and what would stand there
  Explanation explanation;                             ///< without its obligations yet
  std::vector<std::pair<std::size_t, Outcome>> after;  ///< what the judge says of what it touches
  int settles = 0;                                     ///< errors
  int exact = 0;                                       ///< statements that then hold to the digit
  int blurred = 0;     ///< statements that held to the digit and then do so by rounding only
  bool apart = false;  ///< a figure that is printed again in other rows
  bool named = false;  ///< all its cells are named, those too of which nothing is violated
};

/// What one figure could settle of a change's statements.
struct Single {
  int errors = 0;   ///< the most
  int blurred = 0;  ///< by the suspect of these that blurs least
};

std::vector<CellRef> cells_of(const Change& change) {
  std::vector<CellRef> cells;
  for (const auto& [cell, figure] : change.cells) cells.push_back(cell);
  return cells;
}

// Where thousands of changes might each explain what is violated, none of them does; and each is
// judged anew.
constexpr std::size_t most_changes = 1000;

class JointExplainer {
 public:
  JointExplainer(const Dossier& dossier, std::span<const Obligation> obligations,
                 std::span<const Outcome> outcomes)
      : dossier_(dossier), obligations_(obligations), outcomes_(outcomes.begin(), outcomes.end()) {
    for (std::size_t i = 0; i < obligations.size(); ++i) {
      for (const CellRef& cell : cells_of(obligations[i])) statements_[cell].insert(i);
      for (const CellRef& cell : obligations[i].zero) statements_[cell].insert(i);
    }
  }

  JointExplanations run();

 private:
  [[nodiscard]] bool violated(std::size_t i) const {
    return outcomes_[i].status == Status::violated && is_over_figures(obligations_[i]);
  }
  [[nodiscard]] int errors(const std::vector<std::size_t>& obligations) const;
  [[nodiscard]] std::set<CellRef> suspect_cells() const;
  [[nodiscard]] std::vector<Change> changes();
  void unit_changes(int disclosure, int table, std::vector<Change>&) const;
  void displaced_rows(std::span<const SetBeside>, int disclosure, int table, std::vector<Change>&);
  void doubled_row(int disclosure, int table, int row, std::vector<Change>&) const;
  [[nodiscard]] std::vector<CellRef> same_in_row(const CellRef&) const;
  void repeated_figure(const System&, const std::vector<CellRef>& same, std::vector<Change>&) const;
  [[nodiscard]] bool try_change(Change&);
  [[nodiscard]] std::vector<Change> best_changes();
  void mend(const Change&);
  [[nodiscard]] Single best_single(const Change&);
  [[nodiscard]] int blurred_by(const Suspect&);

  Dossier dossier_;
  std::span<const Obligation> obligations_;
  std::vector<Outcome> outcomes_;
  std::map<CellRef, std::set<std::size_t>> statements_;  ///< that a cell takes part in
  std::set<std::vector<CellRef>> refused_;  ///< groups that are no likelier than others
};

int JointExplainer::errors(const std::vector<std::size_t>& obligations) const {
  return static_cast<int>(std::ranges::count_if(
      obligations, [&](std::size_t i) { return obligations_[i].severity == Severity::error; }));
}

std::set<CellRef> JointExplainer::suspect_cells() const {
  std::set<CellRef> cells;
  for (std::size_t i = 0; i < obligations_.size(); ++i) {
    if (!violated(i)) continue;
    for (const CellRef& cell : cells_of(obligations_[i]))
      if (at(dossier_, cell).figure.is_number()) cells.insert(cell);
  }
  return cells;
}

// A table whose figures are in another unit than its caption says.
void JointExplainer::unit_changes(int disclosure, int index, std::vector<Change>& result) const {
  const Table& table = dossier_.disclosures[static_cast<std::size_t>(disclosure)].table(index);
  if (table.unit == Unit::unknown) return;
  for (const Unit unit : {Unit::yuan, Unit::qian_yuan, Unit::wan_yuan, Unit::yi_yuan}) {
    if (unit == table.unit) continue;
    Change change;
    for (int r = 0; r < static_cast<int>(table.rows.size()); ++r)
      for (int c = 0; c < static_cast<int>(table.columns.size()); ++c) {
        const Figure& figure = table.cell(r, c).figure;
        if (table.columns[static_cast<std::size_t>(c)].role != ColumnRole::amount) continue;
        if (figure.is_number() && figure.suffix() == Suffix::none)
          change.cells.emplace_back(CellRef{disclosure, index, r, c}, figure.with_unit(unit));
      }
    change.explanation.cause = Cause::unit_slip;
    change.explanation.unit = unit;
    result.push_back(std::move(change));
  }
}

// A table whose figures stand beside other names than they belong to: the first way to put them back after
// which all holds.
void JointExplainer::displaced_rows(std::span<const SetBeside> beside, int disclosure, int index,
                                    std::vector<Change>& result) {
  if (index == in_narrative) return;
  std::vector<FiguresInPlace> ways = put_back_by_a_row(dossier_, beside, disclosure, index);
  ways.push_back(
      put_back(dossier_.disclosures[static_cast<std::size_t>(disclosure)], disclosure, index));
  for (FiguresInPlace& way : ways) {
    if (way.empty()) continue;
    Change change;
    change.cells = std::move(way);
    change.explanation.cause = Cause::displaced_rows;
    change.named = true;
    if (Change trial = change; !try_change(trial)) continue;
    result.push_back(std::move(change));
    return;
  }
}

// A row that repeats the one above it, name, code and figures.
void JointExplainer::doubled_row(int disclosure, int index, int r,
                                 std::vector<Change>& result) const {
  const Table& table = dossier_.disclosures[static_cast<std::size_t>(disclosure)].table(index);
  if (r == 0) return;
  Change change;
  for (int c = 0; c < static_cast<int>(table.columns.size()); ++c) {
    const Figure& figure = table.cell(r, c).figure;
    if (figure.text() != table.cell(r - 1, c).figure.text()) return;
    if (figure.is_number() && table.columns[static_cast<std::size_t>(c)].role == ColumnRole::amount)
      change.cells.emplace_back(CellRef{disclosure, index, r, c}, Figure());
  }
  change.explanation.cause = Cause::doubled_row;
  result.push_back(std::move(change));
}

// The columns in which a cell's row prints its figure.
std::vector<CellRef> JointExplainer::same_in_row(const CellRef& cell) const {
  const Table& table = table_at(dossier_, cell);
  const Figure& printed = at(dossier_, cell).figure;
  std::vector<CellRef> same;
  for (int c = 0; c < static_cast<int>(table.columns.size()); ++c)
    if (table.cell(cell.row, c).figure == printed)
      same.push_back({cell.disclosure, cell.table, cell.row, c});
  return same;
}

// One amount that is printed several times, wrong each time.
void JointExplainer::repeated_figure(const System& system, const std::vector<CellRef>& same,
                                     std::vector<Change>& result) const {
  if (same.size() < 2) return;
  const Figure& printed = at(dossier_, same.front()).figure;
  Range wanted;
  std::vector<const Obligation*> settled;
  std::vector<CellRef> wrong;
  for (const CellRef& one : same) {
    const auto number = unknown_at(system, one);
    if (!number) continue;
    for (const std::size_t r : system.unknowns[*number].rows) {
      const SystemRow& row = system.rows[r];
      const auto of_the_same = [&](const auto& term) {
        return std::ranges::find(same, system.unknowns[term.first].cell) != same.end();
      };
      if (!row.violated || std::ranges::count_if(row.terms, of_the_same) != 1) continue;
      wanted = intersect(wanted, amounts_allowed(system, row, *number));
      settled.push_back(&obligations_[row.obligation]);
      wrong.push_back(one);
    }
  }
  if (wanted.empty || !wanted.low || !wanted.high) return;
  // One wrong figure alone is no reason to doubt those that agree with it.
  const bool apart = are_apart(same);
  if (apart && !are_apart(wrong)) return;
  const Rational to_unit = power(-scale_exponent(printed.unit()));
  const int digits = printed.digits();
  const Rational half = apart ? power(-digits) / 2 : Rational(0);
  RepairRange range;
  range.least = *wanted.low * to_unit;
  range.greatest = *wanted.high * to_unit;
  range.digits = digits;
  range.repeated = true;
  range.again = apart;
  const auto low = ceil_to(*range.least - half, digits);
  const auto high = floor_to(*range.greatest + half, digits);
  constexpr int most_values = 8;
  if (!low || !high) return;
  Decimal value = *low;
  for (int i = 0; i < most_values && value <= *high;
       ++i, value = value + Decimal::scaled(1, digits)) {
    Change change;
    change.apart = change.named = apart;
    for (const CellRef& one : same)
      change.cells.emplace_back(one, Figure(to_string(value), printed.unit()));
    range.low = range.high = value;
    if (!value.is_zero())
      for (const CellRef& one : same) {
        const Cause cause = most_plausible(dossier_, one, range, settled).cause;
        if (change.explanation.cause == Cause::unknown) change.explanation.cause = cause;
      }
    result.push_back(std::move(change));
  }
}

std::vector<Change> JointExplainer::changes() {
  std::vector<Change> result;
  const System system = system_of(dossier_, obligations_, outcomes_);
  const PrintedAgain printed_again(system, dossier_);
  const std::vector<SetBeside> beside = set_beside(obligations_, outcomes_);
  std::set<std::pair<int, int>> tables;
  std::set<std::array<int, 3>> rows;
  std::set<std::vector<CellRef>> groups;
  for (const CellRef& cell : suspect_cells()) {
    if (tables.insert({cell.disclosure, cell.table}).second) {
      unit_changes(cell.disclosure, cell.table, result);
      displaced_rows(beside, cell.disclosure, cell.table, result);
    }
    if (rows.insert({cell.disclosure, cell.table, cell.row}).second)
      doubled_row(cell.disclosure, cell.table, cell.row, result);
    if (const auto same = same_in_row(cell); !same.empty() && same.front() == cell)
      repeated_figure(system, same, result);
    if (const auto same = printed_again(cell);
        are_apart(same) && !refused_.contains(same) && groups.insert(same).second)
      repeated_figure(system, same, result);
    if (result.size() > most_changes) return {};
  }
  for (FiguresInPlace& pair : exchanged(dossier_, beside)) {
    const bool of_one_row = pair.front().first.row == pair.back().first.row;
    Change change;
    change.cells = std::move(pair);
    change.explanation.cause = of_one_row ? Cause::neighbouring_column : Cause::neighbouring_row;
    result.push_back(std::move(change));
  }
  return result;
}

// Makes the change, asks the judge and takes it back. True if all that its cells take part in holds.
bool JointExplainer::try_change(Change& change) {
  std::set<std::size_t> touched;
  for (const auto& [cell, figure] : change.cells)
    if (const auto found = statements_.find(cell); found != statements_.end())
      touched.insert(found->second.begin(), found->second.end());
  for (const std::size_t i : touched)
    if (violated(i)) change.explanation.obligations.push_back(i);
  change.settles = errors(change.explanation.obligations);
  if (change.settles < 2) return false;

  std::vector<Figure> before;
  for (auto& [cell, figure] : change.cells) {
    before.push_back(figure_of(dossier_, cell));
    figure_of(dossier_, cell) = figure;
  }
  bool holds = true;
  for (const std::size_t i : touched) {
    if (obligations_[i].undecided != Undecided::none || !is_over_figures(obligations_[i])) continue;
    change.after.emplace_back(i, judge(obligations_[i], dossier_));
    const Status status = change.after.back().second.status;
    if (status == Status::exact)
      ++change.exact;
    else if (outcomes_[i].status == Status::exact)
      ++change.blurred;
    if (status == Status::violated && (violated(i) || obligations_[i].severity == Severity::error))
      holds = false;
    if (!holds) break;
  }
  for (std::size_t k = 0; k < before.size(); ++k)
    figure_of(dossier_, change.cells[k].first) = before[k];
  return holds;
}

// How many statements that hold to the digit would do so no more with the value of a suspect.
int JointExplainer::blurred_by(const Suspect& suspect) {
  if (!suspect.value) return 0;
  Figure& figure = figure_of(dossier_, suspect.cell);
  const Figure before = figure;
  figure = Figure(to_string(*suspect.value), before.unit());
  int blurred = 0;
  for (const std::size_t i : statements_[suspect.cell])
    if (outcomes_[i].status == Status::exact && is_over_figures(obligations_[i]) &&
        judge(obligations_[i], dossier_).status != Status::exact)
      ++blurred;
  figure = before;
  return blurred;
}

// What one figure could settle among the change's statements.
Single JointExplainer::best_single(const Change& change) {
  std::vector<Outcome> only = outcomes_;
  for (std::size_t i = 0; i < only.size(); ++i)
    if (violated(i) && !std::ranges::binary_search(change.explanation.obligations, i))
      only[i].status = Status::not_applicable;
  Single most;
  for (const Explanation& one : localise_single(dossier_, obligations_, only)) {
    if (one.suspects.empty() || errors(one.obligations) <= most.errors) continue;
    most = {errors(one.obligations), std::numeric_limits<int>::max()};
    for (const Suspect& suspect : one.suspects)
      most.blurred = std::min(most.blurred, blurred_by(suspect));
  }
  return most;
}

// The changes that settle most; of the values of one row the one that most statements hold to the
// digit with; those with a known cause first. Several are alternatives for the same statements.
std::vector<Change> JointExplainer::best_changes() {
  std::map<std::vector<std::size_t>, Single> single;  // by the statements that are settled
  std::vector<Change> best;
  for (Change& change : changes()) {
    if (!try_change(change)) continue;
    if (!best.empty() && change.settles < best.front().settles) continue;
    const auto [known, first] = single.try_emplace(change.explanation.obligations);
    if (first) known->second = best_single(change);
    // What holds to the digit speaks for its figures.
    const int gain = change.settles - known->second.errors;
    const bool clearer = change.apart && change.blurred == 0 && known->second.blurred > 0;
    if (gain < 0 || (gain == 0 && !clearer)) continue;
    if (!best.empty() && change.settles > best.front().settles) best.clear();
    const auto same_cells = [&](const Change& other) {
      return other.cells.front().first == change.cells.front().first;
    };
    const auto rival = std::ranges::find_if(best, same_cells);
    if (rival == best.end()) {
      best.push_back(std::move(change));
    } else if (change.exact > rival->exact) {
      *rival = std::move(change);
    }
  }
  if (best.empty()) return best;
  std::ranges::stable_sort(best, [](const Change& a, const Change& b) {
    const auto rank = [](const Change& c) {
      return std::pair(c.explanation.cause == Cause::unknown, c.explanation.cause);
    };
    return rank(a) < rank(b);
  });
  // Of figures in several rows one explanation is taken, and none where another is as plausible.
  if (best.front().apart && best.size() > 1 &&
      best.front().explanation.cause == best[1].explanation.cause) {
    for (const Change& change : best)
      if (change.apart) refused_.insert(cells_of(change));
    return best_changes();
  }
  if (best.front().apart) best.resize(1);
  std::erase_if(best, [&](const Change& c) { return c.apart != best.front().apart; });
  const std::vector<std::size_t> settled = best.front().explanation.obligations;
  std::erase_if(best, [&](const Change& c) { return c.explanation.obligations != settled; });
  return best;
}

void JointExplainer::mend(const Change& change) {
  for (const auto& [cell, figure] : change.cells) figure_of(dossier_, cell) = figure;
  for (const auto& [i, outcome] : change.after) outcomes_[i] = outcome;
}

JointExplanations JointExplainer::run() {
  JointExplanations result;
  for (;;) {
    const std::vector<Change> best = best_changes();
    if (best.empty()) break;
    Explanation explanation = best.front().explanation;
    explanation.together = true;
    explanation.alternatives = best.size() > 1;
    const std::set<CellRef> wrong = suspect_cells();
    for (const Change& change : best) {
      for (const auto& [cell, figure] : change.cells) {
        if (!change.named && !wrong.contains(cell)) continue;
        Suspect suspect;
        suspect.cell = cell;
        suspect.cause = change.explanation.cause;
        if (figure.is_number()) suspect.low = suspect.high = suspect.value = figure.value();
        explanation.suspects.push_back(suspect);
      }
    }
    if (explanation.alternatives) {
      for (const std::size_t i : explanation.obligations)
        outcomes_[i].status = Status::not_applicable;  // explained, though not mended
      for (const Change& change : best)
        if (change.explanation.cause != Cause::unknown &&
            change.explanation.cause != best.front().explanation.cause)
          explanation.cause = Cause::unknown;
    } else {
      mend(best.front());
    }
    result.explanations.push_back(std::move(explanation));
  }
  result.mended = std::move(dossier_);
  result.outcomes = std::move(outcomes_);
  return result;
}

}  // namespace

JointExplanations explain_jointly(const Dossier& dossier, std::span<const Obligation> obligations,
                                  std::span<const Outcome> outcomes) {
  return JointExplainer(dossier, obligations, outcomes).run();
}

}  // namespace budget::inline v1::detail
