// SPDX-License-Identifier: Apache-2.0
#include <budget/amount/format.hpp>
#include <budget/amount/formatter.hpp>

#include <doctest/doctest.h>

#include <array>
#include <limits>
#include <string>
#include <string_view>

#include "amount/random.hpp"

using namespace budget;
using budget_test::Random;

namespace {

constexpr std::int64_t least = std::numeric_limits<std::int64_t>::min();
constexpr std::int64_t most = std::numeric_limits<std::int64_t>::max();

std::string by(const auto& value, std::string_view text) {
  const auto spec = parse_format_spec(text);
  REQUIRE(spec);
  return format(value, *spec);
}

const Money seed = Money::parse("3,296.30", Unit::wan_yuan);

}  // namespace

TEST_CASE("a style names unit, digits, separators and sign") {
  CHECK(format(seed) == "32963000.00元");
  CHECK(format(seed, {.unit = Unit::wan_yuan}) == "3296.30万元");
  CHECK(format(seed, {.grouping = Grouping::thousands}) == "32,963,000.00元");
  CHECK(format(seed, {.grouping = Grouping::myriads}) == "3296,3000.00元");
  CHECK(format(seed, {.unit = Unit::yi_yuan}) == "0.32963亿元");
  CHECK(format(seed, {.unit = Unit::yi_yuan, .digits = 1}) == "0.3亿元");
  CHECK(format(seed, {.unit = Unit::wan_yuan, .digits = 0, .show_unit = false}) == "3296");
  CHECK(format(seed, {.unit = Unit::wan_yuan, .digits = 0, .rounding = Rounding::up}) ==
        "3297万元");
  CHECK(format(seed, {.sign = SignStyle::plus}) == "+32963000.00元");
  CHECK(format(-seed, {.sign = SignStyle::plus}) == "-32963000.00元");
  CHECK(format(-seed, {.sign = SignStyle::parentheses}) == "(32963000.00)元");
  CHECK(format(-seed, {.sign = SignStyle::triangle}) == "△32963000.00元");
  CHECK(format(seed, {.sign = SignStyle::triangle}) == "32963000.00元");
  CHECK(format(Money(), {.sign = SignStyle::plus}) == "+0.00元");
  CHECK(format(Money::of_fen(-4), {.digits = 1}) == "0.0元");  // no sign of what prints as zero
  CHECK(format(Money::of_fen(-5), {.digits = 1}) == "-0.1元");
  CHECK(format(Money::of_fen(least), {.grouping = Grouping::thousands}) ==
        "-92,233,720,368,547,758.08元");
  for (const std::int64_t fen : {99'999, 100'000, 9'999'900, 10'000'000})
    CHECK(format(Money::of_fen(fen), {.grouping = Grouping::none}).find(',') == std::string::npos);
  CHECK(format(Money::of_fen(99'999), {.grouping = Grouping::thousands}) == "999.99元");
  CHECK(format(Money::of_fen(100'000), {.grouping = Grouping::thousands}) == "1,000.00元");
}

TEST_CASE("what cannot be printed is refused by type") {
  CHECK_THROWS_AS((void)format(seed, FormatStyle{.unit = Unit::unknown}), UnitMismatch);
  CHECK_THROWS_AS((void)format(seed, FormatStyle{.digits = 39}), DomainError);
  CHECK_THROWS_AS((void)format(seed, FormatStyle{.digits = -1}), DomainError);
  CHECK_THROWS_AS((void)format(seed, FormatStyle{.digits = 38}), OverflowError);
  std::array<char, max_format_chars> buffer{};
  const auto ec_of = [&](const FormatStyle& style) {
    return to_chars(buffer.data(), buffer.data() + buffer.size(), seed, style).ec;
  };
  CHECK(ec_of({.unit = Unit::unknown}) == std::errc::invalid_argument);
  CHECK(ec_of({.digits = 39}) == std::errc::invalid_argument);
  CHECK(ec_of({.digits = 38}) == std::errc::value_too_large);
}

TEST_CASE("a range that is too small is said to be, at every length") {
  const FormatStyle style{
      .unit = Unit::wan_yuan, .grouping = Grouping::thousands, .sign = SignStyle::triangle};
  const std::string whole = format(Money::of_fen(least), style);
  std::array<char, max_format_chars> buffer{};
  for (std::size_t size = 0; size <= whole.size(); ++size) {
    const auto written = to_chars(buffer.data(), buffer.data() + size, Money::of_fen(least), style);
    CHECK(bool(written) == (size == whole.size()));
    CHECK(written.ptr == buffer.data() + size);
  }
  CHECK(std::string_view(buffer.data(), whole.size()) == whole);
}

TEST_CASE("the longest texts fit the promised size") {
  std::array<char, max_format_chars> buffer{};
  for (const SignStyle sign : {SignStyle::parentheses, SignStyle::triangle})
    for (int digits = 0; digits <= 38; ++digits)
      for (const std::int64_t fen : {least, std::int64_t{-1}}) {
        const auto written =
            to_chars(buffer.data(), buffer.data() + buffer.size(), Money::of_fen(fen),
                     {.unit = Unit::baiwan_yuan,
                      .digits = digits,
                      .rounding = Rounding::down,
                      .grouping = Grouping::thousands,
                      .sign = sign});
        const bool fits = fen == -1 || digits <= 27;
        CHECK(bool(written) == fits);
      }
}

TEST_CASE("reading gives back what was printed, in every style that the reader knows") {
  Random random(5);
  for (int i = 0; i < 3000; ++i) {
    const Money amount = Money::of_fen(random.between(least + 1, most) >> random.between(0, 62));
    for (const Unit unit : {Unit::yuan, Unit::qian_yuan, Unit::wan_yuan, Unit::yi_yuan})
      for (const Grouping grouping : {Grouping::none, Grouping::thousands})
        for (const SignStyle sign :
             {SignStyle::minus, SignStyle::plus, SignStyle::parentheses, SignStyle::triangle}) {
          const std::string text =
              format(amount, {.unit = unit, .grouping = grouping, .sign = sign});
          CAPTURE(text);
          CHECK(Money::parse(text, Unit::unknown) == amount);
          const std::string bare = format(
              amount, {.unit = unit, .grouping = grouping, .sign = sign, .show_unit = false});
          CHECK(Money::parse(bare, unit) == amount);
        }
  }
}

TEST_CASE("separators change nothing but the look") {
  Random random(6);
  for (int i = 0; i < 2000; ++i) {
    const Money amount = Money::of_fen(random.between(least, most) >> random.between(0, 62));
    const std::string plain = format(amount);
    for (const Grouping grouping : {Grouping::thousands, Grouping::myriads}) {
      std::string text = format(amount, {.grouping = grouping});
      const std::size_t point = text.find('.');
      const std::size_t group = grouping == Grouping::thousands ? 3 : 4;
      for (std::size_t at = point; at-- > 0;)
        CHECK((text[at] == ',') == ((point - at) % (group + 1) == 0 && text[at] != '-'));
      std::erase(text, ',');
      CHECK(text == plain);
    }
  }
}

TEST_CASE("a specification says the same in short") {
  CHECK(by(seed, ",.2f万元") == "3,296.30万元");
  CHECK(by(seed, ",") == "32,963,000.00");
  CHECK(by(seed, ",4.0f元") == "3296,3000元");
  CHECK(by(-seed, "(,.1万元") == "(3,296.3)万元");
  CHECK(by(-seed, "△万元") == "△3296.30万元");
  CHECK(by(seed, "+.1f亿元") == "+0.3亿元");
  CHECK(by(seed, ">12.1f亿元") == "       0.3亿元");
  CHECK(by(seed, "元<14.0万元") == "3296万元元元元元元元元元");
  CHECK(by(seed, "^8.0万元") == " 3296万元 ");
  CHECK(by(Decimal::parse("-1234567.5"), ",.0f") == "-1,234,568");
  CHECK(by(Decimal::parse("1234.50"), ",") == "1,234.50");
  CHECK(by(Ratio::of(1, 3), ".4f") == "0.3333");
  CHECK(by(Ratio::of(1, 3), ">5") == "  1/3");
  CHECK(by(Ratio::of(1711'03, 3296'30), ".2%") == "51.91%");
  CHECK(by(Ratio::of(-1, 8), "(%") == "(12.50)%");
}

TEST_CASE("what is no specification is refused") {
  for (const std::string_view text : {"x", ",,", ".f", ".39f", ".", "1000f", "5x", "万", ".2f%",
                                      "%元", ",3", "++", "元元", "\xff", ".2ff"})
    CHECK_FALSE(parse_format_spec(text));
  CHECK_THROWS_AS(by(seed, ".2%"), DomainError);
  CHECK_THROWS_AS(by(Decimal::of(1), "%"), DomainError);
  CHECK_THROWS_AS(by(Decimal::of(1), "元"), DomainError);
  CHECK_THROWS_AS(by(Ratio::of(1), "元"), DomainError);
  CHECK_THROWS_AS(by(Ratio::of(1), ".38%"), DomainError);
}

#if defined(__cpp_lib_format)
TEST_CASE("std::format takes the same specification") {
  CHECK(std::format("{}", seed) == "32963000.00元");
  CHECK(std::format("{:,.2f万元}|{:>6}", seed, Ratio::of(1, 3)) == "3,296.30万元|   1/3");
  CHECK(std::format("{:,}", Decimal::parse("1234.50")) == "1,234.50");
  CHECK_THROWS_AS((void)std::vformat("{:x}", std::make_format_args(seed)), std::format_error);
}
#endif
