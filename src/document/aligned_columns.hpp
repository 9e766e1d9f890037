// SPDX-License-Identifier: Apache-2.0
// Where the columns of a table without drawn lines are: where the words of its rows stand, and their
// headers above them.
#pragma once

#include <budget/document/page.hpp>

#include "document/glyph_lines.hpp"

#include <vector>

namespace budget::inline v1::detail {

/// The columns of one table. Rows are added first, then headers from the lowest line up; sorted last.
class AlignedColumns {
 public:
  struct Extent {
    double x0 = 0, x1 = 0;
    bool headed = false;
    [[nodiscard]] double centre() const { return (x0 + x1) / 2; }
  };

  AlignedColumns() = default;
  /// The columns between these edges, with headers on a page before.
  explicit AlignedColumns(const std::vector<double>& edges);

  /// A word of a row: columns that it touches become one.
  void add(const Box&);
  /// Gives columns their headers, a line of which stands over figures set at the other edge of their
  /// column or, where no row fills a column, over nothing.
  void head(const std::vector<Word>&);
  /// A word alone on its line, in the middle of a header of several lines: it makes a column only where
  /// it stands beside all others.
  void head_alone(const Box&);
  void sort();

  [[nodiscard]] int count() const { return static_cast<int>(columns_.size()); }
  [[nodiscard]] const Extent& operator[](int column) const {
    return columns_[static_cast<std::size_t>(column)];
  }
  [[nodiscard]] bool all_headed() const;
  [[nodiscard]] bool overlap(int column, const Box&) const;
  /// The column that a word overlaps most, else the one whose middle is nearest.
  [[nodiscard]] int nearest(const Box&) const;
  /// Columns meet half-way between their words.
  [[nodiscard]] std::vector<double> edges() const;

 private:
  /// Widens the only column without a header between two places so that it reaches a word, if no other
  /// column stands between the two.
  bool widen(const Box&, double from, double to);

  std::vector<Extent> columns_;
};

}  // namespace budget::inline v1::detail
