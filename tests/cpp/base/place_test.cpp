// SPDX-License-Identifier: Apache-2.0
#include <budget/base/place.hpp>

#include <doctest/doctest.h>

#include <algorithm>
#include <vector>

using namespace budget;

TEST_CASE("a place prints what is known of it") {
  CHECK(to_string(Place{}) == "");
  CHECK(to_string(Place{"a.txt", 0, 12, 3, {}}) == "a.txt:12:3");
  CHECK(to_string(Place{"a.txt", 0, 12, 0, {}}) == "a.txt:12");
  CHECK(to_string(Place{"a.pdf", 4, 0, 0, Box{1, 2, 3, 4}}) == "a.pdf[4]");
  CHECK(to_string(Place{"a.pdf", 4, 12, 0, {}}) == "a.pdf[4]:12");
  CHECK(to_string(Place{"", 0, 12, 0, {}}) == "12");
  // A column without its line says nothing.
  CHECK(to_string(Place{"a.txt", 0, 0, 3, {}}) == "a.txt");
}

TEST_CASE("places sort in reading order") {
  const std::vector<Place> sorted{{"a", 0, 9, 9, {}}, {"b", 1, 7, 1, {}}, {"b", 2, 1, 1, {}},
                                  {"b", 2, 3, 1, {}}, {"b", 2, 3, 4, {}}, {"b", 2, 3, 4, Box{}}};
  CHECK(std::is_sorted(sorted.begin(), sorted.end()));
  for (std::size_t i = 1; i < sorted.size(); ++i) CHECK(sorted[i - 1] < sorted[i]);
  CHECK(sorted[4] != sorted[5]);
  CHECK(Place{"b", 2, 3, 4, Box{1, 2, 3, 4}} == Place{"b", 2, 3, 4, Box{1, 2, 3, 4}});
}
