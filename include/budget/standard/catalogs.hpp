// SPDX-License-Identifier: Apache-2.0
// The classifications of budget subjects that are compiled in, from data/*.csv. Each is read on first
// use, once, and lives as long as the program; all may be used from many threads.
#pragma once

#include <budget/subject/catalog.hpp>
#include <budget/subject/code_info.hpp>
#include <budget/subject/correspondence.hpp>

#include <optional>
#include <string_view>

namespace budget::inline v1 {

/// 支出功能分类, with renames; codes and names that are only recalled are in it as suggestions.
[[nodiscard]] const Catalog& functional_catalog();
/// 部门预算支出经济分类.
[[nodiscard]] const Catalog& economic_department_catalog();
/// 政府预算支出经济分类.
[[nodiscard]] const Catalog& economic_government_catalog();
/// 收入分类. Meanings of revenue codes changed over the years; most have a single source.
[[nodiscard]] const Catalog& revenue_catalog();
/// The one of the four that classifies so.
[[nodiscard]] const Catalog& standard_catalog(Classification classification);

/// Which department subjects are paid from which government subjects.
[[nodiscard]] const Correspondence& economic_correspondence();

/// All that the standard catalogs know about a code; nothing for an unknown one.
[[nodiscard]] std::optional<CodeInfo> standard_code_info(SubjectCode code,
                                                         std::optional<int> year = {});

}  // namespace budget::inline v1
