// SPDX-License-Identifier: Apache-2.0
// split: the parts of a text between separators.
#pragma once

#include <string_view>
#include <vector>

namespace budget::inline v1 {

/// The parts between separators, in order; n separators give n + 1 parts. Views into `text`.
[[nodiscard]] inline std::vector<std::string_view> split(std::string_view text, char separator);

// ---- details ----

inline std::vector<std::string_view> split(std::string_view text, char separator) {
  std::vector<std::string_view> parts;
  for (;;) {
    const std::size_t at = text.find(separator);
    parts.push_back(text.substr(0, at));
    if (at == std::string_view::npos) return parts;
    text.remove_prefix(at + 1);
  }
}

}  // namespace budget::inline v1
