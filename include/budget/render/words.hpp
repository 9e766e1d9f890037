// SPDX-License-Identifier: Apache-2.0
// Words: what the enums of the lower layers are called in a report, in Chinese and English.
#pragma once

#include <budget/audit/report.hpp>
#include <budget/base/language.hpp>
#include <budget/claim/claim.hpp>

#include <string_view>

namespace budget::inline v1 {

[[nodiscard]] std::string_view words(Severity, Language) noexcept;   ///< 错误 · error
[[nodiscard]] std::string_view words(Status, Language) noexcept;     ///< 完全相符 · exact
[[nodiscard]] std::string_view words(Undecided, Language) noexcept;  ///< why nothing was decided
[[nodiscard]] std::string_view words(Cause, Language) noexcept;  ///< 数字换位 · digits transposed
[[nodiscard]] std::string_view words(DisclosureKind, Language) noexcept;  ///< 预算 · budget
[[nodiscard]] std::string_view words(RegionKind, Language) noexcept;  ///< 绩效目标表 · target table
[[nodiscard]] std::string_view words(ClaimKind, Language) noexcept;  ///< 占比 · share
[[nodiscard]] std::string_view words(Unbound,
                                     Language) noexcept;  ///< why a claim is bound to nothing
[[nodiscard]] std::string_view words(NotReadWhy, Language) noexcept;  ///< why a line was not placed
[[nodiscard]] std::string_view words(
    Mark, Language) noexcept;  ///< 经人工更正 · corrected by hand; "" of none
/// The usual name of such a table, e.g. 收支总表 · revenue and expenditure summary.
[[nodiscard]] std::string_view words(TableKind, Language) noexcept;

}  // namespace budget::inline v1
