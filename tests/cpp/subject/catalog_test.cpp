// SPDX-License-Identifier: Apache-2.0
#include <doctest/doctest.h>
#include <budget/subject/catalog.hpp>

#include <algorithm>
#include <memory>
#include <random>
#include <string>
#include <vector>

using namespace budget;

namespace {

SubjectCode code(std::string_view text) {
  return SubjectCode::parse(text);
}

CatalogEntry entry(std::string_view digits, std::string_view name,
                   CatalogStatus status = CatalogStatus::verified, std::optional<int> from = {},
                   std::optional<int> to = {}, std::string_view successor = {}) {
  return {digits, name, status, from, to, {}, successor, "a budget", from || to ? "years" : ""};
}

// 207 and 20805 with their real names by year; 2079903 with a name that is only recalled.
Catalog sample() {
  return Catalog(
      Classification::functional,
      {entry("207", "文化旅游体育与传媒支出"),
       entry("2079903", "文化产业发展专项支出", CatalogStatus::unverified),
       entry("20805", "行政事业单位养老支出"), entry("208", "社会保障和就业支出"),
       entry("2080501", "行政单位离退休"),
       entry("2080502", "事业单位离退休", CatalogStatus::single),
       entry("2010101", "行政运行", CatalogStatus::single), entry("2010601", "行政运行"),
       entry("207", "文化体育与传媒", CatalogStatus::renamed, {}, 2017, "文化体育与传媒支出"),
       entry("207", "文化体育与传媒支出", CatalogStatus::renamed, 2018, 2018,
             "文化旅游体育与传媒支出"),
       entry("207", "文化旅游体育与传媒支出", CatalogStatus::renamed, 2019),
       entry("208", "社会保障和就业", CatalogStatus::renamed, {}, {}, "社会保障和就业支出"),
       entry("20805", "行政事业单位离退休", CatalogStatus::renamed, 2018, 2022,
             "行政事业单位养老支出"),
       entry("20805", "行政事业单位养老支出", CatalogStatus::renamed, 2023)});
}

}  // namespace

TEST_CASE("the names of a code stand oldest first, and one name once") {
  const Catalog catalog = sample();
  std::vector<std::string> names;
  for (const CatalogEntry& one : catalog.entries(code("207"))) names.emplace_back(one.name);
  CHECK(names ==
        std::vector<std::string>{"文化体育与传媒", "文化体育与传媒支出", "文化旅游体育与传媒支出"});
  const CatalogEntry& latest = catalog.entries(code("207"))[2];
  CHECK(latest.status == CatalogStatus::verified);
  CHECK(latest.from_year == 2019);
  CHECK(latest.source == "a budget");
  CHECK(latest.years_source == "years");
  CHECK(catalog.entries(code("299")).empty());
  CHECK_FALSE(catalog.contains(code("20706")));
}

TEST_CASE("a name is to be expected in its years") {
  const Catalog catalog = sample();
  const auto name = [&](std::string_view digits, std::optional<int> year) {
    const CatalogEntry* found = catalog.name_of(code(digits), year);
    return found == nullptr ? std::string("none") : std::string(found->name);
  };
  CHECK(name("207", 2016) == "文化体育与传媒");
  CHECK(name("207", 2018) == "文化体育与传媒支出");
  CHECK(name("207", 2019) == "文化旅游体育与传媒支出");
  CHECK(name("207", {}) == "文化旅游体育与传媒支出");
  CHECK(name("20805", 2022) == "行政事业单位离退休");
  CHECK(name("20805", 2023) == "行政事业单位养老支出");
  CHECK(name("299", 2024) == "none");
}

