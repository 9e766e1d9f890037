// SPDX-License-Identifier: Apache-2.0
// Pack: the rules of one file. The examples of a rule are executed by the same judge that decides
// documents, so a rule whose example does not come out does not pass its tests.
#pragma once

#include <budget/rule/bind_rules.hpp>
#include <budget/rule/syntax.hpp>

#include <string>
#include <string_view>
#include <vector>

namespace budget::inline v1 {

/// Rules that belong together. Invariant: ids are unique.
struct Pack {
  std::string name;  ///< the file's name without folders and ending
  std::vector<Rule> rules;
};

/// Reads a pack. Throws RuleError.
[[nodiscard]] Pack load_pack(std::string_view text, const std::string& file);

/// An example that did not come out as the rule says.
struct ExampleFailure {
  std::string rule;
  Example example;
  bool expected_to_hold = true;
  Status status = Status::not_decided;  ///< what the judge said
};

/// Executes the examples of rules: `holds` must be exact or rounding, `breaks` must be violated.
/// Pair examples need their list; without it they are left out. Throws RuleError where an example
/// cannot be read.
[[nodiscard]] std::vector<ExampleFailure> check_examples(std::span<const Rule>,
                                                         const ReferenceLists& = {});

}  // namespace budget::inline v1
