// SPDX-License-Identifier: Apache-2.0
#include <budget/base/order.hpp>

#include <doctest/doctest.h>

#include <algorithm>
#include <cstddef>
#include <random>
#include <utility>
#include <vector>

using namespace budget;

TEST_CASE("a sort is that of std::stable_sort, of any length and of few or many values") {
  std::mt19937 random(20241);
  for (std::size_t size = 0; size < 70; ++size) {
    for (const int most : {0, 1, 3, 1000}) {
      std::uniform_int_distribution<int> value(0, most);
      std::vector<std::pair<int, std::size_t>> items;
      for (std::size_t i = 0; i < size; ++i) items.emplace_back(value(random), i);
      auto expected = items;
      const auto before = [](const auto& a, const auto& b) { return a.first < b.first; };
      std::stable_sort(expected.begin(), expected.end(), before);
      detail::sort_items(items, before);
      CHECK(items == expected);
    }
  }
}

TEST_CASE("rows that stand in order, or in reverse, come out in order") {
  for (const std::size_t size : {1U, 2U, 5U, 64U, 1000U}) {
    const auto up = detail::ordered(size, [](std::size_t a, std::size_t b) { return a < b; });
    const auto down = detail::ordered(size, [](std::size_t a, std::size_t b) { return a > b; });
    const auto alike = detail::ordered(size, [](std::size_t, std::size_t) { return false; });
    CHECK(up.front() == 0);
    CHECK(up.back() == size - 1);
    CHECK(down.front() == size - 1);
    CHECK(down.back() == 0);
    CHECK(alike == up);
  }
  CHECK(detail::ordered(0, [](std::size_t, std::size_t) { return true; }).empty());
}

TEST_CASE("leading positions are counted from none to all") {
  for (std::size_t size = 0; size < 20; ++size) {
    for (std::size_t leading = 0; leading <= size; ++leading)
      CHECK(detail::count_leading(size, [&](std::size_t i) { return i < leading; }) == leading);
  }
}
