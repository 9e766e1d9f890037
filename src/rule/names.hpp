// SPDX-License-Identifier: Apache-2.0
// The closed vocabularies of the rule language: tables and sides, with the nearest names for errors.
#pragma once

#include <budget/disclosure/table_kind.hpp>

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace budget::inline v1::detail::rules {

/// The table of that name in the rule language.
std::optional<TableKind> table_named(std::string_view name);

/// Whether the word names a side of a two-sided table.
bool is_side_name(std::string_view name);

/// The candidates within a few edits of a word, nearest first, at most three.
std::vector<std::string> nearest(std::string_view word, const std::vector<std::string_view>& names);

}  // namespace budget::inline v1::detail::rules
