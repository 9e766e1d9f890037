// SPDX-License-Identifier: Apache-2.0
// Comparisons bound within one table: row by row, column by column.
#pragma once

#include <budget/rule/bind_rules.hpp>

#include <optional>
#include <vector>

#include "rule/resolve.hpp"

namespace budget::inline v1::detail::rules {

/// The obligations of a comparison in the table of the scope; at least one. `blank` carries what all
/// obligations of the rule share.
std::vector<Obligation> bind_comparison(const Rule&, const Obligation& blank, const Scope&);

/// The identity between columns that a comparison of bare columns states on a side, if it is one and
/// all its columns that must be printed are.
std::optional<RowIdentity> row_identity(const Rule&, const Comparison&, const Table&, int side);

}  // namespace budget::inline v1::detail::rules
