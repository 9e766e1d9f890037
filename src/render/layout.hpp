// SPDX-License-Identifier: Apache-2.0
// Lines and columns for a terminal, where a Chinese character takes two columns. Private to render.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace budget::inline v1::detail {

/// Rows of cells, not all of one length.
using Grid = std::vector<std::vector<std::string>>;

/// The text as lines of at most 80 columns, broken at blanks and between Chinese characters, each
/// indented; later lines two more. A word that is longer stands on its own line. Ends with a line end;
/// control bytes become blanks.
[[nodiscard]] std::string wrapped(std::string_view text, std::size_t indent);

/// The grid with columns padded to one width, `gap` blanks apart; the first `right` columns stand flush
/// right.
[[nodiscard]] std::string aligned(const Grid&, std::size_t indent, std::size_t right,
                                  std::size_t gap = 2);

/// The parts between bars.
[[nodiscard]] std::vector<std::string> cells_of(std::string_view bars);

[[nodiscard]] std::string join(const std::vector<std::string>&, std::string_view separator);

}  // namespace budget::inline v1::detail
