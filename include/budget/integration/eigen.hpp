// SPDX-License-Identifier: Apache-2.0
// Eigen with exact scalars: matrices of Money and of Ratio, the rollup of a tree as a sparse matrix of
// zeros and ones, and the shares of a whole matrix. A product of two amounts does not compile here
// either. Target budget::eigen.
#pragma once

#include <budget/amount/money.hpp>
#include <budget/amount/ratio.hpp>
#include <budget/base/error.hpp>
#include <budget/subject/matrix.hpp>
#include <budget/subject/rollup.hpp>
#include <budget/subject/tree.hpp>

#include <Eigen/Core>
#include <Eigen/SparseCore>

#include <cstdint>
#include <string>
#include <type_traits>
#include <vector>

namespace budget::inline v1::detail {

// What Eigen needs to know of every exact scalar.
template <class Scalar>
struct ExactTraits {
  using Real = Scalar;
  using NonInteger = Scalar;
  using Nested = Scalar;
  using Literal = Scalar;
  enum { IsComplex = 0, IsSigned = 1, RequireInitialization = 1 };
  static Scalar epsilon() { return {}; }          // no difference is too small
  static Scalar dummy_precision() { return {}; }  // none is forgiven
  static int digits10() { return 0; }             // nothing to be rounded in print
};

}  // namespace budget::inline v1::detail

/// What Eigen needs to know of an amount: exact, signed, added and compared, never multiplied.
template <>
struct Eigen::NumTraits<budget::Money> : budget::detail::ExactTraits<budget::Money> {
  enum { IsInteger = 1, ReadCost = 1, AddCost = 2, MulCost = Eigen::HugeCost };
  static budget::Money highest() { return budget::Money::of_fen(INT64_MAX); }  ///< greatest
  static budget::Money lowest() { return budget::Money::of_fen(INT64_MIN); }   ///< least
};

/// What Eigen needs to know of an exact fraction: a field without a least positive value.
template <>
struct Eigen::NumTraits<budget::Ratio> : budget::detail::ExactTraits<budget::Ratio> {
  enum { IsInteger = 0, ReadCost = 4, AddCost = 60, MulCost = 60 };
};

namespace budget::inline v1 {

/// Amounts by row and column: addition, subtraction, comparison, blocks, least and greatest. Eigen's
/// own sum() and Zero() need a Money from a bare number and do not compile: use the sums below and
/// Constant(rows, columns, Money()).
using MoneyMatrix = Eigen::Matrix<Money, Eigen::Dynamic, Eigen::Dynamic>;
/// Exact fractions by row and column.
using RatioMatrix = Eigen::Matrix<Ratio, Eigen::Dynamic, Eigen::Dynamic>;

/// Years by subjects; what is not there is no money.
[[nodiscard]] inline MoneyMatrix to_matrix(const SubjectMatrix& matrix);
/// Nodes by columns: what is printed, 0 where nothing is.
[[nodiscard]] inline MoneyMatrix to_matrix(const SubjectTree& tree);

/// Which leaf lies below which node: nodes by leaves, 1 or 0.
class RollupMatrix {
 public:
  using Incidence = Eigen::SparseMatrix<std::int64_t, Eigen::RowMajor>;  ///< of zeros and ones

  /// The rollup of a tree. O(sum of the depths of its leaves) time and memory.
  explicit RollupMatrix(const SubjectTree& tree);

  [[nodiscard]] const Incidence& incidence() const noexcept { return incidence_; }
  /// The leaves, in the order of the columns.
  [[nodiscard]] const std::vector<TreeNode>& leaves() const noexcept { return leaves_; }
  /// Nodes by columns from leaves by columns: every node's sum. Throws OverflowError only where a
  /// sum itself leaves 64 bits, DomainError for another number of rows than there are leaves.
  [[nodiscard]] MoneyMatrix apply(const MoneyMatrix& leaf_amounts) const;

