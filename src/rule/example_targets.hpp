// SPDX-License-Identifier: Apache-2.0
// Examples of rules about tables of targets.
#pragma once

#include <budget/claim/target_obligations.hpp>
#include <budget/obligation/outcome.hpp>
#include <budget/rule/syntax.hpp>

#include <optional>

namespace budget::inline v1::detail::rules {

/// Whether a demand is tried on one indicator: 质量指标 软件正常使用率 ≥95%, and the year's target behind
/// that of the period where it has both.
[[nodiscard]] bool is_of_indicator(TargetDemand) noexcept;

/// Whether an example is written so.
[[nodiscard]] bool is_indicator(const Example&);

/// What the demand finds of the indicator: exact or violated; nothing where it does not speak of it.
[[nodiscard]] std::optional<Status> run_indicator(TargetDemand, const Example&);

}  // namespace budget::inline v1::detail::rules
