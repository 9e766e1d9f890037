// SPDX-License-Identifier: Apache-2.0
#include <budget/audit/cause.hpp>

#include <doctest/doctest.h>

#include <algorithm>
#include <string>
#include <tuple>

using namespace budget;

namespace {

bool leads_to(const std::string& printed, Cause cause, const std::string& meant) {
  const Decimal value = Decimal::parse(meant);
  const auto all = origins(Decimal::parse(printed), value.scale());
  return std::any_of(all.begin(), all.end(), [&](const Origin& origin) {
    return origin.cause == cause && origin.low <= value && value <= origin.high;
  });
}

}  // namespace

TEST_CASE("a figure gone wrong in a known way can be traced back") {
  struct Case {
    std::string printed;
    Cause cause;
    std::string meant;
  };
  for (const Case& one : {
           Case{"2749.26", Cause::transposition, "2794.26"},
           Case{"64.20", Cause::transposition, "46.20"},
           Case{"60.12", Cause::transposition, "61.02"},
           Case{"2114.50", Cause::decimal_slip, "211.45"},
           Case{"32.08", Cause::decimal_slip, "320.79"},  // a digit was lost by the slip
           Case{"320.8", Cause::decimal_slip, "32.08"},
           Case{"6.46", Cause::decimal_slip, "64.55"},  // rounded after the slip
           Case{"63.60", Cause::decimal_slip, "0.64"},
           Case{"0.06", Cause::decimal_slip, "0.60"},
           Case{"0.60", Cause::decimal_slip, "0.06"},
           Case{"32963000", Cause::unit_slip, "3296.30"},  // 元 in a table of 万元
           Case{"0.33", Cause::unit_slip, "3296.30"},
           Case{"-15.00", Cause::sign, "15.00"},
           Case{"297.94", Cause::dropped_digit, "2797.94"},
           Case{"3.0", Cause::dropped_digit, "3.60"},
           Case{"27977.94", Cause::added_digit, "2797.94"},
           Case{"2797.944", Cause::added_digit, "2797.94"},
           Case{"2797.54", Cause::changed_digit, "2797.94"},
           Case{"115.62", Cause::truncated, "115.63"},
           Case{"-115.62", Cause::truncated, "-115.63"},
       }) {
    CAPTURE(one.printed);
    CAPTURE(one.meant);
    CHECK(leads_to(one.printed, one.cause, one.meant));
  }
}

TEST_CASE("a figure is not traced to what no slip of that kind gives") {
  CHECK_FALSE(leads_to("2749.26", Cause::transposition, "2794.62"));
  CHECK_FALSE(leads_to("2794.26", Cause::transposition, "2749.62"));
  CHECK_FALSE(leads_to("300.02", Cause::transposition, "320.00"));
  CHECK_FALSE(leads_to("211.45", Cause::decimal_slip, "2115.00"));
  CHECK_FALSE(leads_to("115.63", Cause::truncated, "115.62"));
  CHECK_FALSE(leads_to("2797.94", Cause::changed_digit, "2797.94"));
  CHECK_FALSE(leads_to("2.00", Cause::unit_slip, "20311.00"));
}

TEST_CASE("no digit is dropped behind the last that the figures around it have") {
  CHECK_FALSE(leads_to("1.67", Cause::dropped_digit, "1.27"));
  CHECK(std::ranges::none_of(origins(Decimal::parse("1.67"), 2), [](const Origin& origin) {
    return origin.cause == Cause::dropped_digit && origin.low.scale() > 2;
  }));
  CHECK(leads_to("1.6", Cause::dropped_digit, "1.67"));
}

TEST_CASE("one digit times a power of ten explains too much to be claimed") {
  CHECK_FALSE(leads_to("0.03", Cause::unit_slip, "312.00"));
  CHECK_FALSE(leads_to("5", Cause::decimal_slip, "52"));
  CHECK_FALSE(leads_to("20.00", Cause::unit_slip, "0.00"));
  CHECK_FALSE(leads_to("20.00", Cause::unit_slip, "0.02"));
}

TEST_CASE("origins come simplest cause first and are never the figure itself") {
  const Decimal printed = Decimal::parse("2749.26");
  const auto all = origins(printed, 2);
  REQUIRE_FALSE(all.empty());
  CHECK(std::is_sorted(all.begin(), all.end(),
                       [](const Origin& a, const Origin& b) { return a.cause < b.cause; }));
  for (const Origin& origin : all) {
    CHECK(origin.low <= origin.high);
    CHECK((printed < origin.low || origin.high < printed));
  }
}

TEST_CASE("what is too long, too fine or zero has no origins") {
  CHECK(origins(Decimal::parse("0.00"), 2).empty());
  CHECK(origins(Decimal::parse("12345678901234567"), 2).empty());
  CHECK(origins(Decimal::parse("0.1234567890123"), 2).empty());
  CHECK(origins(Decimal::parse("1.00"), 13).empty());
  CHECK(origins(Decimal::parse("1.00"), -1).empty());
  CHECK_FALSE(origins(Decimal::parse("9999999999999999"), 12).empty());
  CHECK_FALSE(origins(Decimal::parse("9999.999999999999"), 12).empty());
}

TEST_CASE("every cause has its own interface name") {
  std::vector<std::string_view> names;
  for (int i = 0; i <= static_cast<int>(Cause::unit_not_printed); ++i) {
    names.push_back(to_string(static_cast<Cause>(i)));
    CHECK_FALSE(names.back().empty());
  }
  std::sort(names.begin(), names.end());
  CHECK(std::adjacent_find(names.begin(), names.end()) == names.end());
}
