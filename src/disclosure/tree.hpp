// SPDX-License-Identifier: Apache-2.0
// The tree of a table's rows: which row is part of which, by code, by indentation or by ordinals.
#pragma once

#include <budget/disclosure/table.hpp>
#include <budget/disclosure/vocabulary.hpp>

#include <vector>

namespace budget::inline v1::detail {

/// Fills level and parent of every label. Labels have code, name and key; `indents` has the ideographic
/// spaces before each row.
void build_tree(Table& table, const std::vector<int>& indents, const Vocabulary& vocabulary);

}  // namespace budget::inline v1::detail
