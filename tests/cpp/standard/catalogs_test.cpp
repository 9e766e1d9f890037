// SPDX-License-Identifier: Apache-2.0
#include <doctest/doctest.h>
#include <budget/standard/catalogs.hpp>
#include <budget/subject/name.hpp>

#include <map>
#include <set>
#include <string>
#include <thread>
#include <vector>

using namespace budget;

namespace {

SubjectCode code(std::string_view text) {
  return SubjectCode::parse(text);
}

std::string fit(const Catalog& catalog, std::string_view digits, std::string_view printed,
                int year) {
  return std::string(to_string(catalog.check(code(digits), printed, year).fit));
}

}  // namespace

TEST_CASE("the catalogs hold what was read, no more and no less") {
  std::map<CatalogStatus, int> count;
  for (const CatalogEntry& entry : functional_catalog().entries()) ++count[entry.status];
  CHECK(count[CatalogStatus::verified] == 37);
  CHECK(count[CatalogStatus::single] == 113);
  CHECK(count[CatalogStatus::name_only] == 19);
  CHECK(count[CatalogStatus::code_seen] == 125);
  CHECK(count[CatalogStatus::unverified] == 1117);
  CHECK(count[CatalogStatus::renamed] > 30);
  CHECK(functional_catalog().classes().size() == 30);
  CHECK(economic_department_catalog().entries().size() == 110);
  CHECK(economic_government_catalog().entries().size() == 85);
  CHECK(revenue_catalog().entries().size() == 75);
  CHECK(economic_correspondence().pairs().size() == 120);
  for (const auto classification : {Classification::functional, Classification::economic_department,
                                    Classification::economic_government, Classification::revenue}) {
    const Catalog& catalog = standard_catalog(classification);
    CHECK(catalog.classification() == classification);
    for (const CatalogEntry& entry : catalog.entries()) {
      CAPTURE(entry.name);
      CHECK_FALSE(entry.source.empty());
      // Official names are keys, but for the quotation marks that keys drop.
      CHECK((subject_key(entry.name) == entry.name || entry.name.find("“") != entry.name.npos));
      // Every code hangs under a class that the catalog has.
      CHECK(catalog.contains(*code(entry.code).at(SubjectLevel::Class)));
    }
  }
}

TEST_CASE("names of a 2024 budget and their years") {
  const Catalog& functional = functional_catalog();
  struct Case {
    const char* digits;
    const char* printed;
    int year;
    const char* fit;
  };
  for (const Case& row : {
           Case{"201", "一、一般公共服务支出", 2024, "fits"},
           {"2010608", "财政委托业务支出", 2024, "fits"},
           {"2080505", "机关事业单位基本养老保险缴费支出", 2024, "fits"},
           {"215", "十五、资源勘探工业信息等\n支出", 2024, "fits"},
           {"215", "资源勘探信息等支出", 2024, "retired"},
           {"215", "资源勘探信息等支出", 2019, "fits"},
           {"210", "医疗卫生与计划生育支出", 2018, "fits"},
           {"210", "医疗卫生与计划生育支出", 2019, "retired"},
           {"210", "卫生健康", 2024, "abbreviation"},
           {"20805", "行政事业单位离退休", 2024, "retired"},
           {"202", "外交", 2024, "abbreviation"},
           {"208", "卫生健康支出", 2024, "other_name"},
           {"2010102", "一般行政管理事务", 2024, "unproven"},
           {"299", "其他支出", 2024, "class_unknown"},
           {"20897", "其他支出", 2024, "code_unknown"},
           // No document read proves the end of this name.
           {"2080504", "未归口管理的行政单位离退休", 2024, "fits"},
       }) {
    CAPTURE(row.digits);
    CAPTURE(row.printed);
    CHECK(fit(functional, row.digits, row.printed, row.year) == row.fit);
  }
  CHECK(fit(economic_department_catalog(), "30113", "住房公积金", 2024) == "fits");
  CHECK(fit(economic_department_catalog(), "30112", "其他社会保障缴费", 2024) == "fits");
  CHECK(functional.with_name("住房公积金").front()->code == "2210201");
  CHECK(functional.nearest("机关事业单位基本养老保险费支出").front().entry->code == "2080505");
}

TEST_CASE("every renamed name leads to a name of the same code") {
  std::set<SubjectCode> seen;
  for (const CatalogEntry& entry : functional_catalog().entries()) {
    if (entry.successor.empty()) continue;
    CAPTURE(entry.name);
    const NameCheck next = functional_catalog().check(entry.code, entry.successor);
    CHECK(next.found != nullptr);
    if (entry.to_year) {
      // A proven end is the year before the successor's first print.
      CHECK(fit(functional_catalog(), entry.code, entry.successor, *entry.to_year + 1) == "fits");
    }
    seen.insert(code(entry.code));
  }
  CHECK(seen.size() > 25);
}

TEST_CASE("the economic classifications meet") {
  const Correspondence& pairs = economic_correspondence();
  CHECK(pairs.status(code("50101"), code("30101")) == CatalogStatus::verified);
  CHECK(pairs.status(code("50103"), code("30113")) == CatalogStatus::verified);
  // A subsidy to an institution pays every subject of the class.
  CHECK(pairs.status(code("50501"), code("30113")) == CatalogStatus::verified);
  CHECK_FALSE(pairs.status(code("50501"), code("30201")));
  CHECK(pairs.status(code("50207"), code("30212")) == CatalogStatus::unverified);
  for (const CorrespondingPair& pair : pairs.pairs()) {
    CAPTURE(pair.government);
    CHECK(economic_government_catalog().contains(pair.government));
    if (pair.department) CHECK(economic_department_catalog().contains(*pair.department));
  }
}

TEST_CASE("all that is known about a code") {
  const auto housing = standard_code_info(code("30113"), 2024);
  REQUIRE(housing);
  CHECK(housing->classification == Classification::economic_department);
  CHECK(housing->names.back().name == "住房公积金");
  CHECK(housing->ancestors.front().name == "工资福利支出");
  REQUIRE_FALSE(housing->partners.empty());
  CHECK(housing->partners.front().subject->code == code("50103"));

  const auto old = standard_code_info(code("207"), 2018);
  REQUIRE(old);
  REQUIRE(old->names.size() == 3);
  CHECK(old->names[1].current);
  CHECK(old->names[1].to_year == 2018);
  CHECK_FALSE(old->children.empty());
  CHECK(standard_code_info(code("2010601"))->ancestors.size() == 2);
  CHECK(standard_code_info(code("103060103"))->ancestors.size() == 3);
  CHECK_FALSE(standard_code_info(code("401")));
  CHECK_FALSE(standard_code_info(code("299")));
}

TEST_CASE("catalogs are read from many threads") {
  std::vector<std::thread> threads;
  std::vector<std::size_t> found(8);
  for (std::size_t i = 0; i < found.size(); ++i) {
    threads.emplace_back(
        [&found, i] { found[i] = functional_catalog().with_name("行政运行").size(); });
  }
  for (std::thread& thread : threads) thread.join();
  for (const std::size_t count : found) CHECK(count == found.front());
  CHECK(found.front() > 3);
}
