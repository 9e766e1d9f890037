// SPDX-License-Identifier: Apache-2.0
// What belongs to a page and not to its content: page marks, running titles, watermarks.
#pragma once

#include <budget/base/error.hpp>
#include <budget/document/document.hpp>

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace budget::inline v1::detail {

/// The page number of a page mark with its dashes or words: -13-, — 13 —, 第13页. A bare number is
/// none: it may be a figure.
[[nodiscard]] std::optional<int> page_mark(std::string_view line);

/// A file that prints nothing.
[[nodiscard]] ReadError empty_document(const std::string& source);

/// The lines to set aside, in order.
[[nodiscard]] std::vector<SetAside> find_furniture(const std::vector<Line>& lines);

}  // namespace budget::inline v1::detail
