// SPDX-License-Identifier: Apache-2.0
// Whether a text holds some of several words. Private to the engine.
#pragma once

#include <algorithm>
#include <initializer_list>
#include <ranges>
#include <string_view>

namespace budget::inline v1::detail {

[[nodiscard]] constexpr bool contains(std::string_view text, std::string_view part) {
  return text.find(part) != std::string_view::npos;
}

[[nodiscard]] bool contains_any(std::string_view text, const std::ranges::range auto& words) {
  return std::ranges::any_of(words, [&](std::string_view word) { return contains(text, word); });
}
[[nodiscard]] inline bool contains_any(std::string_view text,
                                       std::initializer_list<std::string_view> words) {
  return std::ranges::any_of(words, [&](std::string_view word) { return contains(text, word); });
}

}  // namespace budget::inline v1::detail
