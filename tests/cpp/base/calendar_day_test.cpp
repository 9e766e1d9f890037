// SPDX-License-Identifier: Apache-2.0
#include <doctest/doctest.h>
#include <budget/base/calendar_day.hpp>

#include <chrono>

using namespace budget;

TEST_CASE("days are those of the standard library") {
  for (int year = 1896; year <= 2104; ++year) {
    for (int month = 0; month <= 13; ++month) {
      const auto first = std::chrono::year(year) / std::chrono::month(static_cast<unsigned>(month));
      const int days =
          first.ok() ? static_cast<int>(static_cast<unsigned>((first / std::chrono::last).day()))
                     : 0;
      CHECK(days_in_month(year, month) == days);
      for (int day = 0; day <= 32; ++day) {
        const auto date = first / std::chrono::day(static_cast<unsigned>(day));
        if (exists({year, month, day}) != date.ok()) FAIL_CHECK(year, "-", month, "-", day);
      }
    }
  }
}

TEST_CASE("days compare by time") {
  CHECK(CalendarDay{2024, 2, 29} < CalendarDay{2024, 3, 1});
  CHECK(CalendarDay{2023, 12, 31} < CalendarDay{2024, 1, 1});
  CHECK(CalendarDay{2024, 5, 6} == CalendarDay{2024, 5, 6});
  CHECK_FALSE(exists({2023, 2, 29}));
}
