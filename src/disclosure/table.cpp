// SPDX-License-Identifier: Apache-2.0
#include <budget/disclosure/disclosure.hpp>

#include <algorithm>
#include <array>
#include <utility>

namespace budget::inline v1 {
namespace {

constexpr std::array<std::pair<TableKind, std::string_view>, 20> kind_names{{
    {TableKind::revenue_expenditure_summary, "revenue_expenditure_summary"},
    {TableKind::revenue, "revenue"},
    {TableKind::expenditure, "expenditure"},
    {TableKind::appropriation_summary, "appropriation_summary"},
    {TableKind::general_public_expenditure, "general_public_expenditure"},
    {TableKind::basic_expenditure_by_economic_subject, "basic_expenditure_by_economic_subject"},
    {TableKind::government_fund_revenue, "government_fund_revenue"},
    {TableKind::government_fund_expenditure, "government_fund_expenditure"},
    {TableKind::state_capital, "state_capital"},
    {TableKind::three_public, "three_public"},
    {TableKind::agency_operating, "agency_operating"},
    {TableKind::project_expenditure, "project_expenditure"},
    {TableKind::project_expenditure_carried_over, "project_expenditure_carried_over"},
    {TableKind::procurement, "procurement"},
    {TableKind::purchase_of_services, "purchase_of_services"},
    {TableKind::assets, "assets"},
    {TableKind::appropriation_by_functional_subject, "appropriation_by_functional_subject"},
    {TableKind::government_fund_three_public, "government_fund_three_public"},
    {TableKind::appropriation_basic_by_economic_subject, "appropriation_basic_by_economic_subject"},
    {TableKind::other, "other"},
}};

}  // namespace

std::string_view to_string(TableKind kind) noexcept {
  for (const auto& [k, name] : kind_names)
    if (k == kind) return name;
  return {};
}

std::optional<TableKind> parse_table_kind(std::string_view name) noexcept {
  for (const auto& [kind, k] : kind_names)
    if (k == name) return kind;
  return std::nullopt;
}

std::string_view to_string(ColumnRole role) noexcept {
  switch (role) {
    case ColumnRole::code: return "code";
    case ColumnRole::name: return "name";
    case ColumnRole::amount: return "amount";
    case ColumnRole::count: return "count";
    case ColumnRole::text: return "text";
  }
  return {};
}

std::string_view to_string(Mark mark) noexcept {
  switch (mark) {
    case Mark::none: return "";
    case Mark::unreadable: return "unreadable";
    case Mark::by_arithmetic: return "by_arithmetic";
    case Mark::ocr: return "ocr";
    case Mark::corrected: return "corrected";
  }
  return {};
}

bool Side::contains(int column) const noexcept {
  return std::ranges::find(columns, column) != columns.end();
}

const Cell& Table::cell(int row, int column) const {
  return rows.at(static_cast<std::size_t>(row)).cells.at(static_cast<std::size_t>(column));
}

int Table::side_of(int column) const noexcept {
  for (std::size_t s = 0; s < sides.size(); ++s)
    if (sides[s].contains(column)) return static_cast<int>(s);
  return -1;
}

std::vector<int> Table::children(int row, int side) const {
  std::vector<int> result;
  for (std::size_t r = 0; r < rows.size(); ++r)
    if (rows[r].labels.at(static_cast<std::size_t>(side)).parent == row)
      result.push_back(static_cast<int>(r));
  return result;
}

int Table::total_row(int side) const noexcept {
  for (std::size_t r = 0; r < rows.size(); ++r)
    if (rows[r].labels[static_cast<std::size_t>(side)].level == 0) return static_cast<int>(r);
  return -1;
}

}  // namespace budget::inline v1
