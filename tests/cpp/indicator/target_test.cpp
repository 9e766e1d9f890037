// SPDX-License-Identifier: Apache-2.0
#include <budget/indicator/target.hpp>

#include <doctest/doctest.h>

#include <array>
#include <string>
#include <utility>
#include <vector>

using namespace budget;

namespace {

std::string shown(const Target& target) {
  std::string text(symbol(target.comparator()));
  if (target.is_about()) text += "约";
  if (target.is_each()) text += "各";
  if (const auto quantity = target.quantity()) return text + to_string(*quantity);
  if (target.values()) return to_string(*target.values()) + to_string(target.measure());
  return text;
}

std::string latest(const std::string& text) {
  const Target target(text);
  if (!target.due()) return std::string(symbol(target.form()));
  const auto date = target.due()->latest(2024);
  if (!date) return std::string(symbol(target.due()->every));
  return std::to_string(date->year) + "-" + std::to_string(date->month) + "-" +
         std::to_string(date->day);
}

std::vector<TargetFault> faults(const std::string& text) {
  return Target(text).faults();
}

}  // namespace

TEST_CASE("numbers of targets") {
  const std::pair<std::string, std::string> cases[] = {
      {"≥95%", "≥95%"},
      {"＞95%", "＞95%"},
      {"≤10%", "≤10%"},
      {"100%", "100%"},
      {"0%", "0%"},
      {"≥600人/次/年", "≥600人/年/次"},
      {"≥12万笔/年", "≥120000笔/年"},
      {"≥60亿元/年", "≥6000000000元/年"},
      {"≥8438.41平方米", "≥8438.41㎡"},
      {"≤400元/人/ 天", "≤400元/人/天"},
      {"380元/天/人", "380元/人/天"},
      {"10万元", "100000元"},
      {"1,200.50元", "1200.5元"},
      {"≤24小时", "≤24小时"},
      {"≤22名", "≤22人"},
      {"约30台", "约30台"},
      {"近400家", "约400家"},
      {"30台左右", "约30台"},
      {"各4台", "各4台"},
      {"12万余笔", "≥约120000笔"},
      {"60亿余元", "≥约6000000000元"},
      {"不少于15个", "≥15个"},
      {"5次以上", "≥5次"},
      {"90％以上", "≥90%"},
      {"5次（含）以上", "≥5次"},
      {"3个工作日内", "≤3工作日"},
      {"达到100％", "100%"},
      {"不低于95%", "≥95%"},
      {"不超过3天", "≤3天"},
      {"控制在100万元以内", "≤1000000元"},
      {"大于等于95%", "≥95%"},
      {"≧95%", "≥95%"},
      {">=95%", "≥95%"},
      {"=<5%", "≤5%"},
      {"≥95(%)", "≥95%"},
      {"=3(万人次)", "=30000人·次"},
      {"每年≥2次", "≥2次/年"},
      {"每人每天30元", "30元/人/天"},
      {"两家", "2家"},
      {"≥2个试点单位", "≥2个"},
      {"委托审计1个月内", "≤1月"},
      {"同比增长≥5%", "≥5%"},
      {"1000000001%", "1000000001%"},
      {"-5%", "-5%"},
  };
  for (const auto& row : cases) {
    const auto& text = row.first;
    CAPTURE(text);
    const Target target(text);
    CHECK(target.form() == TargetForm::quantity);
    CHECK(shown(target) == row.second);
    CHECK(to_string(target) == text);
  }
}

TEST_CASE("two bounds make a range") {
  const std::pair<std::string, std::string> cases[] = {
      {"1-3个", "[1, 3]个"},         {"3400-4000人", "[3400, 4000]人"}, {"70%-80%", "[70, 80]%"},
      {"3～5次/年", "[3, 5]次/年"},  {"≥10且≤20人", "[10, 20]人"},      {"≥2次，≤5次", "[2, 5]次"},
      {"＞10%且＜20%", "(10, 20)%"},
  };
  for (const auto& row : cases) {
    const auto& text = row.first;
    CAPTURE(text);
    CHECK(Target(text).form() == TargetForm::range);
    CHECK(shown(Target(text)) == row.second);
  }
}

