// SPDX-License-Identifier: Apache-2.0
#include <budget/amount/decimal.hpp>
#include <budget/amount/rounding.hpp>

#include <doctest/doctest.h>

#include <array>
#include <string_view>

using namespace budget;

TEST_CASE("each rounding at ties, beside them, and below zero") {
  using enum Rounding;
  constexpr std::array modes{half_up, half_even, half_away, up, down, floor, ceiling};
  struct Case {
    std::string_view value;
    std::array<int, 7> whole;  // in the order of `modes`
  };
  for (const auto& [value, whole] : {
           Case{"2.5", {3, 2, 3, 3, 2, 2, 3}},
           Case{"3.5", {4, 4, 4, 4, 3, 3, 4}},
           Case{"-2.5", {-2, -2, -3, -3, -2, -3, -2}},
           Case{"-3.5", {-3, -4, -4, -4, -3, -4, -3}},
           Case{"2.4", {2, 2, 2, 3, 2, 2, 3}},
           Case{"2.6", {3, 3, 3, 3, 2, 2, 3}},
           Case{"-2.4", {-2, -2, -2, -3, -2, -3, -2}},
           Case{"-2.6", {-3, -3, -3, -3, -2, -3, -2}},
           Case{"0.5", {1, 0, 1, 1, 0, 0, 1}},
           Case{"-0.5", {0, 0, -1, -1, 0, -1, 0}},
           Case{"2.0", {2, 2, 2, 2, 2, 2, 2}},
           Case{"-2.0", {-2, -2, -2, -2, -2, -2, -2}},
       }) {
    for (std::size_t i = 0; i < modes.size(); ++i) {
      const auto& shown_value = value;  // clang 14 captures no binding
      CAPTURE(shown_value);
      CAPTURE(symbol(modes[i]));
      CHECK(Decimal::parse(value).rescaled(0, modes[i]) == Decimal::of(whole[i]));
    }
  }
}
