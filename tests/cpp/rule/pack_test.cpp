// SPDX-License-Identifier: Apache-2.0
#include <budget/rule/pack.hpp>
#include <budget/standard/rules.hpp>

#include <doctest/doctest.h>

#include <string>

using namespace budget;

TEST_CASE("every example of the standard packs comes out as its rule says") {
  CHECK(standard_packs().size() >= 10);
  CHECK(standard_rules().size() >= 150);
  for (const ExampleFailure& failure : check_examples(standard_rules(), standard_lists())) {
    FAIL_CHECK(failure.rule << ": " << failure.example.text << " is " << to_string(failure.status));
  }
}

TEST_CASE("every standard rule is bound to its document and has a source") {
  for (const Rule& rule : standard_rules()) {
    CAPTURE(rule.id);
    CHECK_FALSE(rule.source.empty());
    // Conventions that no document was read for are never more than a note.
    if (rule.source.find("known convention") != std::string::npos) {
      CHECK(rule.severity == Severity::note);
    }
  }
}

TEST_CASE("an example that does not come out is told") {
  const std::string text =
      "rule a.b\n  source x\n  支出总表: 合计 = 基本支出 + 项目支出\n"
      "  holds 3.00 = 1.00 + 1.00\n  holds 3.00 = 1.00 + 2.00\n  breaks 2.00 = 1.00 + 1.00\n";
  const Pack pack = load_pack(text, "some/folder/mine.rules");
  CHECK(pack.name == "mine");
  const auto failures = check_examples(pack.rules);
  REQUIRE(failures.size() == 2);
  CHECK(failures[0].expected_to_hold);
  CHECK(failures[0].status == Status::violated);
  CHECK(failures[0].example.place.line == 4);
  CHECK_FALSE(failures[1].expected_to_hold);
  CHECK(failures[1].status == Status::exact);
}
