// SPDX-License-Identifier: Apache-2.0
// Reading rule files. The first thing that is wrong is an error with file, line, column and what
// would have been right there.
#pragma once

#include <budget/rule/syntax.hpp>

#include <string>
#include <string_view>
#include <vector>

namespace budget::inline v1 {

/// The rules of a text. `file` names it in errors and places. Throws RuleError.
[[nodiscard]] std::vector<Rule> parse_rules(std::string_view text, const std::string& file);

/// The name that the rule language has for a kind of table, e.g. 支出总表; "" for `other`.
[[nodiscard]] std::string_view rule_table_name(TableKind) noexcept;

/// All table names that the rule language knows, without the second names of a table.
[[nodiscard]] std::vector<std::string_view> rule_table_names();

}  // namespace budget::inline v1
