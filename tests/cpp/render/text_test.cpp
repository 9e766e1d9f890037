// SPDX-License-Identifier: Apache-2.0
#include <budget/render/text.hpp>

#include "render/sample_reports.hpp"

#include <budget/base/split.hpp>
#include <budget/base/text.hpp>

#include <doctest/doctest.h>

#include <string>

using namespace budget;

namespace {

bool has(const std::string& text, const std::string& part) {
  return text.find(part) != std::string::npos;
}

}  // namespace

TEST_CASE("a report with everything in it, word by word in both languages") {
  const testing::Audited given = testing::everything();
  CHECK(to_text(given.report, given.dossier, Language::zh) ==
        testing::file("tests/cpp/render/golden/everything.zh.txt"));
  CHECK(to_text(given.report, given.dossier, Language::en) ==
        testing::file("tests/cpp/render/golden/everything.en.txt"));
}

TEST_CASE("the verdict comes first, errors before notes, what was not checked last") {
  const testing::Audited given = testing::everything();
  const std::string text = to_text(given.report, given.dossier, Language::zh);
  CHECK(text.find("结论：不成立") < text.find("1. 错误"));
  CHECK(text.find("1. 错误") < text.find("提示 ["));
  CHECK(text.find("2749.26") < text.find("未核对的数字"));
  CHECK(has(text, "尚未读取"));
  CHECK(has(text, "第三部分 情况说明"));
}

TEST_CASE("an English report holds no Chinese but names as printed") {
  testing::Sample given = testing::sample();
  for (Table& table : given.dossier.disclosures[0].tables) {
    table.title = "T" + table.id;
    for (Column& column : table.columns) column.header = {column.id};
    for (Row& row : table.rows)
      for (RowLabel& label : row.labels) label.name = row.id;
  }
  given.dossier.disclosures[0].organisation = "body";
  testing::print(given.dossier, testing::cell(0, 3, 2), "2749.26");
  for (Obligation& one : given.obligations) one.severity = Severity::error;
  const testing::Audited audited = testing::audited(given);
  const std::string text = to_text(audited.report, audited.dossier, Language::en);
  for (std::size_t at = 0; at < text.size();) {
    const CodePoint point = code_point_at(text, at);
    if (point.value >= 0x3000 && point.value < 0xA000) {
      // The unit is printed so: 万元.
      const std::string_view here = std::string_view(text).substr(at);
      CHECK((here.starts_with("万元") || here.starts_with("元")));
    }
    at += point.length;
  }
}

TEST_CASE("hostile text stays on its line") {
  testing::Sample given = testing::sample();
  given.dossier.disclosures[0].organisation = "a\nb\x1b[2J\rc";
  const testing::Audited audited = testing::audited(given);
  const std::string text = to_text(audited.report, audited.dossier, Language::zh);
  CHECK(has(text, "a b [2J c"));
}

TEST_CASE("a disclosure is printed as grids whose columns align by display width") {
  const testing::Sample given = testing::sample();
  const std::string text = to_text(given.dossier.current(), Language::zh);
  CHECK(has(text, "2024年预算支出总表"));
  CHECK(has(text, "单位：万元"));
  std::vector<std::size_t> starts;
  for (const std::string_view line : split(text, '\n')) {
    const std::size_t at = line.find("3296.30");
    const std::size_t other = line.find("2797.94");
    if (at != std::string_view::npos) starts.push_back(display_width(line.substr(0, at)));
    if (other != std::string_view::npos) starts.push_back(display_width(line.substr(0, other)));
  }
  REQUIRE(starts.size() == 4);
  for (const std::size_t start : starts) CHECK(start == starts.front());
  CHECK(has(to_text(Disclosure{}, Language::en), "No table was read."));
}
