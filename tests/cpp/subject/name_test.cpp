// SPDX-License-Identifier: Apache-2.0
#include <doctest/doctest.h>
#include <budget/subject/name.hpp>

#include <random>
#include <string>

using namespace budget;

TEST_CASE("two prints of one name have one key") {
  struct Case {
    const char* printed;
    const char* key;
  };
  for (const Case& row : {
           Case{"一般公共服务支出", "一般公共服务支出"},
           {"一、一般公共服务支出", "一般公共服务支出"},
           {"  十九、自然资源海洋气象等\n支出 ", "自然资源海洋气象等支出"},
           {"三十、抗疫特别国债安排的支出", "抗疫特别国债安排的支出"},
           {"（一）一般公共预算拨款", "一般公共预算拨款"},
           {"(一) 一般公共预算拨款", "一般公共预算拨款"},
           {"一、（一）1．公务接待费", "公务接待费"},
           {"1.财政拨款收入", "财政拨款收入"},
           {"２、事业收入", "事业收入"},
           {"（2）公务用车运行维护费", "公务用车运行维护费"},
           {"①办公费", "办公费"},
           {"⑴办公费", "办公费"},
           {"Ⅱ、其他收入", "其他收入"},
           {"其中：会议费", "会议费"},
           {"其中:1.会议费", "会议费"},
           {"1.其中：会议费", "会议费"},
           {"其中会议费", "会议费"},
           {"合　计", "合计"},
           {"合\xC2\xA0计：", "合计"},
           {"“三公”经费", "三公经费"},
           {"「三公」经费", "三公经费"},
           {"机构运行(类)", "机构运行（类）"},
           {"国有资源（资产）有偿使用收入", "国有资源（资产）有偿使用收入"},
           {"ＩＴ设备", "IT设备"},
           {"股利、股息收入", "股利、股息收入"},
           {"3.2024年部门预算", "2024年部门预算"},
       }) {
    CAPTURE(row.printed);
    CHECK(subject_key(row.printed) == row.key);
  }
}

TEST_CASE("numbers that count nothing stay") {
  for (const char* name :
       {"1.5", "12.50万元", "2024年", "一般公共预算", "三公经费", "十四五规划", "2010601", "100、",
        "（一）", "一、", "1.", "其中", "：", "（", "（一", ""}) {
    CAPTURE(name);
    CHECK(subject_key(name) == name);
  }
}

TEST_CASE("the ordinal and 其中 are told") {
  const auto check = [](const char* printed, OrdinalStyle style, int number, bool of_which) {
    CAPTURE(printed);
    const PrintedName name = split_name(printed);
    CHECK(name.ordinal == style);
    CHECK(name.number == number);
    CHECK(name.of_which == of_which);
  };
  check("一、一般公共预算", OrdinalStyle::chinese, 1, false);
  check("十、卫生健康支出", OrdinalStyle::chinese, 10, false);
  check("十九、援助", OrdinalStyle::chinese, 19, false);
  check("三十、抗疫", OrdinalStyle::chinese, 30, false);
  check("二十二、国有", OrdinalStyle::chinese, 22, false);
  check("（十六）有关职责分工", OrdinalStyle::chinese_bracketed, 16, false);
  check("㈡其他", OrdinalStyle::chinese_bracketed, 2, false);
  check("3.其他", OrdinalStyle::arabic, 3, false);
  check("12、其他", OrdinalStyle::arabic, 12, false);
  check("⒊其他", OrdinalStyle::arabic, 3, false);
  check("3）其他", OrdinalStyle::arabic_bracketed, 3, false);
  check("⑴其他", OrdinalStyle::arabic_bracketed, 1, false);
  check("⑳其他", OrdinalStyle::circled, 20, false);
  check("Ⅳ、其他", OrdinalStyle::roman, 4, false);
  check("其中：会议费", OrdinalStyle::none, 0, true);
  check("其中", OrdinalStyle::none, 0, true);
  check("其中：2.会议费", OrdinalStyle::arabic, 2, true);
  check("会议费", OrdinalStyle::none, 0, false);
}

TEST_CASE("a key is its own key, whatever the bytes") {
  const std::string pieces[] = {"一", "、", "（", "）", "(",    "1", ".",  "．", "其中",
                                "：", ":",  " ",  "　", "支出", "①", "十", "年", "2024"};
  std::mt19937 random(20240101);
  for (int round = 0; round < 20'000; ++round) {
    std::string text;
    for (auto n = random() % 8; n > 0; --n) text += pieces[random() % std::size(pieces)];
    const std::string key = subject_key(text);
    CAPTURE(text);
    CHECK(subject_key(key) == key);
  }
  CHECK(subject_key("\xFF\xE4\xB8") == "\uFFFD\uFFFD\uFFFD");
  CHECK(subject_key("\xE3 \x80 \x80支出") == "\uFFFD\uFFFD\uFFFD支出");
  CHECK(subject_key("𠮷林省") == "𠮷林省");
}

TEST_CASE("edit distance counts characters") {
  CHECK(edit_distance("", "") == 0);
  CHECK(edit_distance("行政运行", "行政运行") == 0);
  CHECK(edit_distance("行政运行", "") == 4);
  CHECK(edit_distance("行政单位离退休", "事业单位离退休") == 2);
  CHECK(edit_distance("其他卫生健康支出", "其他卫生健康管理事务支出") == 4);
  CHECK(edit_distance("kitten", "sitting") == 3);
  const std::string longer(1000, 'x');
  CHECK(edit_distance(longer, "") == 256);
}
