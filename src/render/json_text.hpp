// SPDX-License-Identifier: Apache-2.0
// JSON as text, whatever bytes a document held. Private to render.
#pragma once

#include <budget/render/json.hpp>

#include <nlohmann/json.hpp>

#include <string>

namespace budget::inline v1::detail {

/// The value as text; what is not UTF-8 is written with U+FFFD.
[[nodiscard]] inline std::string written(const nlohmann::ordered_json& json, JsonLayout layout) {
  const bool line = layout == JsonLayout::line;
  std::string text =
      json.dump(line ? -1 : 2, ' ', false, nlohmann::ordered_json::error_handler_t::replace);
  if (!line) text += '\n';
  return text;
}

}  // namespace budget::inline v1::detail
