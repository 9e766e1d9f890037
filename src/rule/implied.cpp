// SPDX-License-Identifier: Apache-2.0
#include "rule/implied.hpp"

#include <algorithm>
#include <map>
#include <optional>
#include <set>
#include <utility>
#include <vector>

namespace budget::inline v1::detail::rules {

namespace {

/// Cells in order, each once, with coefficients other than 0.
using Combination = std::vector<std::pair<CellRef, std::int64_t>>;

// Left minus right, equal cells joined.
Combination difference(const Obligation& obligation) {
  Combination terms;
  terms.reserve(obligation.left.size() + obligation.right.size());
  for (const Term& term : obligation.left) terms.emplace_back(term.cell, term.coefficient);
  for (const Term& term : obligation.right) terms.emplace_back(term.cell, -term.coefficient);
  std::ranges::sort(terms, {}, &Combination::value_type::first);
  std::size_t kept = 0;
  for (std::size_t i = 0; i < terms.size(); ++i) {
    if (kept > 0 && terms[kept - 1].first == terms[i].first)
      terms[kept - 1].second += terms[i].second;
    else
      terms[kept++] = terms[i];
  }
  terms.resize(kept);
  std::erase_if(terms, [](const auto& term) { return term.second == 0; });
  return terms;
}

Combination negative(Combination terms) {
  for (auto& [cell, coefficient] : terms) coefficient = -coefficient;
  return terms;
}

bool is_comparison(const Obligation& obligation) {
  return obligation.undecided == Undecided::none &&
         (obligation.kind == ObligationKind::linear ||
          obligation.kind == ObligationKind::restatement ||
          obligation.kind == ObligationKind::inequality);
}

// Whether `strong`, a statement of the same cells, leaves nothing for `weak` to say.
bool implies(const Obligation& strong, const Obligation& weak) {
  const bool relation = strong.relation == weak.relation || strong.relation == Relation::equal;
  return relation && strong.severity >= weak.severity &&
         std::ranges::includes(weak.zero, strong.zero);
}

}  // namespace

std::vector<Obligation> without_implied(std::vector<Obligation> all) {
  // Which obligations speak of the same cells with the same coefficients, either sign for equality.
  std::map<Combination, std::vector<std::size_t>> groups;
  for (std::size_t i = 0; i < all.size(); ++i) {
    if (!is_comparison(all[i])) continue;
    Combination terms = difference(all[i]);
    if (all[i].relation == Relation::equal) groups[negative(terms)].push_back(i);
    groups[std::move(terms)].push_back(i);
  }
  std::vector<std::optional<std::size_t>> said_by(all.size());
  for (const auto& [terms, members] : groups) {
    for (const std::size_t weak : members) {
      for (const std::size_t strong : members) {
        if (weak == strong || said_by[strong] || !implies(all[strong], all[weak])) continue;
        // Of two that say the same the first stays.
        if (implies(all[weak], all[strong]) && weak < strong) continue;
        said_by[weak] = strong;
        break;
      }
    }
  }
  std::set<std::string> speaking;
  for (std::size_t i = 0; i < all.size(); ++i)
    if (!said_by[i]) speaking.insert(all[i].rule);
  std::vector<Obligation> kept;
  for (std::size_t i = 0; i < all.size(); ++i) {
    if (!said_by[i]) {
      kept.push_back(std::move(all[i]));
      continue;
    }
    if (!speaking.insert(all[i].rule).second) continue;
    Obligation silent = std::move(all[i]);
    silent.left.clear();
    silent.right.clear();
    silent.zero.clear();
    silent.undecided = Undecided::implied;
    silent.about = all[*said_by[i]].rule;
    kept.push_back(std::move(silent));
  }
  return kept;
}

}  // namespace budget::inline v1::detail::rules
