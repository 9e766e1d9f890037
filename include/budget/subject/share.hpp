// SPDX-License-Identifier: Apache-2.0
// Shares: which part of the total, or of the node above, every node of a tree is. Exact, and as it
// would be printed: each share rounded, or so that what stands below one node adds up.
#pragma once

#include <budget/amount/decimal.hpp>
#include <budget/amount/money.hpp>
#include <budget/amount/ratio.hpp>
#include <budget/base/error.hpp>
#include <budget/base/order.hpp>
#include <budget/subject/rollup.hpp>
#include <budget/subject/tree.hpp>

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace budget::inline v1 {

/// What a share is a share of.
enum class ShareOf : std::uint8_t { root, parent };

/// How shares lose their digits.
enum class ShareMethod : std::uint8_t {
  rounded,            ///< each on its own, half up: they may add to 99.99 or 100.01
  largest_remainder,  ///< rounded down, the missing steps given to the largest remainders
};

/// Shares of `whole` in percent with `decimals` after the point. By largest remainder they add to the
/// rounded share of the sum of the parts: to exactly 100 where the parts add to `whole`; of equal
/// remainders the earlier part goes first, and parts may be negative. Throws DivisionByZero for a
/// whole of 0, DomainError for decimals outside 0..16. O(n log n).
[[nodiscard]] inline std::vector<Decimal> percentages(std::span<const Money> parts, Money whole,
                                                      int decimals, ShareMethod method);

/// What to ask for.
struct ShareOptions {
  std::optional<int> level = std::nullopt;  ///< nodes of this level; nothing: of all but the total
  ShareOf of = ShareOf::root;
  int decimals = 2;
  ShareMethod method = ShareMethod::rounded;
};

/// A node's share. Amounts are what is printed, else the sum of the leaves below.
struct Share {
  TreeNode node = 0;
  Money part, whole;
  std::optional<Ratio> ratio;      ///< part / whole; nothing for a whole of 0
  std::optional<Decimal> percent;  ///< by the method asked for
  std::optional<Decimal> rounded;  ///< rounded on its own

  /// Whether making the shares add up has changed this one.
  [[nodiscard]] bool is_adjusted() const noexcept { return percent != rounded; }
};

/// The shares of a column, nodes in order; those that stand below one node (or, of the root, at one
/// level) are printed together. Throws as percentages, and OverflowError.
[[nodiscard]] inline std::vector<Share> shares(const Rollup& rollup, std::size_t column,
                                               const ShareOptions& options = {});

// ---- details ----

namespace detail {

struct PercentStep {
  Int128 whole = 0;      // steps of the last digit, rounded down
  Int128 remainder = 0;  // of the division by the total
};

// value · scale / total rounded down, for total > 0.
constexpr PercentStep percent_step(Int128 value, Int128 scale, Int128 total) noexcept {
  const Int128 product = value * scale;
  PercentStep step{product / total, product % total};
  if (step.remainder < 0) step = {step.whole - 1, step.remainder + total};
  return step;
}

constexpr Int128 half_up(const PercentStep& step, Int128 total) noexcept {
  return step.whole + (step.remainder * 2 >= total ? 1 : 0);
}

inline void check_decimals(int decimals) {
  constexpr int most = 16;  // 2^63 · 10^18 stays below 2^127
  if (decimals < 0 || decimals > most)
    raise(DomainError("subject.share.decimals",
                      {"小数位数必须在 0 到 16 之间", "digits after the point must be 0 to 16"},
                      std::to_string(decimals)));
}

}  // namespace detail

inline std::vector<Decimal> percentages(std::span<const Money> parts, Money whole, int decimals,
                                        ShareMethod method) {
  detail::check_decimals(decimals);
  if (whole.is_zero()) detail::raise(DivisionByZero("100%"));
  const Int128 sign = whole.is_negative() ? -1 : 1;
  const Int128 total = sign * whole.fen();
  const Int128 scale = detail::power_of_ten(decimals + 2);
  std::vector<detail::PercentStep> steps;
  for (const Money part : parts)
    steps.push_back(detail::percent_step(sign * part.fen(), scale, total));
  std::vector<Int128> printed;
  if (method == ShareMethod::rounded) {
    for (const auto& step : steps) printed.push_back(detail::half_up(step, total));
  } else {
    // The remainders of all parts make up whole steps, fewer than there are parts.
    Int128 remainders = 0;
    for (const auto& step : steps) {
      printed.push_back(step.whole);
      remainders += step.remainder;
    }
    const Int128 missing = remainders / total + (remainders % total * 2 >= total ? 1 : 0);
    const auto order = detail::ordered(steps.size(), [&](std::size_t a, std::size_t b) {
      return steps[a].remainder > steps[b].remainder;
    });
    for (std::size_t i = 0; static_cast<Int128>(i) < missing; ++i) ++printed[order[i]];
  }
  std::vector<Decimal> result;
  for (const Int128 value : printed) result.push_back(Decimal::scaled(value, decimals));
  return result;
}

inline std::vector<Share> shares(const Rollup& rollup, std::size_t column,
                                 const ShareOptions& options) {
  detail::check_decimals(options.decimals);
  const SubjectTree& tree = rollup.tree();
  // Nodes that are printed together, by what they are shares of and their level.
  struct Member {
    TreeNode above;
    int level;
    TreeNode node;
  };
  std::vector<Member> members;
  for (TreeNode node = 1; node < tree.size(); ++node) {
    if (options.level && tree.level(node) != *options.level) continue;
    members.push_back(
        {options.of == ShareOf::root ? 0 : tree.parent(node), tree.level(node), node});
  }
  detail::sort_items(members, [](const Member& a, const Member& b) {
    return a.above != b.above ? a.above < b.above : a.level < b.level;
  });
  std::vector<Share> result;
  for (std::size_t begin = 0, end = 0; begin < members.size(); begin = end) {
    const Money whole = rollup.amount(members[begin].above, column);
    std::vector<Money> parts;
    for (; end < members.size() && members[end].above == members[begin].above &&
           members[end].level == members[begin].level;
         ++end)
      parts.push_back(rollup.amount(members[end].node, column));
    const bool defined = !whole.is_zero();
    const auto plain = defined ? percentages(parts, whole, options.decimals, ShareMethod::rounded)
                               : std::vector<Decimal>();
    const auto asked = defined && options.method != ShareMethod::rounded
                           ? percentages(parts, whole, options.decimals, options.method)
                           : plain;
    for (std::size_t i = 0; i < parts.size(); ++i) {
      Share share{members[begin + i].node, parts[i], whole, {}, {}, {}};
      if (defined) {
        share.ratio = parts[i] / whole;
        share.percent = asked[i];
        share.rounded = plain[i];
      }
      result.push_back(share);
    }
  }
  detail::sort_items(result, [](const Share& a, const Share& b) { return a.node < b.node; });
  return result;
}

}  // namespace budget::inline v1
