// SPDX-License-Identifier: Apache-2.0
// The cases of tests/errors: a folder an error id, with the input that provokes it and its exact
// message in both languages.
#pragma once

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <vector>

namespace testing {

struct ErrorCase {
  std::string id, input;
  std::string zh, en;  ///< messages, each with its line end
};

/// The cases whose input has this name, in the order of their ids.
inline std::vector<ErrorCase> error_cases(const std::string& input_name) {
  const auto content = [](const std::filesystem::path& path) -> std::string {
    std::ifstream file(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(file), {}};
  };
  std::vector<ErrorCase> cases;
  for (const auto& entry :
       std::filesystem::directory_iterator(std::filesystem::path(BUDGET_ROOT) / "tests/errors")) {
    const std::filesystem::path input = entry.path() / input_name;
    if (!std::filesystem::exists(input)) continue;
    cases.push_back({entry.path().filename().string(), content(input),
                     content(entry.path() / "message.zh.txt"),
                     content(entry.path() / "message.en.txt")});
  }
  std::ranges::sort(cases, {}, &ErrorCase::id);
  return cases;
}

}  // namespace testing
