// SPDX-License-Identifier: Apache-2.0
#include <doctest/doctest.h>
#include <budget/standard/catalogs.hpp>
#include <budget/standard/load_catalog.hpp>

#include <optional>
#include <random>
#include <string>
#include <vector>

using namespace budget;

namespace {

// "id line:column" of the fault, or "read".
std::string fault(std::string_view text) {
  try {
    (void)load_catalog(text, "own.csv");
  } catch (const ReadError& error) {
    CHECK(error.place().source == "own.csv");
    return std::string(error.id()) + " " + std::to_string(error.place().line) + ":" +
           std::to_string(error.place().column);
  }
  return "read";
}

}  // namespace

TEST_CASE("an own file over the functional classification") {
  std::optional<Catalog> catalog;
  {
    std::string text =
        "code,name,level,successor,to_year\r\n"
        "208050101,本级离退休,4,,\r\n"
        "2080501,离退休（本级）,3,,\r\n"
        "2010699,\"财政\"\"其他\"\"\",3,2010650 事业运行|2010608 财政委托业务支出,2023\r\n"
        ",,,,\r\n";
    catalog = load_catalog(text, "own.csv", functional_catalog());
    text.assign(text.size(), 'x');
  }
  CHECK(catalog->classification() == Classification::functional);
  CHECK(catalog->children("2080501") == std::vector<std::string_view>{"208050101"});
  const CatalogEntry& own = catalog->entries("208050101").front();
  CHECK(own.name == "本级离退休");
  CHECK(own.status == CatalogStatus::verified);
  CHECK(own.source == "own.csv");
  CHECK(catalog->entries("2080501").size() == 1);
  CHECK(catalog->check("2080501", "行政单位离退休", 2024).fit == NameFit::other_name);
  CHECK(catalog->check("210", "卫生健康", 2024).fit == NameFit::abbreviation);
  const CatalogEntry& split = catalog->entries("2010699").front();
  CHECK(split.name == "财政\"其他\"");
  CHECK(end_of(split) == NameEnd::split);
  CHECK(catalog->check("2010699", "财政其他", 2023).fit == NameFit::fits);
  CHECK(catalog->check("2010699", "财政其他", 2024).fit == NameFit::retired);
}

TEST_CASE("an own file of any scheme, in UTF-8 or GB18030, with columns of its own") {
  const Catalog dotted = load_catalog(
      "\xEF\xBB\xBF名,code,name,level\nx,A.1,甲一,2\ny,A,甲,1\nz,A.1.1,甲一一,3\n", "own.csv");
  CHECK_FALSE(dotted.classification());
  CHECK(dotted.children("A") == std::vector<std::string_view>{"A.1"});
  const Catalog pairs = load_catalog("code,name\n01,\xBC\xD7\n0101,\xD2\xD2\n", "own.csv");
  CHECK(pairs.name_of("01")->name == "甲");
  CHECK(pairs.parent("0101") == "01");
  CHECK(load_catalog("code,name\n", "own.csv").entries().empty());
  CHECK(load_catalog("code,name\n30113,住房公积金\n", "own.csv").classification() ==
        Classification::economic_department);
  CHECK_FALSE(load_catalog("code,name\n30113,住房公积金\n201,别的\n", "own.csv").classification());
}

TEST_CASE("what is wrong with an own file is named by line and column") {
  CHECK(fault("") == "standard.csv.empty 1:1");
  CHECK(fault("code\n201\n") == "standard.csv.column 1:0");
  CHECK(fault("code,name\n201\n") == "standard.csv.fields 2:1");
  CHECK(fault("name,code\n科目,201\n名,\n") == "standard.csv.value 3:3");
  CHECK(fault("code,name\n201,\n") == "standard.csv.value 2:5");
  CHECK(fault("code,name\n201, 甲\n") == "standard.csv.value 2:5");
  CHECK(fault("code,name,status\n201,甲,sure\n") == "standard.csv.value 2:7");
  CHECK(fault("code,name,from_year\n201,甲,24\n") == "standard.csv.value 2:7");
  CHECK(fault("code,name,from_year,to_year\n201,甲,2024,2023\n") == "standard.csv.value 2:12");
  CHECK(fault("code,name,level\n201,甲,1\n20101,乙,3\n") == "standard.csv.value 3:9");
  CHECK(fault("code,name\n201,\xFF\xFF\n") == "document.encoding 0:0");
}

TEST_CASE("no bytes bring the reader down") {
  std::mt19937 random(23);
  const std::string sample =
      "code,name,level,to_year\n201,一般,1,2024\n\"20101\",\"人\"\"大\",2,\n";
  for (int round = 0; round < 3000; ++round) {
    std::string text = sample;
    for (auto n = random() % 4; n > 0; --n)
      text[random() % text.size()] = static_cast<char>(random());
    if (random() % 4 == 0) text.resize(random() % text.size());
    try {
      const Catalog catalog = load_catalog(text, "own.csv");
      for (const std::string_view code : catalog.codes()) CHECK(catalog.contains(code));
    } catch (const Error& error) {
      CHECK_FALSE(error.id().empty());
    }
  }
}
