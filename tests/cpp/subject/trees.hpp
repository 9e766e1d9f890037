// SPDX-License-Identifier: Apache-2.0
// Small trees for the tests of this layer, written as a table: one line a row.
#pragma once

#include <budget/subject/tree_build.hpp>

#include <sstream>
#include <string>
#include <string_view>
#include <vector>

namespace budget_test {

/// Rows of words, "_" for a blank: code, name, then the printed amounts in 万元.
struct Rows {
  std::vector<std::vector<std::string>> columns;  // codes, names, amounts …

  explicit Rows(const std::string& table) {
    std::istringstream lines(table);
    for (std::string line; std::getline(lines, line);) {
      std::istringstream words(line);
      std::size_t column = 0;
      for (std::string word; words >> word; ++column) {
        if (column == columns.size()) columns.emplace_back();
        columns[column].push_back(word == "_" ? "" : word);
      }
    }
  }
  static std::vector<std::string_view> views(const std::vector<std::string>& texts) {
    return {texts.begin(), texts.end()};
  }
};

/// The tree of such a table, its columns called a, b, ….
inline budget::SubjectTree tree_of(const std::string& table,
                                   budget::CodeScheme scheme = budget::CodeScheme::subject,
                                   budget::Duplicates duplicates = budget::Duplicates::refuse) {
  const Rows rows(table);
  const auto codes = Rows::views(rows.columns.at(0));
  const auto names = Rows::views(rows.columns.at(1));
  budget::TreeRows input{codes, names, {}};
  for (std::size_t i = 2; i < rows.columns.size(); ++i) {
    const auto texts = Rows::views(rows.columns[i]);
    input.columns.push_back({std::string(1, static_cast<char>('a' + i - 2)),
                             budget::FigureColumn::parse(texts, budget::Unit::wan_yuan)});
  }
  return tree_from_codes(std::move(input), scheme, duplicates);
}

/// The tree as lines "level code name", two spaces a level.
inline std::string outline(const budget::SubjectTree& tree) {
  std::string text;
  for (budget::TreeNode node = 0; node < tree.size(); ++node) {
    text += std::string(2 * static_cast<std::size_t>(tree.level(node)), ' ');
    text += std::string(tree.code(node)) + "|" + std::string(tree.name(node)) + "\n";
  }
  return text;
}

}  // namespace budget_test
