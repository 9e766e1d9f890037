// SPDX-License-Identifier: Apache-2.0
#include <budget/obligation/judge.hpp>

#include <doctest/doctest.h>

#include <string>
#include <vector>

using namespace budget;

namespace {

using Terms = std::vector<PrintedTerm>;

// "3.60" in 万元 unless a unit is glued behind; a leading − gives the coefficient.
Terms terms(const std::vector<std::string>& texts, Unit unit = Unit::wan_yuan) {
  Terms result;
  for (const std::string& text : texts) {
    const bool minus = text.starts_with("~");
    result.push_back({minus ? -1 : 1, Figure(minus ? text.substr(1) : text, unit)});
  }
  return result;
}

Outcome equal(const std::vector<std::string>& left, const std::vector<std::string>& right,
              Unit unit = Unit::wan_yuan) {
  return judge(terms(left, unit), Relation::equal, terms(right, unit));
}

}  // namespace

TEST_CASE("sums as published") {
  struct Case {
    std::vector<std::string> left, right;
    Status status;
  };
  for (const Case& one : std::vector<Case>{
           {{"2794.26"}, {"1083.23", "1711.03"}, Status::exact},
           {{"64.55"}, {"46.20", "18.36"}, Status::rounding},
           {{"3296.30"}, {"2797.94", "317.57", "65.15", "115.63"}, Status::rounding},
           {{"2749.26"}, {"1083.23", "1711.03"}, Status::violated},
           {{"64.54"}, {"46.20", "18.36"}, Status::violated},  // 0.02 > 3 · 0.005
           {{"3296.30"}, {"3,296.30", ""}, Status::exact},
           {{"3296.30"}, {"3296.30", "—", ""}, Status::exact},
           {{"1.00"}, {"3.00", "~2.00"}, Status::exact},
           {{"36301万元"}, {"3.6301亿元"}, Status::exact},
           {{"2,132,777.54元"}, {"213.28万元"}, Status::rounding},
           {{"2,132,777.54元"}, {"213.27万元"}, Status::violated},
       }) {
    CAPTURE(one.left.front());
    CAPTURE(one.right.front());
    CHECK(equal(one.left, one.right).status == one.status);
  }
}

TEST_CASE("twice an amount is twice that amount, and no average of it") {
  const auto twice = [](const char* text) { return Terms{{2, Figure(text, Unit::yuan)}}; };
  const auto total = [](const char* text) { return Terms{{1, Figure(text, Unit::yuan)}}; };
  CHECK(judge(total("100.00"), Relation::equal, twice("50.00")).status == Status::exact);
  CHECK(judge(total("100.01"), Relation::equal, twice("50.00")).status == Status::violated);
}

TEST_CASE("the arithmetic is shown in yuan") {
  const Outcome outcome = equal({"64.55"}, {"46.20", "18.36"});
  CHECK(outcome.in_yuan);
  CHECK(*outcome.left_printed == Decimal::parse("645500"));
  CHECK(*outcome.right_printed == Decimal::parse("645600"));
  CHECK(*outcome.left == Interval<Decimal>(Decimal::of(645450), Decimal::of(645550)));
  CHECK(*outcome.right == Interval<Decimal>(Decimal::of(645500), Decimal::of(645700)));
  CHECK(*outcome.strain == Ratio::of(2, 3));  // 100 of 150 元
}

TEST_CASE("sums that only touch hold, with strain 1") {
  const Outcome outcome = equal({"10.00元", "0.1元"}, {"10.15元"}, Unit::yuan);
  CHECK(outcome.status == Status::rounding);
  CHECK(*outcome.strain == Ratio::of(1));
}

TEST_CASE("one quantity printed twice prints the same digits") {
  const Outcome twice = equal({"64.55"}, {"64.56"});
  CHECK(twice.status == Status::violated);
  CHECK(twice.same_digits_demanded);
  // A sum with one number that is not blank is such a restatement.
  CHECK(equal({"64.55"}, {"64.56", "", "-"}).same_digits_demanded);
  // A printed zero is an interval and an addend like any other.
  CHECK(equal({"64.55"}, {"64.56", "0.00"}).status == Status::rounding);
  // Other digits or another unit: intervals decide.
  CHECK(equal({"64.55"}, {"64.6"}).status == Status::rounding);
  CHECK(equal({"64.55"}, {"645,501元"}).status == Status::rounding);
  CHECK(equal({"64.55"}, {"645,551元"}).status == Status::violated);
  // What stands in the sum with a minus is no restatement.
  CHECK(equal({"~64.55"}, {"~64.56"}).status == Status::rounding);
}

