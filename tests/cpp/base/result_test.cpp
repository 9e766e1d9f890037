// SPDX-License-Identifier: Apache-2.0
#include <budget/base/result.hpp>

#include <doctest/doctest.h>

#include <memory>
#include <string>

using namespace budget;

TEST_CASE("a result holds a value or a reason") {
  const Result<int> good = 5;
  CHECK(good);
  CHECK(good.has_value());
  CHECK(*good == 5);
  CHECK(good.value_or(7) == 5);

  const Failure failure{"document.empty", {"空文件", "empty file"}, {"a.txt", 0, 1, 0, {}}};
  const Result<int> bad = failure;
  CHECK_FALSE(bad);
  CHECK(bad.error() == failure);
  CHECK(bad.value_or(7) == 7);
}

TEST_CASE("a value that only moves can be taken out") {
  Result<std::unique_ptr<std::string>> result = std::make_unique<std::string>("合计");
  REQUIRE(result);
  CHECK(**result == "合计");
  const std::unique_ptr<std::string> taken = std::move(result).value();
  CHECK(*taken == "合计");
}

namespace {

constexpr Result<int, char> fixed_value = 3;
constexpr Result<int, char> fixed_reason = 'x';
static_assert(fixed_value && fixed_value.value() == 3);
static_assert(!fixed_reason && fixed_reason.error() == 'x');

}  // namespace
