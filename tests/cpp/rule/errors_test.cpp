// SPDX-License-Identifier: Apache-2.0
// Every error of rule files: the input that provokes it and its exact message in both languages stand
// in tests/errors/<error id>/.
#include <budget/rule/pack.hpp>

#include <doctest/doctest.h>

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

TEST_CASE("rule errors name the place and what was expected") {
  int cases = 0;
  for (const auto& entry :
       std::filesystem::directory_iterator(std::filesystem::path(BUDGET_ROOT) / "tests/errors")) {
    const std::string id = entry.path().filename().string();
    if (!id.starts_with("rule.")) continue;
    CAPTURE(id);
    ++cases;
    try {
      static_cast<void>(load_pack(content(entry.path() / "input.rules"), "input.rules"));
      FAIL_CHECK("no error");
    } catch (const RuleError& error) {
      CHECK(error.id() == id);
      const std::string where = to_string(error.place()) + ": ";
      CHECK(where + error.message().zh + "\n" == content(entry.path() / "message.zh.txt"));
      CHECK(where + error.message().en + "\n" == content(entry.path() / "message.en.txt"));
    }
  }
  CHECK(cases >= 19);
}
