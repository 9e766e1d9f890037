// SPDX-License-Identifier: Apache-2.0
#include <doctest/doctest.h>
#include <budget/subject/code_info.hpp>
#include <budget/subject/correspondence.hpp>

#include <string>
#include <vector>

using namespace budget;

namespace {

SubjectCode code(std::string_view text) {
  return SubjectCode::parse(text);
}

// 工资奖金津补贴 and its first partners, and one department subject with two government ones.
Correspondence sample() {
  return Correspondence({{code("50101"), code("30103"), CatalogStatus::verified, "table"},
                         {code("50101"), code("30101"), CatalogStatus::unverified, "recalled"},
                         {code("50101"), code("30101"), CatalogStatus::verified, "table"},
                         {code("50501"), code("301"), CatalogStatus::verified, "class"},
                         {code("50501"), code("30107"), CatalogStatus::unverified, "recalled"},
                         {code("50599"), std::nullopt, CatalogStatus::unverified, "recalled"}});
}

}  // namespace

TEST_CASE("pairs are found from either side with the better status") {
  const Correspondence pairs = sample();
  CHECK(pairs.pairs().size() == 5);
  CHECK(pairs.status(code("50101"), code("30101")) == CatalogStatus::verified);
  CHECK(pairs.status(code("50501"), code("30101")) == CatalogStatus::verified);
  CHECK(pairs.status(code("50501"), code("30107")) == CatalogStatus::unverified);
  CHECK(pairs.status(code("50599"), code("30201")) == CatalogStatus::unverified);
  CHECK_FALSE(pairs.status(code("50599"), code("50101")));
  CHECK_FALSE(pairs.status(code("50501"), code("30201")));
  CHECK_FALSE(pairs.status(code("30101"), code("50101")));
  std::vector<std::string> found;
  for (const CorrespondingPair& pair : pairs.of(code("30101")))
    found.push_back(to_string(pair.government));
  CHECK(found == std::vector<std::string>{"50101", "50501", "50599"});
  CHECK(pairs.of(code("50101")).size() == 2);
  CHECK(pairs.of(code("50201")).empty());
  CHECK(pairs.of(code("30201")).size() == 1);
}

TEST_CASE("all that is known about a code") {
  const Catalog department(
      Classification::economic_department,
      {{"301", "工资福利支出", CatalogStatus::verified, {}, {}, {}, {}, "a", {}},
       {"30101", "基本工资", CatalogStatus::verified, 2018, {}, {}, {}, "a", "y"},
       {"30103", "奖金", CatalogStatus::verified, {}, {}, {}, {}, "a", {}}});
  const Catalog government(
      Classification::economic_government,
      {CatalogEntry{"50101", "工资奖金津补贴", CatalogStatus::single, {}, {}, {}, {}, "a", {}}});
  const auto group = code_info(department, code("301"), 2024);
  REQUIRE(group);
  CHECK(group->ancestors.empty());
  REQUIRE(group->children.size() == 2);
  CHECK(group->children[1].name == "奖金");

  const auto plain = code_info(department, code("30101"));
  REQUIRE(plain);
  const CodeInfo info = with_partners(*plain, sample(), government);
  REQUIRE(info.ancestors.size() == 1);
  CHECK(info.ancestors[0].name == "工资福利支出");
  REQUIRE(info.names.size() == 1);
  CHECK(info.names[0].current);
  CHECK(info.names[0].from_year == 2018);
  CHECK(info.names[0].years_source == "y");
  REQUIRE(info.partners.size() == 3);
  CHECK(info.partners[0].subject->name == "工资奖金津补贴");
  CHECK(info.partners[0].status == CatalogStatus::verified);
  CHECK(info.partners[1].subject->name.empty());  // 50501 is not in this catalog
  CHECK_FALSE(code_info(department, code("399")));
}