TEST_CASE("days by which something is due") {
  const std::pair<std::string, std::string> cases[] = {
      {"每年11月底前完成", "2024-11-30"},
      {"每年12月底之前", "2024-12-31"},
      {"每年底之前", "2024-12-31"},
      {"每年年底前", "2024-12-31"},
      {"年底之前", "2024-12-31"},
      {"均为第二年1月上旬", "2025-1-10"},
      {"2024年2月底前", "2024-2-29"},
      {"2025年6月30日前完成", "2025-6-30"},
      {"2024-12-31", "2024-12-31"},
      {"2024.11.5前", "2024-11-5"},
      {"12月31日前", "2024-12-31"},
      {"第三季度", "2024-9-30"},
      {"上半年", "2024-6-30"},
      {"每月5日前完成", "month"},
      {"十二月底前", "2024-12-31"},
      {"截至2024年12月底", "2024-12-31"},
  };
  for (const auto& row : cases) {
    const auto& text = row.first;
    CAPTURE(text);
    CHECK(Target(text).form() == TargetForm::deadline);
    CHECK(latest(text) == row.second);
  }
  CHECK(Target("2月30日前").due()->latest(2024) == std::nullopt);
  CHECK_FALSE(read_due_date("13月底前").has_value());
}

TEST_CASE("forms without a number") {
  const std::pair<std::string, TargetForm> cases[] = {
      {"", TargetForm::blank},
      {"—", TargetForm::blank},
      {"无", TargetForm::blank},
      {"全年", TargetForm::schedule},
      {"2024年全年", TargetForm::schedule},
      {"按月发放", TargetForm::schedule},
      {"每月月末", TargetForm::schedule},
      {"足月缴纳", TargetForm::schedule},
      {"4-5月份", TargetForm::schedule},
      {"2023-2025年", TargetForm::schedule},
      {"2024年1月-12月", TargetForm::schedule},
      {"2024年1月至2024年12月", TargetForm::schedule},
      {"2024年3月1日—2025年2月28日", TargetForm::schedule},
      {"2024年9月-3月", TargetForm::text},
      {"按合同价", TargetForm::contract},
      {"合同价", TargetForm::contract},
      {"按采购价", TargetForm::contract},
      {"按合同规定金额", TargetForm::contract},
      {"按规定核算", TargetForm::reference},
      {"按单位实际使用情况", TargetForm::reference},
      {"按项目规定时间", TargetForm::reference},
      {"≤预算数", TargetForm::reference},
      {"不超过预算金额", TargetForm::reference},
      {"开始试运营", TargetForm::milestone},
      {"市县财政系统、中介机构、市直单位", TargetForm::list},
      {"有效提升", TargetForm::grade},
      {"逐步完善健全", TargetForm::grade},
      {"有序运行", TargetForm::grade},
      {"合格", TargetForm::grade},
      {"及时处理", TargetForm::grade},
      {"保障单位正常运转", TargetForm::grade},
      {"保持低水平", TargetForm::grade},
      {"长期", TargetForm::grade},
      {"及时（每3个月一次巡检，每半年一次大检）", TargetForm::grade},
      {"甲乙丙丁", TargetForm::text},
  };
  for (const auto& row : cases) {
    const auto& text = row.first;
    CAPTURE(text);
    CHECK(symbol(Target(text).form()) == symbol(row.second));
    CHECK(to_string(Target(text)) == text);
  }
}

TEST_CASE("the price of a contract stands in its note") {
  const Target target("按合同中标价（45.3万元/年）");
  CHECK(target.form() == TargetForm::contract);
  CHECK(to_string(target.quantity().value()) == "453000元/年");
  CHECK(target.note() == "45.3万元/年");
  CHECK_FALSE(Target("按合同价").quantity().has_value());
}

