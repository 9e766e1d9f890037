// SPDX-License-Identifier: Apache-2.0
// The lines of a rule that have a grammar of their own: statements and conditions.
#pragma once

#include <budget/rule/syntax.hpp>

#include "rule/tokens.hpp"

namespace budget::inline v1::detail::rules {

/// `支出总表: 合计 = 基本支出 + 项目支出` and the other statements. Throws RuleError.
Statement parse_statement(const LogicalLine&);

/// What stands behind `when` or `where`; `skip` bytes of the line are left out. Throws RuleError.
ConditionLine parse_condition(const LogicalLine&, std::size_t skip);

}  // namespace budget::inline v1::detail::rules