TEST_CASE("blank and dash: zero as addends, nothing stated as a total") {
  for (const char* nothing : {"", "-", "—", "无"}) {
    CAPTURE(nothing);
    const Outcome outcome = equal({nothing}, {"1.00", "2.00"});
    CHECK(outcome.status == Status::not_applicable);
    CHECK(outcome.why == Undecided::not_stated);
    CHECK(outcome.unstated_total);
    CHECK_FALSE(equal({nothing}, {"0.00", "0.00"}).unstated_total);
    CHECK(equal({"1.00"}, {nothing}).why == Undecided::not_stated);
    CHECK(equal({nothing}, {"", ""}).why == Undecided::nothing_printed);
    // A stated total whose several parts are all blank: the parts are zero.
    CHECK(equal({"1.00"}, {nothing, ""}).status == Status::violated);
    CHECK(equal({"0.00"}, {nothing, ""}).status == Status::exact);
  }
}

TEST_CASE("the literal zero is stated") {
  CHECK(equal({"5.00"}, {}).status == Status::violated);
  CHECK(equal({"0.00"}, {}).status == Status::exact);
  CHECK(equal({""}, {}).why == Undecided::nothing_printed);
}

TEST_CASE("words and unreadable figures are not judged") {
  CHECK(equal({"1.00"}, {"不可比", "1.00"}).status == Status::not_read);
  CHECK(equal({"1.00"}, {"不可比"}).why == Undecided::label_in_cell);
  CHECK(equal({"1.00"}, {"12..5"}).why == Undecided::unreadable);
  CHECK(equal({"5%"}, {"5%"}).why == Undecided::label_in_cell);
}

TEST_CASE("units: one unknown unit is judged in it, mixed ones are not") {
  const Outcome unknown = equal({"64.55"}, {"46.20", "18.36"}, Unit::unknown);
  CHECK(unknown.status == Status::rounding);
  CHECK_FALSE(unknown.in_yuan);
  CHECK(*unknown.right == Interval<Decimal>(Decimal::parse("64.55"), Decimal::parse("64.57")));
  CHECK(judge(terms({"1.00"}), Relation::equal, terms({"1.00"}, Unit::unknown)).why ==
        Undecided::unit_unknown);
}

TEST_CASE("at most: violated only if the least left exceeds the greatest right") {
  const auto at_most = [](const char* left, const char* right) {
    return judge(terms({left}), Relation::at_most, terms({right}));
  };
  CHECK(at_most("1.00", "1.00").status == Status::exact);
  CHECK(at_most("1.00", "5.00").status == Status::exact);
  CHECK(at_most("1.01", "1.00").status == Status::rounding);
  CHECK(at_most("1.02", "1.00").status == Status::violated);
  CHECK(at_most("1.02", "").unstated_total);
  CHECK_FALSE(at_most("", "1.02").unstated_total);
}

TEST_CASE("a sum that holds only if nearly all figures round one way") {
  const std::vector<std::string> parts(12, "1.00");
  // 12 · 5² = 300 < 25 · 13 = 325 < 12 · 6² = 432
  CHECK_FALSE(equal({"12.05"}, parts).unlikely_rounding);
  const Outcome unlikely = equal({"12.06"}, parts);
  CHECK(unlikely.status == Status::rounding);
  CHECK(unlikely.unlikely_rounding);
  CHECK_FALSE(equal({"7.04"}, std::vector<std::string>(7, "1.00")).unlikely_rounding);
}

TEST_CASE("what is impossible only if zeros were cut says so") {
  // The table prints 1083.23: a shorter figure may have lost a zero, or may be less precise.
  const auto widened = [](const char* text) {
    return PrintedTerm{1, Figure(text, Unit::wan_yuan).with_digits(2)};
  };
  const Terms left{widened("2794.3")};
  const Outcome outcome =
      judge(left, Relation::equal, Terms{widened("1083.23"), widened("1711.03")});
  CHECK(outcome.status == Status::violated);
  CHECK(outcome.only_if_zeros_cut);
  const Terms wrong{widened("2749.3")};
  const Outcome either =
      judge(wrong, Relation::equal, Terms{widened("1083.23"), widened("1711.03")});
  CHECK(either.status == Status::violated);
  CHECK_FALSE(either.only_if_zeros_cut);
}

TEST_CASE("numbers too long to add are not decided, never wrong") {
  const std::string nines(38, '9');
  CHECK(equal({nines}, {nines, "1"}, Unit::yuan).status == Status::not_decided);
}
