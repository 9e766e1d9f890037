// SPDX-License-Identifier: Apache-2.0
// CalendarDay: a day of the Gregorian calendar. What std::chrono::year_month_day is, without <chrono>,
// which alone takes as long to compile as amounts and figures together.
#pragma once

#include <compare>

namespace budget::inline v1 {

/// A day of the calendar. Days compare by time.
struct CalendarDay {
  int year = 1;   ///< of our era
  int month = 1;  ///< 1..12
  int day = 1;    ///< 1..31

  friend constexpr auto operator<=>(const CalendarDay&, const CalendarDay&) = default;
};

/// Number of days of a month, 0 where there is no such month.
[[nodiscard]] constexpr int days_in_month(int year, int month) noexcept {
  if (month < 1 || month > 12) return 0;
  const bool leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
  if (month == 2) return leap ? 29 : 28;
  return month == 4 || month == 6 || month == 9 || month == 11 ? 30 : 31;
}

/// Whether the calendar has the day: there is no 30 February.
[[nodiscard]] constexpr bool exists(const CalendarDay& date) noexcept {
  return date.day >= 1 && date.day <= days_in_month(date.year, date.month);
}

}  // namespace budget::inline v1
