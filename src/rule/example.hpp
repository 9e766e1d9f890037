// SPDX-License-Identifier: Apache-2.0
// The examples of rules: read as figures and decided by the judge.
#pragma once

#include <budget/obligation/outcome.hpp>
#include <budget/rule/bind_rules.hpp>
#include <budget/rule/syntax.hpp>

#include <optional>

namespace budget::inline v1::detail::rules {

/// Throws RuleError where an example cannot be an instance of the statement.
void check_shape(const Statement&, const Example&);

/// What the judge says of an example; nothing where its reference list is not given.
std::optional<Status> run_example(const Statement&, const Example&, const ReferenceLists&);

}  // namespace budget::inline v1::detail::rules
