// SPDX-License-Identifier: Apache-2.0
// What words of a sentence are looked for. Private to claim.
#pragma once

#include "base/contains.hpp"

#include <algorithm>
#include <ranges>
#include <string_view>

namespace budget::inline v1::detail::claims {

/// Whether a text is one of the words.
[[nodiscard]] bool is_any(std::string_view text, const std::ranges::range auto& words) {
  return std::ranges::any_of(words, [&](std::string_view word) { return text == word; });
}

}  // namespace budget::inline v1::detail::claims
