// SPDX-License-Identifier: Apache-2.0
#include <doctest/doctest.h>
#include <budget/amount/money_array.hpp>

#include <cstdint>
#include <memory>
#include <optional>
#include <thread>
#include <vector>

#include "amount/random.hpp"

using namespace budget;

namespace {

std::optional<Money> fen(std::int64_t value) {
  return Money::of_fen(value);
}

using Items = std::vector<std::optional<Money>>;

Items items(const MoneyArray& array) {
  Items result;
  for (std::size_t i = 0; i < array.size(); ++i) result.push_back(array[i]);
  return result;
}

Items random_items(budget_test::Random& random, std::size_t count, std::int64_t most) {
  Items result;
  for (std::size_t i = 0; i < count; ++i) {
    const bool missing = random.between(0, 4) == 0;
    result.push_back(missing ? std::nullopt : fen(random.between(-most, most)));
  }
  return result;
}

}  // namespace

TEST_CASE("an array holds what it was made of") {
  budget_test::Random random(1);
  for (const std::size_t count : {0U, 1U, 7U, 8U, 9U, 63U, 64U, 65U, 200U}) {
    CAPTURE(count);
    const Items made_of = random_items(random, count, INT64_MAX);
    const MoneyArray array = MoneyArray::of(made_of);
    CHECK(items(array) == made_of);
    std::size_t missing = 0;
    for (const auto& item : made_of) missing += item ? 0U : 1U;
    CHECK(array.missing_count() == missing);
    CHECK((array.validity() == nullptr) == (missing == 0));
    CHECK(array == MoneyArray::of(made_of));
  }
}

TEST_CASE("bits of validity count from the least of each byte") {
  const MoneyArray array = MoneyArray::of_fen({1, 2, 3}, {0b101});
  CHECK(items(array) == Items{fen(1), std::nullopt, fen(3)});
  CHECK_THROWS_AS((void)MoneyArray::of_fen({1, 2, 3, 4, 5, 6, 7, 8, 9}, {0xFF}), DomainError);
  CHECK(MoneyArray::of_fen({1, 2}, {0xFF}).validity() == nullptr);
}

TEST_CASE("equal arrays have the same amounts in the same places") {
  const MoneyArray array = MoneyArray::of_fen({1, 2, 3}, {0b101});
  CHECK(array == MoneyArray::of_fen({1, 99, 3}, {0b101}));  // what is missing has no amount
  CHECK_FALSE(array == MoneyArray::of_fen({1, 2, 3}, {0b110}));
  CHECK_FALSE(array == MoneyArray::of_fen({1, 2, 4}, {0b101}));
  CHECK_FALSE(array == MoneyArray::of_fen({1, 2, 3}));
  CHECK_FALSE(array == MoneyArray::of_fen({1, 2}, {0b01}));
}

TEST_CASE("a sum overflows only by its total") {
  CHECK(sum(MoneyArray()) == Money());
  CHECK(sum(MoneyArray::of_fen({INT64_MAX, INT64_MAX, INT64_MIN, INT64_MIN, 5})) ==
        Money::of_fen(3));
  CHECK(sum(MoneyArray::of_fen({INT64_MAX, 1}, {0b01})) == Money::of_fen(INT64_MAX));
  CHECK_FALSE(checked_sum(MoneyArray::of_fen({INT64_MAX, 1})));
  CHECK_FALSE(checked_sum(MoneyArray::of_fen({INT64_MIN, -1})));
  CHECK_THROWS_AS((void)sum(MoneyArray::of_fen({INT64_MIN, -1})), OverflowError);
}

