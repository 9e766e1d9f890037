// SPDX-License-Identifier: Apache-2.0
// Conditions of rules, decided where the document proves them either way.
#pragma once

#include <budget/rule/syntax.hpp>

#include <string>
#include <vector>

#include "rule/resolve.hpp"

namespace budget::inline v1::detail::rules {

/// Ordered so that "and" is the least and "or" the greatest.
enum class Truth { no, open, yes };

/// How condition lines came out.
struct Conditions {
  Truth truth = Truth::yes;
  std::string about;          ///< the line that is not proved
  std::vector<CellRef> zero;  ///< cells with figures that a proof found to be 0
};

/// Decides that all lines hold.
Conditions decide(const std::vector<ConditionLine>&, const Scope&);

}  // namespace budget::inline v1::detail::rules