TEST_CASE("numbers in the note of words are no target") {
  const Target target("及时（移动公司每3个月一次巡检）");
  CHECK_FALSE(target.quantity().has_value());
  CHECK(target.note() == "移动公司每3个月一次巡检");
}

TEST_CASE("what is malformed stays as printed with what is wrong") {
  using enum TargetFault;
  CHECK(faults("≥15") == std::vector{measure_missing});
  CHECK(faults("≤380人/天/元") == std::vector{money_last});
  CHECK(Target("≤380人/天/元").suggestion() == "≤380元/人/天");
  CHECK(faults("≥10且≤5人") == std::vector{contradictory});
  CHECK(faults("5-3人") == std::vector{contradictory});
  CHECK(faults("≥") == std::vector{number_missing});
  CHECK(faults("≥N%") == std::vector{number_missing});
  CHECK(faults("≤≥5") == std::vector{comparators});
  CHECK(faults("≥5人以下") == std::vector{comparators});
  CHECK(faults("≥1.2.3%") == std::vector{number_unreadable});
  CHECK(faults("-5%") == std::vector{negative});
  CHECK(faults("及时（移动公司每3个月一次巡检，每半") == std::vector{cut});
  for (const std::string text : {"≤380人/天/元", "≥10且≤5人", "≥", "≤≥5", "≥1.2.3%"}) {
    CAPTURE(text);
    CHECK(Target(text).form() == TargetForm::malformed);
    CHECK(to_string(Target(text)) == text);
  }
}

TEST_CASE("targets are equal when understood alike") {
  CHECK(Target("≤400元/人/ 天") == Target("≤400元/天/人"));
  CHECK(Target("≥95%") == Target("不低于95％"));
  CHECK(Target("≥1年") == Target("≥12个月"));
  CHECK_FALSE(Target("≥95%") == Target("＞95%"));
  CHECK_FALSE(Target("约30台") == Target("30台"));
  CHECK_FALSE(Target("各4台") == Target("4台"));
  CHECK(Target("按合同价") == Target("按 合同价"));
  CHECK_FALSE(Target("有效提升") == Target("有效提高"));
}

TEST_CASE("strictness is about what is met, not about digits") {
  CHECK(is_as_strict(Target("≥95%"), Target("≥90%")) == true);
  CHECK(is_as_strict(Target("≥90%"), Target("≥95%")) == false);
  CHECK(is_as_strict(Target("≤3天"), Target("≤72小时")) == true);
  CHECK(is_as_strict(Target("3-5次"), Target("≥2次")) == true);
  CHECK(is_as_strict(Target("≥3人"), Target("≥3次")) == std::nullopt);
  CHECK(is_as_strict(Target("良好"), Target("≥3次")) == std::nullopt);
}

TEST_CASE("no text fails, hangs or is lost") {
  const std::array<std::string, 24> parts = {
      "≥",  "≤",    "95", "%",      "人", "/",  "元", "（", "）",       "，", "每年", "11",
      "月", "底前", "按", "合同价", "、", "；", ".",  "-",  "有效提升", "万", "\xff", " "};
  unsigned state = 1;
  for (int i = 0; i < 20000; ++i) {
    std::string text;
    for (int j = 0; j < 6; ++j) {
      state = state * 1664525U + 1013904223U;
      text += parts[(state >> 16U) % parts.size()];
    }
    CAPTURE(text);
    const Target target(text);
    REQUIRE(to_string(target) == text);
    REQUIRE(Target(to_string(target)) == target);
  }
  for (const std::string part :
       {"9", "≥", "人/", "（", "每", "按", "、", "提升", "0.3%；", "万", "\xe7"}) {
    std::string text;
    while (text.size() < 10'000) text += part;
    CHECK(to_string(Target(text)) == text);
  }
}
