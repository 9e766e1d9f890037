// SPDX-License-Identifier: Apache-2.0
#include <budget/proof/localise.hpp>

#include "proof/conflict.hpp"
#include "proof/hitting_sets.hpp"
#include "proof/parts.hpp"
#include "proof/simplex.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <utility>

namespace budget::inline v1::proof {
namespace {

/// More joint sets than these are not tried one by one.
constexpr std::size_t most_joint = 100'000;

/// One connected part of a system.
class Localiser {
 public:
  Localiser(const LinearSystem& system, const std::vector<Doubt>& doubts,
            const std::vector<Rational>& start, Meter& meter)
      : system_(system), doubts_(doubts), simplex_(system, start), meter_(meter) {
    for (std::size_t d = 0; d < doubts.size(); ++d) {
      doubt_of_.emplace(doubts[d].unknown, d);
      weights_.push_back(doubts[d].weight);
    }
  }

  Localisation run() {
    for (std::size_t r = 0; r < system_.rows.size(); ++r) seed(r);
    bool again = !result_.contradiction;
    while (again) again = step();
    result_.decided = decided_ && !meter_.spent();
    return std::move(result_);
  }

 private:
  /// Conflicts that share doubts, and the sets of doubts that settle them: the first is the base.
  struct Component {
    std::vector<std::size_t> conflicts;
    std::vector<IndexSet> sets;
  };

  /// One round; true where a new conflict was learnt and all starts again.
  bool step() {
    components_.clear();
    reach_.clear();
    for (const std::vector<std::size_t>& members : linked(conflicts_)) {
      std::vector<IndexSet> own;
      for (const std::size_t c : members) own.push_back(conflicts_[c]);
      Component component{members, lightest_hitting_sets(own, weights_, meter_)};
      if (component.sets.empty()) return false;
      components_.push_back(std::move(component));
    }
    for (Feasible now = possible_without(base()); now != Feasible::yes;
         now = possible_without(base())) {
      if (now == Feasible::open) return false;
      Certificate conflict = certificate_of(simplex_, system_.unknowns.size());
      const IndexSet tried = base();
      const std::optional<bool> fewer = prune();
      if (!fewer) return false;
      if (*fewer) continue;
      drop(tried);
      return learn(std::move(conflict));
    }
    if (components_.empty()) {
      decided_ = true;
      return false;
    }
    switch (try_alternatives()) {
      case Feasible::no: return learn();
      case Feasible::open: return false;
      case Feasible::yes: break;
    }
    if (const Feasible again = possible_without(base()); again != Feasible::yes) return false;
    switch (join_dependent(simplex_.values())) {
      case Feasible::no: return learn();
      case Feasible::open: return false;
      case Feasible::yes: break;
    }
    return finish();
  }

  /// A row that cannot hold whatever the others say. Conflicts of one row are short, so they come first.
  void seed(std::size_t r) {
    const LinearRow& row = system_.rows[r];
    Bounds sum = Bounds::point(0);
    for (const auto& [unknown, coefficient] : row.terms)
      sum = sum + coefficient * system_.unknowns[unknown];
    const End constant{row.constant, row.relation != RowRelation::less};
    const bool too_much = Bounds{sum.low, constant}.is_empty();
    const bool too_little =
        row.relation == RowRelation::equal && Bounds{constant, sum.high}.is_empty();
    if (!too_much && !too_little) return;
    Certificate certificate;
    certificate.rows.push_back({r, Rational(too_much ? 1 : -1)});
    for (const auto& [unknown, coefficient] : row.terms) {
      const bool high = (coefficient < 0) == too_much;
      certificate.ends.push_back(
          {unknown, high, coefficient < 0 ? Rational(-coefficient) : coefficient});
    }
    static_cast<void>(learn(std::move(certificate)));
  }

  /// Every alternative beside the base of the others. One that is impossible there goes, if it is
  /// impossible beside anything that the others can be; else its conflict is to be learnt.
  Feasible try_alternatives() {
    for (std::size_t c = 0; c < components_.size(); ++c) {
      std::vector<IndexSet>& sets = components_[c].sets;
      for (std::size_t s = 1; s < sets.size();) {
        const Feasible possible = possible_without(base_but(c, sets[s]));
        if (possible == Feasible::yes) {
          ++s;
          continue;
        }
        if (possible == Feasible::open) return possible;
        const Feasible at_all =
            components_.size() == 1 ? Feasible::yes : possible_beside(c, sets[s]);
        if (at_all == Feasible::open) return at_all;
        if (at_all == Feasible::yes) return possible_without(base_but(c, sets[s]));
        sets.erase(sets.begin() + static_cast<std::ptrdiff_t>(s));
      }
    }
    return Feasible::yes;
  }