TEST_CASE("a printed name is held against its code in its year") {
  const Catalog catalog = sample();
  struct Case {
    const char* digits;
    const char* printed;
    std::optional<int> year;
    NameFit fit;
  };
  for (const Case& row : {
           Case{"20805", "行政事业单位养老支出", 2024, NameFit::fits},
           {"20805", "（一）行政事业单位 养老支出", 2024, NameFit::fits},
           {"20805", "行政事业单位离退休", 2022, NameFit::fits},
           {"20805", "行政事业单位离退休", 2023, NameFit::retired},
           {"20805", "行政事业单位离退休", {}, NameFit::fits},
           // A year before the first print proves nothing.
           {"20805", "行政事业单位养老支出", 2015, NameFit::fits},
           {"20805", "行政事业单位养老", 2024, NameFit::abbreviation},
           {"20805", "卫生健康支出", 2024, NameFit::other_name},
           {"208", "社会保障和就业", 2024, NameFit::abbreviation},
           {"207", "文化体育与传媒", 2017, NameFit::fits},
           {"207", "文化体育与传媒", 2018, NameFit::abbreviation},
           {"207", "文化体育与传媒", 2019, NameFit::retired},
           {"207", "文化体育与传媒支出", 2024, NameFit::retired},
           {"207", "文化旅游体育与传媒", 2024, NameFit::abbreviation},
           {"2079903", "文化产业发展专项支出", 2024, NameFit::unproven},
           {"2079903", "别的名称", 2024, NameFit::unproven},
           {"299", "其他支出", 2024, NameFit::class_unknown},
       }) {
    CAPTURE(row.digits);
    CAPTURE(row.printed);
    CHECK(static_cast<int>(catalog.check(code(row.digits), row.printed, row.year).fit) ==
          static_cast<int>(row.fit));
  }
  const NameCheck retired = catalog.check(code("20805"), "行政事业单位离退休", 2024);
  REQUIRE(retired.found != nullptr);
  REQUIRE(retired.current != nullptr);
  CHECK(retired.found->successor == "行政事业单位养老支出");
  CHECK(retired.current->name == "行政事业单位养老支出");
}

TEST_CASE("a name leads to its codes, a wrong one to near names") {
  const Catalog catalog = sample();
  const auto found = catalog.with_name("1.行政 运行");
  REQUIRE(found.size() == 2);
  CHECK(found[0]->code == "2010101");
  CHECK(found[1]->code == "2010601");
  CHECK(catalog.with_name("行政").empty());

  const auto near = catalog.nearest("行政单位离退体");
  REQUIRE(near.size() >= 2);
  CHECK(near[0].entry->name == "行政单位离退休");
  CHECK(near[0].distance == 1);
  CHECK(near[1].entry->name == "事业单位离退休");
  CHECK(near[1].distance == 3);
  CHECK(catalog.nearest("行政运行", 1).front().entry->code == "2010101");
  CHECK(catalog.nearest("行政单位离退体", 0).empty());
  CHECK(catalog.nearest("完全没有的东西呀").empty());
  CHECK(catalog.nearest("").empty());
}

TEST_CASE("a code's parent is the nearest one above it that the catalog has") {
  using Codes = std::vector<std::string_view>;
  const Catalog catalog = sample();
  CHECK(catalog.children(code("208")) == Codes{"20805"});
  CHECK(catalog.children("20805") == Codes{"2080501", "2080502"});
  CHECK(catalog.children("207") == Codes{"2079903"});  // 20799 is not in it
  CHECK(catalog.children("2010601").empty());
  CHECK(catalog.children("999").empty());
  CHECK(catalog.classes() == Codes{"2010101", "2010601", "207", "208"});
  CHECK(catalog.parent("2080501") == "20805");
  CHECK(catalog.parent("2079901") == "207");
  CHECK_FALSE(catalog.parent("208"));
  CHECK_FALSE(catalog.parent("20"));
  CHECK_FALSE(catalog.parent(""));
  CHECK(catalog.level("2080501") == 3);
  CHECK(catalog.level("2079903") == 2);
  CHECK(catalog.level("2079901") == 0);
  CHECK(catalog.codes(CodeRange(code("2080501"), code("2080599"))) == Codes{"2080501", "2080502"});
  CHECK(catalog.codes(CodeRange::below(code("208"))) == Codes{"20805", "2080501", "2080502"});
  CHECK(catalog.codes().size() == 8);
}

