// SPDX-License-Identifier: Apache-2.0
#include <doctest/doctest.h>
#include <budget/subject/rollup.hpp>

#include <limits>
#include <string>
#include <vector>

#include "amount/random.hpp"
#include "subject/trees.hpp"

using namespace budget;
using budget_test::Random;
using budget_test::tree_of;

namespace {

constexpr std::int64_t most = std::numeric_limits<std::int64_t>::max();
constexpr std::int64_t least = std::numeric_limits<std::int64_t>::min();

Int128 searched_sum(const SubjectTree& tree, TreeNode node, std::size_t column) {
  if (tree.is_leaf(node)) return tree.printed(node, column).fen;
  Int128 sum = 0;
  for (const TreeNode part : tree.children(node)) sum += searched_sum(tree, part, column);
  return sum;
}

SubjectTree random_tree(Random& random, std::int32_t rows, std::int64_t magnitude) {
  std::vector<std::int32_t> parents;
  std::vector<std::int64_t> a, b;
  for (std::int32_t row = 0; row < rows; ++row) {
    parents.push_back(static_cast<std::int32_t>(random.between(-1, row - 1)));
    a.push_back(random.between(-magnitude, magnitude));
    b.push_back(random.between(0, 9));
  }
  return tree_from_parent_rows({{}, {}, {{"a", FigureColumn(a)}, {"b", FigureColumn(b)}}}, parents);
}

}  // namespace

TEST_CASE("every sum is that of the leaves below") {
  Random random(1);
  for (const std::int64_t magnitude : {std::int64_t{1000}, most / 300}) {
    for (std::int32_t rows = 0; rows < 120; ++rows) {
      const SubjectTree tree = random_tree(random, rows, magnitude);
      const Rollup rollup(tree);
      for (TreeNode node = 0; node < tree.size(); ++node) {
        for (std::size_t column = 0; column < 2; ++column)
          CHECK(rollup.computed(node, column).fen() == searched_sum(tree, node, column));
      }
    }
  }
}

TEST_CASE("only a sum that itself leaves 64 bits overflows, and the node is named") {
  const std::vector<std::string_view> codes{"20101", "20102", "20103"};
  const auto tree = [&](std::vector<std::int64_t> fen) {
    return tree_from_codes({codes, {}, {{"合计", FigureColumn(std::move(fen))}}},
                           CodeScheme::subject);
  };
  CHECK(Rollup(tree({most, most, least})).computed(1, 0).fen() == most - 1);
  CHECK(Rollup(tree({least, 0, 0})).computed(1, 0).fen() == least);
  try {
    Rollup(tree({most, 1, 0}));
    FAIL("no overflow");
  } catch (const OverflowError& error) {
    CHECK(error.operation() == "sum");
    CHECK(error.left() == "201");
    CHECK(error.right() == "合计");
  }
}

TEST_CASE("an amount is what is printed, else what is computed") {
  const SubjectTree tree = tree_of("201 a 9.00\n20101 b 1.00\n20102 c 2.00\n20205 d 4.00\n");
  const Rollup rollup(tree);
  CHECK(rollup.amount(1, 0) == Money::of_yuan(90'000));
  CHECK(rollup.computed(1, 0) == Money::of_yuan(30'000));
  CHECK(rollup.amount(4, 0) == Money::of_yuan(40'000));
  CHECK(rollup.computed(0, 0) == Money::of_yuan(70'000));
}
