// SPDX-License-Identifier: Apache-2.0
// Demands on a document as a document: free of a kind of flaw.
#pragma once

#include <budget/rule/bind_rules.hpp>

#include <vector>

namespace budget::inline v1::detail::rules {

/// One obligation, not met, for each flaw found; one that is met where the document was searched and
/// has none; else one that is undecided.
std::vector<Obligation> bind_flaws(const Rule&, const Obligation& blank, const Disclosure&);

}  // namespace budget::inline v1::detail::rules
