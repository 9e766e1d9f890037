// SPDX-License-Identifier: Apache-2.0
// The header of a column in one line.
#pragma once

#include <budget/disclosure/table.hpp>

#include <string>

namespace budget::inline v1::detail {

/// The parts of its header that are printed, the outermost first, joined by "/": 2024年预算数/合计.
[[nodiscard]] inline std::string header_path(const Column& column) {
  std::string path;
  for (const std::string& part : column.header)
    if (!part.empty()) path += (path.empty() ? "" : "/") + part;
  return path;
}

}  // namespace budget::inline v1::detail
