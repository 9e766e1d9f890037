// SPDX-License-Identifier: Apache-2.0
#include "proof/simplex.hpp"

#include <algorithm>
#include <functional>
#include <utility>

namespace budget::inline v1::proof {
namespace {

std::optional<Nudged> lower(const std::optional<End>& end) {
  if (!end) return std::nullopt;
  return Nudged{Number(end->value), Number(end->closed ? 0 : 1)};
}

std::optional<Nudged> upper(const std::optional<End>& end) {
  if (!end) return std::nullopt;
  return Nudged{Number(end->value), Number(end->closed ? 0 : -1)};
}

Bounds bounds_of(const LinearRow& row) {
  const End end{row.constant, row.relation != RowRelation::less};
  if (row.relation == RowRelation::equal) return {end, end};
  return {std::nullopt, end};
}

}  // namespace

Simplex::Simplex(const LinearSystem& system, const std::vector<Rational>& start)
    : unknowns_(system.unknowns.size()),
      variables_(unknowns_ + system.rows.size()),
      rows_(system.rows.size()),
      columns_(variables_.size()),
      seen_(system.rows.size()) {
  for (std::size_t i = 0; i < unknowns_; ++i) {
    Variable& variable = variables_[i];
    variable.low = lower(system.unknowns[i].low);
    variable.high = upper(system.unknowns[i].high);
    if (i < start.size()) variable.value.value = Number(start[i]);
    if (below(variable)) variable.value = *variable.low;
    if (above(variable)) variable.value = *variable.high;
  }
  for (std::size_t r = 0; r < system.rows.size(); ++r) {
    const LinearRow& row = system.rows[r];
    const std::size_t own = unknowns_ + r;
    rows_[r].basic = own;
    for (const auto& [unknown, coefficient] : row.terms) {
      rows_[r].entries.push_back({unknown, Number(coefficient)});
      columns_[unknown].push_back(r);
    }
    std::ranges::sort(rows_[r].entries, {}, &Entry::variable);
    Variable& variable = variables_[own];
    variable.row = static_cast<std::ptrdiff_t>(r);
    for (const Entry& entry : rows_[r].entries)
      variable.value = variable.value + entry.factor * variables_[entry.variable].value;
    const Bounds bounds = bounds_of(row);
    variable.low = lower(bounds.low);
    variable.high = upper(bounds.high);
    queue(own);
  }
}

const Number& Simplex::factor_in(const Row& row, std::size_t variable) const {
  static const Number none;
  const auto found = std::ranges::lower_bound(row.entries, variable, {}, &Entry::variable);
  return found == row.entries.end() || found->variable != variable ? none : found->factor;
}

void Simplex::rows_with(std::size_t variable, std::vector<std::size_t>& found) {
  found.clear();
  ++question_;
  for (const std::size_t r : columns_[variable]) {
    if (seen_[r] == question_) continue;
    seen_[r] = question_;
    if (!factor_in(rows_[r], variable).is_zero()) found.push_back(r);
  }
  columns_[variable] = found;
}

void Simplex::queue(std::size_t variable) {
  Variable& v = variables_[variable];
  if (v.queued || (!below(v) && !above(v))) return;
  v.queued = true;
  heap_.push_back(variable);
  std::ranges::push_heap(heap_, std::greater<>());
}

std::optional<std::size_t> Simplex::next_violated() {
  while (!heap_.empty()) {
    std::ranges::pop_heap(heap_, std::greater<>());
    const std::size_t variable = heap_.back();
    heap_.pop_back();
    Variable& v = variables_[variable];
    v.queued = false;
    if (v.row >= 0 && (below(v) || above(v))) return variable;
  }
  return std::nullopt;
}

const std::optional<Nudged>& Simplex::end_towards(const Entry& entry, bool increase) const {
  const Variable& v = variables_[entry.variable];
  return (entry.factor.sign() > 0) == increase ? v.high : v.low;
}

// Whether a term can still make the sum of its row larger (or smaller).
bool Simplex::can_move(const Entry& entry, bool increase) const {
  const std::optional<Nudged>& end = end_towards(entry, increase);
  return !end || !(variables_[entry.variable].value == *end);
}

std::size_t Simplex::entering(const Row& row, bool increase, std::size_t from, Meter& meter) const {
  std::size_t at = from;
  while (at < row.entries.size() && !can_move(row.entries[at], increase)) ++at;
  static_cast<void>(meter.spend(at - from + 1));
  return at;
}

// The first variable that can bring the basic one within its bounds by itself. Those before it that can
// only help go to their ends, where they stay without a pivot.
std::optional<std::size_t> Simplex::entering_behind_flips(std::size_t r, bool increase,
                                                          Meter& meter) {
  const Variable& basic = variables_[rows_[r].basic];
  for (const Entry& entry : rows_[r].entries) {
    if (!meter.spend(1)) return entry.variable;
    if (!can_move(entry, increase)) continue;
    const std::optional<Nudged>& end = end_towards(entry, increase);
    if (!end) return entry.variable;
    const Nudged room = *end - variables_[entry.variable].value;
    const Nudged reached = basic.value + entry.factor * room;
    if (increase ? !(reached < *basic.low) : !(*basic.high < reached)) return entry.variable;
    move(entry.variable, room);
  }
  return std::nullopt;
}

// The basic variable is the sum of others that all stand at the end that holds it back.
void Simplex::note_conflict(const Row& row, bool increase) {
  conflict_.clear();
  const Number sign(increase ? 1 : -1);
  conflict_.emplace_back(row.basic, -sign);
  for (const Entry& entry : row.entries)
    conflict_.emplace_back(entry.variable, sign * entry.factor);
}

void Simplex::move(std::size_t nonbasic, const Nudged& by) {
  variables_[nonbasic].value = variables_[nonbasic].value + by;
  rows_with(nonbasic, scratch_);
  for (const std::size_t r : scratch_) {
    Variable& basic = variables_[rows_[r].basic];
    basic.value = basic.value + factor_in(rows_[r], nonbasic) * by;
    queue(rows_[r].basic);
  }
}

void Simplex::add_multiple(std::size_t r, const Number& factor, const Row& of, std::size_t gone) {
  std::vector<Entry> sum;
  sum.reserve(rows_[r].entries.size() + of.entries.size());
  auto a = rows_[r].entries.begin();
  const auto a_end = rows_[r].entries.end();
  for (const Entry& b : of.entries) {
    for (; a != a_end && a->variable < b.variable; ++a)
      if (a->variable != gone) sum.push_back(std::move(*a));
    if (a != a_end && a->variable == b.variable) {
      Number total = a->factor + factor * b.factor;
      if (!total.is_zero()) sum.push_back({b.variable, std::move(total)});
      ++a;
    } else {
      sum.push_back({b.variable, factor * b.factor});
      columns_[b.variable].push_back(r);
    }
  }
  for (; a != a_end; ++a)
    if (a->variable != gone) sum.push_back(std::move(*a));
  rows_[r].entries = std::move(sum);
}

void Simplex::pivot(std::size_t r, std::size_t in, Meter& meter) {
  Row& row = rows_[r];
  const std::size_t out = row.basic;
  const Number inverse = Number(1) / factor_in(row, in);
  // in = (out − the rest) ÷ its factor.
  Row solved;
  solved.basic = in;
  for (Entry& entry : row.entries)
    if (entry.variable != in) solved.entries.push_back({entry.variable, -(inverse * entry.factor)});
  const auto at = std::ranges::lower_bound(solved.entries, out, {}, &Entry::variable);
  solved.entries.insert(at, {out, inverse});
  columns_[out].push_back(r);
  rows_with(in, scratch_);
  std::uint64_t steps = solved.entries.size();
  for (const std::size_t other : scratch_) {
    if (other == r) continue;
    const Number factor = factor_in(rows_[other], in);
    steps += rows_[other].entries.size() + solved.entries.size();
    add_multiple(other, factor, solved, in);
  }
  columns_[in].clear();
  rows_[r] = std::move(solved);
  variables_[out].row = -1;
  variables_[in].row = static_cast<std::ptrdiff_t>(r);
  static_cast<void>(meter.spend(steps));
}

Feasible Simplex::check(Meter& meter) {
  static_cast<void>(meter.spend(variables_.size()));
  for (std::size_t i = 0; i < variables_.size(); ++i) {
    const Variable& v = variables_[i];
    if (v.low && v.high && *v.high < *v.low) {
      conflict_ = {{i, Number(1)}, {i, Number(-1)}};
      return Feasible::no;
    }
  }
  // Bland's order ends for certain only where nothing is flipped.
  std::size_t flips = variables_.size() + 1000;
  while (const auto violated = next_violated()) {
    if (meter.spent()) {
      queue(*violated);
      return Feasible::open;
    }
    Variable& v = variables_[*violated];
    const auto r = static_cast<std::size_t>(v.row);
    const bool increase = below(v);
    std::optional<std::size_t> in;
    if (flips > 0) {
      --flips;
      in = entering_behind_flips(r, increase, meter);
    } else if (const std::size_t at = entering(rows_[r], increase, 0, meter);
               at < rows_[r].entries.size()) {
      in = rows_[r].entries[at].variable;
    }
    if (!in) {
      note_conflict(rows_[r], increase);
      queue(*violated);
      return Feasible::no;
    }
    const Nudged target = increase ? *v.low : *v.high;
    const Nudged by =
        (Number(1) / factor_in(rows_[r], *in)) * (target - variables_[*violated].value);
    move(*in, by);
    pivot(r, *in, meter);
    queue(*in);
  }
  return Feasible::yes;
}

void Simplex::set_bounds(std::size_t variable, const Bounds& bounds) {
  Variable& v = variables_[variable];
  v.low = lower(bounds.low);
  v.high = upper(bounds.high);
  if (v.row >= 0) {
    queue(variable);
    return;
  }
  if (v.low && v.high && *v.high < *v.low) return;
  if (below(v))
    move(variable, *v.low - v.value);
  else if (above(v))
    move(variable, *v.high - v.value);
}

std::optional<End> Simplex::extreme(std::size_t variable, bool greatest, Meter& meter) {
  std::size_t from = 0;  // entries before it stand at their ends
  for (;;) {
    if (meter.spent()) return std::nullopt;
    const Variable& goal = variables_[variable];
    std::size_t in = variable;
    bool up = greatest;
    if (goal.row >= 0) {
      const Row& row = rows_[static_cast<std::size_t>(goal.row)];
      from = entering(row, greatest, from, meter);
      if (from == row.entries.size()) break;
      in = row.entries[from].variable;
      up = (row.entries[from].factor.sign() > 0) == greatest;
    }
    const Variable& moved = variables_[in];
    // How far it can go: to its own end, or until a basic variable meets its own.
    std::optional<Nudged> farthest;
    std::optional<std::size_t> blocking;
    const std::optional<Nudged>& own = up ? moved.high : moved.low;
    if (own) farthest = up ? *own - moved.value : moved.value - *own;
    rows_with(in, scratch_);
    for (const std::size_t r : scratch_) {
      const Number& factor = factor_in(rows_[r], in);
      const Variable& basic = variables_[rows_[r].basic];
      const bool rises = (factor.sign() > 0) == up;
      const std::optional<Nudged>& end = rises ? basic.high : basic.low;
      if (!end) continue;
      const Number size = factor.sign() > 0 ? factor : -factor;
      const Nudged room = (Number(1) / size) * (rises ? *end - basic.value : basic.value - *end);
      if (!farthest || room < *farthest ||
          (room == *farthest && blocking && rows_[r].basic < rows_[*blocking].basic)) {
        farthest = room;
        blocking = r;
      }
    }
    if (!farthest) return std::nullopt;
    if (in == variable && !blocking && farthest->is_zero()) break;
    move(in, up ? *farthest : Number(-1) * *farthest);
    if (blocking) {
      pivot(*blocking, in, meter);
      from = 0;
    }
    if (!meter.spend(scratch_.size() + 1)) return std::nullopt;
    if (in == variable && !blocking) break;
  }
  const Nudged& value = variables_[variable].value;
  return End{value.value.exact(), value.nudge.is_zero()};
}

std::vector<Rational> Simplex::values() const {
  std::vector<NudgedBounds> all;
  for (const Variable& v : variables_) all.push_back({v.value, v.low, v.high});
  std::vector<Rational> exact = without_nudges(all);
  exact.resize(unknowns_);
  return exact;
}

std::vector<Rational> without_nudges(const std::vector<NudgedBounds>& all) {
  // Small enough that every value that is infinitely little within its bounds stays within them.
  Rational small = 1;
  const auto limit = [&](const Nudged& less, const Nudged& more) {
    if (!(less.value < more.value) || !(more.nudge < less.nudge)) return;
    const Rational room = (more.value - less.value).exact() / (less.nudge - more.nudge).exact();
    if (room < small) small = room;
  };
  for (const NudgedBounds& one : all) {
    if (one.low) limit(*one.low, one.value);
    if (one.high) limit(one.value, *one.high);
  }
  std::vector<Rational> values;
  for (const NudgedBounds& one : all)
    values.push_back(one.value.value.exact() + small * one.value.nudge.exact());
  return values;
}

}  // namespace budget::inline v1::proof
