// SPDX-License-Identifier: Apache-2.0
#include <doctest/doctest.h>
#include <budget/amount/money_array_parse.hpp>

#include <string>
#include <string_view>
#include <vector>

#include "amount/random.hpp"

using namespace budget;

namespace {

using Texts = std::vector<std::string_view>;

ColumnError error_of(const Texts& texts, Unit unit, Blanks blanks = Blanks::missing) {
  try {
    (void)parse_money_array(texts, unit, blanks);
  } catch (const ColumnError& error) {
    return error;
  }
  FAIL("no ColumnError");
  return {0, "", NoAmount::not_a_number};
}

}  // namespace

TEST_CASE("a column is read as its texts are") {
  const Texts texts = {"3,296.30", "-12.5",   "0",       "（4.20）", "5万元",
                       "7.5亿元",  "1234567", "１２.３", " 8 ",      "￥1,000.00"};
  for (const Unit unit : {Unit::yuan, Unit::qian_yuan, Unit::wan_yuan, Unit::yi_yuan}) {
    const MoneyArray array = parse_money_array(texts, unit);
    REQUIRE(array.size() == texts.size());
    CHECK(array.missing_count() == 0);
    for (std::size_t i = 0; i < texts.size(); ++i) {
      CAPTURE(texts[i]);
      CHECK(array[i] == Money::parse(texts[i], unit));
    }
  }
}

TEST_CASE("what is printed comes back") {
  budget_test::Random random(5);
  std::vector<Money> amounts;
  std::vector<std::string> printed;
  for (int i = 0; i < 5000; ++i) {
    amounts.push_back(Money::of_fen(static_cast<std::int64_t>(random.with_digits(18))));
    printed.push_back(to_string(amounts.back().in(Unit::wan_yuan)));
  }
  const Texts texts(printed.begin(), printed.end());
  CHECK(parse_money_array(texts, Unit::wan_yuan) == MoneyArray::of(amounts));
}

TEST_CASE("blanks and dashes are missing, or refused") {
  const Texts texts = {"1", "", " ", "—", "-", "无", "0.00"};
  const MoneyArray array = parse_money_array(texts, Unit::yuan);
  CHECK(array.missing_count() == 5);
  CHECK(array[6] == Money());
  CHECK(sum(array) == Money::of_yuan(1));
  const ColumnError error = error_of(texts, Unit::yuan, Blanks::error);
  CHECK(error.row() == 1);
  CHECK(error.text().empty());
}

TEST_CASE("the first text that is no amount is named") {
  struct Case {
    std::string_view text;
    Unit unit;
    NoAmount why;
  };
  for (const auto& [text, unit, why] : {
           Case{"合计", Unit::yuan, NoAmount::not_a_number},
           Case{"1,23.4", Unit::yuan, NoAmount::not_a_number},
           Case{"5.18%", Unit::yuan, NoAmount::percentage},
           Case{"5", Unit::unknown, NoAmount::no_unit},
           Case{"0.001", Unit::yuan, NoAmount::finer},
           Case{"92233720368547758.08", Unit::yuan, NoAmount::too_large},
           Case{"\xFF", Unit::yuan, NoAmount::not_a_number},
       }) {
    const std::string_view shown = text;
    CAPTURE(shown);
    const ColumnError error = error_of({"1元", text, "x"}, unit);
    CHECK(error.row() == 1);
    CHECK(error.text() == text);
    CHECK(error.why() == why);
  }
}

TEST_CASE("a builder takes texts, amounts and gaps, and begins anew") {
  MoneyArrayBuilder builder(Unit::wan_yuan);
  builder.push("1");
  builder.push(Money::of_fen(5));
  builder.push_missing();
  CHECK(builder.size() == 3);
  CHECK(builder.finish() == MoneyArray::of_fen({1'000'000, 5, 0}, {0b011}));
  CHECK(builder.finish().empty());
  builder.push_missing();
  CHECK(builder.finish() == MoneyArray::of_fen({0}, {0}));
}
