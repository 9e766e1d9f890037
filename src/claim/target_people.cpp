// SPDX-License-Identifier: Apache-2.0
// Staff and offices of a department's table of targets.
#include "base/contains.hpp"
#include "claim/target_checks.hpp"

#include <budget/base/text.hpp>
#include <budget/indicator/target.hpp>

#include <algorithm>
#include <array>
#include <initializer_list>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

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

constexpr std::string_view digits = "0123456789";

/// Those whose advice is bought (聘用法律顾问1名) are no staff.
constexpr auto advisers =
    std::to_array<std::string_view>({"顾问", "专家", "律师", "会计师", "中介", "第三方"});

/// 聘用22名专业技术人员, 聘用专业技术人员22名: the most people that a text without spaces says are hired.
std::optional<Ratio> hired_in(const std::string& text) {
  constexpr std::string_view verb = "聘用";
  std::optional<Ratio> most;
  for (std::size_t at = text.find(verb); at != std::string::npos; at = text.find(verb, at + 1)) {
    const std::size_t end = std::min(text.find_first_of(",;:", at), text.find("。", at));
    const std::string clause = text.substr(at, end - at);
    const std::size_t number = clause.find_first_of(digits);
    if (number == std::string::npos || contains_any(clause, advisers)) continue;
    const std::size_t behind = std::min(clause.find_first_not_of(digits, number), clause.size());
    const std::string_view rest = std::string_view(clause).substr(behind);
    if (!rest.starts_with("名") && !rest.starts_with("人")) continue;
    const auto people = Target(clause.substr(number, behind - number) + "人").quantity();
    if (people && (!most || people->value() > *most)) most = people->value();
  }
  return most;
}

/// 其他人员数 against the people whom the projects of the department hire.
void check_hired(Checks& checks, std::size_t t) {
  const TargetTable& department = checks.tables()[t];
  const auto others = count_of(department, "其他人员数");
  if (!others) return;
  Ratio hired;
  std::set<Ratio> numbers;  // one number in two projects may be the same people
  std::string zh, en;
  std::vector<Place> places = places_of(department, {"其他人员数"});
  for (std::size_t p = 0; p < checks.tables().size(); ++p) {
    const TargetTable& project = checks.tables()[p];
    if (!is_plan_of_project(project)) continue;
    std::optional<Ratio> most;
    const Place* where = nullptr;
    for (const TargetText& text : project.texts)
      for (const std::string* words : {&text.period, &text.annual})
        if (const auto number = hired_in(without_spaces(*words));
            number && (!most || *number > *most)) {
          most = number;
          where = &text.place;
        }
    if (!most) continue;
    if (numbers.insert(*most).second) hired += *most;
    places.push_back(*where);
    const Bilingual name = checks.name_of(p);
    zh += (zh.empty() ? "" : "，") + name.zh + "写聘用 " + to_string(*most) + " 人";
    en += (en.empty() ? "" : ", ") + to_string(*most) + " hired people in " + name.en;
  }
  if (hired.is_zero()) return;
  checks.decide(hired <= *others, TargetDemand::hired, t, "hired",
                {"其他人员数写作 " + to_string(*others) + " 人，而" + zh + "：是否应当计入？",
                 to_string(*others) + " other staff, but " + en + ": should they be counted?"},
                std::move(places));
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
    check_hired(checks, t);
    check_offices(checks, t);
  }
}

}  // namespace budget::inline v1::detail::targets
