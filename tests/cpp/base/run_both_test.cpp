// SPDX-License-Identifier: Apache-2.0
#include <doctest/doctest.h>
#include <budget/base/large_vector.hpp>
#include <budget/base/two_threads.hpp>

#include <cstdint>
#include <stdexcept>
#include <string>
#include <thread>
#include <vector>

using namespace budget;

TEST_CASE("two threads are two, and one after the other is one") {
  for (const bool two : {false, true}) {
    std::thread::id first, second;
    detail::run_both(
        two ? on_two_threads : in_turn, [&] { first = std::this_thread::get_id(); },
        [&] { second = std::this_thread::get_id(); });
    CHECK(first == std::this_thread::get_id());
    CHECK((second != first) == two);
  }
}

TEST_CASE("what one task throws is thrown when both are done") {
  for (const RunBoth both : {in_turn, on_two_threads}) {
    for (const bool first_fails : {false, true}) {
      int done = 0;
      const auto work = [&](bool fails) {
        if (fails) throw std::runtime_error("no");
        ++done;
      };
      CHECK_THROWS_WITH_AS(detail::run_both(
                               both, [&] { work(first_fails); }, [&] { work(!first_fails); }),
                           "no", std::runtime_error);
      CHECK(done == 1);
    }
  }
}

TEST_CASE("halves and jobs cover each item once") {
  for (const RunBoth both : {in_turn, on_two_threads}) {
    for (const std::size_t count : {std::size_t{0}, std::size_t{1}, detail::least_items_for_two - 1,
                                    detail::least_items_for_two, std::size_t{100'001}}) {
      std::vector<char> seen(count), taken(count);
      detail::run_halves(both, count, [&](std::size_t begin, std::size_t end) {
        for (std::size_t i = begin; i < end; ++i) ++seen[i];
      });
      detail::run_jobs(both, count, [&](std::size_t job) { ++taken[job]; });
      CHECK(seen == std::vector<char>(count, 1));
      CHECK(taken == std::vector<char>(count, 1));
    }
  }
}

TEST_CASE("a block holds what is written, whether large or small") {
  for (const std::size_t count : {std::size_t{3}, std::size_t{100'000}, std::size_t{2'000'000}}) {
    detail::LargeVector<std::int64_t> block;
    for (std::size_t i = 0; i < count; ++i) block.push_back(static_cast<std::int64_t>(i));
    detail::LargeVector<std::int64_t> copy = block;
    copy.resize(count / 2);
    copy.resize(count);
    bool same = copy.size() == count;
    for (std::size_t i = 0; i < count; ++i) {
      same = same && block[i] == static_cast<std::int64_t>(i);
      if (i < count / 2) same = same && copy[i] == block[i];
    }
    CHECK(same);
    CHECK(detail::LargeVector<std::int64_t>(count, 7)[count - 1] == 7);
  }
}
