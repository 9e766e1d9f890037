// SPDX-License-Identifier: Apache-2.0
// The header of a table in text: from tokens to columns. In running text the cells of a header come
// row by row, broken over lines at any character; which of them stand above which is found by the
// vocabulary and, where several readings remain, by how well the rows below fit.
#pragma once

#include <budget/disclosure/vocabulary.hpp>

#include "disclosure/tokens.hpp"

#include <string>
#include <vector>

namespace budget::inline v1::detail {

/// Whether a column's cells hold words (or codes), not figures.
[[nodiscard]] constexpr bool holds_words(ColumnRole role) noexcept {
  return role == ColumnRole::name || role == ColumnRole::code || role == ColumnRole::text;
}

/// A header cell, its pieces joined.
struct HeaderItem {
  std::string text;
  const std::vector<ColumnTerm>* terms = nullptr;  ///< what it may stand for; empty if unknown
};

/// Columns and sides that a header may mean. Lower cost: more likely by the header alone.
struct ColumnPlan {
  std::vector<Column> columns;
  std::vector<Side> sides;
  std::vector<std::string>
      side_labels;  ///< for each column the side group that it stands under, or ""
  int cost = 0;
};

/// Joins the pieces of header cells, each line's tokens in reading order.
[[nodiscard]] std::vector<HeaderItem> join_header(const std::vector<TokenLine>& lines,
                                                  const Vocabulary& vocabulary);

/// The readings of a header given row by row, likeliest first; empty if there is none.
[[nodiscard]] std::vector<ColumnPlan> header_plans(const std::vector<HeaderItem>& items);

/// 国有资本经营预算收入 and 本年收入 are the side 收入, as rules call it.
[[nodiscard]] std::string side_label(std::string_view group);

/// A 小计 before the parts of a heading is that heading's sum and takes its name.
void name_subtotals(ColumnPlan& plan, const Vocabulary& vocabulary);

/// "c1", "r12", "t3".
[[nodiscard]] std::string numbered(char prefix, std::size_t number);

/// Gives columns their ids and cuts them into sides at the labels that they stand under.
void finish_plan(ColumnPlan& plan);

}  // namespace budget::inline v1::detail
