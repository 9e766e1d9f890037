// SPDX-License-Identifier: Apache-2.0
#include <doctest/doctest.h>
#include <budget/subject/tree_edit.hpp>

#include <limits>
#include <map>
#include <string>
#include <vector>

#include "amount/random.hpp"
#include "subject/trees.hpp"

using namespace budget;
using budget_test::outline;
using budget_test::Random;
using budget_test::tree_of;

namespace {

// A tree of coded leaves, some inner nodes printed, too.
SubjectTree random_tree(Random& random) {
  std::string table;
  for (int a = 1; a <= 3; ++a) {
    if (random.between(0, 4) == 0) continue;
    const std::string first = "20" + std::to_string(a);
    if (random.between(0, 1) == 0) table += first + " n" + first + " 7.00\n";
    for (int b = 1; b <= 3; ++b) {
      if (random.between(0, 2) == 0) continue;
      const std::string second = first + "0" + std::to_string(b);
      const std::int64_t depth = random.between(0, 2);
      if (depth != 1)
        table += second + " n" + second + " " + std::to_string(random.between(-9, 9)) + ".10\n";
      for (int c = 1; depth > 0 && c <= 2; ++c)
        table += second + "0" + std::to_string(c) + " x " + std::to_string(random.between(0, 9)) +
                 ".20\n";
    }
  }
  return table.empty() ? tree_of("201 a 0.10\n") : tree_of(table);
}

std::map<std::string, Money> sums(const SubjectTree& tree) {
  const Rollup rollup(tree);
  std::map<std::string, Money> result;
  for (TreeNode node = 0; node < tree.size(); ++node) {
    if (!tree.code(node).empty() || node == 0)
      result[std::string(tree.code(node))] = rollup.computed(node, 0);
  }
  return result;
}

}  // namespace

TEST_CASE("the rollup is linear: sums of a merged tree are sums of sums") {
  Random random(9);
  for (int round = 0; round < 500; ++round) {
    const SubjectTree a = random_tree(random);
    const SubjectTree b = random_tree(random);
    auto expected = sums(a);
    for (const auto& [code, amount] : sums(b)) expected[code] += amount;
    CHECK(sums(merge(a, b)) == expected);
    auto difference = sums(a);
    for (const auto& [code, amount] : sums(b)) difference[code] -= amount;
    CHECK(sums(subtract(a, b)) == difference);
    CHECK(sums(merge(a, b)) == sums(merge(b, a)));
  }
}

TEST_CASE("a merged node states what both state; its slack is that of both figures") {
  const SubjectTree a = tree_of("201 a 3.00\n20101 b 1.00\n20102 c 2.00\n");
  const SubjectTree b = tree_of("20102 c 5.0\n20103 d _\n");
  const SubjectTree sum = merge(a, b);
  CHECK(outline(sum) == "|\n  201|a\n    20101|b\n    20102|c\n    20103|d\n");
  CHECK_FALSE(sum.printed(1, 0).is_stated());
  CHECK(sum.printed(3, 0) == PrintedAmount{7'000'000, 55'000 - 50'000 + 50'000});
  CHECK_FALSE(sum.printed(4, 0).is_stated());
}

TEST_CASE("what only one tree splits becomes a part of its own") {
  const SubjectTree sum = merge(tree_of("201 a 3.00\n"), tree_of("201 a 5.00\n20101 b 5.00\n"));
  CHECK(outline(sum) == "|\n  201|a\n    20101|b\n    |未细分\n");
  CHECK(sum.printed(1, 0).fen == 8'000'000);
  CHECK(check(sum).at(0).outcome == TotalOutcome::exact);
}

TEST_CASE("columns of one tree only are kept") {
  const SubjectTree sum = merge(tree_of("201 a 1.00\n"), tree_of("202 b 2.00 3.00\n"));
  REQUIRE(sum.columns().size() == 2);
  CHECK(sum.columns()[1].name == "b");
  CHECK_FALSE(sum.printed(1, 1).is_stated());
  CHECK(sum.printed(2, 1).fen == 3'000'000);
}

TEST_CASE("a sum beyond 64 bits names its node") {
  constexpr std::int64_t most = std::numeric_limits<std::int64_t>::max();
  const std::vector<std::string_view> codes{"201"};
  const SubjectTree tree =
      tree_from_codes({codes, {}, {{"a", FigureColumn({most})}}}, CodeScheme::subject);
  CHECK_THROWS_AS((void)merge(tree, tree), OverflowError);
  CHECK(subtract(tree, tree).printed(1, 0).fen == 0);
}

TEST_CASE("a tree cut at a level keeps every sum above it") {
  Random random(10);
  for (int round = 0; round < 200; ++round) {
    const SubjectTree tree = tree_of("20101 a 1.00\n2010201 b 2.00\n2010202 c 3.0" +
                                     std::to_string(random.between(0, 9)) + "\n");
    const SubjectTree cut = prune(tree, 2);
    CHECK(cut.height() == 2);
    CHECK(Rollup(cut).computed(0, 0) == Rollup(tree).computed(0, 0));
    CHECK(cut.printed(3, 0).slack == 10'000 / 2 * 2);
  }
  const SubjectTree printed = prune(tree_of("201 a 9.00\n20101 b 1.00\n"), 1);
  CHECK(printed.printed(1, 0).fen == 9'000'000);
}

TEST_CASE("a filtered node brings all below it; a node that loses parts states nothing") {
  const SubjectTree tree =
      tree_of("_ 合计 6.00\n201 a 3.00\n20101 b 1.00\n20102 c 2.00\n202 d 3.00\n");
  const SubjectTree part = filter(tree, [&](TreeNode node) { return tree.code(node) == "20102"; });
  CHECK(outline(part) == "|合计\n  201|a\n    20102|c\n");
  CHECK_FALSE(part.printed(0, 0).is_stated());
  CHECK_FALSE(part.printed(1, 0).is_stated());
  CHECK(part.printed(2, 0).fen == 2'000'000);
  CHECK(filter(tree, [](TreeNode) { return true; }) == tree);
  CHECK(filter(tree, [&](TreeNode node) { return tree.level(node) == 1; }) == tree);
  CHECK(filter(tree, [](TreeNode) { return false; }).size() == 1);
  CHECK(select(tree, [&](TreeNode node) { return tree.is_leaf(node); }) ==
        std::vector<TreeNode>{2, 3, 4});
}
