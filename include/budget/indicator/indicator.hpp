// SPDX-License-Identifier: Apache-2.0
// Indicator: one row of a table of performance targets or of a self-evaluation: its three levels,
// what is asked for, its weight, what came of it, and the score it was given.
#pragma once

#include <budget/amount/figure.hpp>
#include <budget/base/place.hpp>
#include <budget/base/text.hpp>
#include <budget/indicator/target.hpp>

#include <cstdint>
#include <initializer_list>
#include <optional>
#include <string>
#include <string_view>

namespace budget::inline v1 {

/// One performance indicator (绩效指标). Texts are as printed, broken names rejoined.
struct Indicator {
  std::string level1;            ///< 一级指标: 产出指标
  std::string level2;            ///< 二级指标: 数量指标
  std::string name;              ///< 三级指标: 培训场次
  std::optional<Target> period;  ///< target of the whole period (实施期目标), where it has one
  std::optional<Target> annual;  ///< target of the year (年度指标值)
  std::optional<Target> actual;  ///< 实际完成值, of a self-evaluation
  Figure weight;                 ///< 分值; a blank where none is printed
  Figure score;                  ///< 得分; a blank where none is printed
  std::string reason;            ///< 偏差原因分析及改进措施
  Place place;                   ///< where the row begins

  /// The target of the year, else that of the period; nullptr where it has neither.
  [[nodiscard]] const Target* target() const noexcept {
    return annual ? &*annual : period ? &*period : nullptr;
  }
};

/// Which way of missing a bare number is the better one.
enum class Direction : std::uint8_t {
  more,     ///< more is better, or at least not worse
  less,     ///< less is better
  exactly,  ///< neither
};

/// The direction of an indicator: its comparator's; of a bare number that of what it measures: less
/// for cost, for accidents, complaints, faults and for a target of 0, else more.
[[nodiscard]] inline Direction direction_of(const Indicator& indicator);
/// The same from the parts that decide it.
[[nodiscard]] inline Direction direction_of(const Target& target, std::string_view level2,
                                            std::string_view name);

/// The name as in the code: "less".
[[nodiscard]] constexpr std::string_view symbol(Direction direction) noexcept {
  switch (direction) {
    case Direction::more: return "more";
    case Direction::less: return "less";
    case Direction::exactly: return "exactly";
  }
  return "";
}

// ---- details ----

inline Direction direction_of(const Target& target, std::string_view level2,
                              std::string_view name) {
  switch (target.comparator()) {
    case Comparator::at_least:
    case Comparator::more_than: return Direction::more;
    case Comparator::at_most:
    case Comparator::less_than: return Direction::less;
    case Comparator::equal: return Direction::exactly;
    case Comparator::none: break;
  }
  if (target.quantity() && target.quantity()->value().is_zero()) return Direction::less;
  if (level2.find("成本") != std::string_view::npos) return Direction::less;
  for (const std::string_view word :
       {"发生率", "事故", "投诉", "故障率", "故障次数", "差错",     "错误率",   "误差", "违规",
        "违纪",   "超支", "逾期", "延误",   "返修",     "死亡",     "发病",     "损耗", "能耗",
        "排放",   "流失", "退货", "不合格", "办结时间", "处理时间", "响应时间", "成本", "降低"}) {
    if (name.find(word) != std::string_view::npos) return Direction::less;
  }
  return Direction::more;
}

inline Direction direction_of(const Indicator& indicator) {
  const Target* target = indicator.target();
  return direction_of(target ? *target : Target(), indicator.level2, indicator.name);
}

}  // namespace budget::inline v1
