// SPDX-License-Identifier: Apache-2.0
// Demands that are not arithmetic: notes under empty tables, names that belong together.
#pragma once

#include <budget/rule/bind_rules.hpp>

#include <optional>
#include <vector>

#include "rule/resolve.hpp"

namespace budget::inline v1::detail::rules {

/// Whether a table's note fits what it holds: a table without data says so, one with data does not.
/// Open where lines of the table were not read: they may hold its data.
std::optional<Obligation> note_obligation(Obligation blank, const Table&, const Disclosure&);

/// Whether the year in a table's title is the document's; nothing where the title names none.
std::optional<Obligation> title_year_obligation(Obligation blank, const Table&, const Disclosure&);

/// One obligation a row that must be listed; at least one.
std::vector<Obligation> bind_listed(const Rule&, const Obligation& blank, const Scope&);

/// One obligation a row that prints a code on the statement's side; at least one.
std::vector<Obligation> bind_codes(const Rule&, const Obligation& blank, const Scope&);

/// One obligation a row that prints both names; at least one.
std::vector<Obligation> bind_pairs(const Rule&, const Obligation& blank, const Scope&,
                                   const ReferenceLists&);

}  // namespace budget::inline v1::detail::rules
