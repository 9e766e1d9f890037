// SPDX-License-Identifier: Apache-2.0
// What words of a sentence are looked for. Private to claim.
#pragma once

#include "base/contains.hpp"

#include <algorithm>
#include <array>
#include <ranges>
#include <string_view>

namespace budget::inline v1::detail::claims {

/// What stands before that which something is compared with: 比上年, 与2023年相比.
inline constexpr std::array<std::string_view, 4> compares{"比", "较", "与", "同"};
/// Whether the words of an amount say that the one before it is compared with it: 比上年, （上年.
[[nodiscard]] inline bool begins_comparison(std::string_view words) {
  const auto begins = [&](std::string_view word) { return words.starts_with(word); };
  return std::ranges::any_of(compares, begins) || begins("（上年") || begins("(上年");
}

/// What an amount that changed came to: 减少为12.00万元 is no change of 12.00.
inline constexpr std::array<std::string_view, 10> came_to{
    "减少为", "增加为", "下降为", "上升为", "减少到", "增加到", "减至", "增至", "降至", "升至"};
/// Whether the words before an amount end so.
[[nodiscard]] inline bool says_what_it_came_to(std::string_view words) {
  return std::ranges::any_of(came_to, [&](std::string_view word) { return words.ends_with(word); });
}

/// The characters that names of bodies end in.
inline constexpr std::u32string_view ends_of_bodies = U"局委厅办处室院部会所站队社团馆校心府";

/// The name of a subject without 支出 behind it: 财政事务 is meant by 财政事务支出 too.
[[nodiscard]] inline std::string_view stem_of(std::string_view name) {
  constexpr std::string_view ending = "支出";
  if (name.size() > ending.size() && name.ends_with(ending)) name.remove_suffix(ending.size());
  return name;
}

/// Whether a text is one of the words.
[[nodiscard]] bool is_any(std::string_view text, const std::ranges::range auto& words) {
  return std::ranges::any_of(words, [&](std::string_view word) { return text == word; });
}

}  // namespace budget::inline v1::detail::claims
