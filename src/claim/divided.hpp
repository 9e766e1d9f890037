// SPDX-License-Identifier: Apache-2.0
// Lists that are all there is by what opens them: 按功能分类：…, and the two sides of one total. Private to
// claim.
#pragma once

#include "claim/told.hpp"

#include <array>
#include <string_view>
#include <vector>

namespace budget::inline v1::detail::claims {

/// What says that the parts that follow need not be all.
inline constexpr std::array<std::string_view, 4> not_all{"主要", "其中", "重点", "包括"};

/// 按功能科目分类：教育支出…，住房保障支出…。 A whole that is divided is divided into all there is, but where
/// the words before the first of its parts say that they are not all.
[[nodiscard]] bool is_divided(const Told&, const std::vector<int>& parts);

/// What a divided list may be of: what it stands below, or another amount that its section tells; the
/// nearest to its sum first.
[[nodiscard]] Alternatives ways_of_division(const Told&, int whole, const std::vector<int>& parts);

/// 收支总预算100万元。收入包括：…；支出包括：…: the parts of what came in and of what goes out, two lists of one
/// sum. Nothing where no two of the three agree: then the lists may not tell all.
[[nodiscard]] std::vector<std::vector<int>> balanced_sides(const Told&, int whole);

}  // namespace budget::inline v1::detail::claims
