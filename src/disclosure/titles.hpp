// SPDX-License-Identifier: Apache-2.0
// Lines that name or number a table.
#pragma once

#include <budget/disclosure/vocabulary.hpp>

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace budget::inline v1::detail {

inline constexpr std::size_t longest_title = 60;  // code points

/// What a line says as the title of a table.
struct Title {
  TableKind kind = TableKind::other;
  bool known = false;   ///< the vocabulary has it
  bool target = false;  ///< a table of performance targets
  std::string number;   ///< 表二…: "2"
};

/// The title that a line is, if it could be one.
[[nodiscard]] std::optional<Title> table_title(const std::string& text, const Vocabulary&);

/// 预算公开表10, 公开01表, 公开表一, 附表3: the digits of a line that only numbers a table.
[[nodiscard]] std::optional<std::string> table_number_line(std::string_view line);

/// Reads 12, 十二 or 二十 at the front; returns its digits and removes them from the text.
[[nodiscard]] std::string take_number(std::string_view& text);

}  // namespace budget::inline v1::detail
