// SPDX-License-Identifier: Apache-2.0
// Staff and offices of a department's table of targets.
#include "claim/target_checks.hpp"

#include <budget/indicator/target.hpp>

#include <optional>
#include <string>
#include <string_view>

namespace budget::inline v1::detail::targets {
namespace {

/// What stands beside a label, as a count.
std::optional<Ratio> count_of(const TargetTable& table, std::string_view name) {
  const TargetFact* fact = table.fact(name);
  if (fact == nullptr) return std::nullopt;
  const Target printed(fact->text);
  const auto quantity = printed.quantity();
  return quantity ? std::optional(quantity->value()) : std::nullopt;
}

std::vector<Place> places_of(const TargetTable& table,
                             std::initializer_list<std::string_view> names) {
  std::vector<Place> places;
  for (const std::string_view name : names)
    if (const TargetFact* fact = table.fact(name)) places.push_back(fact->place);
  return places;
}

void check_staff(Checks& checks, std::size_t t) {
  const TargetTable& table = checks.tables()[t];
  const auto all = count_of(table, "实际在职人员总数"), regular = count_of(table, "在编人员数"),
             others = count_of(table, "其他人员数"), posts = count_of(table, "核定的人员编制数");
  if (all && regular && others) {
    const std::string sum = to_string(*regular + *others);
    checks.decide(*all == *regular + *others, TargetDemand::staff, t, "staff",
                  {"实际在职人员总数 " + to_string(*all) + " 人，而在编 " + to_string(*regular) +
                       " 人与其他 " + to_string(*others) + " 人之和为 " + sum + " 人",
                   "staff of " + to_string(*all) + " is not the sum of " + to_string(*regular) +
                       " in posts and " + to_string(*others) + " others, " + sum},
                  places_of(table, {"实际在职人员总数", "在编人员数", "其他人员数"}));
  }
  if (regular && posts)
    checks.decide(*regular <= *posts, TargetDemand::establishment, t, "establishment",
                  {"在编 " + to_string(*regular) + " 人，核定编制 " + to_string(*posts) + " 人",
                   to_string(*regular) + " in posts, an establishment of " + to_string(*posts)},
                  places_of(table, {"在编人员数", "核定的人员编制数"}));
}

/// 20个内设科室 of the narrative against 内设职能部门数.
void check_offices(Checks& checks, std::size_t t) {
  const auto offices = count_of(checks.tables()[t], "内设职能部门数");
  if (!offices) return;
  const Narrative& narrative = checks.current().narrative;
  for (std::size_t f = 0; f < narrative.figures.size(); ++f) {
    const TextFigure& figure = narrative.figures[f];
    if (figure.kind != TextFigureKind::count || figure.measure != "个") continue;
    const std::string_view behind =
        std::string_view(narrative.passages[static_cast<std::size_t>(figure.passage)].text)
            .substr(figure.end);
    const bool speaks = behind.starts_with("内设") || behind.starts_with("职能科室") ||
                        behind.starts_with("内部机构");
    const Cell& cell = narrative.table.cell(static_cast<int>(f), 0);
    if (!speaks || !cell.figure.is_number()) continue;
    const Ratio told = Ratio::of(cell.figure.value());
    std::vector<Place> places = places_of(checks.tables()[t], {"内设职能部门数"});
    places.push_back(cell.place);
    checks.decide(
        told == *offices, TargetDemand::same_number, t, "offices",
        {"内设职能部门数写作 " + to_string(*offices) + " 个，文中写作 " + to_string(told) + " 个",
         "the table says " + to_string(*offices) + " offices, the text " + to_string(told)},
        std::move(places));
    return;
  }
}

}  // namespace

void check_people(Checks& checks) {
  for (std::size_t t = 0; t < checks.tables().size(); ++t) {
    check_staff(checks, t);
    check_offices(checks, t);
  }
}

}  // namespace budget::inline v1::detail::targets
