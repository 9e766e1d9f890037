// SPDX-License-Identifier: Apache-2.0
#include <doctest/doctest.h>
#include <budget/subject/align.hpp>
#include <budget/subject/comparison.hpp>
#include <budget/subject/concentration.hpp>
#include <budget/subject/tree_edit.hpp>

#include <limits>
#include <string>
#include <vector>

#include "amount/random.hpp"
#include "subject/trees.hpp"

using namespace budget;
using budget_test::Random;
using budget_test::tree_of;

namespace {

const char* const earlier_table =
    "201 一般公共服务支出 50.00\n20101 人大事务 20.00\n20106 财政事务 30.00\n"
    "229 其他支出 50.00\n";

}  // namespace

TEST_CASE(
    "aligning a tree with itself under other codes, told of them, pairs every node with itself") {
  Random random(6);
  for (int round = 0; round < 200; ++round) {
    std::string table;
    for (int i = 0; i < 20; ++i)
      table += "20" + std::to_string(random.between(1, 9)) + "0" +
               std::to_string(random.between(1, 9)) + " n" + std::to_string(i % 7) + " 1.00\n";
    const SubjectTree tree = tree_of(table, CodeScheme::subject, Duplicates::keep);
    std::vector<CodeRename> renames;
    for (TreeNode node = 1; node < tree.size(); ++node) {
      const std::string code(tree.code(node));
      renames.push_back({"9" + code + "9", code});
    }
    const SubjectTree renamed = recoded(tree, [&](TreeNode node) {
      return node == 0 ? "" : "9" + std::string(tree.code(node)) + "9";
    });
    for (const AlignedNode pair : align(tree, renamed, renames)) CHECK(pair.earlier == pair.later);
  }
}

TEST_CASE("a subject that moved under another class is found by its code, a new code by its name") {
  const SubjectTree before = tree_of(earlier_table);
  const SubjectTree after = tree_of(
      "201 一般公共服务支出 55.00\n20107 财政　事务 33.00\n20101 人大事务 22.00\n205 教育支出 "
      "45.00\n");
  const auto pairs = align(before, after);
  const std::vector<AlignedNode> expected{{0, 0}, {1, 1}, {2, 2}, {3, 3}, {4, -1}, {-1, 4}};
  CHECK(pairs == expected);
}

TEST_CASE("a name that two subjects share pairs nothing") {
  const auto pairs = align(tree_of("20101 a 1.00\n"), tree_of("20102 a 1.00\n20103 a 1.00\n"));
  CHECK(pairs == std::vector<AlignedNode>{{0, 0}, {1, 1}, {2, -1}, {-1, 2}, {-1, 3}});
}

TEST_CASE("change, growth, contribution and shares") {
  const SubjectTree before = tree_of(earlier_table);
  const SubjectTree after = tree_of("201 一般公共服务支出 75.00\n229 其他支出 45.00\n");
  const auto lines = compare(before, 0, after, 0);
  REQUIRE(lines.size() == 5);
  const SubjectChange& total = lines[0];
  CHECK(total.growth == Ratio::of(1, 5));
  CHECK(total.contribution == Ratio::of(1, 5));
  const SubjectChange& services = lines[1];
  CHECK(services.change == Money::of_yuan(250'000));
  CHECK(services.growth == Ratio::of(1, 2));
  CHECK(services.contribution == Ratio::of(1, 4));
  CHECK(services.proportional == Ratio::of(1, 10));
  CHECK(services.shift == Ratio::of(3, 20));
  CHECK(services.points == Ratio::of(1, 8));
  CHECK(lines[2].later == Money());  // 20101 is not printed any more
  CHECK(lines[2].nodes == AlignedNode{2, -1});
}

TEST_CASE("contributions of all classes add to the growth of the total, shifts to nothing") {
  Random random(8);
  for (int round = 0; round < 500; ++round) {
    const auto table = [&] {
      std::string text;
      for (int i = 1; i <= 6; ++i) {
        if (random.between(0, 3) > 0)
          text += "20" + std::to_string(i) + " n " + std::to_string(random.between(0, 99'999)) +
                  ".50\n";
      }
      return text + "209 n 1.00\n";
    };
    const auto lines = compare(tree_of(table()), 0, tree_of(table()), 0);
    Ratio contributions, shifts;
    for (std::size_t i = 1; i < lines.size(); ++i) {
      contributions = contributions + lines[i].contribution.value();
      shifts = shifts + lines[i].shift.value();
      CHECK(*lines[i].contribution == *lines[i].proportional + *lines[i].shift);
    }
    CHECK(contributions == lines[0].growth);
    CHECK(shifts == Ratio());
  }
}

TEST_CASE("a total of zero has no shares and no growth") {
  const auto lines = compare(tree_of("201 a 0.00\n"), 0, tree_of("201 a 1.00\n"), 0);
  CHECK_FALSE(lines[1].growth);
  CHECK_FALSE(lines[1].contribution);
  CHECK_FALSE(lines[1].points);
  CHECK(lines[1].later_share == Ratio::of(1));
}

TEST_CASE("concentration") {
  const std::vector<Money> parts{Money::of_fen(10), Money::of_fen(60), Money::of_fen(30)};
  CHECK(top_share(parts, 1) == Ratio::of(3, 5));
  CHECK(top_share(parts, 2) == Ratio::of(9, 10));
  CHECK(top_share(parts, 9) == Ratio::of(1));
  CHECK(herfindahl(parts) == Ratio::of(46, 100));
  const std::vector<Money> equal(7, Money::of_fen(3));
  CHECK(herfindahl(equal) == Ratio::of(1, 7));
  CHECK_FALSE(herfindahl(std::vector<Money>{}));
  const std::vector<Money> huge(3, Money::of_fen(std::numeric_limits<std::int64_t>::max() / 3));
  CHECK(herfindahl(huge) == Ratio::of(1, 3));
}
