// SPDX-License-Identifier: Apache-2.0
// Where the clauses of a sentence begin and end. Private to claim.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace budget::inline v1::detail::claims {

/// Where what opens a list of the parts of the amount before it ends in a text, by the words that open
/// one; npos without.
[[nodiscard]] std::size_t parts_open_at(std::string_view text,
                                        const std::vector<std::string>& words);
/// Where the last clause of a text begins.
[[nodiscard]] std::size_t last_clause(std::string_view text);
/// Where the first clause of a text ends, or the number in it begins.
[[nodiscard]] std::size_t first_clause(std::string_view text);
/// Whether a text ends with a colon.
[[nodiscard]] bool ends_open(std::string_view text);

}  // namespace budget::inline v1::detail::claims