  /// Drops every alternative that is impossible beside anything that the others can be. False where none
  /// is, or a component would have none left: then the conflict of the base is to be learnt. Nothing
  /// once the work is spent.
  std::optional<bool> prune() {
    if (components_.size() < 2) return false;
    bool fewer = false;
    for (std::size_t c = 0; c < components_.size(); ++c) {
      std::vector<IndexSet> left;
      for (const IndexSet& set : components_[c].sets) {
        const Feasible possible = possible_beside(c, set);
        if (possible == Feasible::open) return std::nullopt;
        if (possible == Feasible::yes) left.push_back(set);
      }
      if (left.empty()) return false;
      fewer = fewer || left.size() < components_[c].sets.size();
      components_[c].sets = std::move(left);
    }
    return fewer;
  }

  /// Whether an alternative is possible while every figure that others may change lies between what it
  /// prints and what it can become.
  Feasible possible_beside(std::size_t component, const IndexSet& set) {
    if (const Feasible known = find_reach(); known != Feasible::yes) return known;
    drop(set);
    std::vector<std::size_t> widened;
    for (std::size_t c = 0; c < components_.size(); ++c) {
      if (c == component) continue;
      for (const auto& [d, bounds] : reach_[c]) {
        simplex_.set_bounds(doubts_[d].unknown, bounds);
        widened.push_back(doubts_[d].unknown);
      }
    }
    const Feasible possible = simplex_.check(meter_);
    for (const std::size_t unknown : widened) simplex_.set_bounds(unknown, bounds_now(unknown));
    return possible;
  }

  /// What each figure can become at most: its own component changed, all others as free as can be.
  Feasible find_reach() {
    if (!reach_.empty()) return Feasible::yes;
    reach_.resize(components_.size());
    for (std::size_t c = 0; c < components_.size(); ++c) {
      IndexSet others;
      for (std::size_t o = 0; o < components_.size(); ++o)
        if (o != c)
          for (const IndexSet& set : components_[o].sets)
            others.insert(others.end(), set.begin(), set.end());
      for (const IndexSet& set : components_[c].sets) {
        IndexSet doubted = others;
        doubted.insert(doubted.end(), set.begin(), set.end());
        const Feasible possible = possible_without(doubted);
        if (possible == Feasible::open) return possible;
        if (possible == Feasible::no) continue;
        for (const std::size_t d : set) {
          const std::size_t unknown = doubts_[d].unknown;
          const Bounds range{simplex_.extreme(unknown, false, meter_),
                             simplex_.extreme(unknown, true, meter_)};
          if (meter_.spent()) return Feasible::open;
          const auto [at, is_new] = reach_[c].emplace(d, system_.unknowns[unknown]);
          at->second = hull(at->second, range);
        }
      }
    }
    return Feasible::yes;
  }

  static Bounds hull(const Bounds& a, const Bounds& b) {
    Bounds both = a;
    if (!b.low || (both.low && tighter_low(*both.low, *b.low))) both.low = b.low;
    if (!b.high || (both.high && tighter_high(*both.high, *b.high))) both.high = b.high;
    return both;
  }

  [[nodiscard]] IndexSet base() const {
    IndexSet all;
    for (const Component& component : components_)
      all.insert(all.end(), component.sets.front().begin(), component.sets.front().end());
    return all;
  }
  [[nodiscard]] IndexSet base_but(std::size_t component, const IndexSet& other) const {
    IndexSet all = other;
    for (std::size_t c = 0; c < components_.size(); ++c)
      if (c != component)
        all.insert(all.end(), components_[c].sets.front().begin(),
                   components_[c].sets.front().end());
    return all;
  }

  /// Whether the system is possible without the bounds of some doubts.
  Feasible possible_without(const IndexSet& doubted) {
    drop(doubted);
    return simplex_.check(meter_);
  }

  void drop(const IndexSet& doubted) {
    const std::set<std::size_t> wanted(doubted.begin(), doubted.end());
    for (const std::size_t d : dropped_)
      if (!wanted.contains(d))
        simplex_.set_bounds(doubts_[d].unknown, system_.unknowns[doubts_[d].unknown]);
    for (const std::size_t d : wanted)
      if (!dropped_.contains(d)) simplex_.set_bounds(doubts_[d].unknown, doubts_[d].without);
    dropped_ = wanted;
  }

  /// The doubts of the conflict that stands in the tableau. False where there is nobody to doubt.
  bool learn() { return learn(certificate_of(simplex_, system_.unknowns.size())); }

