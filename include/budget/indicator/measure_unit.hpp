// SPDX-License-Identifier: Apache-2.0
// MeasureUnit: one unit of counting or measuring under its canonical name, with the words that mean
// the same (名 for 人, 平方米 for ㎡) and its exact size in the base of its dimension.
#pragma once

#include <budget/indicator/word_table.hpp>

#include <array>
#include <cstdint>
#include <string_view>

namespace budget::inline v1 {

/// A unit of which more is known than its name. Units that are not listed are kept by name and
/// compared only with themselves.
struct MeasureUnit {
  std::string_view name;         ///< canonical: 人, ㎡, 天
  std::string_view base;         ///< base unit of its dimension; "" for a pure number
  std::int64_t numerator = 1;    ///< one of it is numerator / denominator of the base
  std::int64_t denominator = 1;  ///< > 0
};

/// The unit of a canonical name, or nullptr. Sizes: 中华人民共和国法定计量单位; 1 亩 = 2000/3 ㎡.
[[nodiscard]] constexpr const MeasureUnit* find_measure_unit(std::string_view name) noexcept;

/// The canonical name of a unit's word: 名 → 人, 个工作日 → 工作日. A word that is not known is its
/// own name.
[[nodiscard]] constexpr std::string_view canonical_measure_unit(std::string_view word) noexcept;

// ---- details ----

namespace detail {

// Days and months have no common base: a month has no fixed number of days.
inline constexpr auto measure_units = std::to_array<MeasureUnit>({
    {"%", "", 1, 100},
    {"‰", "", 1, 1000},
    {"倍", "", 1, 1},
    {"角", "元", 1, 10},
    {"秒", "秒", 1, 1},
    {"分钟", "秒", 60, 1},
    {"小时", "秒", 3600, 1},
    {"天", "秒", 86400, 1},
    {"周", "秒", 604800, 1},
    {"月", "月", 1, 1},
    {"季度", "月", 3, 1},
    {"半年", "月", 6, 1},
    {"年", "月", 12, 1},
    {"㎡", "㎡", 1, 1},
    {"亩", "㎡", 2000, 3},
    {"公顷", "㎡", 10000, 1},
    {"平方公里", "㎡", 1000000, 1},
    {"毫米", "米", 1, 1000},
    {"厘米", "米", 1, 100},
    {"米", "米", 1, 1},
    {"公里", "米", 1000, 1},
    {"克", "克", 1, 1},
    {"斤", "克", 500, 1},
    {"千克", "克", 1000, 1},
    {"吨", "克", 1000000, 1},
    {"毫升", "升", 1, 1000},
    {"升", "升", 1, 1},
    {"立方米", "升", 1000, 1},
});

struct MeasureWord {
  std::string_view word;
  std::string_view name;
};

inline constexpr auto measure_words = word_table<MeasureWord>({
    {"名", "人"},
    {"位", "人"},
    {"个人", "人"},
    {"人数", "人"},
    {"日", "天"},
    {"个工作日", "工作日"},
    {"个月", "月"},
    {"个月份", "月"},
    {"个小时", "小时"},
    {"h", "小时"},
    {"分钟", "分钟"},
    {"个季度", "季度"},
    {"季", "季度"},
    {"个年度", "年"},
    {"年度", "年"},
    {"个半年", "半年"},
    {"星期", "周"},
    {"个星期", "周"},
    {"平方米", "㎡"},
    {"平米", "㎡"},
    {"m2", "㎡"},
    {"m²", "㎡"},
    {"平方千米", "平方公里"},
    {"千米", "公里"},
    {"km", "公里"},
    {"m", "米"},
    {"公斤", "千克"},
    {"kg", "千克"},
    {"t", "吨"},
    {"m3", "立方米"},
    {"m³", "立方米"},
    {"立方", "立方米"},
    {"方", "立方米"},
    {"场次", "场"},
    {"批次", "批"},
    {"百分比", "%"},
    {"个百分点", "百分点"},
    {"人民币元", "元"},
    {"圆", "元"},
});

}  // namespace detail

constexpr const MeasureUnit* find_measure_unit(std::string_view name) noexcept {
  for (const MeasureUnit& unit : detail::measure_units) {
    if (unit.name == name) return &unit;
  }
  return nullptr;
}

constexpr std::string_view canonical_measure_unit(std::string_view word) noexcept {
  const auto* known = detail::measure_words.find(word);
  return known != nullptr ? known->name : word;
}

}  // namespace budget::inline v1
