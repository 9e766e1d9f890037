// SPDX-License-Identifier: Apache-2.0
#include "claim/subject_sums.hpp"

#include <budget/obligation/judge.hpp>

#include <algorithm>
#include <functional>
#include <iterator>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <utility>

namespace budget::inline v1::detail::claims {
namespace {

/// What a section tells of one quantity.
struct Section {
  int total = -1;                                    // claim
  std::map<std::vector<std::string>, int> subjects;  // name → claim
  bool unclear = false;                              // several passages tell of one subject
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
    if (claim.quantity.subject.empty()) {
      if (section.total < 0) section.total = i;
      continue;
    }
    // …（项）39.99万元，…，支出决算为39.99万元: an item may say it twice.
    const auto [known, first] = section.subjects.emplace(claim.quantity.subject, i);
    section.unclear |= !first && told.claim(known->second).passage != claim.passage;
    known->second = i;
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
/// meant to be: the others have to be too, but where items stand below a class that nobody tells.
std::vector<Obligation> classes_of_items(const Told& told, const Sections& sections) {
  constexpr std::size_t item_depth = 3;
  const Classes classes = classes_told(told, sections);
  const std::set<int> unknown = told.headings_with_unknown();
  std::vector<Obligation> made;
  for (const auto& [key, section] : sections) {
    if (section.unclear || unknown.contains(key.first)) continue;
    std::map<int, Section> of_class;  // claim of the class → its items
    bool strays = false;
    for (const auto& [subject, claim] : section.subjects) {
      if (subject.size() != item_depth) continue;
      const auto found = classes.find({key.second, subject.front()});
      if (found == classes.end()) {
        strays = true;
        continue;
      }
      of_class[found->second].total = found->second;
      of_class[found->second].subjects.emplace(subject, claim);
    }
    std::vector<Obligation> sums;
    for (const auto& [total, items] : of_class)
      sums.push_back(sum_of(told, items, Relation::equal));
    const auto holds = [&](const Obligation& sum) { return told.first_to_hold({sum}) == 0; };
    const auto complete = std::ranges::count_if(sums, holds);
    if (complete < 2 || 2 * static_cast<std::size_t>(complete) <= sums.size()) continue;
    if (strays) std::erase_if(sums, std::not_fn(holds));
    std::ranges::move(sums, std::back_inserter(made));
  }
  return made;
}

/// The sections that tell total and subjects of another stage, beside those of the document's own year, which add up.
std::vector<const Section*> of_other_stages(const Told& told, const Sections& sections) {
  std::vector<const Section*> found;
  for (const auto& [key, section] : sections) {
    if (section.total < 0 || section.subjects.size() < 2 || section.unclear) continue;
    if (told.claim(section.total).quantity[Slot::period].empty()) continue;
    const auto own = sections.find(key_of(told, section.total, ""));
    if (own == sections.end() || own->second.total < 0 || own->second.unclear) continue;
    const auto is_told = [&](const auto& subject) {
      return own->second.subjects.contains(subject.first);
    };
    if (!std::ranges::all_of(section.subjects, is_told) || is_nested(own->second)) continue;
    if (told.first_to_hold({sum_of(told, own->second, Relation::equal)}) == 0)
      found.push_back(&section);
  }
  return found;
}

/// A sum in yuan in the unit of a figure, with its digits at least.
std::string like(const Figure& figure, const Decimal& yuan) {
  const Decimal value = yuan * Decimal::scaled(1, scale_exponent(figure.unit()));
  return to_string(value.trimmed(figure.digits())) + std::string(symbol(figure.unit()));
}

/// Whether what a section tells of the budgets of its subjects is all of the budget; nothing where it tells of another
/// stage.
std::optional<Obligation> all_of_budget(const Told& told, const Section& section) {
  const Claim& total = told.claim(section.total);
  const Figure& figure = told.figure(told.said(section.total));
  const Outcome sum = judge(sum_of(told, section, Relation::equal), told.dossier());
  if (total.quantity[Slot::period] != "年初预算" || !sum.in_yuan || !sum.left_printed ||
      !sum.right_printed || !sum.left || !sum.right)
    return std::nullopt;
  Obligation obligation = told.blank(section.total, ObligationKind::form);
  obligation.id += "/budgets";
  // That they are more than all is another statement.
  obligation.met = sum.left->high() >= sum.right->low();
  const std::string items = like(figure, *sum.left_printed);
  const std::string all = like(figure, *sum.right_printed);
  const std::string less = like(figure, *sum.right_printed - *sum.left_printed);
  obligation.requirement = {
      "所列各科目的年初预算相加 " + items + "，应为总数 " + all + "，少 " + less +
          "：有预算而没有支出的科目没有列出，或有数印错",
      "the budgets of the subjects listed add up to " + items + " and should be all of " + all +
          ", " + less +
          " less: a subject with a budget and no spending is left out, or a figure is wrong"};
  obligation.places = {at(told.dossier(), told.said(section.total)).place};
  return obligation;
}

}  // namespace

SubjectSums subject_sums(const Told& told) {
  const Sections sections = sections_of(told);
  SubjectSums sums{classes_of_items(told, sections), {}};
  for (const Section* section : of_other_stages(told, sections)) {
    sums.parts.push_back(sum_of(told, *section, Relation::at_most));
    sums.parts.back().id += "≥" + told.claim(section->subjects.begin()->second).id;
    if (auto budget = all_of_budget(told, *section)) sums.budgets.push_back(std::move(*budget));
  }
  return sums;
}

}  // namespace budget::inline v1::detail::claims
