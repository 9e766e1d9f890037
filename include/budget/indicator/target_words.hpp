// SPDX-License-Identifier: Apache-2.0
// Words of targets: comparators, grades, dates, references, in normalised text (half-width, without
// spaces). Longer words stand before words that they begin with.
#pragma once

#include <budget/indicator/due_date.hpp>
#include <budget/indicator/measure_unit.hpp>
#include <budget/indicator/target_symbols.hpp>
#include <budget/indicator/word_table.hpp>

#include <string_view>

namespace budget::inline v1 {

// ---- details ----

namespace detail {

struct ComparatorWord {
  std::string_view word;
  Comparator comparator;
};

// Between the ends of a stretch of time.
inline constexpr auto until_words = word_table<std::string_view>({"-", "~", "—", "–", "至", "到"});

// Before the number.
inline constexpr auto comparator_words = word_table<ComparatorWord>({
    {">=", Comparator::at_least},
    {"=>", Comparator::at_least},
    {"≥", Comparator::at_least},
    {"≧", Comparator::at_least},
    {"⩾", Comparator::at_least},
    {"大于等于", Comparator::at_least},
    {"大于或等于", Comparator::at_least},
    {"不低于", Comparator::at_least},
    {"不少于", Comparator::at_least},
    {"不小于", Comparator::at_least},
    {"至少", Comparator::at_least},
    {"最低", Comparator::at_least},
    {"最少", Comparator::at_least},
    {"达到或超过", Comparator::at_least},
    {"<=", Comparator::at_most},
    {"=<", Comparator::at_most},
    {"≤", Comparator::at_most},
    {"≦", Comparator::at_most},
    {"⩽", Comparator::at_most},
    {"小于等于", Comparator::at_most},
    {"小于或等于", Comparator::at_most},
    {"不高于", Comparator::at_most},
    {"不超过", Comparator::at_most},
    {"不超", Comparator::at_most},
    {"不多于", Comparator::at_most},
    {"不大于", Comparator::at_most},
    {"至多", Comparator::at_most},
    {"最高", Comparator::at_most},
    {"最多", Comparator::at_most},
    {">", Comparator::more_than},
    {"大于", Comparator::more_than},
    {"高于", Comparator::more_than},
    {"超过", Comparator::more_than},
    {"多于", Comparator::more_than},
    {"<", Comparator::less_than},
    {"小于", Comparator::less_than},
    {"低于", Comparator::less_than},
    {"少于", Comparator::less_than},
    {"=", Comparator::equal},
    {"等于", Comparator::equal},
});

// Behind the number and its measure.
inline constexpr auto comparator_endings = word_table<ComparatorWord>({
    {"及以上", Comparator::at_least},
    {"以上", Comparator::at_least},
    {"及以下", Comparator::at_most},
    {"以下", Comparator::at_most},
    {"及以内", Comparator::at_most},
    {"以内", Comparator::at_most},
    {"之内", Comparator::at_most},
    {"内", Comparator::at_most},
});

// Before a number, without weight for its meaning.
inline constexpr auto number_openings = word_table<std::string_view>(
    {"控制在", "保持在", "维持在", "稳定在", "均达到", "力争达到", "达到", "均达", "达", "不为",
     "力争",   "预计",   "合计",   "总计",   "共计",   "共",       "均为", "均",   "为", "计划"});
inline constexpr auto about_words =
    word_table<std::string_view>({"大约", "大概", "约为", "约", "近", "左右"});
inline constexpr auto more_words = word_table<std::string_view>({"余", "多"});
inline constexpr auto each_words = word_table<std::string_view>({"各"});

struct Multiple {
  std::string_view word;
  int exponent;
};
inline constexpr auto multiples =
    word_table<Multiple>({{"百", 2}, {"千", 3}, {"万", 4}, {"亿", 8}});

// Units that are counted with everywhere: they end a measure though the words go on (个试点单位), and
// a number in words or behind words is one only before them.
inline constexpr auto common_units = word_table<std::string_view>(
    {"%",    "‰",      "元",       "人",     "名",       "位",     "次",     "场",       "场次",
     "期",   "个",     "个月",     "月",     "天",       "日",     "年",     "小时",     "分钟",
     "秒",   "工作日", "个工作日", "户",     "家",       "件",     "项",     "台",       "套",
     "辆",   "份",     "条",       "篇",     "册",       "本",     "批",     "批次",     "种",
     "类",   "块",     "张",       "把",     "笔",       "处",     "座",     "所",       "间",
     "㎡",   "平方米", "亩",       "公顷",   "平方公里", "公里",   "千米",   "米",       "吨",
     "公斤", "千克",   "斤",       "升",     "立方米",   "人次",   "人天",   "课时",     "学时",
     "分",   "倍",     "周",       "季度",   "村",       "幅",     "部",     "支",       "株",
     "只",   "头",     "栋",       "幢",     "盏",       "班",     "起",     "例",       "宗",
     "届",   "轮",     "级",       "架",     "艘",       "门",     "桶",     "箱",       "瓶",
     "袋",   "枚",     "根",       "棵",     "副",       "双",     "对",     "组",       "队",
     "镇",   "乡",     "县",       "页",     "集",       "节",     "堂",     "讲",       "趟",
     "层",   "床",     "席",       "度",     "千瓦",     "千瓦时", "百分点", "个百分点", "岁",
     "代",   "款",     "站",       "个小时", "星期",     "环节",   "角",     "周年",     "分贝",
     "条次", "车次",   "台次",     "户次",   "年度",     "平米"});

constexpr bool is_common_unit(std::string_view name) noexcept {
  return common_units.find(name) != nullptr;
}

// How much, before an effect or a grade.
inline constexpr auto degree_words = word_table<std::string_view>(
    {"有效", "不断",   "逐步", "逐年",   "显著",   "明显",   "进一步", "持续", "全面",
     "大力", "大幅度", "大幅", "较大",   "深入",   "积极",   "有力",   "切实", "稳步",
     "有所", "充分",   "得到", "较上年", "较去年", "比上年", "同比",   "基本", "严格",
     "及时", "长期",   "圆满", "高效",   "较好",   "有序",   "顺利",   "整体", "稳定"});
// What is done to something; it may follow.
inline constexpr auto effect_words = word_table<std::string_view>(
    {"提升", "提高", "增强",   "改善",   "促进",   "加强",   "优化", "推动", "推进", "扩大",
     "完善", "健全", "降低",   "减少",   "下降",   "缓解",   "缩短", "保障", "保证", "确保",
     "维护", "强化", "带动",   "改进",   "巩固",   "增加",   "增长", "拓宽", "拓展", "丰富",
     "满足", "避免", "防止",   "防范",   "杜绝",   "消除",   "遏制", "实现", "树立", "营造",
     "支持", "助力", "服务",   "助推",   "控制",   "治理",   "推广", "普及", "激发", "引导",
     "规范", "美化", "零投诉", "不发生", "未发生", "无重大", "无"});

// Qualities. A text that is made of these, of degrees, effects and nouns is a grade.
inline constexpr auto grade_words = word_table<std::string_view>(
    {"达成预期", "合格", "达标", "符合", "合规", "合法",   "准确", "完整", "真实", "优秀",   "优良",
     "良好",     "较好", "很好", "好",   "优",   "良",     "中",   "一般", "满意", "较高",   "高",
     "低",       "及时", "按时", "准时", "按期", "足额",   "正常", "平稳", "安全", "可持续", "长效",
     "专业",     "完成", "是",   "否",   "有",   "科学",   "合理", "便捷", "畅通", "充足",   "到位",
     "落实",     "履职", "可控", "公开", "透明", "公平",   "公正", "持久", "广泛", "零",     "提质",
     "增效",     "健康", "长期", "中期", "短期", "全覆盖", "清晰", "整洁", "明确", "达到"});
// What stands beside a quality and is none.
inline constexpr auto grade_nouns = word_table<std::string_view>(
    {"运行", "运转", "处理", "较",   "深度", "影响", "提升度", "发展", "提供",
     "响应", "解决", "预期", "目标", "作用", "效果", "程度",   "水平", "质量",
     "能力", "效率", "要求", "标准", "一定", "保持", "维持",   "覆盖", "不",
     "再",   "以上", "及",   "发放", "拨付", "支付", "规定",   "内容"});

inline constexpr auto milestone_words = word_table<std::string_view>(
    {"试运营", "试运行", "完工", "竣工", "开工", "投入使用", "投产", "交付使用", "交付", "建成",
     "启动", "通过验收", "验收通过", "完成验收", "上线", "投入运行", "开始运营"});

// A text with one of these words, and one of the endings, gives a price by contract.
inline constexpr auto contract_words =
    word_table<std::string_view>({"合同", "中标", "采购价", "协议", "招标价", "成交价", "市场价"});
inline constexpr auto contract_endings =
    word_table<std::string_view>({"价", "价格", "金额", "标准", "执行", "合同"});
// A text that begins so refers to something else.
inline constexpr auto reference_openings = word_table<std::string_view>(
    {"按照", "按", "依据", "依照", "根据", "参照", "遵照", "执行", "符合", "以"});
inline constexpr auto reference_endings =
    word_table<std::string_view>({"规定", "约定", "标准", "需要", "需求", "实际", "情况", "为准",
                                  "核算", "时间", "要求", "执行", "计划", "文件", "金额"});

struct PeriodWord {
  std::string_view word;
  Period period;
};
inline constexpr auto every_words = word_table<PeriodWord>({
    {"每半年", Period::half_year}, {"每季度", Period::quarter},   {"每季", Period::quarter},
    {"每年度", Period::year},      {"每年", Period::year},        {"每个月", Period::month},
    {"每月", Period::month},       {"每周", Period::week},        {"每日", Period::day},
    {"每天", Period::day},         {"按半年", Period::half_year}, {"按季度", Period::quarter},
    {"按季", Period::quarter},     {"按年度", Period::year},      {"按年", Period::year},
    {"按月", Period::month},       {"按周", Period::week},        {"按日", Period::day},
    {"足月", Period::month},       {"逐月", Period::month},       {"月度", Period::month},
    {"季度", Period::quarter},
});

// What is done in a rhythm or by a day; it ends the text.
inline constexpr auto done_words = word_table<std::string_view>(
    {"全部完成", "完成支付", "完成发放", "完成拨付", "完成", "发放到位", "发放", "缴纳", "支付",
     "拨付",     "报送",     "上报",     "结束",     "到位", "进行",     "开展", "实施", "兑付",
     "竣工",     "完工",     "公开",     "提交",     "执行", "缴费",     "结算", "更新", "内"});

}  // namespace detail

}  // namespace budget::inline v1
