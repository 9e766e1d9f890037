// SPDX-License-Identifier: Apache-2.0
#include <doctest/doctest.h>
#include <budget/integration/eigen.hpp>

#include <limits>
#include <string>
#include <string_view>
#include <vector>

#include "amount/random.hpp"
#include "subject/trees.hpp"

using namespace budget;
using budget_test::Random;
using budget_test::tree_of;

TEST_CASE("matrices of money add, compare and take sums") {
  MoneyMatrix a(2, 2);
  a << Money::of_fen(1), Money::of_fen(2), Money::of_fen(3), Money::of_fen(4);
  const MoneyMatrix twice = a + a;
  CHECK(twice(1, 1) == Money::of_fen(8));
  CHECK(MoneyMatrix(twice - a) == a);
  CHECK(row_sums(a) == std::vector<Money>{Money::of_fen(3), Money::of_fen(7)});
  CHECK(column_sums(a) == std::vector<Money>{Money::of_fen(4), Money::of_fen(6)});
  CHECK(a.maxCoeff() == Money::of_fen(4));
  constexpr std::int64_t most = std::numeric_limits<std::int64_t>::max();
  MoneyMatrix large = MoneyMatrix::Constant(1, 3, Money::of_fen(most));
  CHECK_THROWS_AS(large += large.eval(), OverflowError);
  CHECK_THROWS_AS((void)row_sums(large), OverflowError);
  large(0, 1) = Money::of_fen(-most);
  CHECK(row_sums(large)[0] == Money::of_fen(most));
}

TEST_CASE("ratios solve exactly") {
  RatioMatrix a(2, 2);
  a << Ratio::of(1, 3), Ratio::of(1, 2), Ratio::of(2, 5), Ratio::of(1, 7);
  const RatioMatrix product = a * a;
  CHECK(product(0, 0) == Ratio::of(1, 9) + Ratio::of(1, 5));
}

TEST_CASE("the rollup as a matrix of zeros and ones gives the sums of the tree") {
  Random random(12);
  for (std::int32_t rows = 1; rows < 40; ++rows) {
    std::vector<std::int32_t> parents;
    std::vector<std::int64_t> fen;
    for (std::int32_t row = 0; row < rows; ++row) {
      parents.push_back(static_cast<std::int32_t>(random.between(-1, row - 1)));
      fen.push_back(random.between(-1000, 1000));
    }
    const SubjectTree tree = tree_from_parent_rows({{}, {}, {{"a", FigureColumn(fen)}}}, parents);
    const RollupMatrix matrix(tree);
    MoneyMatrix leaves(static_cast<Eigen::Index>(matrix.leaves().size()), 1);
    for (Eigen::Index i = 0; i < leaves.rows(); ++i)
      leaves(i, 0) =
          Money::of_fen(tree.printed(matrix.leaves()[static_cast<std::size_t>(i)], 0).fen);
    const MoneyMatrix sums = matrix.apply(leaves);
    const Rollup rollup(tree);
    for (TreeNode node = 0; node < tree.size(); ++node)
      CHECK(sums(node, 0) == rollup.computed(node, 0));
    for (const std::int64_t* one = matrix.incidence().valuePtr();
         one != matrix.incidence().valuePtr() + matrix.incidence().nonZeros(); ++one)
      CHECK(*one == 1);
    CHECK_THROWS_AS((void)matrix.apply(MoneyMatrix(leaves.rows() + 1, 1)), DomainError);
  }
}

TEST_CASE("years by subjects, and their shares") {
  const std::vector<LabelledTree> trees{
      {"2023", tree_of("201 一般公共服务支出 30.00\n205 教育支出 10.00\n")},
      {"2024", tree_of("205 教育支出 20.00\n_ 合计 50.00\n201 一般公共服务 30.00\n")},
      {"2025", tree_of("208 社会保障和就业支出 5.00\n")}};
  const SubjectMatrix matrix = subject_matrix(trees, 1, "a");
  CHECK(matrix.codes == std::vector<std::string>{"201", "205", "208"});
  CHECK(matrix.names[0] == "一般公共服务");
  CHECK(matrix.share(0, 1) == Ratio::of(1, 4));
  CHECK_FALSE(matrix.amounts[2][0]);
  CHECK_FALSE(matrix.share(2, 0));
  const MoneyMatrix amounts = to_matrix(matrix);
  CHECK(amounts(2, 0) == Money());
  const RatioMatrix shares = row_shares(amounts);
  CHECK(shares(1, 0) == Ratio::of(3, 5));
  CHECK(RatioMatrix(shares.rowwise().sum())(0) == Ratio(1));
  CHECK(column_shares(amounts)(0, 0) == Ratio::of(1, 2));
  CHECK_THROWS_AS((void)row_shares(MoneyMatrix::Constant(1, 2, Money())), DivisionByZero);
  CHECK_THROWS_AS((void)subject_matrix(trees, 1, "b"), LookupError);
  CHECK_THROWS_AS(
      (void)subject_matrix(
          std::vector<LabelledTree>{
              {"", tree_of("20101 x 1.00\n20101 y 1.00\n", CodeScheme::subject, Duplicates::keep)}},
          2, "a"),
      TreeError);
}