TEST_CASE("a code is held against the catalog and against the one it is printed below") {
  const Catalog catalog = sample();
  const auto fit = [&](CodeText one, std::optional<CodeText> under = {}) {
    return to_string(catalog.check(one, "行政单位离退休", 2024, under).fit);
  };
  CHECK(fit("2080501", "20805") == "fits");
  CHECK(fit("2080501", "208") == "fits");
  CHECK(fit("2080501", "20804") == "wrong_parent");
  CHECK(fit("2080501", "2080501") == "wrong_parent");
  CHECK(fit("2080501", "") == "wrong_parent");
  CHECK(fit("2080599") == "code_unknown");
  CHECK(fit("2990501") == "class_unknown");
  CHECK(catalog.nearest_codes("2080503") ==
        std::vector<std::string_view>{"2080501", "2080502", "20805"});
  CHECK(catalog.nearest_codes("9999999").empty());
  CHECK(catalog.nearest_codes("2080503", 1) == std::vector<std::string_view>{"2080501"});
}

TEST_CASE("codes of any scheme: as many digits a level as one likes, with or without separators") {
  using Codes = std::vector<std::string_view>;
  const auto of = [](std::vector<std::string_view> codes) {
    std::vector<CatalogEntry> entries;
    for (const std::string_view one : codes) entries.push_back(entry(one, "名称"));
    return Catalog(std::nullopt, entries);
  };
  const Catalog pairs = of({"0102", "01", "010203", "01020304", "0102030405", "02", "0103"});
  CHECK(pairs.classes() == Codes{"01", "02"});
  CHECK(pairs.children("01") == Codes{"0102", "0103"});
  CHECK(pairs.level("0102030405") == 5);
  CHECK_FALSE(pairs.classification());

  const Catalog dotted = of({"1.10", "1.1.1", "1", "1.1", "10", "1.1.1.a"});
  CHECK(dotted.codes() == Codes{"1", "1.1", "1.1.1", "1.1.1.a", "1.10", "10"});
  CHECK(dotted.classes() == Codes{"1", "10"});
  CHECK(dotted.children("1") == Codes{"1.1", "1.10"});
  CHECK(dotted.contains("1-1-1"));  // other separators
  CHECK(dotted.parent("1.2") == "1");
  CHECK(dotted.check("1.2", "名称").fit == NameFit::code_unknown);
  CHECK(dotted.check("1.10", "名称", {}, "1.1").fit == NameFit::wrong_parent);
  CHECK(Catalog(std::nullopt, {}).classes().empty());
}

TEST_CASE("parents of random codes agree with looking through all of them") {
  std::mt19937 random(11);
  for (int round = 0; round < 200; ++round) {
    std::vector<std::string> codes;
    for (int i = 0; i < 30; ++i) {
      std::string one;
      for (auto n = 1 + random() % 5; n > 0; --n) one += round % 2 == 0 ? "12."[random() % 3] : '1';
      codes.push_back(one);
    }
    std::vector<CatalogEntry> entries;
    for (const std::string& one : codes) entries.push_back(entry(one, "名称"));
    const Catalog catalog(std::nullopt, entries);
    for (const std::string& one : codes) {
      std::optional<std::string> nearest;
      for (const std::string& other : codes) {
        if (catalog.lies_below(one, other) && (!nearest || other.size() > nearest->size()))
          nearest = other;
      }
      CAPTURE(one);
      const auto parent = catalog.parent(one);
      CHECK((parent ? std::optional(std::string(*parent)) : std::nullopt) == nearest);
      if (parent) {
        const auto children = catalog.children(*parent);
        CHECK(std::find(children.begin(), children.end(), one) != children.end());
      }
    }
  }
}