 private:
  Incidence incidence_;
  std::vector<TreeNode> leaves_;
};

/// The sum of each row. Throws OverflowError only where the sum itself leaves 64 bits.
[[nodiscard]] inline std::vector<Money> row_sums(const MoneyMatrix& amounts);
/// The sum of each column; as row_sums.
[[nodiscard]] inline std::vector<Money> column_sums(const MoneyMatrix& amounts);

/// Every amount by the sum of its row. Throws DivisionByZero for a row that adds to 0, OverflowError.
[[nodiscard]] inline RatioMatrix row_shares(const MoneyMatrix& amounts);
/// Every amount by the sum of its column; as row_shares.
[[nodiscard]] inline RatioMatrix column_shares(const MoneyMatrix& amounts);

// ---- details ----

inline MoneyMatrix to_matrix(const SubjectMatrix& matrix) {
  MoneyMatrix result(static_cast<Eigen::Index>(matrix.rows.size()),
                     static_cast<Eigen::Index>(matrix.codes.size()));
  for (Eigen::Index row = 0; row < result.rows(); ++row) {
    for (Eigen::Index column = 0; column < result.cols(); ++column)
      result(row, column) =
          matrix.amounts[static_cast<std::size_t>(row)][static_cast<std::size_t>(column)].value_or(
              Money());
  }
  return result;
}

inline MoneyMatrix to_matrix(const SubjectTree& tree) {
  MoneyMatrix result(tree.size(), static_cast<Eigen::Index>(tree.columns().size()));
  for (Eigen::Index column = 0; column < result.cols(); ++column) {
    for (TreeNode node = 0; node < tree.size(); ++node)
      result(node, column) =
          Money::of_fen(tree.printed(node, static_cast<std::size_t>(column)).fen);
  }
  return result;
}

inline RollupMatrix::RollupMatrix(const SubjectTree& tree) {
  std::vector<Eigen::Triplet<std::int64_t, Eigen::Index>> ones;
  for (TreeNode node = 0; node < tree.size(); ++node) {
    if (!tree.is_leaf(node)) continue;
    const auto column = static_cast<Eigen::Index>(leaves_.size());
    leaves_.push_back(node);
    for (TreeNode above = node; above >= 0; above = tree.parent(above))
      ones.emplace_back(above, column, 1);
  }
  incidence_.resize(tree.size(), static_cast<Eigen::Index>(leaves_.size()));
  incidence_.setFromTriplets(ones.begin(), ones.end());
}

inline MoneyMatrix RollupMatrix::apply(const MoneyMatrix& leaf_amounts) const {
  if (leaf_amounts.rows() != incidence_.cols())
    detail::raise(DomainError("integration.rows",
                              {"行数应等于末级科目数", "one row for each leaf is needed"},
                              std::to_string(leaf_amounts.rows())));
  MoneyMatrix result(incidence_.rows(), leaf_amounts.cols());
  for (Eigen::Index column = 0; column < leaf_amounts.cols(); ++column) {
    for (Eigen::Index node = 0; node < incidence_.rows(); ++node) {
      Int128 sum = 0;
      for (Incidence::InnerIterator one(incidence_, node); one; ++one)
        sum += leaf_amounts(one.col(), column).fen();
      if (sum < INT64_MIN || sum > INT64_MAX)
        detail::raise(OverflowError("amount.overflow", "rollup", "row " + std::to_string(node),
                                    "column " + std::to_string(column)));
      result(node, column) = Money::of_fen(static_cast<std::int64_t>(sum));
    }
  }
  return result;
}

inline std::vector<Money> row_sums(const MoneyMatrix& amounts) {
  std::vector<Money> sums;
  std::vector<Money> row(static_cast<std::size_t>(amounts.cols()));
  for (Eigen::Index i = 0; i < amounts.rows(); ++i) {
    for (std::size_t j = 0; j < row.size(); ++j) row[j] = amounts(i, static_cast<Eigen::Index>(j));
    sums.push_back(sum(row));
  }
  return sums;
}

inline std::vector<Money> column_sums(const MoneyMatrix& amounts) {
  return row_sums(amounts.transpose());
}

inline RatioMatrix row_shares(const MoneyMatrix& amounts) {
  const std::vector<Money> wholes = row_sums(amounts);
  RatioMatrix result(amounts.rows(), amounts.cols());
  for (Eigen::Index i = 0; i < amounts.rows(); ++i) {
    for (Eigen::Index j = 0; j < amounts.cols(); ++j)
      result(i, j) = amounts(i, j) / wholes[static_cast<std::size_t>(i)];
  }
  return result;
}

inline RatioMatrix column_shares(const MoneyMatrix& amounts) {
  return row_shares(amounts.transpose()).transpose();
}

}  // namespace budget::inline v1
