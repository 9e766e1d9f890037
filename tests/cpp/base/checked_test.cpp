// SPDX-License-Identifier: Apache-2.0
#include <budget/base/checked.hpp>

#include <doctest/doctest.h>

#include <boost/multiprecision/cpp_int.hpp>

#include <cstdint>
#include <initializer_list>
#include <string>
#include <vector>

using namespace budget;

namespace {

constexpr std::int64_t least64 = INT64_MIN, most64 = INT64_MAX;
constexpr Int128 most128 = static_cast<Int128>(~(UInt128{1} << 127U));
constexpr Int128 least128 = -most128 - 1;

template <class T>
void check_against_wide(std::initializer_list<T> values, T least, T most) {
  using Wide = boost::multiprecision::cpp_int;
  const auto agrees = [&](const std::optional<T>& got, const Wide& exact) {
    const bool fits = exact >= Wide(least) && exact <= Wide(most);
    return got.has_value() == fits && (!fits || Wide(*got) == exact);
  };
  for (const T a : values) {
    CHECK(agrees(checked_negate(a), -Wide(a)));
    for (const T b : values) {
      CHECK(agrees(checked_add(a, b), Wide(a) + Wide(b)));
      CHECK(agrees(checked_subtract(a, b), Wide(a) - Wide(b)));
      CHECK(agrees(checked_multiply(a, b), Wide(a) * Wide(b)));
    }
  }
}

}  // namespace

TEST_CASE("checked arithmetic agrees with wide integers at the edges") {
  check_against_wide<std::int64_t>(
      {least64, least64 + 1, -3'037'000'500, -2, -1, 0, 1, 2, 3'037'000'499, most64 - 1, most64},
      least64, most64);
  check_against_wide<Int128>({least128, least128 + 1, Int128{least64} * 2, -2, -1, 0, 1, 2,
                              Int128{most64} * 3, most128 - 1, most128},
                             least128, most128);
}

TEST_CASE("128-bit integers print all their digits") {
  CHECK(to_string(Int128{0}) == "0");
  CHECK(to_string(Int128{-7}) == "-7");
  CHECK(to_string(Int128{most64} * 10) == "92233720368547758070");
  CHECK(to_string(most128) == "170141183460469231731687303715884105727");
  CHECK(to_string(least128) == "-170141183460469231731687303715884105728");
}

TEST_CASE("the table of powers of ten is right") {
  std::string digits = "1";
  for (int i = 0; i <= detail::max_power_of_ten; ++i, digits += "0")
    CHECK(to_string(detail::power_of_ten(i)) == digits);
}

static_assert(checked_add(most64, std::int64_t{1}) == std::nullopt);
static_assert(detail::magnitude(least128) == UInt128{1} << 127U);
static_assert(WholeNumber<int> && WholeNumber<std::uint64_t> && WholeNumber<signed char>);
static_assert(!WholeNumber<bool> && !WholeNumber<char> && !WholeNumber<double>);
static_assert(WideWholeNumber<Int128> && !WideWholeNumber<float>);

TEST_CASE("an exact sum is that of wide numbers") {
  const std::vector<std::vector<std::int64_t>> lists = {
      {},
      {0},
      {-1},
      {INT64_MAX, INT64_MAX, INT64_MAX},
      {INT64_MIN, INT64_MIN, INT64_MIN, INT64_MIN, INT64_MIN},
      {INT64_MIN, INT64_MAX, 1, -1, 0xFFFFFFFF, -0x100000000},
  };
  for (const auto& list : lists) {
    budget::Int128 expected = 0;
    for (const std::int64_t value : list) expected += value;
    const budget::Int128 found =
        budget::exact_sum(list.size(), [&](std::size_t i) { return list[i]; });
    CHECK(budget::to_string(found) == budget::to_string(expected));
  }
  static_assert(budget::exact_sum(3, [](std::size_t) { return INT64_MAX; }) ==
                budget::Int128{INT64_MAX} * 3);
}
