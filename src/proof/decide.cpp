// SPDX-License-Identifier: Apache-2.0
#include <budget/proof/decide.hpp>

#include "proof/conflict.hpp"
#include "proof/network.hpp"
#include "proof/parts.hpp"
#include "proof/simplex.hpp"

#include <algorithm>
#include <deque>
#include <utility>

namespace budget::inline v1::proof {

Certificate certificate_of(const Simplex& simplex, std::size_t unknowns) {
  Certificate certificate;
  for (const auto& [variable, multiplier] : simplex.conflict()) {
    const bool high = multiplier.sign() > 0;
    const Rational exact = multiplier.exact();
    if (variable >= unknowns)
      certificate.rows.push_back({variable - unknowns, exact});
    else
      certificate.ends.push_back({variable, high, high ? exact : Rational(-exact)});
  }
  return certificate;
}

namespace {

/// Whether values lie within their bounds and every row holds.
bool satisfies(const LinearSystem& system, const std::vector<Rational>& values) {
  for (std::size_t i = 0; i < values.size(); ++i)
    if (!system.unknowns[i].contains(values[i])) return false;
  return std::ranges::all_of(system.rows, [&](const LinearRow& row) {
    Rational sum = 0;
    for (const auto& [unknown, coefficient] : row.terms) sum += coefficient * values[unknown];
    switch (row.relation) {
      case RowRelation::equal: return sum == row.constant;
      case RowRelation::at_most: return sum <= row.constant;
      case RowRelation::less: return sum < row.constant;
    }
    return false;
  });
}

/// One end of what the terms of a row add up to, without any one of them.
class SumEnd {
 public:
  void add(const std::optional<End>& end) {
    if (!end) {
      ++missing_;
      return;
    }
    sum_ += end->value;
    if (!end->closed) ++open_;
  }
  /// The end without one term's own.
  [[nodiscard]] std::optional<End> without(const std::optional<End>& own) const {
    if (missing_ > (own ? 0 : 1)) return std::nullopt;
    if (!own) return End{sum_, open_ == 0};
    return End{sum_ - own->value, open_ == (own->closed ? 0 : 1)};
  }

 private:
  Rational sum_ = 0;
  int missing_ = 0, open_ = 0;
};

/// What a row leaves to each of its terms, given the bounds of the others.
std::vector<Bounds> left_by(const LinearRow& row, const std::vector<Bounds>& bounds) {
  std::vector<Bounds> terms;
  SumEnd low, high;
  for (const auto& [unknown, coefficient] : row.terms) {
    terms.push_back(coefficient * bounds[unknown]);
    low.add(terms.back().low);
    high.add(terms.back().high);
  }
  const End constant{row.constant, row.relation != RowRelation::less};
  Bounds right{std::nullopt, constant};
  if (row.relation == RowRelation::equal) right.low = constant;
  std::vector<Bounds> left;
  for (std::size_t t = 0; t < terms.size(); ++t) {
    const Bounds others{low.without(terms[t].low), high.without(terms[t].high)};
    left.push_back((Rational(1) / row.terms[t].second) * (right + Rational(-1) * others));
  }
  return left;
}

}  // namespace

Decision decide(const LinearSystem& system, const std::vector<Rational>& start, Work work) {
  Meter meter(work);
  Decision decision;
  std::vector<Rational> witness(system.unknowns.size());
  bool open = false;
  for (const Part& part : parts_of(system)) {
    std::vector<Rational> from;
    for (const std::size_t unknown : part.unknowns)
      from.push_back(unknown < start.size() ? start[unknown] : Rational(0));
    if (satisfies(part.system, from)) {
      for (std::size_t i = 0; i < from.size(); ++i) witness[part.unknowns[i]] = std::move(from[i]);
      continue;
    }
    // One row alone takes one pass of the tableau, and a flow an arc at a time.
    auto flow = part.rows.size() > 1 ? decide_network(part.system, from, meter) : std::nullopt;
    if (flow) {
      if (flow->certificate) {
        decision.certificate = std::move(flow->certificate);
        name_in_whole(*decision.certificate, part);
        return decision;
      }
      open = open || !flow->witness;
      if (flow->witness)
        for (std::size_t i = 0; i < from.size(); ++i)
          witness[part.unknowns[i]] = (*flow->witness)[i];
      continue;
    }
    Simplex simplex(part.system, from);
    switch (simplex.check(meter)) {
      case Feasible::no:
        decision.certificate = certificate_of(simplex, part.unknowns.size());
        name_in_whole(*decision.certificate, part);
        return decision;
      case Feasible::open: open = true; break;
      case Feasible::yes: {
        const std::vector<Rational> values = simplex.values();
        for (std::size_t i = 0; i < values.size(); ++i) witness[part.unknowns[i]] = values[i];
        break;
      }
    }
  }
  if (!open) decision.witness = std::move(witness);
  return decision;
}

std::vector<Bounds> propagate(const LinearSystem& system, Work work) {
  Meter meter(work);
  std::vector<Bounds> bounds = system.unknowns;
  std::vector<std::vector<std::size_t>> rows_of(bounds.size());
  for (std::size_t r = 0; r < system.rows.size(); ++r)
    for (const auto& term : system.rows[r].terms) rows_of[term.first].push_back(r);
  std::deque<std::size_t> waiting;
  std::vector<bool> waits(system.rows.size(), true);
  for (std::size_t r = 0; r < system.rows.size(); ++r) waiting.push_back(r);
  while (!waiting.empty()) {
    const std::size_t r = waiting.front();
    waiting.pop_front();
    waits[r] = false;
    const LinearRow& row = system.rows[r];
    if (!meter.spend(row.terms.size())) break;
    const std::vector<Bounds> left = left_by(row, bounds);
    for (std::size_t t = 0; t < row.terms.size(); ++t) {
      const std::size_t unknown = row.terms[t].first;
      Bounds narrowed = intersect(bounds[unknown], left[t]);
      if (narrowed == bounds[unknown]) continue;
      bounds[unknown] = std::move(narrowed);
      if (bounds[unknown].is_empty()) return bounds;
      for (const std::size_t other : rows_of[unknown])
        if (!waits[other]) {
          waits[other] = true;
          waiting.push_back(other);
        }
    }
  }
  return bounds;
}

}  // namespace budget::inline v1::proof
