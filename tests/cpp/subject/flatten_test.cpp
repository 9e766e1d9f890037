// SPDX-License-Identifier: Apache-2.0
#include <doctest/doctest.h>
#include <budget/subject/flatten.hpp>

#include <string>
#include <string_view>
#include <vector>

#include "amount/random.hpp"
#include "subject/trees.hpp"

using namespace budget;
using budget_test::Random;
using budget_test::tree_of;

TEST_CASE("a node's row has its path, texts and figures") {
  const SubjectTree tree = tree_of("_ 合计 3.00\n2010101 a 1.00\n20102 b 2.00\n");
  const auto rows = flatten(tree);
  REQUIRE(rows.size() == 5);
  CHECK(rows[0].path.empty());
  CHECK(rows[3].path == std::vector<std::string_view>{"201", "20101", "2010101"});
  CHECK(rows[3].name == "a");
  CHECK(rows[3].level == 3);
  CHECK(rows[3].amounts.at(0) == PrintedAmount{1'000'000, 5'000});
  CHECK_FALSE(rows[1].amounts.at(0).is_stated());
}

TEST_CASE("building from flat rows gives the tree again") {
  Random random(21);
  for (int round = 0; round < 300; ++round) {
    std::string table;
    for (int i = 0; i < 15; ++i)
      table += "20" + std::to_string(random.between(1, 4)) +
               (random.between(0, 2) == 0 ? "" : "0" + std::to_string(random.between(1, 5))) +
               " n" + std::to_string(i) + " " + (i % 5 == 0 ? "_" : std::to_string(i) + ".50") +
               "\n";
    const SubjectTree tree = [&] {
      try {
        return tree_of(table);
      } catch (const TreeError&) {  // a code twice
        return tree_of("20101 a 1.00\n");
      }
    }();
    std::vector<std::string_view> codes, names;
    FigureColumn figures;
    for (const FlatRow& row : flatten(tree)) {
      codes.push_back(row.code);
      names.push_back(row.name);
      figures.push_back(row.amounts.at(0));
    }
    CHECK(tree_from_codes({codes, names, {{"a", figures}}}, CodeScheme::subject) == tree);
  }
}
