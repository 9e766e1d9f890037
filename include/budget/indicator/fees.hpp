// SPDX-License-Identifier: Apache-2.0
// Fees: what a tariff in a target asks for an amount of money: rates by size (tiers), and a share of
// an amount with a sum for each item. Exact; rounded to 分 once, by name.
#pragma once

#include <budget/amount/money.hpp>
#include <budget/amount/range.hpp>
#include <budget/amount/ratio.hpp>
#include <budget/base/error.hpp>
#include <budget/base/order.hpp>
#include <budget/indicator/quantity.hpp>

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace budget::inline v1 {

/// A rate for amounts of a size: 500＜工程费用≤2000，按0.3%.
struct Tier {
  Range<Ratio> amounts;  ///< in 元
  Ratio rate;            ///< 0.3% is 3/1000
};

/// What each tier's rate is taken of.
enum class TierMode : std::uint8_t {
  marginal,      ///< of the part of the amount that lies in the tier (差额定率累进)
  whole_amount,  ///< of the whole amount, by the tier that it lies in
};

/// The name as in the code: "marginal".
[[nodiscard]] constexpr std::string_view symbol(TierMode mode) noexcept {
  return mode == TierMode::marginal ? "marginal" : "whole_amount";
}

/// Amounts of money that no tier, or more than one tier, has a rate for.
struct TierDefects {
  std::vector<Range<Ratio>> gaps;      ///< in 元, between the lowest and the highest amount named
  std::vector<Range<Ratio>> overlaps;  ///< in 元
};

/// The gaps and overlaps of tiers in any order.
[[nodiscard]] inline TierDefects find_tier_defects(std::span<const Tier> tiers);

/// The fee for an amount, exact, in 元. Throws DomainError ("indicator.tiers") where the amount, or
/// for `marginal` a part of it above 0, has no rate or two; OverflowError.
[[nodiscard]] inline Ratio exact_fee(std::span<const Tier> tiers, Money amount, TierMode mode);
/// Same, rounded to whole 分.
[[nodiscard]] inline Money fee(std::span<const Tier> tiers, Money amount, TierMode mode,
                               Rounding rounding);

/// A share of a volume and a sum for each item: 资金量的0.05‰标准和每笔10元.
struct Fee {
  std::string scope;                 ///< what it is for, as printed: 财政直接支付
  std::optional<Ratio> rate;         ///< share of the volume
  std::optional<Quantity> per_item;  ///< 10元/笔
};

/// The fee for a volume of money in a number of items, exact, in 元. Throws DomainError where what it
/// takes for an item is no money; OverflowError.
[[nodiscard]] inline Ratio exact_fee(const Fee& fee, Money volume, std::int64_t items);
/// Same, rounded to whole 分.
[[nodiscard]] inline Money fee(const Fee& fee, Money volume, std::int64_t items, Rounding rounding);

// ---- details ----

namespace detail {

inline std::vector<Tier> by_size(std::span<const Tier> tiers) {
  std::vector<Tier> sorted(tiers.begin(), tiers.end());
  sort_items(sorted, [](const Tier& a, const Tier& b) {
    const auto low = [](const Tier& tier) { return tier.amounts.low().value_or(Ratio()); };
    return low(a) < low(b);
  });
  return sorted;
}

constexpr Bound other_side(Bound bound) noexcept {
  return bound == Bound::closed ? Bound::open : Bound::closed;
}

[[noreturn, gnu::cold]] inline void raise_tiers(Money amount) {
  const std::string text = to_string(amount);
  raise(DomainError("indicator.tiers",
                    {"金额 " + text + " 没有唯一的费率", "no single rate applies to " + text},
                    text));
}

}  // namespace detail

inline TierDefects find_tier_defects(std::span<const Tier> tiers) {
  TierDefects defects;
  const std::vector<Tier> sorted = detail::by_size(tiers);
  for (std::size_t i = 0; i < sorted.size(); ++i) {
    for (std::size_t j = i + 1; j < sorted.size(); ++j) {
      const Range<Ratio> both = intersect(sorted[i].amounts, sorted[j].amounts);
      if (!both.is_empty()) defects.overlaps.push_back(both);
    }
  }
  // A gap begins where the highest end so far is followed by a higher beginning.
  for (std::size_t i = 0; i + 1 < sorted.size(); ++i) {
    const auto next_low = sorted[i + 1].amounts.low();
    if (!next_low) continue;
    std::optional<Ratio> reach;
    Bound bound = Bound::open;
    bool endless = false;
    for (std::size_t j = 0; j <= i; ++j) {
      const auto high = sorted[j].amounts.high();
      if (!high) {
        endless = true;
      } else if (!reach || *high > *reach ||
                 (*high == *reach && sorted[j].amounts.high_bound() == Bound::closed)) {
        reach = high;
        bound = sorted[j].amounts.high_bound();
      }
    }
    if (endless || !reach || *reach > *next_low) continue;
    const Range<Ratio> between(*reach, detail::other_side(bound), *next_low,
                               detail::other_side(sorted[i + 1].amounts.low_bound()));
    if (!between.is_empty()) defects.gaps.push_back(between);
  }
  return defects;
}

inline Ratio exact_fee(std::span<const Tier> tiers, Money amount, TierMode mode) {
  const Ratio yuan = Ratio::of(amount.fen(), 100);
  if (mode == TierMode::whole_amount) {
    const Tier* found = nullptr;
    for (const Tier& tier : tiers) {
      if (!tier.amounts.contains(yuan)) continue;
      if (found) detail::raise_tiers(amount);
      found = &tier;
    }
    if (!found) detail::raise_tiers(amount);
    return yuan * found->rate;
  }
  if (amount.is_negative()) detail::raise_tiers(amount);
  const Range<Ratio> needed(Ratio(), Bound::open, yuan, Bound::closed);
  Ratio total, covered;
  std::vector<Tier> within;
  for (const Tier& tier : tiers) {
    const Range<Ratio> part = intersect(tier.amounts, needed);
    if (part.is_empty()) continue;
    const Ratio size = *part.high() - *part.low();
    total += size * tier.rate;
    covered += size;
    within.push_back({part, tier.rate});
  }
  if (covered != yuan || !find_tier_defects(within).overlaps.empty()) detail::raise_tiers(amount);
  return total;
}

inline Money fee(std::span<const Tier> tiers, Money amount, TierMode mode, Rounding rounding) {
  return Money::of(exact_fee(tiers, amount, mode).to_decimal(2, rounding), Unit::yuan);
}

inline Ratio exact_fee(const Fee& fee, Money volume, std::int64_t items) {
  Ratio total;
  if (fee.rate) total += Ratio::of(volume.fen(), 100) * *fee.rate;
  if (fee.per_item) {
    const Measure item = Measure::of("元") / fee.per_item->measure();  // 笔 of 10元/笔
    for (const MeasureFactor& factor : item.factors()) {
      if (factor.unit == "元") detail::raise_measures(Measure::of("元"), fee.per_item->measure());
    }
    total += fee.per_item->value() * Ratio::of(items);
  }
  return total;
}

inline Money fee(const Fee& fee, Money volume, std::int64_t items, Rounding rounding) {
  return Money::of(exact_fee(fee, volume, items).to_decimal(2, rounding), Unit::yuan);
}

}  // namespace budget::inline v1
