// SPDX-License-Identifier: Apache-2.0
#include "disclosure/target_labels.hpp"

#include <budget/base/text.hpp>

#include "base/contains.hpp"

#include <algorithm>
#include <array>
#include <string>
#include <unordered_map>

namespace budget::inline v1::detail::targets {
namespace {

struct Level {
  std::string_view name;
  int level;
};

// Longer names stand before those that they begin with.
constexpr auto levels = std::to_array<Level>({
    {"产出指标", 1},         {"效益指标", 1},           {"满意度指标", 1},
    {"效果指标", 1},         {"履职效能", 1},           {"管理效率", 1},
    {"社会效应", 1},         {"运行成本", 1},           {"投入指标", 1},
    {"产出目标", 1},         {"效果目标", 1},           {"影响力目标", 1},
    {"投入和管理目标", 1},   {"投入与管理目标", 1},     {"结果指标", 1},
    {"过程指标", 1},         {"管理指标", 1},           {"决策指标", 1},
    {"数量指标", 2},         {"质量指标", 2},           {"时效指标", 2},
    {"成本指标", 2},         {"经济成本指标", 2},       {"社会成本指标", 2},
    {"生态环境成本指标", 2}, {"经济效益指标", 2},       {"社会效益指标", 2},
    {"生态效益指标", 2},     {"环境效益指标", 2},       {"可持续影响指标", 2},
    {"可持续发展指标", 2},   {"服务对象满意度指标", 2}, {"社会公众满意度指标", 2},
});

constexpr auto side_labels = std::to_array<std::string_view>(
    {"绩", "效", "指", "标", "绩效", "效指", "指标", "绩效指", "效指标", "绩效指标", "年度",
     "年度绩", "年度绩效", "年度绩效指标", "绩效目标", "年度指标", "实施期绩效指标"});

// Short names are levels only where a word is nothing else.
constexpr auto short_levels = std::to_array<Level>(
    {{"产出", 1},          {"效益", 1},       {"效果", 1},       {"满意度", 1},
     {"决策", 1},          {"过程", 1},       {"数量", 2},       {"质量", 2},
     {"时效", 2},          {"成本", 2},       {"经济效益", 2},   {"社会效益", 2},
     {"生态效益", 2},      {"产出数量", 2},   {"产出质量", 2},   {"产出时效", 2},
     {"产出成本", 2},      {"经济成本", 2},   {"社会成本", 2},   {"生态环境成本", 2},
     {"环境效益", 2},      {"可持续影响", 2}, {"可持续发展", 2}, {"社会公众满意度", 2},
     {"服务对象满意度", 2}});

struct Header {
  std::string_view name;
  IndicatorColumn column;
};
constexpr auto headers = std::to_array<Header>({
    {"一级指标", IndicatorColumn::level1},
    {"二级指标", IndicatorColumn::level2},
    {"三级指标", IndicatorColumn::name},
    {"指标类型", IndicatorColumn::level2},
    {"指标类别", IndicatorColumn::level2},
    {"一级目标", IndicatorColumn::level1},
    {"二级目标", IndicatorColumn::level2},
    {"三级目标", IndicatorColumn::name},
    {"四级指标", IndicatorColumn::name},
    {"指标名称", IndicatorColumn::name},
    {"绩效指标", IndicatorColumn::side},
    {"计算符号", IndicatorColumn::sign},
    {"运算符号", IndicatorColumn::sign},
    {"符号", IndicatorColumn::sign},
    {"预期值", IndicatorColumn::value},
    {"计划值", IndicatorColumn::value},
    {"绩效目标", IndicatorColumn::value},
    {"年度目标", IndicatorColumn::value},
    {"单位", IndicatorColumn::measure},
    {"指标属性", IndicatorColumn::method},
    {"指标解释", IndicatorColumn::method},
    {"指标内容", IndicatorColumn::method},
    {"指标说明", IndicatorColumn::method},
    {"评分标准", IndicatorColumn::method},
    {"评（扣）分标准", IndicatorColumn::method},
    {"指标值说明", IndicatorColumn::method},
    {"指标值确定依据", IndicatorColumn::method},
    {"绩效指标值设定依据及数据来源", IndicatorColumn::method},
    {"绩效指标设定依据及指标值数据来源", IndicatorColumn::method},
    {"数据来源", IndicatorColumn::method},
    {"备注", IndicatorColumn::method},
    {"说明", IndicatorColumn::method},
    {"是否核心指标", IndicatorColumn::method},
    {"实际完成指标值", IndicatorColumn::actual},
    {"实际完成情况", IndicatorColumn::actual},
});

// Headers of the same column begin or end alike: 年度指标值, 预期指标值; 偏差原因分析及改进措施.
constexpr auto header_ends = std::to_array<Header>({
    {"完成值", IndicatorColumn::actual},
    {"实际值", IndicatorColumn::actual},
    {"指标值", IndicatorColumn::value},
    {"目标值", IndicatorColumn::value},
    {"量单位", IndicatorColumn::measure},  // 度量单位, 计量单位
    {"指标单位", IndicatorColumn::measure},
    {"指标性质", IndicatorColumn::sign},
    {"权重", IndicatorColumn::weight},
    {"分值", IndicatorColumn::weight},
    {"得分", IndicatorColumn::score},
});
constexpr auto header_begins = std::to_array<std::string_view>({"偏差原因", "未完成原因"});
constexpr std::size_t longest_header = 12;  // code points

struct Field {
  std::string_view word;
  FieldKind kind;
  std::string_view name;
};
// Longer words stand before those that they begin with.
constexpr auto fields = std::to_array<Field>({
    {"项目名称", FieldKind::project, "项目名称"},
    {"专项名称", FieldKind::project, "项目名称"},
    {"预算单位", FieldKind::body, "实施单位"},
    {"申报单位", FieldKind::body, "实施单位"},
    {"填报单位", FieldKind::body, "部门名称"},
    {"编制单位", FieldKind::body, "部门名称"},
    {"预算部门", FieldKind::body, "部门名称"},
    {"项目资金申请", FieldKind::funds, "项目资金"},
    {"资金申请", FieldKind::funds, "项目资金"},
    {"年度预算申请", FieldKind::funds, "项目资金"},
    {"预算资金", FieldKind::funds, "项目资金"},
    {"年度预算资金", FieldKind::funds, "项目资金"},
    {"实施单位", FieldKind::body, "实施单位"},
    {"项目单位", FieldKind::body, "实施单位"},
    {"项目实施单位", FieldKind::body, "实施单位"},
    {"部门名称", FieldKind::body, "部门名称"},
    {"部门（单位）名称", FieldKind::body, "部门名称"},
    {"预算部门名称", FieldKind::body, "部门名称"},
    {"单位名称", FieldKind::body, "部门名称"},
    {"主管部门及代码", FieldKind::fact, "主管部门"},
    {"主管部门及编码", FieldKind::fact, "主管部门"},
    {"主管部门", FieldKind::fact, "主管部门"},
    {"项目属性", FieldKind::fact, "项目属性"},
    {"项目类型", FieldKind::fact, "项目属性"},
    {"项目性质", FieldKind::fact, "项目性质"},
    {"项目类别", FieldKind::fact, "项目属性"},
    {"项目起止时间", FieldKind::fact, "项目期"},
    {"项目实施期", FieldKind::fact, "项目期"},
    {"项目期限", FieldKind::fact, "项目期"},
    {"项目周期", FieldKind::fact, "项目期"},
    {"实施期限", FieldKind::fact, "项目期"},
    {"实施周期", FieldKind::fact, "项目期"},
    {"起止时间", FieldKind::fact, "项目期"},
    {"实施时间", FieldKind::fact, "项目期"},
    {"项目期", FieldKind::fact, "项目期"},
    {"计划开始日期", FieldKind::fact, "计划开始日期"},
    {"计划完成日期", FieldKind::fact, "计划完成日期"},
    {"开始日期", FieldKind::fact, "计划开始日期"},
    {"完成日期", FieldKind::fact, "计划完成日期"},
    {"项目负责人", FieldKind::fact, "项目负责人"},
    {"联系人", FieldKind::fact, "联系人"},
    {"联系电话", FieldKind::fact, "联系电话"},
    {"项目代码", FieldKind::fact, "项目编码"},
    {"项目编码", FieldKind::fact, "项目编码"},
    {"内设职能部门数", FieldKind::fact, "内设职能部门数"},
    {"所属预算单位数", FieldKind::fact, "所属预算单位数"},
    {"核定的人员编制数", FieldKind::fact, "核定的人员编制数"},
    {"核定人员编制数", FieldKind::fact, "核定的人员编制数"},
    {"编制人数", FieldKind::fact, "核定的人员编制数"},
    {"实际在职人员总数", FieldKind::fact, "实际在职人员总数"},
    {"实际在职人数", FieldKind::fact, "实际在职人员总数"},
    {"其中:在编人员数", FieldKind::fact, "在编人员数"},
    {"其中：在编人员数", FieldKind::fact, "在编人员数"},
    {"在编人员数", FieldKind::fact, "在编人员数"},
    {"其他人员数", FieldKind::fact, "其他人员数"},
    {"项目资金", FieldKind::funds, "项目资金"},
    {"资金情况", FieldKind::funds, "项目资金"},
    {"预算情况", FieldKind::funds, "项目资金"},
    {"年度预算情况", FieldKind::funds, "项目资金"},
    {"资金总额", FieldKind::funds, "项目资金"},
    {"项目概况", FieldKind::text, "项目概况"},
    {"项目概述", FieldKind::text, "项目概况"},
    {"项目主要内容", FieldKind::text, "项目概况"},
    {"项目内容", FieldKind::text, "项目概况"},
    {"项目用途", FieldKind::text, "项目用途"},
    {"政策依据", FieldKind::text, "立项依据"},
    {"项目可行性", FieldKind::text, "项目可行性"},
    {"立项依据", FieldKind::text, "立项依据"},
    {"项目设立必要性", FieldKind::text, "项目设立必要性"},
    {"保证项目实施的制度、措施", FieldKind::text, "保证项目实施的制度、措施"},
    {"项目实施计划", FieldKind::text, "项目实施计划"},
    {"部门职责", FieldKind::text, "部门职责"},
    {"部门职能", FieldKind::text, "部门职责"},
    {"部门战略目标", FieldKind::text, "部门战略目标"},
    {"部门战略", FieldKind::text, "部门战略目标"},
    {"年度重点任务", FieldKind::text, "年度重点任务"},
    {"年度主要任务", FieldKind::text, "年度重点任务"},
    {"年度重点", FieldKind::text, "年度重点任务"},
    {"年度绩效目标", FieldKind::text, "总体目标"},
    {"年度总体目标", FieldKind::text, "总体目标"},
    {"总体绩效目标", FieldKind::text, "总体目标"},
    {"整体绩效目标", FieldKind::text, "总体目标"},
    {"项目总目标", FieldKind::text, "总体目标"},
    {"项目绩效目标", FieldKind::text, "总体目标"},
    {"总体目标", FieldKind::text, "总体目标"},
    {"绩效目标", FieldKind::text, "总体目标"},
    {"年度目标", FieldKind::text, "总体目标"},
    {"年度总体绩效目标", FieldKind::text, "总体目标"},
    {"当年绩效目标", FieldKind::text, "总体目标"},
    {"项目年度目标", FieldKind::text, "总体目标"},
    {"目标", FieldKind::text, "总体目标"},  // 年度 beside it
    {"实施期目标", FieldKind::skip, "实施期目标"},
    {"预期目标", FieldKind::skip, "预期目标"},
    {"年初设定目标", FieldKind::skip, "预期目标"},
    {"实际完成情况", FieldKind::skip, "实际完成情况"},
    {"全年实际完成情况", FieldKind::skip, "实际完成情况"},
    {"部门基本信息", FieldKind::skip, "部门基本信息"},
    {"部门基本", FieldKind::skip, "部门基本信息"},
    {"核心职能", FieldKind::skip, "核心职能"},
    {"基本信息", FieldKind::skip, "基本信息"},
    {"项目基本信息", FieldKind::skip, "基本信息"},
    {"项目基本情况", FieldKind::skip, "基本信息"},
});

constexpr auto fund_words =
    std::to_array<std::string_view>({"资金", "拨款", "自筹", "补助", "基本支出", "项目支出", "合计",
                                     "财政", "公共预算", "基金预算"});

constexpr std::size_t shortest_cut = 4;  // code points of a level's name before it is cut

}  // namespace

std::string_view level1_of(std::string_view level2) {
  for (const std::string_view output : {"数量指标", "质量指标", "时效指标", "成本指标"})
    if (level2 == output) return "产出指标";
  for (const std::string_view output :
       {"数量", "质量", "时效", "成本", "产出数量", "产出质量", "产出时效", "产出成本"})
    if (level2 == output) return "产出";
  if (level2.ends_with("满意度")) return "满意度";
  for (const std::string_view cost : {"经济成本", "社会成本", "生态环境成本"})
    if (level2 == cost) return "成本";
  for (const std::string_view benefit :
       {"经济效益", "社会效益", "生态效益", "环境效益", "可持续影响", "可持续发展"})
    if (level2 == benefit) return "效益";
  if (is_below_cost(level2)) return "成本指标";
  if (level2.ends_with("满意度指标")) return "满意度指标";
  for (const std::string_view ending : {"效益指标", "影响指标", "发展指标"})
    if (level2.ends_with(ending)) return "效益指标";
  return {};
}

std::optional<LevelLabel> level_label(std::string_view word) {
  std::optional<LevelLabel> best;
  for (const Level& level : levels) {
    // Every name begins with an ideograph, three bytes long.
    if (!word.starts_with(level.name.substr(0, 3))) continue;
    std::size_t common = 0, shared = 0;
    while (common < word.size() && common < level.name.size()) {
      const std::size_t length = code_point_at(word, common).length;
      if (word.substr(common, length) != level.name.substr(common, length)) break;
      common += length;
      ++shared;
    }
    const bool whole = common == level.name.size();
    const bool cut =
        !whole && shared >= shortest_cut && (common == word.size() || shared >= 2 * shortest_cut);
    if (!whole && !cut) continue;
    if (!best || common > best->used || (common == best->used && best->is_cut && whole))
      best = LevelLabel{level.level, level.name, common, cut};
  }
  return best;
}

bool begins_level(std::string_view plain) {
  return std::ranges::any_of(levels, [&](const Level& l) { return l.name.starts_with(plain); });
}

std::optional<LevelLabel> short_level_label(std::string_view word, FullLevels full) {
  for (const Level& level : short_levels) {
    if (word != level.name) continue;
    // 满意度 is of both levels.
    const int of = level.name == "满意度" && full.first ? 2 : level.level;
    if (of == 1 ? full.first : full.second) return std::nullopt;
    return LevelLabel{of, level.name, word.size(), false};
  }
  return std::nullopt;
}

bool is_below(std::string_view level2, std::string_view level1) {
  const std::string_view own = level1_of(level2);
  return !own.empty() && (level1.starts_with(own) || own.starts_with(level1));
}

bool is_below_cost(std::string_view level2) {
  return level2.ends_with("成本指标") && level2 != "成本指标";
}

bool holds_mark_of_target(std::string_view plain) {
  return contains_any(plain, {"≥", "≤", "<", ">", "=", "%", "‰", ";"});
}

bool is_score_total(std::string_view plain) {
  return plain == "总分" || plain == "总得分" || plain == "合计" || plain == "总计";
}

bool is_side_label(std::string_view word) {
  return std::ranges::find(side_labels, word) != side_labels.end();
}

IndicatorColumn indicator_column(std::string_view header) {
  static const auto known = [] {
    std::unordered_map<std::string, IndicatorColumn> columns;
    for (const Header& one : headers) columns.emplace(without_spaces(one.name), one.column);
    return columns;
  }();
  std::string plain = without_spaces(header);
  if (const auto column = known.find(plain); column != known.end()) return column->second;
  // Brackets say how a value is meant: 指标值（包含数字及文字描述）, 年度（/项目）指标值.
  if (const std::size_t open = plain.find('('); open != plain.npos && open > 0) {
    const std::size_t close = plain.find(')', open);
    plain.erase(open, close == plain.npos ? close : close + 1 - open);
    if (const auto column = known.find(plain); column != known.end()) return column->second;
  }
  const std::string_view name = plain;
  if (std::ranges::any_of(header_begins, [&](auto begin) { return name.starts_with(begin); }))
    return IndicatorColumn::reason;
  if (count_code_points(name) > longest_header) return IndicatorColumn::none;
  for (const Header& one : header_ends) {
    if (name.ends_with(one.name)) return one.column;
  }
  return IndicatorColumn::none;
}

FieldLabel field_label(std::string_view word) {
  FieldLabel best;
  for (const Field& field : fields) {
    if (word.starts_with(field.word) && field.word.size() > best.used)
      best = {field.kind, field.name, field.word.size()};
  }
  // A label ends the word, or a colon or a bracket follows: 项目名称：…, 项目资金（元）.
  const std::string_view rest = word.substr(best.used);
  const bool ends = rest.empty() || rest.starts_with("：") || rest.starts_with(":") ||
                    rest.starts_with("（") || rest.starts_with("(");
  return ends ? best : FieldLabel{};
}

bool begins_text_label(std::string_view plain) {
  return std::ranges::any_of(fields, [&](const Field& field) {
    return field.kind == FieldKind::text && field.word.starts_with(plain);
  });
}

std::optional<std::string> fund_label(std::string_view word) {
  std::string plain = without_spaces(word);
  while (plain.ends_with(':')) plain.pop_back();
  for (const std::string_view before : {"其中:", "#", "*", "-"}) {
    if (plain.starts_with(before)) plain.erase(0, before.size());
  }
  constexpr std::size_t longest = 16;  // code points
  if (count_code_points(plain) > longest || plain.find_first_of("0123456789") != plain.npos)
    return std::nullopt;
  for (const std::string_view known : fund_words) {
    if (plain.find(known) != plain.npos &&
        (!plain.starts_with("项目资金") || plain == "项目资金总额") &&
        !plain.starts_with("按资金") && !plain.starts_with("资金总额") &&
        !plain.starts_with("资金来源") && !plain.starts_with("资金性质"))
      return plain;
  }
  return std::nullopt;
}

bool is_fund_total(std::string_view name) {
  return name.ends_with("资金总额") || name.ends_with("资金申请总额") || name == "合计" ||
         name == "总计";
}

bool is_closing_line(std::string_view text) {
  const std::string plain = without_spaces(text);
  const auto has = [&](std::string_view word) { return plain.find(word) != plain.npos; };
  return has("联系电话:") || has("填报日期:") ||
         (has("负责人:") && (has("经办人:") || has("填报人:") || has("填表人:")));
}

}  // namespace budget::inline v1::detail::targets
