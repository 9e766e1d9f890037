// SPDX-License-Identifier: Apache-2.0
// What promises to allocate nothing is held to it: every allocation of this program is counted.
#include <budget/amount/format.hpp>
#include <budget/amount/interval_product.hpp>
#include <budget/amount/range.hpp>
#include <budget/amount/read_figure.hpp>
#include <budget/amount/words.hpp>

#include <doctest/doctest.h>

#include <array>
#include <cstddef>
#include <cstdlib>
#include <limits>
#include <new>
#include <string>
#include <string_view>

namespace {

std::size_t allocations = 0;

}  // namespace

[[gnu::noinline]] void* operator new(std::size_t size) {
  ++allocations;
  if (void* memory = std::malloc(size == 0 ? 1 : size)) return memory;
  throw std::bad_alloc();
}
[[gnu::noinline]] void operator delete(void* memory) noexcept {
  std::free(memory);
}
[[gnu::noinline]] void operator delete(void* memory, std::size_t) noexcept {
  std::free(memory);
}

using namespace budget;

namespace {

// Allocations of a call; what it gives is kept, so that it is not optimised away.
template <class Call>
std::size_t allocated_by(Call call) {
  const std::size_t before = allocations;
  const volatile bool done = call();
  const std::size_t after = allocations;
  CHECK(done);
  return after - before;
}

const std::string_view printed[] = {"3,296.30",
                                    "-12.50",
                                    "３，２９６．３０万元",
                                    " 3.6万元 ",
                                    "(1,234.5)",
                                    "△5",
                                    "12.34%",
                                    "—",
                                    "",
                                    "不可比",
                                    "1.2.3",
                                    "1,23.4",
                                    "####",
                                    "1.2E+05",
                                    "O.5",
                                    "\xff",
                                    "123456789012345678901234567890123456789"};

}  // namespace

TEST_CASE("the counter counts") {
  CHECK(allocated_by([] { return std::string(100, 'x').size() == 100; }) == 1);
}

TEST_CASE("arithmetic allocates nothing") {
  const Money a = Money::of_fen(329'630'000), b = Money::of_fen(171'103'000);
  const Decimal x = Decimal::scaled(32'963, 1), y = Decimal::scaled(17'110'301, 4);
  CHECK(allocated_by([&] {
          const std::array amounts{a, b, -a};
          const Ratio ratio = b / a;
          return a + b - a == b && a * 3 > b && sum(amounts) == b && abs(-a) == a &&
                 a.times(ratio, Rounding::half_even) == b && checked_add(a, b).has_value() &&
                 a.in(Unit::wan_yuan) != x && Money::of(x, Unit::yuan).fen() == 329'630;
        }) == 0);
  CHECK(allocated_by([&] {
          return x + y - y == x && x * y > y && divide(x, y, 30, Rounding::up) > Decimal() &&
                 x.rescaled(0, Rounding::floor).scale() == 0 && x.trimmed() == x;
        }) == 0);
  CHECK(allocated_by([&] {
          const Ratio p = Ratio::of(1, 3), q = Ratio::of(x);
          return p + q - q == p && p * q / q == p && p < q &&
                 p.to_decimal(20, Rounding::down) < Decimal::of(1);
        }) == 0);
  CHECK(allocated_by([&] {
          const Interval p(x, x + y), q(y, y + x);
          return (p + q - q).contains(p) && (p * q).contains(x * y) &&
                 (p / q).contains(Ratio::of(1)) && intersect(p, q).has_value() &&
                 intersect(Range<Decimal>(p), Range<Decimal>::at_least(x)).contains(x);
        }) == 0);
}

TEST_CASE("reading from a view allocates nothing, whatever the text") {
  for (const std::string_view text : printed) {
    CAPTURE(text);
    CHECK(allocated_by([&] { return read_figure(text).position <= text.size(); }) == 0);
    CHECK(allocated_by([&] {
            Money amount;
            Decimal number;
            const char* const end = text.data() + text.size();
            const auto money = from_chars(text.data(), end, Unit::wan_yuan, amount);
            const auto decimal = from_chars(text.data(), end, number);
            return money.ptr <= end && decimal.ptr <= end;
          }) == 0);
  }
  CHECK(allocated_by([] { return read_words("叁仟贰佰玖拾陆万叁仟元整").value.fen() > 0; }) == 0);
  CHECK(allocated_by([] { return read_words("叁佰仟元").why == WordsFault::missing_digit; }) == 0);
}

TEST_CASE("writing into a range allocates nothing, whatever the amount") {
  std::array<char, max_words_chars> buffer{};
  char* const first = buffer.data();
  char* const last = first + buffer.size();
  for (const std::int64_t fen : {std::numeric_limits<std::int64_t>::min(), std::int64_t{0},
                                 std::int64_t{3'296'300'000}, std::int64_t{-5}}) {
    const Money amount = Money::of_fen(fen);
    const Decimal number = amount.yuan();
    CHECK(allocated_by([&] {
            const FormatStyle style{.unit = Unit::wan_yuan,
                                    .digits = 1,
                                    .grouping = Grouping::thousands,
                                    .sign = SignStyle::triangle};
            return to_chars(first, last, amount, Unit::yi_yuan) && to_chars(first, last, number) &&
                   to_chars(first, last, amount, style) && to_chars_words(first, last, amount) &&
                   !to_chars(first, first, amount, style);
          }) == 0);
  }
  CHECK(allocated_by([] { return parse_format_spec("*>20,.2f万元").has_value(); }) == 0);
}
