// SPDX-License-Identifier: Apache-2.0
#include <budget/render/csv.hpp>

#include "audit/dossier_builder.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <string>

using namespace budget;

TEST_CASE("one line a cell, blanks too") {
  const testing::Sample given = testing::sample();
  const std::string csv = to_csv(given.dossier.current());
  CHECK(std::count(csv.begin(), csv.end(), '\n') == 1 + 2 * 5 * 5);
  CHECK(csv.starts_with(
      "table,kind,number,title,row,code,name,column,header,role,text,unit,mark,page,line\n"));
  CHECK(csv.find("t1,expenditure,,2024年预算支出总表,r3,20101,人大事务,c3,合计,amount,3.68,万元,,1,"
                 "13\n") != std::string::npos);
  CHECK(csv.find("r3,20101,人大事务,c5,项目支出,amount,,万元,,1,13\n") != std::string::npos);
}

TEST_CASE("separators, quotes and line ends inside a text are quoted") {
  testing::Sample given = testing::sample();
  testing::print(given.dossier, testing::cell(0, 0, 2), "3,296.30");
  testing::print(given.dossier, testing::cell(0, 0, 3), "a \"b\"\nc");
  const std::string csv = to_csv(given.dossier.current());
  CHECK(csv.find(",\"3,296.30\",") != std::string::npos);
  CHECK(csv.find(",\"a \"\"b\"\"\nc\",") != std::string::npos);
}
