// SPDX-License-Identifier: Apache-2.0
#include <budget/render/json.hpp>

#include "render/sample_reports.hpp"

#include <doctest/doctest.h>
#include <nlohmann/json.hpp>

#include <set>
#include <string>
#include <vector>

using namespace budget;
using Json = nlohmann::ordered_json;

namespace {

std::vector<std::string> keys(const Json& object) {
  std::vector<std::string> result;
  for (const auto& [key, value] : object.items()) result.push_back(key);
  return result;
}

using Keys = std::vector<std::string>;

const Keys place_keys{"document", "table", "row",      "column", "section",   "text", "quote",
                      "page",     "line",  "table_id", "row_id", "column_id", "box"};

bool is_amount(const Json& value) {
  if (value.is_null()) return true;
  return value.is_string() &&
         value.get<std::string>().find_first_not_of("-0123456789./") == std::string::npos;
}

}  // namespace

TEST_CASE("a report has the keys of its schema, in their order") {
  const testing::Audited given = testing::everything();
  const Json report = Json::parse(to_json(given.report, given.dossier));
  CHECK(keys(report) == Keys{"schema", "document", "verdict", "coverage", "findings"});
  CHECK(report["schema"] == "budgetcore.report/1");
  CHECK(keys(report["document"]) ==
        Keys{"source", "sha256", "kind", "year", "organisation", "organisation_code", "pages"});
  CHECK(report["document"]["year"] == 2024);
  CHECK(report["document"]["kind"] == "budget");
  CHECK(report["verdict"] == "violated");
  CHECK(keys(report["coverage"]) == Keys{"rules", "figures"});
  CHECK(keys(report["coverage"]["figures"]) == Keys{"read", "checked", "unchecked", "unreadable"});
  CHECK(report["coverage"]["rules"].contains("unbound.rule"));
  for (const auto& [rule, counts] : report["coverage"]["rules"].items())
    CHECK(keys(counts) ==
          Keys{"exact", "rounding", "violated", "not_applicable", "not_read", "not_decided"});

  std::set<std::string> ids;
  for (const Json& finding : report["findings"]) {
    CHECK(keys(finding) == Keys{"id", "figures", "rule", "severity", "message", "cause", "places",
                                "published", "expected", "certificate", "repairs"});
    CHECK(ids.insert(finding["id"].get<std::string>()).second);
    CHECK_FALSE(finding["message"].get<std::string>().empty());
    for (const Json& place : finding["places"]) CHECK(keys(place) == place_keys);
    if (!finding["expected"].is_null()) {
      CHECK(keys(finding["expected"]) == Keys{"low", "high", "unit"});
      CHECK(is_amount(finding["expected"]["low"]));
      CHECK(is_amount(finding["expected"]["high"]));
    }
    for (const Json& step : finding["certificate"]) {
      CHECK(keys(step) == Keys{"obligation", "multiplier"});
      CHECK(is_amount(step["multiplier"]));
    }
    for (const Json& repair : finding["repairs"]) {
      CHECK(keys(repair) == Keys{"place", "low", "high", "value", "cause", "settles"});
      CHECK(keys(repair["place"]) == place_keys);
      for (const char* key : {"low", "high", "value"}) CHECK(is_amount(repair[key]));
    }
  }
}

TEST_CASE("an error tells the figure, what should stand there, and what rests on it") {
  const testing::Audited given = testing::everything();
  const Json report = Json::parse(to_json(given.report, given.dossier, Language::en));
  const Json& error = report["findings"][0];
  CHECK(error["severity"] == "error");
  CHECK(error["cause"] == "transposition");
  CHECK(error["published"] == "2749.26");
  CHECK(error["expected"] == Json({{"low", "2794.26"}, {"high", "2794.26"}, {"unit", "万元"}}));
  CHECK(error["repairs"][0]["value"] == "2794.26");
  CHECK(error["places"][0]["table"] == "2024年预算支出总表");
  CHECK(error["places"][0]["row"] == "财政事务");
  CHECK(error["places"][0]["column"] == "合计");
  CHECK(error["places"][0]["line"] == 14);
  CHECK(error["places"][0]["table_id"] == "t1");
  CHECK(error["places"][0]["row_id"] == "r4");
  CHECK(error["places"][0]["column_id"] == "c3");
  CHECK(error["places"][0]["box"].is_null());
  CHECK(error["message"].get<std::string>().find("should read 2794.26") != std::string::npos);
}

