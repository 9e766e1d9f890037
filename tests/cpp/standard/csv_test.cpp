// SPDX-License-Identifier: Apache-2.0
#include "standard/csv.hpp"

#include <doctest/doctest.h>

#include <random>
#include <string>
#include <vector>

#include "standard/catalog_rows.hpp"

using namespace budget;
using budget::detail::CsvError;
using budget::detail::read_csv;

namespace {

// "id line:column" of the fault, or "read".
std::string fault(std::string_view text) {
  try {
    (void)read_csv(text, "x.csv");
  } catch (const CsvError& error) {
    CHECK(error.place().source == "x.csv");
    return std::string(error.id()) + " " + std::to_string(error.place().line) + ":" +
           std::to_string(error.place().column);
  }
  return "read";
}

using Grid = std::vector<std::vector<std::string>>;

Grid grid(std::string_view text) {
  const auto table = read_csv(text, "x.csv");
  Grid out{{table.header.begin(), table.header.end()}};
  for (const auto& record : table.records)
    out.push_back({record.fields.begin(), record.fields.end()});
  return out;
}

}  // namespace

TEST_CASE("fields as written") {
  CHECK(grid("a,b\n1,2\n") == Grid{{"a", "b"}, {"1", "2"}});
  CHECK(grid("a,b\r\n1,2") == Grid{{"a", "b"}, {"1", "2"}});
  CHECK(grid("\xEF\xBB\xBF"
             "a\n\n") == Grid{{"a"}, {""}});
  CHECK(grid("a,b\n,\n") == Grid{{"a", "b"}, {"", ""}});
  CHECK(grid("a,b\n\"1,5\",\"x\ny\"\n") == Grid{{"a", "b"}, {"1,5", "x\ny"}});
  CHECK(grid("a\n\"说“是”\"\"一\"\"\"\n") == Grid{{"a"}, {"说“是”\"一\""}});
  CHECK(grid("a\n\"\"\n\"\"\"\"\n") == Grid{{"a"}, {""}, {"\""}});
  const auto table = read_csv("a\n\"x\ny\"\nz\n", "x.csv");
  CHECK(table.records[0].line == 2);
  CHECK(table.records[1].line == 4);
  CHECK(table.column("a", "x.csv") == 0);
}

TEST_CASE("a fault names line and column") {
  CHECK(fault("") == "standard.csv.empty 1:1");
  CHECK(fault("a,b\n1\n") == "standard.csv.fields 2:1");
  CHECK(fault("a,b\n1,2,3\n") == "standard.csv.fields 2:1");
  CHECK(fault("a,b\n科,目\"x\n") == "standard.csv.quote 2:4");
  CHECK(fault("a,b\n1,\"2\" \n") == "standard.csv.after_quote 2:6");
  CHECK(fault("a,b\n1,2\n3,\"4\n5\n") == "standard.csv.unclosed 3:3");
  CHECK(fault("a\n1\r2\n") == "standard.csv.line_end 2:3");
  CHECK(fault("a\n1\r") == "standard.csv.line_end 2:3");
  CHECK_THROWS_AS((void)read_csv("a,b\n", "x.csv").column("c", "x.csv"), CsvError);
}

TEST_CASE("what was written is read back") {
  const std::string pieces[] = {"科目", ",", "\"", "\n", "\r\n", "x", "", " "};
  std::mt19937 random(17);
  for (int round = 0; round < 500; ++round) {
    Grid wanted;
    std::string text;
    const std::size_t columns = 1 + random() % 4;
    for (auto rows = 1 + random() % 5; rows > 0; --rows) {
      auto& row = wanted.emplace_back();
      for (std::size_t c = 0; c < columns; ++c) {
        std::string field;
        for (auto n = random() % 4; n > 0; --n) field += pieces[random() % std::size(pieces)];
        if (c > 0) text += ',';
        text += '"';
        for (const char ch : field) text += ch == '"' ? "\"\"" : std::string(1, ch);
        text += '"';
        row.push_back(field);
      }
      text += '\n';
    }
    CAPTURE(text);
    CHECK(grid(text) == wanted);
  }
}

TEST_CASE("any bytes are read or refused") {
  const char pieces[] = {'a', ',', '"', '\n', '\r', '\0', '\xE7'};
  std::mt19937 random(23);
  int read = 0;
  for (int round = 0; round < 20'000; ++round) {
    std::string text;
    for (auto n = random() % 12; n > 0; --n) text += pieces[random() % sizeof pieces];
    const std::string result = fault(text);
    CHECK((result == "read" || result.starts_with("standard.csv.")));
    read += result == "read" ? 1 : 0;
  }
  CHECK(read > 0);
}

TEST_CASE("rows that make no entries name their line") {
  const auto line = [](std::string_view text) {
    try {
      (void)detail::catalog_entries(read_csv(text, "x.csv"), "x.csv");
    } catch (const CsvError& error) {
      return std::string(error.id()) + " " + std::to_string(error.place().line);
    }
    return std::string("read");
  };
  const std::string head = "code,name,level,status,source,from_year\n";
  CHECK(line(head + "201,一般公共服务支出,1,verified,a,\n") == "read");
  CHECK(line(head + "201,一般公共服务支出,1,verified,a,2018\n") == "read");
  CHECK(line(head + "201,一般公共服务支出,1,verified,a,\n021,人大,1,single,a,\n") ==
        "standard.csv.value 3");
  CHECK(line(head + "20101,人大事务,1,verified,a,\n") == "standard.csv.value 2");
  CHECK(line(head + "201,一般公共服务支出,1,sure,a,\n") == "standard.csv.value 2");
  CHECK(line(head + "201,一般公共服务支出,1,verified,a,18\n") == "standard.csv.value 2");
  CHECK(line("code,name\n201,x\n") == "standard.csv.column 1");
}