  bool learn(Certificate certificate) {
    IndexSet conflict;
    for (const EndPart& part : certificate.ends) {
      const auto doubt = doubt_of_.find(part.unknown);
      if (doubt == doubt_of_.end() || dropped_.contains(doubt->second)) continue;
      const Bounds& with = system_.unknowns[part.unknown];
      const Bounds& without = doubts_[doubt->second].without;
      // An end that stands without the figure too says nothing against it.
      if ((part.high ? with.high : with.low) == (part.high ? without.high : without.low)) continue;
      conflict.push_back(doubt->second);
    }
    std::ranges::sort(conflict);
    if (conflict.empty()) {
      decided_ = true;
      result_.components.clear();
      result_.contradiction = std::move(certificate);
      return false;
    }
    conflicts_.push_back(std::move(conflict));
    std::set<std::size_t> region;
    for (const EndPart& part : certificate.ends) region.insert(part.unknown);
    for (const RowPart& part : certificate.rows)
      for (const auto& term : system_.rows[part.row].terms) region.insert(term.first);
    regions_.push_back(std::move(region));
    result_.certificates.push_back(std::move(certificate));
    return !meter_.spent();
  }

  /// Components whose alternatives are not seen to be independent become one, its sets tried together.
  /// An alternative is independent if it does with changes to its own region alone: such changes add
  /// up, for every row keeps its sum.
  Feasible join_dependent(const std::vector<Rational>& witness) {
    if (components_.size() < 2) return Feasible::yes;
    std::vector<std::size_t> dependent;
    std::set<std::size_t> taken;
    for (std::size_t c = 0; c < components_.size(); ++c) {
      const std::set<std::size_t> region = region_of(c, taken);
      taken.insert(region.begin(), region.end());
      bool alone = true;
      for (std::size_t s = 1; alone && s < components_[c].sets.size(); ++s) {
        const Feasible possible = possible_within(c, components_[c].sets[s], region, witness);
        if (possible == Feasible::open) return possible;
        alone = possible == Feasible::yes;
      }
      if (!alone) dependent.push_back(c);
    }
    if (dependent.empty()) return Feasible::yes;
    // One that depends needs another that it depends on: all that have a choice stand together.
    for (std::size_t c = 0; c < components_.size(); ++c)
      if (components_[c].sets.size() > 1 && std::ranges::find(dependent, c) == dependent.end())
        dependent.push_back(c);
    std::ranges::sort(dependent);
    return join(dependent);
  }

  /// The unknowns of a component's conflicts that no other component has taken.
  [[nodiscard]] std::set<std::size_t> region_of(std::size_t component,
                                                const std::set<std::size_t>& taken) const {
    std::set<std::size_t> own, others;
    for (std::size_t c = 0; c < components_.size(); ++c)
      for (const IndexSet& set : components_[c].sets)
        for (const std::size_t d : set) (c == component ? own : others).insert(d);
    std::set<std::size_t> region;
    for (const std::size_t conflict : components_[component].conflicts)
      for (const std::size_t unknown : regions_[conflict]) {
        const auto doubt = doubt_of_.find(unknown);
        const bool of_other = doubt != doubt_of_.end() && others.contains(doubt->second);
        if (!of_other && !taken.contains(unknown)) region.insert(unknown);
      }
    return region;
  }

  Feasible possible_within(std::size_t component, const IndexSet& set,
                           const std::set<std::size_t>& region,
                           const std::vector<Rational>& witness) {
    drop(base_but(component, set));
    std::vector<std::size_t> fixed;
    for (std::size_t i = 0; i < system_.unknowns.size(); ++i)
      if (!region.contains(i)) fixed.push_back(i);
    for (const std::size_t i : fixed) simplex_.set_bounds(i, Bounds::point(witness[i]));
    const auto rows = hold_inequalities(witness);
    const Feasible possible = simplex_.check(meter_);
    for (const std::size_t r : rows) release_row(r);
    for (const std::size_t i : fixed) simplex_.set_bounds(i, bounds_now(i));
    return possible;
  }

  /// Changes to several regions may use up what an inequality leaves only once: they use nothing.
  std::vector<std::size_t> hold_inequalities(const std::vector<Rational>& witness) {
    std::vector<std::size_t> held;
    for (std::size_t r = 0; r < system_.rows.size(); ++r) {
      const LinearRow& row = system_.rows[r];
      if (row.relation == RowRelation::equal) continue;
      Rational sum = 0;
      for (const auto& [unknown, coefficient] : row.terms) sum += coefficient * witness[unknown];
      simplex_.set_bounds(system_.unknowns.size() + r, {std::nullopt, End{sum, true}});
      held.push_back(r);
    }
    return held;
  }
  void release_row(std::size_t r) {
    const LinearRow& row = system_.rows[r];
    simplex_.set_bounds(system_.unknowns.size() + r,
                        {std::nullopt, End{row.constant, row.relation != RowRelation::less}});
  }

