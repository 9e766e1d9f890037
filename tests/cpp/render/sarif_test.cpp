// SPDX-License-Identifier: Apache-2.0
#include <budget/render/sarif.hpp>

#include "render/sample_reports.hpp"

#include <budget/render/arithmetic.hpp>

#include <doctest/doctest.h>
#include <nlohmann/json.hpp>

#include <string>

using namespace budget;
using Json = nlohmann::ordered_json;

namespace {

Json run_of(const testing::Audited& given, Language language = Language::zh) {
  const Json log = Json::parse(to_sarif(given.report, given.dossier, {}, language));
  CHECK(log["version"] == "2.1.0");
  CHECK(log["runs"].size() == 1);
  return log["runs"][0];
}

}  // namespace

TEST_CASE("a result a finding, with its rule, level, words and fingerprint") {
  const testing::Audited given = testing::everything();
  for (const Language language : {Language::zh, Language::en}) {
    const Json run = run_of(given, language);
    REQUIRE(run["results"].size() == given.report.findings.size());
    const Json& rules = run["tool"]["driver"]["rules"];
    for (std::size_t i = 0; i < given.report.findings.size(); ++i) {
      const Finding& finding = given.report.findings[i];
      const Json& result = run["results"][i];
      CHECK(result["ruleId"] == finding.rule);
      CHECK(rules[result["ruleIndex"].get<std::size_t>()]["id"] == finding.rule);
      CHECK(result["level"] == std::string(to_string(finding.severity)));
      CHECK(result["message"]["text"] == summary(finding, given.report, given.dossier, language));
      CHECK(result["partialFingerprints"]["budgetcore/finding/v1"] == finding.id);
      CHECK(result["locations"].size() == 1);
    }
  }
}

TEST_CASE("what was not read is a notification, the verdict a property") {
  const testing::Audited given = testing::everything();
  const Json run = run_of(given);
  const Json& notes = run["invocations"][0]["toolExecutionNotifications"];
  CHECK(notes.size() == given.report.not_read.size());
  CHECK(run["properties"]["verdict"] == std::string(to_string(given.report.verdict)));
}

TEST_CASE("bytes of a path that a URI does not hold are written as their numbers") {
  testing::Audited given = testing::everything();
  given.report.source = given.dossier.disclosures[0].source = "/a b/预算#1.txt";
  const Json run = run_of(given);
  CHECK(run["artifacts"][0]["location"]["uri"] == "file:///a%20b/%E9%A2%84%E7%AE%97%231.txt");
}
