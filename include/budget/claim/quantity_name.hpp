// SPDX-License-Identifier: Apache-2.0
// QuantityName: what an amount is of, by meaning and not by where it stands: 支出·一般公共预算·基本支出.
// A sentence and a cell that speak of one quantity must print one amount.
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <vector>

namespace budget::inline v1 {

/// The questions that tell quantities apart.
enum class Slot : std::uint8_t {
  side,    ///< 收入, 支出, 收支
  fund,    ///< whose money: 财政拨款, 一般公共预算, 单位资金 …
  extent,  ///< 总计, 本年, 上年结转, 结转下年
  nature,  ///< 基本支出, 项目支出, 人员经费 …
  item,    ///< 三公经费, 公务接待费, 政府采购货物 …
  period,  ///< 上年, 年初预算, 决算 …; nothing: the document's own year
};
inline constexpr std::size_t slot_count = 6;

/// Answers to the questions, "" where nothing is said, and the subject, class first.
struct QuantityName {
  std::array<std::string, slot_count> slots;
  std::vector<std::string> subject;  ///< names: 一般公共服务支出, 财政事务, 行政运行

  [[nodiscard]] const std::string& operator[](Slot slot) const {
    return slots[static_cast<std::size_t>(slot)];
  }
  [[nodiscard]] std::string& operator[](Slot slot) { return slots[static_cast<std::size_t>(slot)]; }
  /// Whether nothing is said but the period.
  [[nodiscard]] bool empty() const noexcept;
  friend bool operator==(const QuantityName&, const QuantityName&) = default;
};

/// The quantity with what it leaves open taken from another.
[[nodiscard]] QuantityName completed(QuantityName, const QuantityName& from);

/// Its answers in the order of the slots, the subject last: 支出·一般公共预算·基本支出.
[[nodiscard]] std::string to_string(const QuantityName&);

}  // namespace budget::inline v1
