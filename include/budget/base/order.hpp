// SPDX-License-Identifier: Apache-2.0
// Order: the positions of elements in the order of a test. One sort serves every type: a std::sort
// made anew for each costs compile time in every program that includes us.
#pragma once

#include <cstddef>
#include <utility>
#include <vector>

namespace budget::inline v1 {

// ---- details ----

namespace detail {

// Asks whether the element at one position stands before that at another, of any elements.
class PositionTest {
 public:
  template <class Before>
  explicit PositionTest(const Before& before) noexcept
      : before_(&before), ask_([](const void* test, std::size_t a, std::size_t b) {
          return static_cast<bool>((*static_cast<const Before*>(test))(a, b));
        }) {}
  bool operator()(std::size_t a, std::size_t b) const { return ask_(before_, a, b); }

 private:
  const void* before_;
  bool (*ask_)(const void*, std::size_t, std::size_t);
};

// Merge sort, from runs of one position upwards; none of it where the order is right already.
inline std::vector<std::size_t> positions_in_order(std::size_t size, PositionTest before) {
  std::vector<std::size_t> order(size), merged(size);
  bool sorted = true;
  for (std::size_t i = 0; i < size; ++i) {
    order[i] = i;
    sorted = sorted && (i == 0 || !before(i, i - 1));
  }
  if (sorted) return order;
  for (std::size_t run = 1; run < size; run *= 2) {
    for (std::size_t start = 0; start < size; start += 2 * run) {
      const std::size_t middle = size - start > run ? start + run : size;
      const std::size_t end = size - middle > run ? middle + run : size;
      for (std::size_t i = start, j = middle, to = start; to < end; ++to) {
        const bool right = i == middle || (j < end && before(order[j], order[i]));
        merged[to] = right ? order[j++] : order[i++];
      }
    }
    order.swap(merged);
  }
  return order;
}

// The positions 0 … size − 1, first the one that stands first: `before(a, b)` tells whether the
// element at position a stands before that at b. Those of which neither does stay as they are.
// O(n log n).
template <class Before>
std::vector<std::size_t> ordered(std::size_t size, const Before& before) {
  return positions_in_order(size, PositionTest(before));
}

// How many of the positions 0 … size − 1 pass the test, where those that do stand first. O(log n).
template <class Test>
constexpr std::size_t count_leading(std::size_t size, const Test& test) {
  std::size_t low = 0, high = size;
  while (low < high) {
    const std::size_t middle = low + (high - low) / 2;
    if (test(middle)) {
      low = middle + 1;
    } else {
      high = middle;
    }
  }
  return low;
}

// Brings `items` into order, where `before(x, y)` compares two of them. Stable.
template <class Item, class Before>
void sort_items(std::vector<Item>& items, const Before& before) {
  const auto order = ordered(items.size(), [&](std::size_t a, std::size_t b) {
    return before(std::as_const(items[a]), std::as_const(items[b]));
  });
  std::vector<Item> sorted;
  sorted.reserve(items.size());
  for (const std::size_t i : order) sorted.push_back(std::move(items[i]));
  items.swap(sorted);
}

}  // namespace detail

}  // namespace budget::inline v1
