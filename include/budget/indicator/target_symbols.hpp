// SPDX-License-Identifier: Apache-2.0
// The kinds of targets, their comparators and faults, with names in the code and in words.
#pragma once

#include <budget/base/language.hpp>

#include <cstdint>
#include <string_view>

namespace budget::inline v1 {

/// What kind of thing a target's text asks for.
enum class TargetForm : std::uint8_t {
  blank,     ///< nothing, a dash, 无
  quantity,  ///< a number with or without a comparator: ≥95%, 800份, 约30台, ≤2天
  range,     ///< two bounds: 3-5次, ≥10且≤20人
  deadline,  ///< a day or month by which: 每年11月底前完成
  schedule,  ///< a period or rhythm: 全年, 按月发放, 2023-2025年
  contract,  ///< the price of a contract, with or without its amount: 按合同价（45万元/年）
  reference,  ///< what another text or need says: 按规定核算, 按项目实际情况需要
  tiers,      ///< rates by size: ≤500万元，按0.35%收费；…
  fees,       ///< a rate and an amount each: 资金量的0.05‰和每笔10元
  grade,      ///< a quality or an effect in words: 合格, 有效提升, 及时
  list,       ///< several named things: 市县财政系统、中介机构
  milestone,  ///< a state of work: 开始试运营, 完工
  text,       ///< words that none of these describes
  malformed,  ///< meant as one of these, and cannot be taken so; `faults` say why
};

/// How an actual value is held against the number of a target.
enum class Comparator : std::uint8_t {
  none,       ///< nothing printed: 800份
  at_least,   ///< ≥ ≧ >= 大于等于 不低于 不少于 以上
  more_than,  ///< ＞ 大于 超过
  at_most,    ///< ≤ ≦ <= 小于等于 不高于 不超过 以内
  less_than,  ///< ＜ 小于 低于
  equal,      ///< = 等于
};

/// What is wrong about the text of a target.
enum class TargetFault : std::uint8_t {
  measure_missing,    ///< a number of nothing: ≥15
  money_last,         ///< the money stands among the divisors: ≤380人/天/元
  number_missing,     ///< a comparator without a number
  number_unreadable,  ///< ≥1.2.3
  comparators,        ///< comparators that do not go together: ≥≤5, ≥3人以下
  contradictory,      ///< no value fits: ≥10且≤5
  negative,           ///< a number below zero
  cut,                ///< the text ends in the middle
  tier_gap,           ///< an amount between two tiers has no rate
  tier_overlap,       ///< an amount has two rates
  tier_unit,          ///< a tier's amounts print no unit; that of the tier before is taken
};

/// The name as in the code: "deadline".
[[nodiscard]] constexpr std::string_view symbol(TargetForm form) noexcept;
/// As printed: "≥"; "" for none.
[[nodiscard]] constexpr std::string_view symbol(Comparator comparator) noexcept;
/// The name as in the code: "money_last".
[[nodiscard]] constexpr std::string_view symbol(TargetFault fault) noexcept;
/// What the fault is, in words.
[[nodiscard]] constexpr std::string_view explain(TargetFault fault, Language language) noexcept;

// ---- details ----

constexpr std::string_view symbol(TargetForm form) noexcept {
  switch (form) {
    case TargetForm::blank: return "blank";
    case TargetForm::quantity: return "quantity";
    case TargetForm::range: return "range";
    case TargetForm::deadline: return "deadline";
    case TargetForm::schedule: return "schedule";
    case TargetForm::contract: return "contract";
    case TargetForm::reference: return "reference";
    case TargetForm::tiers: return "tiers";
    case TargetForm::fees: return "fees";
    case TargetForm::grade: return "grade";
    case TargetForm::list: return "list";
    case TargetForm::milestone: return "milestone";
    case TargetForm::text: return "text";
    case TargetForm::malformed: return "malformed";
  }
  return "";
}

constexpr std::string_view symbol(Comparator comparator) noexcept {
  switch (comparator) {
    case Comparator::none: return "";
    case Comparator::at_least: return "≥";
    case Comparator::more_than: return "＞";
    case Comparator::at_most: return "≤";
    case Comparator::less_than: return "＜";
    case Comparator::equal: return "=";
  }
  return "";
}

constexpr std::string_view symbol(TargetFault fault) noexcept {
  switch (fault) {
    case TargetFault::measure_missing: return "measure_missing";
    case TargetFault::money_last: return "money_last";
    case TargetFault::number_missing: return "number_missing";
    case TargetFault::number_unreadable: return "number_unreadable";
    case TargetFault::comparators: return "comparators";
    case TargetFault::contradictory: return "contradictory";
    case TargetFault::negative: return "negative";
    case TargetFault::cut: return "cut";
    case TargetFault::tier_gap: return "tier_gap";
    case TargetFault::tier_overlap: return "tier_overlap";
    case TargetFault::tier_unit: return "tier_unit";
  }
  return "";
}

constexpr std::string_view explain(TargetFault fault, Language language) noexcept {
  const bool zh = language == Language::zh;
  switch (fault) {
    case TargetFault::measure_missing:
      return zh ? "数字没有计量单位" : "a number without a measure";
    case TargetFault::money_last:
      return zh ? "金额单位写在了除数的位置" : "the money stands among the divisors";
    case TargetFault::number_missing:
      return zh ? "比较符号后没有数字" : "a comparator without a number";
    case TargetFault::number_unreadable:
      return zh ? "数字无法读取" : "a number that cannot be read";
    case TargetFault::comparators:
      return zh ? "比较符号相互矛盾" : "comparators that do not go together";
    case TargetFault::contradictory: return zh ? "没有任何数值能满足" : "no value can meet it";
    case TargetFault::negative: return zh ? "数值为负" : "a number below zero";
    case TargetFault::cut: return zh ? "文字不完整，似被截断" : "the text ends in the middle";
    case TargetFault::tier_gap:
      return zh ? "分档之间有空档" : "amounts between two tiers have no rate";
    case TargetFault::tier_overlap: return zh ? "分档相互重叠" : "amounts that have two rates";
    case TargetFault::tier_unit:
      return zh ? "分档金额未写单位，按上一档的单位理解"
                : "a tier without a unit; that of the tier before is taken";
  }
  return "";
}

}  // namespace budget::inline v1
