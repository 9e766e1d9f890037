// SPDX-License-Identifier: Apache-2.0
// Where the clauses of a sentence begin and end. Private to claim.
#pragma once

#include <algorithm>
#include <cstddef>
#include <ranges>
#include <string>
#include <string_view>

namespace budget::inline v1::detail::claims {

/// Where the last of some words in a text ends; npos where it holds none of them.
[[nodiscard]] std::size_t end_of_last(std::string_view text, const std::ranges::range auto& words) {
  std::size_t end = std::string_view::npos;
  for (const std::string_view word : words)
    if (const std::size_t found = text.rfind(word); found != std::string_view::npos)
      end =
          end == std::string_view::npos ? found + word.size() : std::max(end, found + word.size());
  return end;
}
/// 支出3,296.30万元：基本支出…, 收入100.00万元，由财政拨款…组成: where what opens a list right behind an
/// amount ends; npos without.
[[nodiscard]] std::size_t opened_behind(std::string_view text);
/// 决算数与预算数持平, 决算数大于预算数: what something is held against; all of it where nothing says so.
[[nodiscard]] std::string_view against(std::string_view clause);
/// Where the last clause of a text begins.
[[nodiscard]] std::size_t last_clause(std::string_view text);
/// Where the first clause of a text ends, or the number in it begins.
[[nodiscard]] std::size_t first_clause(std::string_view text);
/// Whether a text begins with a bracket that opens.
[[nodiscard]] bool opens_bracket(std::string_view text);
/// The brackets of a text that have no other end in it: 1.00万元），其中（.
struct Brackets {
  int closed = 0, opened = 0;
};
[[nodiscard]] Brackets brackets_in(std::string_view text);
/// A text in normalised form without what stands in brackets: 政府办公厅（室）及相关机构事务.
[[nodiscard]] std::string without_brackets(std::string_view text);
/// Where the last semicolon of a text begins; npos without one.
[[nodiscard]] std::size_t last_semicolon(std::string_view text);
/// Whether a text ends with a colon.
[[nodiscard]] bool ends_open(std::string_view text);

}  // namespace budget::inline v1::detail::claims
