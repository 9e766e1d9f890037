// SPDX-License-Identifier: Apache-2.0
#include <budget/obligation/judge.hpp>

#include <doctest/doctest.h>

#include <algorithm>
#include <cstdint>
#include <random>
#include <string>
#include <vector>

using namespace budget;

namespace {

Outcome judged(const std::string& percentage, const std::string& part, const std::string& base,
               Unit unit = Unit::wan_yuan) {
  return judge_ratio(Figure(percentage), Figure(part, unit), Figure(base, unit));
}

// 1234 → "12.34"
std::string hundredths(std::int64_t value) {
  const std::int64_t size = value < 0 ? -value : value;
  std::string digits = std::to_string(size % 100);
  if (digits.size() < 2) digits = "0" + digits;
  return (value < 0 ? "-" : "") + std::to_string(size / 100) + "." + digits;
}

}  // namespace

TEST_CASE("percentages beside what they are computed from") {
  struct Case {
    std::string percentage, part, base;
    Status status;
  };
  for (const Case& one : std::vector<Case>{
           {"-10.95%", "-12.30", "112.30", Status::exact},     // −10.9528
           {"-10.95", "-12.30", "112.30", Status::exact},      // its column is in percent
           {"-10.96%", "-12.30", "112.30", Status::rounding},  // −12.305 ÷ 112.295 = −10.9577
           {"-10.97%", "-12.30", "112.30", Status::violated},
           {"-12.30%", "-12.30", "112.30", Status::violated},  // divided by this year's amount
           {"10.95%", "-12.30", "112.30", Status::violated},
           {"23.84", "7.70", "32.30", Status::exact},
           {"5%", "1.00", "19.20", Status::exact},
           {"8‰", "0.80", "100.00", Status::exact},
           {"0.8%", "0.80", "100.00", Status::exact},
           {"1.63%", "24,300元", "149.16", Status::exact},  // 2.43 of 149.16
           {"0.00%", "0.00", "112.30", Status::exact},
           {"-100.00", "-9.41", "9.41", Status::exact},
       }) {
    CAPTURE(one.percentage);
    CAPTURE(one.part);
    CHECK(judged(one.percentage, one.part, one.base).status == one.status);
  }
}

TEST_CASE("without a base or a percentage nothing is stated, but growth from nothing is reported") {
  for (const std::string base : {"", "—", "0", "0.00"}) {
    CAPTURE(base);
    CHECK(judged("100%", "5.00", base).status == Status::violated);
    CHECK(judged("0%", "0.00", base).status == Status::not_applicable);
    CHECK(judged("", "5.00", base).status == Status::not_applicable);
    CHECK(judged("-", "5.00", base).status == Status::not_applicable);
    CHECK(judged("不可比", "5.00", base).status == Status::not_applicable);
  }
  CHECK(judged("5.00%", "", "100.00").why == Undecided::not_stated);
  CHECK(judged("5.00%", "5.00", "见附件").status == Status::not_read);
  CHECK(judged("5.0.0%", "5.00", "100.00").status == Status::not_read);
  CHECK(judged("5.00%", "5%", "100.00").status == Status::not_read);
}

TEST_CASE("units: both known or both unknown") {
  CHECK(judged("5.00%", "5.00", "100.00", Unit::unknown).status == Status::exact);
  CHECK(judge_ratio(Figure("5.00%"), Figure("5.00", Unit::wan_yuan), Figure("100.00")).why ==
        Undecided::unit_unknown);
}

TEST_CASE("the sides are told in percent") {
  const Outcome outcome = judged("-12.30%", "-12.30", "112.30");
  CHECK(to_string(*outcome.left_printed) == "-12.30");
  CHECK(to_string(*outcome.right_printed) == "-10.9528");
  CHECK(to_string(outcome.right->low()) == "-10.9578");
  CHECK(to_string(outcome.right->high()) == "-10.9478");
  CHECK_FALSE(outcome.in_yuan);
}

TEST_CASE("violated exactly where no quotient of amounts prints so") {
  std::mt19937_64 random(20240315);
  int violated = 0, held = 0;
  for (int i = 0; i < 3'000; ++i) {
    const auto base = static_cast<std::int64_t>(1 + random() % 3'000);
    const auto part = static_cast<std::int64_t>(random() % 6'000) - 3'000;
    const auto off = static_cast<std::int64_t>(random() % 301) - 150;
    const std::int64_t percent = part * 10'000 / base + (base < 300 ? off * 20 : off);
    const Outcome outcome = judged(hundredths(percent), hundredths(part), hundredths(base));
    // Ends in half hundredths; base > 0, so the quotient is extreme at the ends of the base.
    std::vector<Ratio> quotients;
    for (const std::int64_t a : {2 * part - 1, 2 * part + 1})
      for (const std::int64_t b : {2 * base - 1, 2 * base + 1})
        quotients.push_back(Ratio::of(a, b));
    const auto [low, high] = std::minmax_element(quotients.begin(), quotients.end());
    const bool meets =
        *low <= Ratio::of(2 * percent + 1, 20'000) && Ratio::of(2 * percent - 1, 20'000) <= *high;
    CAPTURE(percent);
    CAPTURE(part);
    CAPTURE(base);
    CHECK((outcome.status != Status::violated) == meets);
    ++(meets ? held : violated);
  }
  CHECK(violated > 300);
  CHECK(held > 300);
}