TEST_CASE("what was not read stands in the disclosure with its reason") {
  const testing::Audited given = testing::everything();
  const Json read = Json::parse(to_json(given.dossier.current()));
  REQUIRE(read["not_read"].size() == 2);
  CHECK(read["not_read"][0]["why"] == "too_many_figures");
  CHECK(read["not_read"][1]["why"] == "not_yet_read.target_table");
  CHECK(read["not_read"][1]["page"].is_null());
}

TEST_CASE("a disclosure has one cell a column, marks only where a cell is not plain") {
  testing::Sample given = testing::sample();
  Table& first = given.dossier.disclosures[0].tables[0];
  first.rows[1].cells[4].mark = Mark::by_arithmetic;
  const Json json = Json::parse(to_json(given.dossier.current()));
  CHECK(keys(json) == Keys{"schema", "document", "tables", "targets", "claims", "not_read"});
  CHECK(json["schema"] == "budgetcore.disclosure/1");
  for (const Json& table : json["tables"]) {
    CHECK(keys(table) == Keys{"id", "kind", "number", "title", "unit", "page", "line",
                              "stated_empty", "columns", "rows"});
    for (const Json& column : table["columns"]) CHECK(keys(column) == Keys{"id", "header", "role"});
    for (const Json& row : table["rows"]) CHECK(row["cells"].size() == table["columns"].size());
  }
  const Json& rows = json["tables"][0]["rows"];
  CHECK(keys(rows[0]) == Keys{"page", "line", "code", "name", "cells"});
  CHECK(rows[1]["marks"] == Json({{"c5", "by_arithmetic"}}));
  CHECK(rows[2]["cells"] == Json({"20101", "人大事务", "3.68", "3.68", ""}));
}

TEST_CASE("a two-sided table names every side, the first as the row's name") {
  testing::Sample given = testing::sample();
  Table& table = given.dossier.disclosures[0].tables[0];
  table.sides = {Side{"收入", 1, {0, 1, 2}}, Side{"支出", 3, {3, 4}}};
  for (Row& row : table.rows) row.labels.push_back(RowLabel{"", "支" + row.id, "", -1, -1, false});
  const Json json = Json::parse(to_json(given.dossier.current()));
  CHECK(json["tables"][0]["rows"][1]["name"] == "一般公共服务支出");
  CHECK(json["tables"][0]["rows"][1]["names"] == Json({"一般公共服务支出", "支r2"}));
  CHECK_FALSE(json["tables"][1]["rows"][1].contains("names"));
}

TEST_CASE("unknown things are null, bad bytes are replaced, one line has no line end") {
  Dossier empty;
  empty.disclosures.emplace_back();
  empty.disclosures[0].source = "bad\xff";
  const Report report = audit(empty, std::vector<Obligation>{}, {});
  const std::string line = to_json(report, empty, Language::zh, JsonLayout::line);
  CHECK(line.find('\n') == std::string::npos);
  const Json json = Json::parse(line);
  CHECK(json["document"]["year"].is_null());
  CHECK(json["document"]["pages"].is_null());
  CHECK(json["document"]["source"] == "bad\xEF\xBF\xBD");
  CHECK(json["verdict"] == "not_read");
}

TEST_CASE("the same report gives the same bytes, and they are the golden ones") {
  const testing::Audited one = testing::everything();
  const testing::Audited two = testing::everything();
  CHECK(to_json(one.report, one.dossier) == to_json(two.report, two.dossier));
  CHECK(to_json(one.report, one.dossier) ==
        testing::file("tests/cpp/render/golden/everything.json"));
}
