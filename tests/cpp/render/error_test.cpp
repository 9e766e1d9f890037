// SPDX-License-Identifier: Apache-2.0
// Every error of reading: the bytes that provoke it and its exact line in both languages stand in
// tests/errors/<error id>/.
#include <budget/render/error.hpp>

#include <budget/disclosure/recognise.hpp>
#include <budget/document/read_text.hpp>
#include <budget/standard/vocabulary.hpp>

#include <doctest/doctest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>

using namespace budget;

namespace {

std::string content(const std::filesystem::path& path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

}  // namespace

TEST_CASE("errors of reading are one clear line in both languages") {
  int cases = 0;
  for (const auto& entry :
       std::filesystem::directory_iterator(std::filesystem::path(BUDGET_ROOT) / "tests/errors")) {
    const std::string id = entry.path().filename().string();
    if (!std::filesystem::exists(entry.path() / "input.txt")) continue;
    CAPTURE(id);
    ++cases;
    try {
      static_cast<void>(recognise(read_text(content(entry.path() / "input.txt"), "input.txt"),
                                  standard_vocabulary()));
      FAIL_CHECK("no error");
    } catch (const Error& error) {
      CHECK(error.id() == id);
      CHECK(one_line(error, Language::zh) + "\n" == content(entry.path() / "message.zh.txt"));
      CHECK(one_line(error, Language::en) + "\n" == content(entry.path() / "message.en.txt"));
    }
  }
  CHECK(cases >= 3);
}

TEST_CASE("the place stands before the message, as far as it is known") {
  Place place;
  place.source = "a.rules";
  place.line = 3;
  place.column = 7;
  const RuleError error("rule.syntax", {"此处应为列名", "expected a column"}, place, "合计");
  CHECK(one_line(error, Language::zh) == "a.rules:3:7: 此处应为列名 [rule.syntax]");
  CHECK(one_line(error, Language::en) == "a.rules:3:7: expected a column [rule.syntax]");
}

TEST_CASE("whatever a message holds, the line stays one") {
  const Error error("x.y", {"坏\n名", "bad\r\nname\t\x1b[0m"});
  const std::string line = one_line(error, Language::en);
  CHECK(std::none_of(line.begin(), line.end(), [](char c) { return c >= 0 && c < 0x20; }));
  CHECK(line == "bad  name  [0m [x.y]");
}
