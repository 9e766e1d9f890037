// SPDX-License-Identifier: Apache-2.0
// Comparison of two trees: for every subject the change, its growth, what it contributed to the
// growth of the total, and how its share moved. Everything exact.
#pragma once

#include <budget/amount/money.hpp>
#include <budget/amount/ratio.hpp>
#include <budget/subject/align.hpp>
#include <budget/subject/rollup.hpp>
#include <budget/subject/tree.hpp>

#include <cstddef>
#include <optional>
#include <span>
#include <vector>

namespace budget::inline v1 {

/// One subject in one column of two trees. What is missing in a tree counts as no money there.
/// With T the total and a the subject's amount, 0 earlier and 1 later:
///   contribution = proportional + shift, and over all parts of the total they add to its growth.
struct SubjectChange {
  AlignedNode nodes;
  Money earlier, later;  ///< what is printed, else the sum of the leaves below
  Money change;          ///< later − earlier

  std::optional<Ratio> growth;         ///< change / earlier; nothing for an earlier 0
  std::optional<Ratio> contribution;   ///< change / T0: share in the growth of the total
  std::optional<Ratio> proportional;   ///< a0/T0 · (T1 − T0)/T0: had its share stayed the same
  std::optional<Ratio> shift;          ///< (a1/T1 − a0/T0) · T1/T0: because its share moved
  std::optional<Ratio> earlier_share;  ///< a0/T0; nothing for a total of 0
  std::optional<Ratio> later_share;    ///< a1/T1
  std::optional<Ratio> points;         ///< later_share − earlier_share
};

/// Compares one column of each tree, for every pair of align. Throws OverflowError.
[[nodiscard]] inline std::vector<SubjectChange> compare(const SubjectTree& earlier,
                                                        std::size_t earlier_column,
                                                        const SubjectTree& later,
                                                        std::size_t later_column,
                                                        std::span<const CodeRename> renames = {});

// ---- details ----

namespace detail {

inline std::optional<Ratio> quotient(Money part, Money whole) {
  return whole.is_zero() ? std::nullopt : std::optional(part / whole);
}

inline SubjectChange change_of(AlignedNode nodes, Money earlier, Money later, Money total_earlier,
                               Money total_later) {
  SubjectChange line{nodes, earlier, later, later - earlier, {}, {}, {}, {}, {}, {}, {}};
  line.growth = quotient(line.change, earlier);
  line.contribution = quotient(line.change, total_earlier);
  line.earlier_share = quotient(earlier, total_earlier);
  line.later_share = quotient(later, total_later);
  if (line.contribution) {
    line.proportional = *line.earlier_share * ((total_later - total_earlier) / total_earlier);
    line.shift = *line.contribution - *line.proportional;
  }
  if (line.earlier_share && line.later_share) line.points = *line.later_share - *line.earlier_share;
  return line;
}

}  // namespace detail

inline std::vector<SubjectChange> compare(const SubjectTree& earlier, std::size_t earlier_column,
                                          const SubjectTree& later, std::size_t later_column,
                                          std::span<const CodeRename> renames) {
  const Rollup before(earlier);
  const Rollup after(later);
  const auto amount = [](const Rollup& rollup, TreeNode node, std::size_t column) {
    return node < 0 ? Money() : rollup.amount(node, column);
  };
  const Money total_before = before.amount(0, earlier_column);
  const Money total_after = after.amount(0, later_column);
  std::vector<SubjectChange> lines;
  for (const AlignedNode nodes : align(earlier, later, renames))
    lines.push_back(detail::change_of(nodes, amount(before, nodes.earlier, earlier_column),
                                      amount(after, nodes.later, later_column), total_before,
                                      total_after));
  return lines;
}

}  // namespace budget::inline v1