TEST_CASE("sums are those of wide numbers") {
  budget_test::Random random(2);
  for (int round = 0; round < 2000; ++round) {
    const auto count = static_cast<std::size_t>(random.between(0, 150));
    const std::int64_t most = round % 2 == 0 ? INT64_MAX : 1000;
    const Items made_of = random_items(random, count, most);
    Int128 expected = 0;
    std::optional<Money> least, greatest;
    for (const auto& item : made_of) {
      if (!item) continue;
      expected += item->fen();
      least = least && *least < *item ? least : item;
      greatest = greatest && *greatest > *item ? greatest : item;
    }
    const MoneyArray array = MoneyArray::of(made_of);
    const auto total = checked_sum(array);
    CHECK(total.has_value() == (expected >= INT64_MIN && expected <= INT64_MAX));
    if (total) CHECK(Int128{total->fen()} == expected);
    CHECK(min(array) == least);
    CHECK(max(array) == greatest);
  }
}

TEST_CASE("slices share memory, and so do copies") {
  budget_test::Random random(3);
  const Items made_of = random_items(random, 150, 1000);
  const MoneyArray array = MoneyArray::of(made_of);
  for (std::size_t begin = 0; begin <= array.size(); begin += 7) {
    for (std::size_t count = 0; begin + count <= array.size(); count += 5) {
      const MoneyArray part = array.slice(begin, count);
      CHECK(part.fen().data() == array.fen().data() + begin);
      const auto first = made_of.begin() + static_cast<std::ptrdiff_t>(begin);
      CHECK(items(part) == Items(first, first + static_cast<std::ptrdiff_t>(count)));
    }
  }
  MoneyArray part;
  {
    const MoneyArray shortlived = MoneyArray::of_fen({1, 2, 3});
    part = shortlived.slice(1, 2);
  }
  CHECK(items(part) == Items{fen(2), fen(3)});
}

TEST_CASE("foreign memory lives as long as any array of it") {
  const auto owner =
      std::make_shared<std::vector<std::int64_t>>(std::vector<std::int64_t>{1, 2, 3});
  std::optional<MoneyArray> part;
  {
    const MoneyArray array = MoneyArray::view(*owner, {0b011}, Keeper::of(owner));
    CHECK(array.fen().data() == owner->data());
    part = array.slice(1, 2);
  }
  CHECK(owner.use_count() == 2);
  CHECK(items(*part) == Items{fen(2), std::nullopt});
  part.reset();
  CHECK(owner.use_count() == 1);
}

TEST_CASE("take and filter") {
  const MoneyArray array = MoneyArray::of_fen({10, 20, 30, 40}, {0b1011});
  CHECK(items(array.take(std::vector<std::int64_t>{3, 2, 3})) ==
        Items{fen(40), std::nullopt, fen(40)});
  CHECK(items(array.filter(std::vector<std::uint8_t>{1, 0, 1, 0})) == Items{fen(10), std::nullopt});
  CHECK_THROWS_AS((void)array.take(std::vector<std::int64_t>{4}), DomainError);
  CHECK_THROWS_AS((void)array.take(std::vector<std::int64_t>{-1}), DomainError);
  CHECK_THROWS_AS((void)array.filter(std::vector<std::uint8_t>{1}), DomainError);
}

TEST_CASE("positions outside are refused") {
  const MoneyArray array = MoneyArray::of_fen({1, 2});
  CHECK(array.at(1) == fen(2));
  CHECK_THROWS_AS((void)array.at(2), DomainError);
  CHECK_THROWS_AS((void)array.slice(3, 0), DomainError);
  CHECK_THROWS_AS((void)array.slice(1, 2), DomainError);
  CHECK_THROWS_AS((void)array.slice(1, SIZE_MAX), DomainError);
}

TEST_CASE("threads read and copy one array at the same time") {
  const MoneyArray array = MoneyArray::of_fen(std::vector<std::int64_t>(10'000, 7));
  std::vector<std::thread> threads;
  std::vector<std::int64_t> totals(8);
  for (std::int64_t& total : totals)
    threads.emplace_back([&total, array] {
      for (std::size_t i = 0; i < 100; ++i) total += sum(array.slice(i, 100)).fen();
    });
  for (std::thread& thread : threads) thread.join();
  CHECK(totals == std::vector<std::int64_t>(8, 70'000));
}
