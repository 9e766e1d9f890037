// SPDX-License-Identifier: Apache-2.0
// Tables in text that keeps the layout of the page, as pdftotext -layout writes it: a cell stands
// below its header, more or less. Columns are found by where they stand, not by counting blanks.
#pragma once

#include "disclosure/header.hpp"
#include "disclosure/rows.hpp"
#include "disclosure/tokens.hpp"

#include <optional>
#include <vector>

namespace budget::inline v1::detail {

/// A plan whose columns also have a place.
struct LayoutPlan {
  ColumnPlan plan;
  std::vector<double> centre;  ///< of each column's header, in code points
};

/// Whether the lines of a table keep the layout of the page: gaps much wider than one blank.
[[nodiscard]] bool keeps_layout(const std::vector<TokenLine>&);

/// Single characters set wide are one word where that is known: 合   计, 金    额.
[[nodiscard]] TokenLine join_characters(const TokenLine&, const Vocabulary&);

/// Words that stand one blank apart on a line are one cell: 1. 一般公共预算, 金 额.
[[nodiscard]] TokenLine join_words(const TokenLine&);

/// The columns of a header by where its words stand; nothing where it has none that are known.
[[nodiscard]] std::optional<LayoutPlan> layout_plan(const std::vector<TokenLine>& header,
                                                    const Vocabulary&);

/// Where the cells of one column stand in the rows so far.
struct ColumnTrack {
  double centre = 0;     ///< of the header
  double right = 0;      ///< right edge of the last figure
  double left = 0;       ///< left edge of the words so far
  bool figures = false;  ///< whether a figure was seen
  bool decimals = true;  ///< whether all figures so far have a decimal point
  bool words = false;
};

/// Tokens of a line with the column of each, -1 where there is none.
struct Placed {
  TokenLine line;
  std::vector<int> columns;
  bool ambiguous = false;  ///< another placing is as near
  bool misplaced = false;  ///< no placing puts words among words and figures among figures
};

/// Places the tokens of lines in columns, from left to right, each as near as possible to where its
/// column stood before; columns may drift down a page.
class LayoutPlacer {
 public:
  LayoutPlacer(const LayoutPlan& plan, const Vocabulary& vocabulary);
  [[nodiscard]] Placed place(const TokenLine& line);

 private:
  [[nodiscard]] double cost(const Token& token, int column, int index, double shift) const;
  [[nodiscard]] bool wrong_kind(const Token&, std::size_t column) const;
  void join_codes(TokenLine&) const;
  void join_names(TokenLine&) const;
  void follow(const Placed& placed, double shift);
  const ColumnPlan& plan_;
  const Vocabulary& vocabulary_;
  std::vector<ColumnTrack> tracks_;
  bool coded_ = false;  // some column holds codes
  int page_ = 0;
};

/// Reads rows below a header with places.
[[nodiscard]] RawRows read_layout_rows(const std::vector<TokenLine>& body,
                                       const std::vector<TokenLine>& header, const LayoutPlan&,
                                       const Vocabulary&);

}  // namespace budget::inline v1::detail