  [[nodiscard]] const Bounds& bounds_now(std::size_t unknown) const {
    const auto doubt = doubt_of_.find(unknown);
    if (doubt != doubt_of_.end() && dropped_.contains(doubt->second))
      return doubts_[doubt->second].without;
    return system_.unknowns[unknown];
  }

  Feasible join(const std::vector<std::size_t>& dependent) {
    std::vector<IndexSet> together{{}};
    for (const std::size_t c : dependent) {
      std::vector<IndexSet> longer;
      if (together.size() * components_[c].sets.size() > most_joint) {
        static_cast<void>(meter_.spend(static_cast<std::uint64_t>(-1)));
        return Feasible::open;
      }
      for (const IndexSet& set : together)
        for (const IndexSet& more : components_[c].sets) {
          IndexSet both = set;
          both.insert(both.end(), more.begin(), more.end());
          std::ranges::sort(both);
          longer.push_back(std::move(both));
        }
      together = std::move(longer);
    }
    Component all{{}, std::move(together)};
    for (const std::size_t c : dependent)
      all.conflicts.insert(all.conflicts.end(), components_[c].conflicts.begin(),
                           components_[c].conflicts.end());
    std::vector<Component> left{std::move(all)};
    for (std::size_t c = 0; c < components_.size(); ++c)
      if (std::ranges::find(dependent, c) == dependent.end())
        left.push_back(std::move(components_[c]));
    components_ = std::move(left);
    for (const IndexSet& set : components_.front().sets)
      if (const Feasible possible = possible_without(base_but(0, set)); possible != Feasible::yes)
        return possible;
    return Feasible::yes;
  }

  /// The intervals of the repaired values.
  bool finish() {
    for (std::size_t c = 0; c < components_.size(); ++c) {
      std::vector<Change> changes;
      for (const IndexSet& set : components_[c].sets) {
        if (possible_without(base_but(c, set)) != Feasible::yes) return false;
        Change change;
        for (const std::size_t d : set) {
          const std::size_t unknown = doubts_[d].unknown;
          Bounds bounds;
          bounds.low = simplex_.extreme(unknown, false, meter_);
          bounds.high = simplex_.extreme(unknown, true, meter_);
          change.values.emplace_back(unknown, std::move(bounds));
          change.weight += doubts_[d].weight;
        }
        std::ranges::sort(change.values, {}, &std::pair<std::size_t, Bounds>::first);
        changes.push_back(std::move(change));
      }
      result_.components.push_back(std::move(changes));
    }
    decided_ = true;
    return false;
  }

  const LinearSystem& system_;
  const std::vector<Doubt>& doubts_;
  Simplex simplex_;
  Meter& meter_;
  std::map<std::size_t, std::size_t> doubt_of_;  // unknown → doubt
  std::vector<std::int64_t> weights_;
  std::set<std::size_t> dropped_;  // doubts whose bounds are not in the tableau
  std::vector<IndexSet> conflicts_;
  std::vector<std::set<std::size_t>> regions_;  // unknowns that a conflict speaks of
  std::vector<Component> components_;
  std::vector<std::map<std::size_t, Bounds>> reach_;  // of components: doubt → what it can be
  Localisation result_;
  bool decided_ = false;
};

}  // namespace

Localisation localise(const LinearSystem& system, const std::vector<Doubt>& doubts,
                      const std::vector<Rational>& start, Work work) {
  Meter meter(work);
  Localisation whole;
  whole.decided = true;
  std::map<std::size_t, const Doubt*> doubt_of;
  for (const Doubt& doubt : doubts) doubt_of.emplace(doubt.unknown, &doubt);
  for (const Part& part : parts_of(system)) {
    std::vector<Doubt> own;
    std::vector<Rational> from;
    for (std::size_t i = 0; i < part.unknowns.size(); ++i) {
      const std::size_t unknown = part.unknowns[i];
      from.push_back(unknown < start.size() ? start[unknown] : Rational(0));
      if (const auto doubt = doubt_of.find(unknown); doubt != doubt_of.end())
        own.push_back({i, doubt->second->without, doubt->second->weight});
    }
    Localisation found = Localiser(part.system, own, from, meter).run();
    whole.decided = whole.decided && found.decided;
    for (Certificate& certificate : found.certificates) {
      name_in_whole(certificate, part);
      whole.certificates.push_back(std::move(certificate));
    }
    if (found.contradiction) {
      name_in_whole(*found.contradiction, part);
      whole.contradiction = std::move(found.contradiction);
      whole.components.clear();
      return whole;
    }
    for (std::vector<Change>& component : found.components) {
      for (Change& change : component)
        for (auto& [unknown, bounds] : change.values) unknown = part.unknowns[unknown];
      whole.components.push_back(std::move(component));
    }
  }
  return whole;
}

}  // namespace budget::inline v1::proof
