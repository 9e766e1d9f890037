// SPDX-License-Identifier: Apache-2.0
#include <budget/claim/target_obligations.hpp>

#include <budget/base/text.hpp>

#include "claim/target_checks.hpp"
#include "obligation/printed.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <set>
#include <utility>

namespace budget::inline v1 {

std::string_view to_string(TargetDemand demand) noexcept {
  switch (demand) {
    case TargetDemand::funds: return "funds";
    case TargetDemand::within_period: return "within-period";
    case TargetDemand::budgeted: return "budgeted";
    case TargetDemand::listed: return "listed";
    case TargetDemand::overall: return "overall";
    case TargetDemand::staff: return "staff";
    case TargetDemand::establishment: return "establishment";
    case TargetDemand::hired: return "hired";
    case TargetDemand::published: return "published";
    case TargetDemand::parts: return "parts";
    case TargetDemand::costs: return "costs";
    case TargetDemand::contracts: return "contracts";
    case TargetDemand::purchases: return "purchases";
    case TargetDemand::execution: return "execution";
    case TargetDemand::scores: return "scores";
    case TargetDemand::score_totals: return "score-totals";
    case TargetDemand::text: return "text";
    case TargetDemand::columns: return "columns";
    case TargetDemand::one_column: return "one-column";
    case TargetDemand::department: return "department";
    case TargetDemand::same_number: return "same-number";
    case TargetDemand::unit_price: return "unit-price";
    case TargetDemand::paid_twice: return "paid-twice";
    case TargetDemand::last_year: return "last-year";
    case TargetDemand::as_set: return "as-set";
    case TargetDemand::plan_year: return "plan-year";
    case TargetDemand::level: return "level";
    case TargetDemand::term: return "term";
    case TargetDemand::rate: return "rate";
    case TargetDemand::full_rate: return "full-rate";
    case TargetDemand::price: return "price";
    case TargetDemand::measure: return "measure";
    case TargetDemand::form: return "form";
    case TargetDemand::measurable: return "measurable";
    case TargetDemand::category: return "category";
    case TargetDemand::duplicated: return "duplicated";
    case TargetDemand::cut: return "cut";
  }
  return {};
}

std::vector<TargetObligation> target_obligations(const Dossier& dossier) {
  detail::targets::Checks checks(dossier);
  detail::targets::check_funds(checks);
  detail::targets::check_people(checks);
  detail::targets::check_costs(checks);
  detail::targets::check_columns(checks);
  detail::targets::check_tables(checks);
  detail::targets::check_texts(checks);
  detail::targets::check_sense(checks);
  detail::targets::check_scores(checks);
  return checks.take();
}

std::vector<TargetObligation> target_statements(const Dossier& dossier) {
  detail::targets::Checks checks(dossier);
  detail::targets::check_funds(checks);
  detail::targets::check_scores(checks);
  std::vector<TargetObligation> made = checks.take();
  std::erase_if(made, [](const TargetObligation& one) { return !is_over_figures(one.obligation); });
  return made;
}

namespace detail::targets {
namespace {

// What is counted or how, at the end of a name.
constexpr auto endings = std::to_array<std::string_view>(
    {"完成时间", "完成日期", "及时率", "合格率", "人数", "次数", "场次",
     "数量",     "份数",     "个数",   "天数",   "时间", "成本", "费用",
     "标准",     "情况",     "质量",   "数",     "率",   "费",   "度"});

/// What a demand asks for, before what is the case.
Bilingual asked_by(TargetDemand demand) {
  switch (demand) {
    case TargetDemand::listed:
      return {"有绩效目标的项目应列在项目支出预算表中",
              "a project with targets stands in the table of projects"};
    case TargetDemand::staff:
      return {"实际在职人员总数应为各类人员之和", "the staff is the sum of its kinds"};
    case TargetDemand::establishment:
      return {"在编人员不应超过核定编制，超过应说明原因",
              "staff does not exceed the establishment, or it is said why"};
    case TargetDemand::hired:
      return {"项目聘用的人员一般计入其他人员数",
              "people whom projects hire are usually counted among the other staff"};
    case TargetDemand::published:
      return {"文字所写与所附各表应一致", "the text and the tables that are published agree"};
    case TargetDemand::parts:
      return {"项目概况所列的金额应与资金总额相符",
              "the amounts of a description are those of the funds"};
    case TargetDemand::costs:
      return {"数量与单价之积应在年度资金之内", "number × unit cost fits into the year's money"};
    case TargetDemand::contracts:
      return {"合同价应在年度资金之内", "contract prices fit into the year's money"};
    case TargetDemand::purchases:
      return {"购买的服务应在年度资金之内", "purchased services fit into the year's money"};
    case TargetDemand::scores:
      return {"得分、分值应与完成情况和计分办法相符",
              "scores and weights follow from what came of the targets"};
    case TargetDemand::score_totals:
      return {"得分不应超过分值，总分应为各项之和",
              "no score is above its weight, and the total is that of the scores"};
    case TargetDemand::text:
      return {"总体目标与指标应一致", "the text and the indicators ask for the same"};
    case TargetDemand::columns:
      return {"年度目标与实施期目标应一致，或说明为何不同",
              "the year and the period ask for the same, or it is said why not"};
    case TargetDemand::one_column:
      return {"实施期与年度两栏应列同样的指标", "both columns list the same indicators"};
    case TargetDemand::department:
      return {"部门整体目标与项目目标应一致，或说明为何不同",
              "the department and its project ask for the same, or it is said why not"};
    case TargetDemand::same_number:
      return {"同一数量前后应一致", "one quantity is told with one number"};
    case TargetDemand::unit_price:
      return {"同一支出各项目的标准应一致，或说明为何不同",
              "one thing has one price in all projects, or it is said why not"};
    case TargetDemand::paid_twice:
      return {"一项支出应只有一个来源", "one expense is paid from one source"};
    case TargetDemand::last_year:
      return {"目标不应低于上年，降低应说明原因",
              "no target is below last year's, or it is said why"};
    case TargetDemand::as_set:
      return {"自评应对照预算时设定的全部指标和目标值",
              "a self-evaluation holds what was achieved against all targets that the budget set"};
    case TargetDemand::plan_year:
      return {"实施计划应写本年度", "a plan speaks of the year of the budget"};
    case TargetDemand::level:
      return {"文字应是本级的说法", "the wording is that of the body's own level"};
    case TargetDemand::term:
      return {"多年项目的实施期资金应为各年之和",
              "the money of several years is that of all of them"};
    case TargetDemand::rate: return {"比率不应超过 100%", "a rate is not above 100%"};
    case TargetDemand::full_rate:
      return {"比率目标应写得明确", "the target of a rate is written plainly"};
    case TargetDemand::price: return {"单价应在通常的数量级之内", "a price is of an ordinary size"};
    case TargetDemand::measure:
      return {"指标值应有计量单位，成本应是金额", "a target counts something, and a cost is money"};
    case TargetDemand::form:
      return {"指标值应写得可以理解", "a target can be taken as it is written"};
    case TargetDemand::measurable: return {"指标应可衡量", "an indicator can be measured"};
    case TargetDemand::category:
      return {"所列二级指标下应有指标", "a category that is printed has an indicator"};
    case TargetDemand::duplicated: return {"指标不应重复", "an indicator is listed once"};
    case TargetDemand::cut: return {"文字应完整", "no text ends in the middle"};
    case TargetDemand::funds:
    case TargetDemand::within_period:
    case TargetDemand::budgeted:
    case TargetDemand::overall:
    case TargetDemand::execution: break;  // over figures, whose arithmetic is shown
  }
  return {};
}

std::u32string characters(std::string_view text) {
  std::u32string result;
  for (const char32_t code : CodePoints(text)) {
    const bool word = (code >= 0x4E00 && code <= 0x9FFF) || (code >= U'a' && code <= U'z') ||
                      (code >= U'A' && code <= U'Z') || (code >= U'0' && code <= U'9');
    if (word) result += code;
  }
  return result;
}

std::string core_of(std::string_view name) {
  std::string core = without_spaces(name);
  for (const std::string_view ending : endings) {
    constexpr std::size_t shortest = 6;  // bytes that must remain: two ideographs
    if (core.ends_with(ending) && core.size() >= ending.size() + shortest) {
      core.resize(core.size() - ending.size());
      break;
    }
  }
  return core;
}

/// The values without “/年”: what is asked of the year is asked for each year.
std::optional<QuantityRange> of_a_year(const Target& target) {
  const auto range = target.range();
  if (!range || range->measure().power("年") != -1) return range;
  return QuantityRange(range->values(), range->measure() * Measure::of("年"));
}

}  // namespace

std::optional<CellRef> Checks::fund_total(std::size_t table, std::size_t side) const {
  const Table& funds = tables()[table].funds;
  if (side >= funds.sides.size()) return std::nullopt;
  const int row = funds.total_row(static_cast<int>(side));
  if (row < 0) return std::nullopt;
  return fund(table, row, funds.sides[side].columns.back());
}

std::optional<CellRef> Checks::annual_total(std::size_t table) const {
  const TargetTable& one = tables()[table];
  if (one.is_evaluation) return std::nullopt;
  const bool two = one.scope == TargetScope::project && one.funds.sides.size() == 2;
  return fund_total(table, two ? 1 : 0);
}

std::optional<Ratio> Checks::annual_yuan(std::size_t table) const {
  const auto cell = annual_total(table);
  if (!cell) return std::nullopt;
  return in_yuan(at(dossier_, *cell).figure);
}

void Checks::add(TargetDemand demand, Obligation obligation) {
  made_.push_back({demand, std::move(obligation)});
}

Obligation Checks::statement(std::size_t table, ObligationKind kind, std::string_view what) const {
  Obligation obligation;
  obligation.kind = kind;
  obligation.id = tables()[table].id + "/" + std::string(what);
  return obligation;
}

void Checks::hold(TargetDemand demand, std::size_t table, std::string_view what) {
  add(demand, statement(table, ObligationKind::form, what));
}

void Checks::fail(TargetDemand demand, std::size_t table, std::string_view what,
                  Bilingual requirement, std::vector<Place> places) {
  Obligation obligation = statement(table, ObligationKind::form, what);
  obligation.met = false;
  const Bilingual asked = asked_by(demand);
  obligation.requirement = {asked.zh + "：" + requirement.zh, asked.en + ": " + requirement.en};
  obligation.places = std::move(places);
  add(demand, std::move(obligation));
}

Bilingual Checks::name_of(std::size_t table) const {
  const TargetTable& one = tables()[table];
  if (one.scope == TargetScope::department && one.project.empty())
    return {"部门整体绩效目标", "the department's targets"};
  return {"项目“" + one.project + "”", "project \"" + one.project + "\""};
}

std::optional<Ratio> in_yuan(const Figure& figure) {
  if (!figure.is_number() || figure.unit() == Unit::unknown) return std::nullopt;
  return Ratio::of(printed_amount(figure, true).value);
}

std::string key_of(const Indicator& indicator) {
  return indicator.level2 + "/" + without_spaces(indicator.name);
}

std::string quoted(const Indicator& indicator, const Target& target) {
  return "“" + indicator.name + "”（" + target.text() + "）";
}

bool is_same_year(const Target& a, const Target& b) {
  const auto one = of_a_year(a), other = of_a_year(b);
  return one && other && *one == *other && a.is_about() == b.is_about();
}

Ratio likeness(std::string_view name, std::string_view text) {
  const std::u32string core = characters(core_of(name)), other = characters(text);
  if (core.size() < 2) return Ratio();
  std::set<std::u32string> pairs;
  for (std::size_t i = 0; i + 1 < other.size(); ++i) pairs.insert(other.substr(i, 2));
  std::size_t same = 0;
  for (std::size_t i = 0; i + 1 < core.size(); ++i)
    same += pairs.contains(core.substr(i, 2)) ? 1 : 0;
  return Ratio::of(static_cast<std::int64_t>(same), static_cast<std::int64_t>(core.size() - 1));
}

bool are_alike(std::string_view a, std::string_view b) {
  std::map<char32_t, int> counts;
  const std::u32string x = characters(a), y = characters(b);
  for (const char32_t code : x) ++counts[code];
  std::size_t shared = 0;
  for (const char32_t code : y) {
    if (counts[code]-- > 0) ++shared;
  }
  // Three quarters of all characters of both.
  return !x.empty() && 8 * shared >= 3 * (x.size() + y.size());
}

}  // namespace detail::targets

}  // namespace budget::inline v1
