// SPDX-License-Identifier: Apache-2.0
#include "claim/subject_sums.hpp"

#include <algorithm>
#include <map>
#include <string>
#include <utility>

namespace budget::inline v1::detail::claims {
namespace {

/// What a section tells of one quantity.
struct Section {
  int total = -1;                                    // claim
  std::map<std::vector<std::string>, int> subjects;  // name → claim
  bool unclear = false;                              // something is told twice
};

/// Heading and quantity, its subject left out and its side, which a subject's name says already.
using Sections = std::map<std::pair<int, std::string>, Section>;

std::pair<int, std::string> key_of(const Told& told, int claim, const std::string& period) {
  Quantity quantity = told.claim(claim).quantity;
  quantity.subject.clear();
  quantity[Slot::side].clear();
  quantity[Slot::period] = period;
  return {heading_of(told.narrative(), told.claim(claim).passage), to_string(quantity)};
}

Sections sections_of(const Told& told) {
  Sections sections;
  for (int i = 0; i < told.size(); ++i) {
    const Claim& claim = told.claim(i);
    if (claim.kind != ClaimKind::amount || claim.in_reason || !claim.understood) continue;
    const std::string& side = claim.quantity[Slot::side];
    if (!side.empty() && side != "支出") continue;
    Section& section = sections[key_of(told, i, claim.quantity[Slot::period])];
    if (!claim.quantity.subject.empty())
      section.unclear |= !section.subjects.emplace(claim.quantity.subject, i).second;
    else if (section.total < 0)
      section.total = i;
  }
  return sections;
}

/// Whether one of the subjects is told below another of them.
bool is_nested(const Section& section) {
  for (auto next = section.subjects.begin(); next != section.subjects.end();) {
    const auto& above = (next++)->first;
    if (next != section.subjects.end() && next->first.size() > above.size() &&
        std::equal(above.begin(), above.end(), next->first.begin()))
      return true;
  }
  return false;
}

Obligation sum_of(const Told& told, const Section& section, Relation relation) {
  Obligation obligation = told.blank(section.total, ObligationKind::inequality);
  obligation.relation = relation;
  if (relation == Relation::equal) obligation.kind = ObligationKind::linear;
  for (const auto& [subject, claim] : section.subjects)
    obligation.left.push_back({1, told.said(claim)});
  obligation.right = {{1, told.said(section.total)}};
  return obligation;
}

}  // namespace

std::vector<Obligation> subject_sums(const Told& told) {
  std::vector<Obligation> made;
  const Sections sections = sections_of(told);
  for (const auto& [key, section] : sections) {
    if (section.total < 0 || section.subjects.size() < 2 || section.unclear) continue;
    if (told.claim(section.total).quantity[Slot::period].empty()) continue;
    const auto own = sections.find(key_of(told, section.total, ""));
    if (own == sections.end() || own->second.total < 0 || own->second.unclear) continue;
    const auto is_told = [&](const auto& subject) {
      return own->second.subjects.contains(subject.first);
    };
    if (!std::ranges::all_of(section.subjects, is_told) || is_nested(own->second)) continue;
    if (told.first_to_hold({sum_of(told, own->second, Relation::equal)}) != 0) continue;
    made.push_back(sum_of(told, section, Relation::at_most));
    made.back().id += "≥" + told.claim(section.subjects.begin()->second).id;
  }
  return made;
}

}  // namespace budget::inline v1::detail::claims
