// SPDX-License-Identifier: Apache-2.0
#include <budget/claim/target_obligations.hpp>

#include <budget/base/text.hpp>

#include "claim/target_checks.hpp"

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

namespace detail::targets {
namespace {

// What is counted or how, at the end of a name.
constexpr auto endings = std::to_array<std::string_view>(
    {"完成时间", "完成日期", "及时率", "合格率", "人数", "次数", "场次",
     "数量",     "份数",     "个数",   "天数",   "时间", "成本", "费用",
     "标准",     "情况",     "质量",   "数",     "率",   "费",   "度"});

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
  const Figure& figure = at(dossier_, *cell).figure;
  if (!figure.is_number() || figure.unit() == Unit::unknown) return std::nullopt;
  return Ratio::of(figure.value()) * Ratio::of(power_of_ten(scale_exponent(figure.unit())), 1);
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
  obligation.requirement = std::move(requirement);
  obligation.places = std::move(places);
  add(demand, std::move(obligation));
}

Bilingual Checks::name_of(std::size_t table) const {
  const TargetTable& one = tables()[table];
  if (one.scope == TargetScope::department && one.project.empty())
    return {"部门整体绩效目标", "the department's targets"};
  return {"项目“" + one.project + "”", "project \"" + one.project + "\""};
}

std::string quoted(const Indicator& indicator, const Target& target) {
  return "“" + indicator.name + "”（" + target.text() + "）";
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
