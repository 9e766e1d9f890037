// SPDX-License-Identifier: Apache-2.0
// Percentages printed beside what they are computed from.
#pragma once

#include <budget/rule/bind_rules.hpp>

#include <vector>

#include "rule/resolve.hpp"

namespace budget::inline v1::detail::rules {

/// One obligation a row that prints a percentage; at least one.
std::vector<Obligation> bind_quotient(const Rule&, const Obligation& blank, const Scope&);

}  // namespace budget::inline v1::detail::rules
