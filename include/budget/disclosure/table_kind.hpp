// SPDX-License-Identifier: Apache-2.0
// TableKind: which table of a disclosure this is, whatever its title and number in a province.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

namespace budget::inline v1 {

/// Kind of a published table. Names are part of the JSON interface: extend, never rename.
enum class TableKind : std::uint8_t {
  revenue_expenditure_summary,              ///< 收支总表
  revenue,                                  ///< 收入总表
  expenditure,                              ///< 支出总表
  appropriation_summary,                    ///< 财政拨款收支总表
  general_public_expenditure,               ///< 一般公共预算支出表
  basic_expenditure_by_economic_subject,    ///< 一般公共预算基本支出表
  government_fund_revenue,                  ///< 政府性基金预算收入表
  government_fund_expenditure,              ///< 政府性基金预算支出表
  state_capital,                            ///< 国有资本经营预算表
  three_public,                             ///< “三公”经费表
  agency_operating,                         ///< 机关运行经费表
  project_expenditure,                      ///< 项目支出表
  project_expenditure_carried_over,         ///< 项目支出表（上年结转）
  procurement,                              ///< 政府采购预算表
  purchase_of_services,                     ///< 政府购买服务预算表
  assets,                                   ///< 国有资产占用情况表
  appropriation_by_functional_subject,      ///< 财政拨款支出预算表（功能科目）
  government_fund_three_public,             ///< 政府性基金预算“三公”经费表
  appropriation_basic_by_economic_subject,  ///< 财政拨款基本支出预算表（经济科目）
  other,                                    ///< a table that the vocabulary does not name
};

/// The interface name, e.g. "revenue_expenditure_summary".
[[nodiscard]] std::string_view to_string(TableKind) noexcept;
/// The kind of that interface name, if any.
[[nodiscard]] std::optional<TableKind> parse_table_kind(std::string_view) noexcept;

}  // namespace budget::inline v1
