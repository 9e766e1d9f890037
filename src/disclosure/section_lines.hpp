// SPDX-License-Identifier: Apache-2.0
// What a line is by itself, whatever stands around it.
#pragma once

#include "disclosure/tokens.hpp"

#include <string>
#include <string_view>

namespace budget::inline v1::detail {

/// 第二部分…, without blanks.
[[nodiscard]] bool part_heading(std::string_view key);

/// A note below a table: 注：…, without blanks.
[[nodiscard]] bool is_note(std::string_view key);

/// A heading or a sentence of the narrative, which no row of a table can be; with its plain text.
[[nodiscard]] bool narrative_line(const TokenLine&, const std::string& text);

/// A line with figures, or words set apart.
[[nodiscard]] bool row_like(const TokenLine&);

/// A line that names a unit of money or a body: 单位：, 部门：.
[[nodiscard]] bool caption_line(const std::string& text);

}  // namespace budget::inline v1::detail