TEST_CASE("what followed a name: another name, another code, several, or nothing") {
  const auto ended = [](std::string_view successor, std::optional<int> to = 2020) {
    return entry("20805", "旧名", CatalogStatus::verified, {}, to, successor);
  };
  CHECK(end_of(ended("", {})) == NameEnd::open);
  CHECK(end_of(ended("")) == NameEnd::retired);
  CHECK(end_of(ended("新名")) == NameEnd::renamed);
  CHECK(end_of(ended("20899")) == NameEnd::moved);
  CHECK(end_of(ended("20899 新名")) == NameEnd::moved);
  CHECK(end_of(ended("20805 新名|20806 另一名")) == NameEnd::split);
  const auto split = ended("新名 | 20806 另一名|20807");
  const auto parts = successors(split);
  REQUIRE(parts.size() == 3);
  CHECK(parts[0].code == "20805");
  CHECK(parts[0].name == "新名");
  CHECK(parts[1].code == "20806");
  CHECK(parts[1].name == "另一名");
  CHECK(parts[2].code == "20807");
  CHECK(parts[2].name.empty());
}

TEST_CASE("an own catalog lies over another, code by code") {
  const Catalog own(Classification::functional,
                    {entry("2080501", "行政离退休"), entry("208050101", "本级离退休")});
  const Catalog both = overlaid(sample(), own);
  CHECK(both.classification() == Classification::functional);
  CHECK(both.entries("2080501").size() == 1);
  CHECK(both.name_of("2080501")->name == "行政离退休");
  CHECK(both.name_of("2080502")->name == "事业单位离退休");
  CHECK(both.children("2080501") == std::vector<std::string_view>{"208050101"});
  CHECK(both.entries("207").size() == 3);
  const Catalog other(std::nullopt, {entry("A1", "自有")});
  CHECK_FALSE(overlaid(sample(), other).classification());
  CHECK(overlaid(sample(), other).contains("A1"));
}

TEST_CASE("entries that cannot be are refused by code") {
  const auto refused = [](const CatalogEntry& bad) {
    try {
      (void)Catalog(Classification::functional, {bad});
    } catch (const DomainError& error) {
      CHECK(error.id() == "subject.catalog.entry");
      return error.argument();
    }
    return std::string("accepted");
  };
  CHECK(refused(entry("30113", "住房公积金")) == "30113");
  CHECK(refused(entry("201", "")) == "201");
  CHECK(refused(entry("202", "外交支出", CatalogStatus::verified, 2019, 2018)) == "202");
  CHECK(refused(entry("202", "外交支出", CatalogStatus::verified, 2018, 2018)) == "accepted");
  CHECK(Catalog(Classification::functional, {}).entries().empty());
}

TEST_CASE("a catalog keeps its texts alive and does not depend on the order of its entries") {
  std::vector<CatalogEntry> entries;
  std::vector<std::string> expected;
  {
    const Catalog catalog = sample();
    entries.assign(catalog.entries().begin(), catalog.entries().end());
    for (const CatalogEntry& one : entries) expected.emplace_back(one.name);
  }
  std::mt19937 random(3);
  for (int round = 0; round < 50; ++round) {
    std::shuffle(entries.begin(), entries.end(), random);
    std::vector<std::string> names;
    const Catalog catalog(Classification::functional, entries);
    for (const CatalogEntry& one : catalog.entries()) names.emplace_back(one.name);
    CHECK(names == expected);
  }

  auto text = std::make_shared<std::string>("“一带一路”支出，一个足够长的名称");
  std::optional<Catalog> catalog;
  {
    const Catalog built(Classification::functional,
                        {CatalogEntry{"201", *text, {}, {}, {}, {}, {}, {}, {}}}, Keeper::of(text));
    catalog = built;
  }
  const std::weak_ptr<std::string> watched = text;
  text.reset();
  CHECK(catalog->with_name("一带一路支出，一个足够长的名称").size() == 1);
  CHECK_FALSE(watched.expired());
  catalog.reset();
  CHECK(watched.expired());
}

TEST_CASE("statuses and their words") {
  for (const char* word : {"verified", "single", "name-only", "renamed", "separate", "inferred",
                           "code-seen", "unverified"}) {
    CAPTURE(word);
    REQUIRE(parse_catalog_status(word));
    CHECK(to_string(*parse_catalog_status(word)) == word);
  }
  CHECK(parse_catalog_status("name-and-code-seen-separately") == CatalogStatus::separate);
  CHECK_FALSE(parse_catalog_status("Verified"));
  CHECK_FALSE(parse_catalog_status(""));
}
