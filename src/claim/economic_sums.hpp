// SPDX-License-Identifier: Apache-2.0
// 人员经费 and 公用经费 in a table of basic expenditure by economic subject.
#pragma once

#include "claim/told.hpp"

#include <optional>
#include <string_view>

namespace budget::inline v1::detail::claims {

inline constexpr std::string_view personnel = "人员经费", operating = "公用经费";

/// Whether a code is of 工资福利支出 (301) or 对个人和家庭的补助 (303), which are 人员经费; all else of basic
/// expenditure is 公用经费. Source: 政府收支分类科目, 部门预算支出经济分类.
[[nodiscard]] bool is_of_persons(std::string_view economic_code) noexcept;

/// The table that a claim of basic expenditure speaks of; null without one.
[[nodiscard]] const Table* basic_table_of(const Disclosure&, const Claim&);

/// Where the table has no column for it: that 人员经费 are 301 and 303, 公用经费 the rest of the total.
/// Nothing where the table does not print them.
[[nodiscard]] std::optional<Obligation> economic_sum_of(const Told&, int index);

}  // namespace budget::inline v1::detail::claims
