// SPDX-License-Identifier: Apache-2.0
#include "claim/subject_sums.hpp"

#include <algorithm>
#include <iterator>
#include <map>
#include <set>
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
  QuantityName quantity = told.claim(claim).quantity;
  quantity.subject.clear();
  quantity[Slot::side].clear();
  quantity[Slot::period] = period;
  return told.telling(told.claim(claim), quantity);
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

/// What sections tell of classes, by quantity and name.
using Classes = std::map<std::pair<std::string, std::string>, int>;

Classes classes_told(const Told& told, const Sections& sections) {
  Classes classes;
  for (const auto& [key, section] : sections)
    for (const auto& [subject, claim] : section.subjects)
      if (subject.size() == 1 && told.claim(claim).quantity[Slot::period].empty())
        classes.emplace(std::pair(key.second, subject.front()), claim);
  return classes;
}

/// Items against the classes that another section tells. A list in which most classes are complete is
/// meant to be: the others have to be too.
std::vector<Obligation> classes_of_items(const Told& told, const Sections& sections) {
  constexpr std::size_t item_depth = 3;
  const Classes classes = classes_told(told, sections);
  const std::set<int> unknown = told.headings_with_unknown();
  std::vector<Obligation> made;
  for (const auto& [key, section] : sections) {
    if (section.unclear || unknown.contains(key.first)) continue;
    std::map<int, Section> of_class;  // claim of the class → its items
    for (const auto& [subject, claim] : section.subjects) {
      const auto found = classes.find({key.second, subject.front()});
      if (subject.size() == item_depth && found != classes.end()) {
        of_class[found->second].total = found->second;
        of_class[found->second].subjects.emplace(subject, claim);
      }
    }
    std::vector<Obligation> sums;
    for (const auto& [total, items] : of_class)
      sums.push_back(sum_of(told, items, Relation::equal));
    const auto complete = std::ranges::count_if(
        sums, [&](const Obligation& sum) { return told.first_to_hold({sum}) == 0; });
    if (complete < 2 || 2 * static_cast<std::size_t>(complete) <= sums.size()) continue;
    std::ranges::move(sums, std::back_inserter(made));
  }
  return made;
}

}  // namespace

std::vector<Obligation> subject_sums(const Told& told) {
  const Sections sections = sections_of(told);
  std::vector<Obligation> made = classes_of_items(told, sections);
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
