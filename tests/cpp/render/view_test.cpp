// SPDX-License-Identifier: Apache-2.0
#include <budget/render/view.hpp>

#include "render/sample_reports.hpp"

#include <budget/render/arithmetic.hpp>

#include <doctest/doctest.h>
#include <nlohmann/json.hpp>

#include <set>
#include <string>

using namespace budget;
using Json = nlohmann::ordered_json;

namespace {

/// What a pair of words says in a language; one text says the same in both.
std::string in(const Json& words, Language language) {
  if (words.is_string()) return words.get<std::string>();
  return words[language == Language::zh ? 0 : 1].get<std::string>();
}

}  // namespace

TEST_CASE("figures are numbered once, and statements and findings name them by number") {
  const testing::Audited given = testing::everything();
  const Json view = Json::parse(to_view(given.report, given.dossier));
  const Json& figures = view["figures"];
  std::set<std::string> cells;
  for (const Json& figure : figures)
    cells.insert(Json::array({figure[0], figure[1], figure[2], figure[3]}).dump());
  CHECK(cells.size() == figures.size());
  for (const Json& statement : view["statements"])
    for (const std::size_t side : {5U, 6U, 7U})
      for (const Json& figure : statement[side]) CHECK(figure.get<std::size_t>() < figures.size());
  for (const Json& finding : view["findings"])
    for (const Json& place : finding["places"])
      if (place.contains("figure")) {
        const Json& figure = figures[place["figure"].get<std::size_t>()];
        CHECK(figure[6] == place["text"]);
      }
}

TEST_CASE("a finding says what the text report says of it, in both languages") {
  const testing::Audited given = testing::everything();
  const Json view = Json::parse(to_view(given.report, given.dossier));
  REQUIRE(view["findings"].size() == given.report.findings.size());
  for (std::size_t i = 0; i < given.report.findings.size(); ++i)
    for (const Language language : {Language::zh, Language::en})
      CHECK(in(view["findings"][i]["message"], language) ==
            summary(given.report.findings[i], given.report, given.dossier, language));
}

TEST_CASE("figures that nothing was checked about are all listed") {
  const testing::Audited given = testing::everything();
  const Json view = Json::parse(to_view(given.report, given.dossier));
  CHECK(view["unchecked"].size() == given.report.coverage.unchecked.size());
  CHECK(view["rules"].size() == given.report.coverage.rules.size());
}
