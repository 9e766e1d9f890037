// SPDX-License-Identifier: Apache-2.0
// Whether the printed totals of a tree hold: every node with parts against the sum of its parts, by
// the amounts that print as those figures.
#pragma once

#include <budget/amount/interval.hpp>
#include <budget/amount/money.hpp>
#include <budget/subject/rollup.hpp>
#include <budget/subject/tree.hpp>

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

namespace budget::inline v1 {

/// How a printed total stands to its parts.
enum class TotalOutcome : std::uint8_t {
  exact,           ///< the parts add to the figure as printed
  rounding,        ///< they do not, but amounts exist that print so
  violated,        ///< no amounts exist that print so
  not_applicable,  ///< the node states no amount
};

/// "exact", "rounding", "violated", "not_applicable".
[[nodiscard]] constexpr std::string_view to_string(TotalOutcome outcome) noexcept;

/// One total against its parts. A part counts as it is printed; one that states nothing counts with
/// the sum of its own parts, or 0 where it has none.
struct TotalCheck {
  TreeNode node = 0;
  std::size_t column = 0;
  PrintedAmount printed;
  Money computed;           ///< sum of the parts as printed
  Interval<Money> amounts;  ///< all that the parts can add to
  TotalOutcome outcome = TotalOutcome::not_applicable;
  bool only_if_zeros_cut = false;  ///< violated only if trailing zeros were cut: a warning
};

/// Checks every node with parts in every column, nodes in order, the total only where a row states
/// it. Throws OverflowError, naming the node. O(nodes × columns).
[[nodiscard]] inline std::vector<TotalCheck> check(const SubjectTree& tree);

// ---- details ----

constexpr std::string_view to_string(TotalOutcome outcome) noexcept {
  switch (outcome) {
    case TotalOutcome::exact: return "exact";
    case TotalOutcome::rounding: return "rounding";
    case TotalOutcome::violated: return "violated";
    case TotalOutcome::not_applicable: return "not_applicable";
  }
  return "";
}

namespace detail {

// What parts add to: the figures, their slack, and how many figures there are.
struct PartSum {
  Int128 fen = 0;
  Int128 slack = 0;
  std::int64_t figures = 0;
};

// For each inner node by its number.
inline std::vector<PartSum> part_sums(const SubjectTree& tree, std::size_t column) {
  const FigureColumn& figures = tree.columns()[column].figures;
  std::vector<PartSum> sums(tree.inner_size());
  struct Open {
    TreeNode node;
    std::size_t number;
  };
  std::vector<Open> open;
  const auto add_to = [](PartSum& sum, const PrintedAmount& figure) {
    if (!figure.is_stated()) return;
    sum.fen += figure.fen;
    sum.slack += figure.slack;
    ++sum.figures;
  };
  const auto close = [&] {
    const Open part = open.back();
    open.pop_back();
    if (open.empty()) return;
    PartSum& above = sums[open.back().number];
    const PrintedAmount printed = figures[as_index(part.node)];
    if (printed.is_stated()) return add_to(above, printed);
    const PartSum& own = sums[part.number];
    above = {above.fen + own.fen, above.slack + own.slack, above.figures + own.figures};
  };
  std::size_t number = 0;
  for (TreeNode node = 0; node < tree.size(); ++node) {
    while (!open.empty() && tree.end(open.back().node) <= node) close();
    if (!tree.is_leaf(node))
      open.push_back({node, number++});
    else if (!open.empty())
      add_to(sums[open.back().number], figures[as_index(node)]);
  }
  while (!open.empty()) close();
  return sums;
}

constexpr bool fits_fen(Int128 fen) noexcept {
  return fen >= INT64_MIN && fen <= INT64_MAX;
}

// Whether amounts exist that print as `printed` and as parts that add to `sum`. Rounding is a
// function: a single part of the same precision restates the total, and must print the same.
constexpr bool can_meet(const PrintedAmount& printed, const PartSum& sum) noexcept {
  if (printed.fen == sum.fen) return true;
  if (sum.figures == 1 && sum.slack == printed.slack) return false;
  const Int128 difference = printed.fen - sum.fen;
  return (difference < 0 ? -difference : difference) <= printed.slack + sum.slack;
}

constexpr TotalOutcome judge_total(const PrintedAmount& printed, const PartSum& sum) noexcept {
  if (!printed.is_stated()) return TotalOutcome::not_applicable;
  if (printed.fen == sum.fen) return TotalOutcome::exact;
  return can_meet(printed, sum) ? TotalOutcome::rounding : TotalOutcome::violated;
}

}  // namespace detail

inline std::vector<TotalCheck> check(const SubjectTree& tree) {
  const std::size_t columns = tree.columns().size();
  std::vector<std::vector<detail::PartSum>> sums;
  for (std::size_t column = 0; column < columns; ++column)
    sums.push_back(detail::part_sums(tree, column));
  std::vector<TotalCheck> checks;
  checks.reserve(columns * tree.inner_size());
  std::size_t number = 0;
  for (const TreeNode node : tree.inner_nodes()) {
    const std::size_t inner = number++;
    if (node == 0 && tree.row(0) < 0) continue;
    for (std::size_t column = 0; column < columns; ++column) {
      const detail::PartSum& sum = sums[column][inner];
      if (!detail::fits_fen(sum.fen - sum.slack) || !detail::fits_fen(sum.fen + sum.slack))
        detail::raise_sum_overflow(tree, node, column);
      TotalCheck line{node, column, tree.printed(node, column),
                      Money::of_fen(static_cast<std::int64_t>(sum.fen)),
                      Interval(Money::of_fen(static_cast<std::int64_t>(sum.fen - sum.slack)),
                               Money::of_fen(static_cast<std::int64_t>(sum.fen + sum.slack)))};
      line.outcome = detail::judge_total(line.printed, sum);
      if (const auto cut = tree.slack_if_zeros_cut();
          cut && line.outcome == TotalOutcome::rounding &&
          !detail::can_meet({line.printed.fen, *cut},
                            {sum.fen, Int128{*cut} * sum.figures, sum.figures})) {
        line.outcome = TotalOutcome::violated;
        line.only_if_zeros_cut = true;
      }
      checks.push_back(line);
    }
  }
  return checks;
}

}  // namespace budget::inline v1
