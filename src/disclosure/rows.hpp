// SPDX-License-Identifier: Apache-2.0
// The rows of a table in text: from tokens below a header to cells under its columns.
#pragma once

#include <budget/disclosure/disclosure.hpp>

#include "disclosure/header.hpp"
#include "disclosure/tokens.hpp"

#include <optional>
#include <string>
#include <vector>

namespace budget::inline v1::detail {

/// A cell's text and where it starts.
struct RawCell {
  std::string text;
  std::size_t line = 0;         ///< index into Document::lines
  int column = 0;               ///< first column on that line, from 0; -1 where unknown
  std::optional<Box> box = {};  ///< on the page, where that is known
  bool recognised = false;      ///< read from a picture of the text
  bool full = false;            ///< the cell has no room for another character
};

/// A row under a plan's columns.
struct RawRow {
  std::vector<RawCell> cells;
  std::vector<std::size_t> lines;
  int indent = 0;          ///< ideographic spaces before its name
  bool ambiguous = false;  ///< its figures may belong to other columns: blanks vanished
};

/// What reading the lines below a header gave.
struct RawRows {
  std::vector<RawRow> rows;
  std::vector<std::pair<std::size_t, NotReadWhy>> not_placed;  ///< lines
  std::vector<std::size_t> notes;                              ///< lines
  bool stated_empty = false;
  int misfits = 0;  ///< tokens that did not fall where the blanks said: less is a better plan
};

/// How many of a table's lines are its header: up to the first row, note or line of column numbers.
[[nodiscard]] std::size_t header_length(const std::vector<TokenLine>&, const Vocabulary&);
/// How many columns a line of column numbers (1 2 3 …) counts; 0 if it is none.
[[nodiscard]] std::size_t column_numbers(const TokenLine&);
/// Whether a line only numbers columns; one that says 栏次 may number them by halves or by formulas.
[[nodiscard]] bool numbers_columns(const TokenLine&);
/// A note under a table that it has no data.
[[nodiscard]] bool states_empty(std::string_view text);
[[nodiscard]] bool is_note_line(std::string_view text);

/// Reads rows from running text: cells follow each other, one blank between two cells and one more
/// for every blank cell; a cell of several lines stands on lines of its own, but two known names below
/// one another are two rows.
[[nodiscard]] RawRows read_stream_rows(const std::vector<TokenLine>&, const ColumnPlan&,
                                       const Vocabulary&);

/// Where cells with words are cut at their width and run into the next one without a blank
/// (政府履职辅助后勤服务), finds the one width that gives every row all its cells, and of several the one
/// under which most cells recur. Leaves rows as they are where there is none.
void split_clipped_cells(std::vector<RawRow>& rows, const ColumnPlan& plan);

}  // namespace budget::inline v1::detail
