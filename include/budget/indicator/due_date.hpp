// SPDX-License-Identifier: Apache-2.0
// DueDate: when something is due, as targets say it: 每年11月底前, 每月5日前, 第二年1月上旬, 全年. A year
// that is not printed is that of the budget, which the caller knows.
#pragma once

#include <budget/base/calendar_day.hpp>

#include <cstdint>
#include <optional>
#include <string_view>

namespace budget::inline v1 {

/// A stretch of time, or how often something comes round.
enum class Period : std::uint8_t { none, day, week, month, quarter, half_year, year };

/// The part of its month, quarter or year that a date names.
enum class PartOfPeriod : std::uint8_t {
  whole,   ///< no part
  early,   ///< 初, 上旬
  middle,  ///< 中旬
  late,    ///< 下旬
  end,     ///< 底, 末
};

/// A printed date with what it leaves open: 0 where no month or day is named.
struct DueDate {
  int year = 0;                             ///< as printed, 2024; 0: the year of the budget
  int years_after = 0;                      ///< 第二年, 次年: 1
  int last_year = 0;                        ///< end of several years, 2025 in 2023-2025年; else 0
  int month = 0;                            ///< 1..12; of several, the last
  int first_month = 0;                      ///< 4 in 4-5月; else 0
  int day = 0;                              ///< 1..31
  PartOfPeriod part = PartOfPeriod::whole;  ///< 底, 上旬
  Period every = Period::none;              ///< 每年, 每月: it comes round
  bool is_before = false;                   ///< 前, 之前, 以前

  friend bool operator==(const DueDate&, const DueDate&) = default;

  /// The last day on which it is kept, for the budget of a year. Nothing for what is due every month
  /// or oftener, and for a day that does not exist (2月30日). 底前 and 月前 take the whole month in,
  /// as such targets are meant.
  [[nodiscard]] constexpr std::optional<CalendarDay> latest(int budget_year) const noexcept;
};

/// The name as in the code: "half_year".
[[nodiscard]] constexpr std::string_view symbol(Period period) noexcept {
  switch (period) {
    case Period::none: return "none";
    case Period::day: return "day";
    case Period::week: return "week";
    case Period::month: return "month";
    case Period::quarter: return "quarter";
    case Period::half_year: return "half_year";
    case Period::year: return "year";
  }
  return "";
}

// ---- details ----

constexpr std::optional<CalendarDay> DueDate::latest(int budget_year) const noexcept {
  if (every != Period::none && every != Period::year) return std::nullopt;
  const int at_year = last_year > 0 ? last_year : (year > 0 ? year : budget_year) + years_after;
  const int at_month = month > 0 ? month : 12;
  CalendarDay date{at_year, at_month, days_in_month(at_year, at_month)};
  if (day > 0)
    date.day = day;
  else if (part == PartOfPeriod::early)
    date.day = 10;
  else if (part == PartOfPeriod::middle)
    date.day = 20;
  return exists(date) ? std::optional(date) : std::nullopt;
}

}  // namespace budget::inline v1
