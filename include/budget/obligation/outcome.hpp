// SPDX-License-Identifier: Apache-2.0
// Outcome: what the judge found of one obligation.
#pragma once

#include <budget/amount/decimal.hpp>
#include <budget/amount/interval.hpp>
#include <budget/amount/ratio.hpp>
#include <budget/obligation/obligation.hpp>

#include <optional>

namespace budget::inline v1 {

/// The six outcomes. Only exact and rounding mean that something was checked and holds.
enum class Status : std::uint8_t {
  exact,
  rounding,
  violated,
  not_applicable,
  not_read,
  not_decided
};
[[nodiscard]] std::string_view to_string(Status) noexcept;

/// The outcome of an obligation with the arithmetic that led to it. Intervals and printed sums are in
/// 元 where every unit is known (in_yuan), else in the one unknown unit of the table.
struct Outcome {
  Status status = Status::not_decided;
  Undecided why = Undecided::none;
  bool in_yuan = true;
  std::optional<Decimal> left_printed;  ///< sum of the figures as printed
  std::optional<Decimal> right_printed;
  std::optional<Interval<Decimal>> left;  ///< amounts that the side can stand for
  std::optional<Interval<Decimal>> right;
  std::optional<Ratio> strain;  ///< rounding only: share of the slack that is used, 0..1
  bool same_digits_demanded =
      false;  ///< violated as a restatement: equal units and decimals, other digits
  bool unstated_total = false;     ///< total blank while its parts are not zero: a warning
  bool unlikely_rounding = false;  ///< beyond five standard deviations of uniform rounding: a note
  bool only_if_zeros_cut = false;  ///< violated only if trailing zeros were cut: a warning
};

}  // namespace budget::inline v1
