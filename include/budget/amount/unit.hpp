// SPDX-License-Identifier: Apache-2.0
// Unit: the scale a published amount of money is printed in. It belongs to a figure, not to Money.
#pragma once

#include <budget/base/language.hpp>
#include <budget/base/text.hpp>

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace budget::inline v1 {

/// Scale of an amount of renminbi. `unknown`: printed nowhere; it is never guessed.
enum class Unit : std::uint8_t {
  unknown,      ///< not printed
  yuan,         ///< 元
  qian_yuan,    ///< 千元, 10^3 元
  wan_yuan,     ///< 万元, 10^4 元
  baiwan_yuan,  ///< 百万元, 10^6 元
  yi_yuan,      ///< 亿元, 10^8 元
};

/// Power of ten that one of the unit is in 元: 4 for 万元. Precondition: the unit is known;
/// `unknown` gives 0.
[[nodiscard]] constexpr int scale_exponent(Unit unit) noexcept;

/// The unit as printed: "万元"; "" for unknown.
[[nodiscard]] constexpr std::string_view symbol(Unit unit) noexcept;

/// The unit in words: "万元" / "ten thousand yuan", and for unknown "单位未知" / "unit not known".
[[nodiscard]] constexpr std::string_view name(Unit unit, Language language) noexcept;

/// The unit that `text` names and nothing else: 元 千元 万元 百万元 亿元, spaces and full-width forms
/// aside, with or without 人民币 before it. Other text gives nothing.
[[nodiscard]] constexpr std::optional<Unit> parse_unit(std::string_view text) noexcept;

/// The unit as printed; "" for unknown.
[[nodiscard]] inline std::string to_string(Unit unit) {
  return std::string(symbol(unit));
}

// ---- details ----

constexpr int scale_exponent(Unit unit) noexcept {
  switch (unit) {
    case Unit::unknown:
    case Unit::yuan: return 0;
    case Unit::qian_yuan: return 3;
    case Unit::wan_yuan: return 4;
    case Unit::baiwan_yuan: return 6;
    case Unit::yi_yuan: return 8;
  }
  return 0;
}

constexpr std::string_view symbol(Unit unit) noexcept {
  switch (unit) {
    case Unit::unknown: return "";
    case Unit::yuan: return "元";
    case Unit::qian_yuan: return "千元";
    case Unit::wan_yuan: return "万元";
    case Unit::baiwan_yuan: return "百万元";
    case Unit::yi_yuan: return "亿元";
  }
  return "";
}

constexpr std::string_view name(Unit unit, Language language) noexcept {
  if (language == Language::zh) return unit == Unit::unknown ? "单位未知" : symbol(unit);
  switch (unit) {
    case Unit::unknown: return "unit not known";
    case Unit::yuan: return "yuan";
    case Unit::qian_yuan: return "thousand yuan";
    case Unit::wan_yuan: return "ten thousand yuan";
    case Unit::baiwan_yuan: return "million yuan";
    case Unit::yi_yuan: return "hundred million yuan";
  }
  return "";
}

namespace detail {

// The bytes of `text` after `word`, spaces and invisible code points skipped before and between
// its characters; nothing when the text does not begin so.
constexpr std::optional<std::size_t> after_word(std::string_view text, std::size_t position,
                                                std::string_view word) noexcept {
  for (std::size_t w = 0; w < word.size();) {
    const CodePoint wanted = code_point_at(word, w);
    CodePoint found;
    do {
      if (position >= text.size()) return std::nullopt;
      found = code_point_at(text, position);
      position += found.length;
    } while (is_space(found.value) || is_invisible(found.value));
    if (!found.valid || half_width(found.value) != wanted.value) return std::nullopt;
    w += wanted.length;
  }
  return position;
}

struct GluedUnit {
  Unit unit = Unit::unknown;
  std::size_t end = 0;  // byte after it
};

// The unit at `position`, where one stands there.
constexpr std::optional<GluedUnit> unit_at(std::string_view text, std::size_t position) noexcept {
  for (const Unit unit :
       {Unit::yuan, Unit::wan_yuan, Unit::yi_yuan, Unit::qian_yuan, Unit::baiwan_yuan}) {
    if (const auto end = after_word(text, position, symbol(unit))) return GluedUnit{unit, *end};
  }
  return std::nullopt;
}

}  // namespace detail

constexpr std::optional<Unit> parse_unit(std::string_view text) noexcept {
  const std::size_t begin = detail::after_word(text, 0, "人民币").value_or(0);
  const auto found = detail::unit_at(text, begin);
  if (!found || !strip(text.substr(found->end)).empty()) return std::nullopt;
  return found->unit;
}

}  // namespace budget::inline v1
