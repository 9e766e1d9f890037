// SPDX-License-Identifier: Apache-2.0
#include "claim/project_funds.hpp"

#include <budget/base/text.hpp>
#include <budget/subject/name.hpp>

#include "claim/bind_claim.hpp"
#include "claim/phrase.hpp"

#include <string>
#include <string_view>

namespace budget::inline v1::detail::claims {
namespace {

/// The longest name of a project that words hold; "" without one.
std::string project_named(const Disclosure& disclosure, std::string_view words) {
  constexpr std::size_t shortest = 3;  // code points
  std::string longest;
  for (const TargetTable& target : disclosure.targets) {
    std::string name = subject_key(target.project);
    if (count_code_points(name) >= shortest && name.size() > longest.size() &&
        words.find(name) != std::string_view::npos)
      longest = std::move(name);
  }
  return longest;
}

/// Whether words say of which year's whole budget an amount is and nothing else.
bool speak_of_the_whole(std::string_view words, const ClaimWords& known) {
  const auto quantity = quantity_of(words, known);
  if (!quantity) return false;
  const std::string& period = (*quantity)[Slot::period];
  const std::string& item = (*quantity)[Slot::item];
  return (*quantity)[Slot::fund].empty() && (*quantity)[Slot::nature].empty() &&
         (period.empty() || period == "预算数" || period == "年初预算") &&
         (item.empty() || item == target_projects);
}

}  // namespace

std::vector<CellRef> funds_of_project(const Told& told, int index) {
  const Claim& claim = told.claim(index);
  const Disclosure& disclosure = told.dossier().current();
  if (disclosure.kind != DisclosureKind::budget || disclosure.targets.empty() || claim.in_reason ||
      claim.understood || claim.figure < 0 || (claim.year && claim.year != disclosure.year))
    return {};
  const Row& told_row = told.narrative().table.rows[static_cast<std::size_t>(claim.figure)];
  std::string words = told_row.labels.front().key;
  const std::string project = project_named(disclosure, words);
  if (project.empty()) return {};
  words.replace(words.find(project), project.size(), "，");
  if (!speak_of_the_whole(words, told.words())) return {};
  std::vector<CellRef> totals;
  for (std::size_t t = 0; t < disclosure.targets.size(); ++t) {
    const TargetTable& target = disclosure.targets[t];
    if (subject_key(target.project) != project) continue;
    if (!totals.empty()) return {};  // several units have a project of the name
    const Table& funds = target.funds;
    for (std::size_t side = funds.sides.size(); side-- > 0;) {
      const int row = funds.total_row(static_cast<int>(side));
      if (row >= 0)
        totals.push_back({0, static_cast<int>(disclosure.tables.size() + t), row,
                          funds.sides[side].columns.back()});
    }
  }
  return totals;
}

}  // namespace budget::inline v1::detail::claims
