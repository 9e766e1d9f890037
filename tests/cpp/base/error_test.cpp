// SPDX-License-Identifier: Apache-2.0
#include <budget/base/error.hpp>
#include <budget/base/lookup_error.hpp>
#include <budget/base/text.hpp>

#include <doctest/doctest.h>

#include <string>

using namespace budget;

namespace {

template <class Thrown>
const Error& caught_as_root(const Thrown& thrown) {
  static Error copy("", {});
  try {
    detail::raise(thrown);
  } catch (const Error& error) {
    copy = error;
  }
  return copy;
}

}  // namespace

TEST_CASE("every error arrives under the root with its id, place and both languages") {
  const Place place{"budget.rules", 0, 3, 7, {}};
  for (const Error& error : {
           Error(caught_as_root(OverflowError("amount.overflow", "add", "1元", "2元"))),
           Error(caught_as_root(UnitMismatch("amount.unit_unknown", "", "元"))),
           Error(caught_as_root(
               ParseError("amount.parse", "1,2", "misplaced_separator", {"甲", "a"}, 1))),
           Error(caught_as_root(ReadError("document.empty", {"空文件", "empty file"}, place))),
           Error(caught_as_root(RuleError("rule.syntax", {"语法", "syntax"}, place, "'='"))),
           Error(caught_as_root(LookupError("rule.table", "支出表", {"支出总表"}, place))),
           Error(caught_as_root(DivisionByZero("5元"))),
           Error(caught_as_root(DomainError("amount.scale", {"小数位", "digits"}, "39"))),
       }) {
    CAPTURE(error.id());
    CHECK(error.id().find('.') != std::string_view::npos);
    CHECK_FALSE(error.message().zh.empty());
    CHECK_FALSE(error.message().en.empty());
    CHECK(error.what() == error.message().en);
  }
}

TEST_CASE("errors carry what they speak of as fields") {
  const OverflowError overflow("amount.overflow", "add", "1元", "2元");
  CHECK(overflow.operation() == "add");
  CHECK(overflow.left() == "1元");
  CHECK(overflow.right() == "2元");

  const UnitMismatch mismatch("amount.unit", "万元", "元");
  CHECK(mismatch.left() == "万元");
  CHECK(mismatch.right() == "元");

  const ParseError parse("amount.parse", "1,2", "misplaced_separator", {"甲", "a"}, 3);
  CHECK(parse.text() == "1,2");
  CHECK(parse.reason() == "misplaced_separator");
  CHECK(parse.position() == 3);

  const RuleError rule("rule.syntax", {"语法", "syntax"}, {"budget.rules", 0, 3, 7, {}}, "'='");
  CHECK(rule.expected() == "'='");
  CHECK(rule.place().line == 3);
  CHECK(rule.place().column == 7);

  const LookupError lookup("rule.table", "支出表", {"支出总表", "收入总表"});
  CHECK(lookup.name() == "支出表");
  CHECK(lookup.suggestions().size() == 2);
  CHECK(std::string(lookup.what()).find("支出总表, 收入总表") != std::string::npos);
}

TEST_CASE("a message shows only the head of a long text, cut between characters") {
  std::string text;
  for (int i = 0; i < 50'000; ++i) text += "元";
  for (const std::string prefix : {"", "a", "ab"}) {
    const ParseError error("amount.parse", prefix + text, "too_long", {"过长", "too long"}, 0);
    CHECK(error.message().en.size() < 120);
    CHECK_FALSE(first_invalid_utf8(error.message().en).has_value());
    CHECK_FALSE(first_invalid_utf8(error.message().zh).has_value());
    CHECK(error.text().size() == prefix.size() + text.size());
  }
}
