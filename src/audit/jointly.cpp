// SPDX-License-Identifier: Apache-2.0
#include "audit/jointly.hpp"

#include "audit/plausible.hpp"
#include "audit/system.hpp"
#include "proof/fractions.hpp"

#include <budget/proof/localise.hpp>

#include <algorithm>
#include <limits>
#include <set>
#include <utility>

namespace budget::inline v1::detail {
namespace {

using proof::Bounds;
using proof::End;

/// More contradictions than these tell nothing more.
constexpr int most_contradictions = 20;
constexpr proof::Work work{20'000'000};

class Joint {
 public:
  Joint(const Dossier& dossier, std::span<const Obligation> obligations,
        std::span<const Outcome> outcomes, std::span<const Explanation> known)
      : dossier_(dossier), system_(equations_of(dossier, obligations, outcomes)) {
    std::set<CellRef> suspected;
    for (const Explanation& one : known)
      for (const Suspect& suspect : one.suspects) suspected.insert(suspect.cell);
    for (const Unknown& unknown : system_.unknowns) {
      const bool open = suspected.contains(unknown.cell);
      linear_.unknowns.push_back(open ? Bounds{}
                                      : Bounds{End{unknown.low, true}, End{unknown.high, true}});
      start_.push_back((unknown.low + unknown.high) / 2);
    }
    for (std::size_t r = 0; r < system_.rows.size(); ++r)
      if (!system_.rows[r].violated) add(r);
  }

  std::vector<Contradiction> run() {
    std::vector<Contradiction> found;
    for (int i = 0; i < most_contradictions; ++i) {
      const proof::Decision decision = proof::decide(linear_, start_, work);
      if (!decision.certificate || !proof::is_proof(*decision.certificate, linear_)) break;
      found.push_back(contradiction(*decision.certificate));
      // What is said once is not said again.
      for (const proof::EndPart& part : decision.certificate->ends)
        linear_.unknowns[part.unknown] = {};
    }
    return found;
  }

 private:
  void add(std::size_t r) {
    const SystemRow& row = system_.rows[r];
    proof::LinearRow linear;
    linear.terms.assign(row.terms.begin(), row.terms.end());
    linear.constant = row.granted;
    const bool exact = row.relation == Relation::equal && row.granted == 0;
    linear.relation = exact ? proof::RowRelation::equal : proof::RowRelation::at_most;
    linear_.rows.push_back(linear);
    row_of_.push_back(r);
    if (exact || row.relation != Relation::equal) return;
    for (auto& term : linear.terms) term.second = -term.second;
    linear_.rows.push_back(std::move(linear));
    row_of_.push_back(r);
  }

  Contradiction contradiction(const proof::Certificate& certificate) const {
    Contradiction found;
    Integer common = 1;
    for (const proof::RowPart& part : certificate.rows)
      common = lcm(common, Integer(boost::multiprecision::denominator(part.multiplier)));
    for (const proof::RowPart& part : certificate.rows) {
      const Integer whole =
          boost::multiprecision::numerator(Rational(part.multiplier * Rational(common)));
      const auto narrow = to_int128(whole);
      constexpr Int128 most = std::numeric_limits<std::int64_t>::max();
      const bool fits = narrow && *narrow <= most && *narrow >= -most;
      found.statements.push_back({system_.rows[row_of_[part.row]].obligation,
                                  fits ? static_cast<std::int64_t>(*narrow) : 0});
    }
    for (const proof::EndPart& part : certificate.ends)
      found.figures.push_back(system_.unknowns[part.unknown].cell);
    std::ranges::sort(found.figures);
    found.suspects = suspects(certificate);
    return found;
  }

  /// The single figures of the proof that would end it.
  std::vector<Suspect> suspects(const proof::Certificate& certificate) const {
    std::set<std::size_t> wanted;
    for (const proof::EndPart& part : certificate.ends) wanted.insert(part.unknown);
    std::vector<proof::Doubt> doubts;
    for (std::size_t i = 0; i < linear_.unknowns.size(); ++i)
      if (!linear_.unknowns[i].is_free() && !system_.unknowns[i].blank)
        doubts.push_back({i, {}, 1});
    std::vector<Suspect> found;
    for (const auto& component : proof::localise(linear_, doubts, start_, work).components) {
      const bool here = std::ranges::any_of(component, [&](const proof::Change& change) {
        return change.values.size() == 1 && wanted.contains(change.values.front().first);
      });
      if (!here) continue;
      for (const proof::Change& change : component)
        if (change.values.size() == 1) found.push_back(suspect(change.values.front()));
    }
    return found;
  }

  [[nodiscard]] Suspect suspect(const std::pair<std::size_t, Bounds>& value) const {
    Suspect one;
    one.cell = system_.unknowns[value.first].cell;
    const Figure& figure = at(dossier_, one.cell).figure;
    const int exponent = scale_exponent(figure.unit());
    const int digits = DigitsAround(dossier_)(one.cell);
    const Rational half = power(-digits) / 2;
    if (value.second.low)
      one.low = ceil_to(value.second.low->value * power(-exponent) - half, digits);
    if (value.second.high)
      one.high = floor_to(value.second.high->value * power(-exponent) + half, digits);
    if (one.low && one.high && *one.low == *one.high) one.value = one.low;
    return one;
  }

  const Dossier& dossier_;
  System system_;
  proof::LinearSystem linear_;
  std::vector<Rational> start_;
  std::vector<std::size_t> row_of_;  // row of the linear system → row of the system
};

}  // namespace

std::vector<Contradiction> contradictions(const Dossier& dossier,
                                          std::span<const Obligation> obligations,
                                          std::span<const Outcome> outcomes,
                                          std::span<const Explanation> known) {
  return Joint(dossier, obligations, outcomes, known).run();
}

}  // namespace budget::inline v1::detail
