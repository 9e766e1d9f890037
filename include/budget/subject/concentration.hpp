// SPDX-License-Identifier: Apache-2.0
// Concentration: how much of an amount stands in few of its parts.
#pragma once

#include <budget/amount/money.hpp>
#include <budget/amount/ratio.hpp>
#include <budget/base/checked.hpp>
#include <budget/base/error.hpp>
#include <budget/base/order.hpp>

#include <cstddef>
#include <optional>
#include <span>
#include <vector>

namespace budget::inline v1 {

/// The share that the `count` largest parts have in the sum of all; nothing for a sum of 0. Throws
/// OverflowError.
[[nodiscard]] inline std::optional<Ratio> top_share(std::span<const Money> parts,
                                                    std::size_t count);

/// The Herfindahl–Hirschman index: the sum of the squares of all shares, from 1/n (equal parts) to 1
/// (one part); nothing for a sum of 0. Throws OverflowError.
[[nodiscard]] inline std::optional<Ratio> herfindahl(std::span<const Money> parts);

// ---- details ----

inline std::optional<Ratio> top_share(std::span<const Money> parts, std::size_t count) {
  const Money total = sum(parts);
  if (total.is_zero()) return std::nullopt;
  const auto order = detail::ordered(
      parts.size(), [&](std::size_t a, std::size_t b) { return parts[b] < parts[a]; });
  std::vector<Money> top;
  for (std::size_t i = 0; i < order.size() && i < count; ++i) top.push_back(parts[order[i]]);
  return sum(top) / total;
}

inline std::optional<Ratio> herfindahl(std::span<const Money> parts) {
  const Money total = sum(parts);
  if (total.is_zero()) return std::nullopt;
  std::optional<Int128> squares = Int128{0};
  for (const Money part : parts) {
    const auto square = checked_multiply(Int128{part.fen()}, Int128{part.fen()});
    squares = square && squares ? checked_add(*squares, *square) : std::nullopt;
  }
  if (!squares)
    detail::raise(OverflowError("amount.overflow", "herfindahl",
                                std::to_string(parts.size()) + " amounts", to_string(total)));
  return Ratio::of(*squares, Int128{total.fen()} * total.fen());
}

}  // namespace budget::inline v1
