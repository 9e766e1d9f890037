// SPDX-License-Identifier: Apache-2.0
// Allocation: a total split in proportion to weights, so that the parts add to it to the 分.
// Every part but the one or few that take the rest is exact, rounded toward zero.
#pragma once

#include <budget/amount/decimal.hpp>
#include <budget/amount/money.hpp>
#include <budget/amount/ratio.hpp>
#include <budget/amount/scaled_division.hpp>
#include <budget/base/checked.hpp>
#include <budget/base/error.hpp>
#include <budget/base/order.hpp>

#include <concepts>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <utility>
#include <vector>

namespace budget::inline v1 {

/// Who takes the 分 that are left when every part has been rounded toward zero.
enum class Rest : std::uint8_t {
  largest_remainder,  ///< one each to the parts that lost most; of equal ones the earlier goes first
  first,              ///< all of it to the first part whose weight is not zero
  last,               ///< all of it to the last part whose weight is not zero
};

/// What weights may be: exact numbers or amounts.
template <class T>
concept ExactWeight =
    WholeNumber<T> || std::same_as<T, Decimal> || std::same_as<T, Ratio> || std::same_as<T, Money>;

/// A vector, array or span of weights.
template <class T>
concept ExactWeights = requires(const T& weights) {
  requires ExactWeight<typename decltype(std::span(weights))::value_type>;
};

/// Splits `total` in proportion to the weights; the parts, in the order of the weights, add to the
/// total exactly. A weight of zero gets nothing, and a negative total is split as its magnitude.
///
/// Throws WeightError: "amount.weights_missing" for none, "amount.weights_negative" naming the first
/// negative one, "amount.weights_zero" where all are zero; and OverflowError where the weights,
/// brought to one denominator, or their sum need more than 127 bits. O(n).
template <ExactWeights Weights>
[[nodiscard]] std::vector<Money> allocate(Money total, const Weights& weights,
                                          Rest rest = Rest::largest_remainder);

// ---- details ----

namespace detail {

[[noreturn, gnu::cold]] inline void raise_weights_overflow(Money total) {
  raise(OverflowError("amount.overflow", "allocate", to_string(total), "weights"));
}

// Numerator and denominator of a weight.
template <ExactWeight W>
constexpr std::pair<Int128, Int128> fraction_of(const W& weight) noexcept {
  if constexpr (std::same_as<W, Ratio>) {
    return {weight.numerator(), weight.denominator()};
  } else if constexpr (std::same_as<W, Decimal>) {
    const Decimal least = weight.trimmed();
    return {least.coefficient(), power_of_ten(least.scale())};
  } else if constexpr (std::same_as<W, Money>) {
    return {weight.fen(), 1};
  } else {
    return {weight, 1};
  }
}

template <ExactWeight W>
void check_weights(std::span<const W> weights) {
  if (weights.empty())
    raise(WeightError("amount.weights_missing", {"没有权数", "there are no weights"}, {}));
  bool any = false;
  for (std::size_t i = 0; i < weights.size(); ++i) {
    const Int128 numerator = fraction_of(weights[i]).first;
    if (numerator < 0)
      raise(WeightError("amount.weights_negative",
                        {"第 " + std::to_string(i + 1) + " 个权数为负",
                         "weight " + std::to_string(i + 1) + " is negative"},
                        i));
    any = any || numerator != 0;
  }
  if (!any) raise(WeightError("amount.weights_zero", {"权数全部为零", "all weights are zero"}, {}));
}

// The least number that all denominators divide, or nothing beyond 127 bits.
template <ExactWeight W>
constexpr std::optional<Int128> common_denominator(std::span<const W> weights) noexcept {
  Int128 common = 1;
  for (const W& weight : weights) {
    const Int128 denominator = fraction_of(weight).second;
    if (common % denominator == 0) continue;
    const UInt128 shared = greatest_common_divisor(magnitude(common), magnitude(denominator));
    const auto next = checked_multiply(common, denominator / static_cast<Int128>(shared));
    if (!next) return std::nullopt;
    common = *next;
  }
  return common;
}

// Gives `missing` steps, one each, to the largest remainders.
inline void give_to_largest(std::vector<UInt128>& parts, const std::vector<UInt128>& remainders,
                            std::size_t missing) {
  const auto order = ordered(
      parts.size(), [&](std::size_t a, std::size_t b) { return remainders[a] > remainders[b]; });
  for (std::size_t i = 0; i < missing; ++i) ++parts[order[i]];
}

template <ExactWeight W>
std::vector<Money> allocated(Money total, std::span<const W> weights, Rest rest) {
  check_weights(weights);
  const auto common = common_denominator(weights);
  if (!common) raise_weights_overflow(total);
  std::vector<UInt128> parts(weights.size());  // the weights in whole numbers, then the parts
  Int128 sum = 0;
  for (std::size_t i = 0; i < weights.size(); ++i) {
    const auto [numerator, denominator] = fraction_of(weights[i]);
    const auto weight = checked_multiply(numerator, *common / denominator);
    const auto next = weight ? checked_add(sum, *weight) : weight;
    if (!next) raise_weights_overflow(total);
    parts[i] = static_cast<UInt128>(*weight);
    sum = *next;
  }

  const auto amount = static_cast<std::uint64_t>(magnitude(total.fen()));
  const auto whole = static_cast<UInt128>(sum);
  std::vector<UInt128> remainders(parts.size());
  UInt128 missing = amount;
  std::size_t first = parts.size(), last = 0;  // of the weights that are not zero
  for (std::size_t i = 0; i < parts.size(); ++i) {
    if (parts[i] == 0) continue;
    if (first == parts.size()) first = i;
    last = i;
    // A single weight that is the whole takes all; multiply_divide wants less than the whole.
    const DivisionResult share =
        parts[i] == whole ? DivisionResult{amount, 0} : multiply_divide(amount, parts[i], whole);
    parts[i] = share.quotient;
    remainders[i] = share.remainder;
    missing -= share.quotient;
  }
  switch (rest) {
    case Rest::largest_remainder:
      // The remainders add to `missing` wholes and each is less than one: fewer than the parts.
      if (missing != 0) give_to_largest(parts, remainders, static_cast<std::size_t>(missing));
      break;
    case Rest::first: parts[first] += missing; break;
    case Rest::last: parts[last] += missing; break;
  }

  std::vector<Money> result;
  result.reserve(parts.size());
  for (const UInt128 part : parts) {
    const auto fen = static_cast<Int128>(part);  // at most 2^63, and that only for the least total
    result.push_back(Money::of_fen(static_cast<std::int64_t>(total.is_negative() ? -fen : fen)));
  }
  return result;
}

}  // namespace detail

template <ExactWeights Weights>
std::vector<Money> allocate(Money total, const Weights& weights, Rest rest) {
  using Weight = typename decltype(std::span(weights))::value_type;
  return detail::allocated(total, std::span<const Weight>(weights), rest);
}

}  // namespace budget::inline v1
