// SPDX-License-Identifier: Apache-2.0
#include <doctest/doctest.h>
#include <budget/amount/figure.hpp>
#include <budget/amount/figure_column.hpp>

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "amount/random.hpp"

using namespace budget;

TEST_CASE("a printed amount is the interval of its figure") {
  for (const Unit unit : {Unit::yuan, Unit::qian_yuan, Unit::wan_yuan, Unit::yi_yuan}) {
    for (const char* text : {"3,296.30", "0", "0.00", "-12.5", "3.6", "（4.20）", "100", "5万元",
                             "7.5亿元", "1234567.89", "１２.３"}) {
      CAPTURE(text);
      const auto amount = read_amount(text, unit);
      REQUIRE(amount);
      const Figure printed = figure(text, unit);
      const Interval<Decimal> expected = printed.amounts();
      CHECK(Money::of_fen(amount->fen - amount->slack).yuan() == expected.low());
      CHECK(Money::of_fen(amount->fen + amount->slack).yuan() == expected.high());
      CHECK(amount->ends_in_zero ==
            (printed.value().scale() > 0 && printed.value().coefficient() % 10 == 0));
    }
  }
}

TEST_CASE("blanks and dashes state nothing") {
  for (const char* text : {"", "  ", "　", "-", "—", "——", "无"}) {
    CAPTURE(text);
    const auto amount = read_amount(text, Unit::wan_yuan);
    REQUIRE(amount);
    CHECK_FALSE(amount->is_stated());
    CHECK(amount->fen == 0);
  }
}

TEST_CASE("what is no amount says why") {
  struct Case {
    const char* text;
    Unit unit;
    NoAmount why;
  };
  for (const auto& [text, unit, why] : {
           Case{"合计", Unit::yuan, NoAmount::not_a_number},
           Case{"1,23.4", Unit::yuan, NoAmount::not_a_number},
           Case{"5.18%", Unit::yuan, NoAmount::percentage},
           Case{"5", Unit::unknown, NoAmount::no_unit},
           Case{"0.001", Unit::yuan, NoAmount::finer},
           Case{"12.3456789", Unit::wan_yuan, NoAmount::finer},
           Case{"92233720368547758.08", Unit::yuan, NoAmount::too_large},
           Case{"99999999999999999999", Unit::yi_yuan, NoAmount::too_large},
       }) {
    const std::string_view shown = text;
    CAPTURE(shown);
    NoAmount found{};
    CHECK_FALSE(read_amount(text, unit, &found));
    CHECK(found == why);
  }
  CHECK(read_amount("5元", Unit::unknown)->fen == 500);
  CHECK(read_amount("0.0010", Unit::wan_yuan)->fen == 1000);
}

TEST_CASE("a column names the row and text that it cannot read") {
  const std::vector<std::string_view> texts{"1.00", "-", "五"};
  try {
    (void)FigureColumn::parse(texts, Unit::wan_yuan);
    FAIL("read");
  } catch (const ColumnError& error) {
    CHECK(error.row() == 2);
    CHECK(error.text() == "五");
    CHECK(error.why() == NoAmount::not_a_number);
    CHECK(error.id() == "amount.column");
  }
}

TEST_CASE("a column gives back what was put in, whatever the order of slacks and blanks") {
  budget_test::Random random(5);
  for (int round = 0; round < 300; ++round) {
    FigureColumn column;
    std::vector<PrintedAmount> put;
    const std::int64_t rows = random.between(0, 150);
    for (std::int64_t i = 0; i < rows; ++i) {
      PrintedAmount amount{0, PrintedAmount::not_stated};
      if (random.between(0, 3) != 0)
        amount = {random.between(-1000, 1000), round % 2 == 0 ? 50 : random.between(0, 2) * 5};
      put.push_back(amount);
      column.push_back(amount);
    }
    REQUIRE(column.size() == put.size());
    std::vector<std::int32_t> order;
    for (std::size_t i = 0; i < put.size(); ++i) {
      CHECK(column[i] == put[i]);
      CHECK(column.is_stated(i) == put[i].is_stated());
      CHECK(column.magnitude() >= static_cast<std::uint64_t>(std::abs(put[i].fen)));
      order.push_back(static_cast<std::int32_t>(random.between(-1, rows - 1)));
    }
    const FigureColumn gathered = column.gathered(order);
    for (std::size_t i = 0; i < order.size(); ++i) {
      const PrintedAmount expected = order[i] < 0 ? PrintedAmount{0, PrintedAmount::not_stated}
                                                  : put[static_cast<std::size_t>(order[i])];
      CHECK(gathered[i] == expected);
    }
  }
}

TEST_CASE("a view shows amounts of others until it grows") {
  std::vector<std::int64_t> amounts{4620, -1836, INT64_MIN};
  struct Watched {
    bool* gone;
    explicit Watched(bool* flag) : gone(flag) {}
    Watched(Watched&& other) noexcept : gone(std::exchange(other.gone, nullptr)) {}
    ~Watched() {
      if (gone != nullptr) *gone = true;
    }
  };
  bool gone = false;
  FigureColumn column = FigureColumn::view(amounts, Keeper::of(Watched(&gone)));
  CHECK(column.fen().data() == amounts.data());
  CHECK(column.size() == 3);
  CHECK(column == FigureColumn(amounts));
  CHECK(column[1] == PrintedAmount{-1836, 0});
  for (const std::int64_t amount : amounts) CHECK(column.magnitude() > detail::fen_bits(amount));
  const FigureColumn copy = column;
  column.push_back({7, 50});
  CHECK(column.fen().data() != amounts.data());
  CHECK_FALSE(gone);  // the copy still looks at them
  amounts[0] = 1;     // and nothing else does
  CHECK(copy[0].fen == 1);
  CHECK(column[0].fen == 4620);
  CHECK(column[3] == PrintedAmount{7, 50});

  const std::vector<std::int32_t> order{2, -1, 1};
  const FigureColumn gathered = copy.gathered(order);
  CHECK(gathered.fen().data() != amounts.data());
  CHECK(gathered[0] == PrintedAmount{INT64_MIN, 0});
  CHECK_FALSE(gathered[1].is_stated());
  CHECK(gathered[2] == PrintedAmount{-1836, 0});
  const FigureColumn none = FigureColumn::view({}, Keeper());
  CHECK(none.size() == 0);
  CHECK(none.gathered({}).size() == 0);
}
