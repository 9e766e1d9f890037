// SPDX-License-Identifier: Apache-2.0
#include "rule/names.hpp"

#include <budget/rule/parse.hpp>
#include <budget/subject/name.hpp>

#include <algorithm>
#include <array>
#include <utility>

namespace budget::inline v1 {

namespace {

struct TableName {
  std::string_view name;
  TableKind kind;
};

// The first name of a kind is the one that is offered and printed.
constexpr std::array table_names{
    TableName{"收支总表", TableKind::revenue_expenditure_summary},
    TableName{"收入总表", TableKind::revenue},
    TableName{"支出总表", TableKind::expenditure},
    TableName{"财政拨款收支总表", TableKind::appropriation_summary},
    TableName{"一般公共预算支出表", TableKind::general_public_expenditure},
    TableName{"基本支出表", TableKind::basic_expenditure_by_economic_subject},
    TableName{"一般公共预算基本支出表", TableKind::basic_expenditure_by_economic_subject},
    TableName{"政府性基金预算收入表", TableKind::government_fund_revenue},
    TableName{"政府性基金预算支出表", TableKind::government_fund_expenditure},
    TableName{"国有资本经营预算表", TableKind::state_capital},
    TableName{"国有资本经营预算支出表", TableKind::state_capital},
    TableName{"三公经费表", TableKind::three_public},
    TableName{"政府性基金三公经费表", TableKind::government_fund_three_public},
    TableName{"机关运行经费表", TableKind::agency_operating},
    TableName{"项目支出表", TableKind::project_expenditure},
    TableName{"上年结转项目支出表", TableKind::project_expenditure_carried_over},
    TableName{"政府采购表", TableKind::procurement},
    TableName{"政府采购预算表", TableKind::procurement},
    TableName{"政府购买服务表", TableKind::purchase_of_services},
    TableName{"政府购买服务预算表", TableKind::purchase_of_services},
    TableName{"国有资产表", TableKind::assets},
    TableName{"财政拨款支出表", TableKind::appropriation_by_functional_subject},
    TableName{"其他表", TableKind::other},
    TableName{"财政拨款基本支出表", TableKind::appropriation_basic_by_economic_subject},
};

constexpr std::array<std::string_view, 6> side_names{
    "收入", "支出", "支出用途", "功能分类", "部门预算经济分类", "政府预算经济分类"};

}  // namespace

std::string_view rule_table_name(TableKind kind) noexcept {
  for (const TableName& entry : table_names) {
    if (entry.kind == kind) return entry.name;
  }
  return {};
}

std::vector<std::string_view> rule_table_names() {
  std::vector<std::string_view> names;
  for (const TableName& entry : table_names) {
    if (rule_table_name(entry.kind) == entry.name) names.push_back(entry.name);
  }
  return names;
}

namespace detail::rules {

std::optional<TableKind> table_named(std::string_view name) {
  for (const TableName& entry : table_names) {
    if (entry.name == name) return entry.kind;
  }
  return std::nullopt;
}

bool is_side_name(std::string_view name) {
  return std::find(side_names.begin(), side_names.end(), name) != side_names.end();
}

std::vector<std::string> nearest(std::string_view word,
                                 const std::vector<std::string_view>& names) {
  std::vector<std::pair<std::size_t, std::string>> ranked;
  for (const std::string_view name : names) {
    // Half of the longer name may differ; beyond that a name explains nothing.
    const std::size_t distance = edit_distance(word, name);
    const std::size_t longer = std::max(edit_distance(word, ""), edit_distance(name, ""));
    if (2 * distance <= longer) ranked.emplace_back(distance, name);
  }
  std::sort(ranked.begin(), ranked.end());
  std::vector<std::string> result;
  for (std::size_t i = 0; i < ranked.size() && i < 3; ++i) result.push_back(ranked[i].second);
  return result;
}

}  // namespace detail::rules

}  // namespace budget::inline v1
