// SPDX-License-Identifier: Apache-2.0
#include "document/aligned.hpp"

#include <budget/base/text.hpp>

#include "document/aligned_columns.hpp"
#include "document/boxes.hpp"
#include "document/furniture.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <optional>

namespace budget::inline v1::detail {
namespace {

constexpr std::size_t fewest_rows = 3;  // with figures
constexpr int fewest_columns = 3;       // two words on a line are a caption as often as a row
constexpr double most_gap = 2.5;        // between lines of one table, in font sizes
constexpr double title_size = 1.15;     // of the lines' usual size: larger is a title
constexpr double row_gap = 1.8;         // how much wider rows are set than the lines of one
constexpr double full_line = 1.5;       // room that a full line may leave, in characters
constexpr double smallest_gap = 0.5;    // between lines, in points
constexpr double same_left = 1.0;       // between beginnings of names, in points

bool is_figure(std::string_view text) {
  bool digit = false;
  for (const char c : text) {
    digit = digit || (c >= '0' && c <= '9');
    if ((c < '0' || c > '9') && c != '.' && c != ',' && c != '-' && c != '%') return false;
  }
  return digit;
}

bool is_row(const WordLine& line) {
  return line.words.size() > 1 &&
         std::ranges::any_of(line.words, [](const Word& w) { return is_figure(w.text); });
}

bool is_sentence(const WordLine& line) {
  return std::ranges::any_of(line.words, [](const Word& word) {
    return word.text.find("。") != std::string::npos || word.text.starts_with("注");
  });
}

/// 部门：甲 单位：万元.
bool is_caption(const WordLine& line) {
  return std::ranges::any_of(line.words, [](const Word& word) {
    return word.text.find("：") != std::string::npos || word.text.find(':') != std::string::npos;
  });
}

double usual_size(const std::vector<WordLine>& lines) {
  std::vector<double> sizes;
  for (const WordLine& line : lines)
    for (const Word& word : line.words) sizes.push_back(word.size);
  if (sizes.empty()) return 0;
  const auto middle = sizes.begin() + static_cast<std::ptrdiff_t>(sizes.size() / 2);
  std::ranges::nth_element(sizes, middle);
  return *middle;
}

/// The table among some lines: its columns are where the words of its rows stand.
class Aligner {
 public:
  Aligner(const std::vector<WordLine>& lines, std::size_t first, std::size_t end)
      : lines_(lines), first_(first), end_(end) {}

  /// The grid of these lines, or nothing where the columns are not certain: two words of a row in one
  /// column, or a column without a header. Lines that begin with a row go on under the columns of the grid
  /// that ended the page before.
  std::optional<Grid> grid(const Grid* before) {
    body_ = first_;
    while (body_ < end_ && !is_row(lines_[body_])) ++body_;
    while (body_ > first_ + 1 && is_name_alone(body_ - 1)) --body_;
    const bool headed = std::any_of(lines_.begin() + static_cast<std::ptrdiff_t>(first_),
                                    lines_.begin() + static_cast<std::ptrdiff_t>(body_),
                                    [](const WordLine& line) { return line.words.size() > 1; });
    const bool goes_on = !headed && before != nullptr;
    if (goes_on)
      columns_ = AlignedColumns(before->edges);
    else
      find_columns();
    if (columns_.count() < fewest_columns) return std::nullopt;
    if (!goes_on && !columns_.all_headed()) return std::nullopt;
    Grid made;
    number_rows(goes_on ? first_ : body_);
    made.rows = rows_.back() + 1;
    made.columns = columns_.count();
    made.edges = goes_on ? before->edges : columns_.edges();
    for (std::size_t i = first_; i < end_; ++i) {
      const bool header = !goes_on && i < body_ && !is_caption(lines_[i]);
      std::vector<GridCell> cells = header ? header_cells(i) : row_cells(i);
      if (cells.size() != lines_[i].words.size()) return std::nullopt;
      for (GridCell& cell : cells) {
        // A cell of several lines: only the row at hand can have it already.
        auto same = made.cells.rbegin();
        while (same != made.cells.rend() && same->row == cell.row && same->column != cell.column)
          ++same;
        if (same == made.cells.rend() || same->row != cell.row) {
          made.cells.push_back(std::move(cell));
        } else {
          same->text += '\n' + cell.text;
          same->box = around(*same->box, *cell.box);
        }
      }
    }
    return made;
  }

 private:
  /// Whether a line above the first figures is a row whose figures are blank: one word that begins where
  /// the name of a row with figures does.
  [[nodiscard]] bool is_name_alone(std::size_t line) const {
    if (lines_[line].words.size() != 1 || is_caption(lines_[line])) return false;
    const double left = lines_[line].words.front().box.x0;
    return std::any_of(lines_.begin() + static_cast<std::ptrdiff_t>(line + 1),
                       lines_.begin() + static_cast<std::ptrdiff_t>(end_),
                       [&](const WordLine& other) {
                         return is_row(other) && !is_figure(other.words.front().text) &&
                                std::abs(other.words.front().box.x0 - left) < same_left;
                       });
  }

  /// Lines of one row stand closer than rows do, where rows of several lines can be told at all.
  void number_rows(std::size_t body) {
    std::vector<double> gaps;  // between the lines of the body
    for (std::size_t i = body + 1; i < end_; ++i)
      gaps.push_back(lines_[i].box.y0 - lines_[i - 1].box.y1);
    std::ranges::sort(gaps);
    // Between two rows: the widest jump up to the usual gap, which is one between rows, else the first.
    double least = std::numeric_limits<double>::lowest();
    const double usual = gaps.empty() ? 0 : gaps[gaps.size() / 2];
    for (std::size_t g = 1; g < gaps.size(); ++g) {
      const bool jump = gaps[g] > 0 && gaps[g] > row_gap * std::max(gaps[g - 1], smallest_gap);
      if (jump && (least < 0 || gaps[g] <= usual)) least = gaps[g];
    }
    const auto joined = [&](std::size_t i) {
      return i > body && lines_[i].box.y0 - lines_[i - 1].box.y1 < least;
    };
    for (std::size_t i = body + 1; i < end_; ++i)
      if (joined(i) && two_rows(lines_[i - 1], lines_[i]))
        least = std::numeric_limits<double>::lowest();
    int row = -1;
    for (std::size_t i = first_; i < end_; ++i) {
      row += joined(i) ? 0 : 1;
      rows_.push_back(row);
    }
  }

  /// Whether two lines are two rows: the rest of a broken figure has no point, and words are broken only
  /// where their line is full.
  [[nodiscard]] bool two_rows(const WordLine& upper, const WordLine& lower) const {
    for (const Word& word : lower.words)
      for (const Word& above : upper.words) {
        const int column = columns_.nearest(word.box);
        if (columns_.nearest(above.box) != column) continue;
        const double room = columns_[column].x1 - above.box.x1;
        const bool figures = is_figure(word.text) && is_figure(above.text);
        if (figures ? word.text.find('.') != std::string::npos : room > full_line * above.size)
          return true;
      }
    return false;
  }

  void find_columns() {
    for (std::size_t i = body_; i < end_; ++i)
      if (is_row(lines_[i]))
        for (const Word& word : lines_[i].words) columns_.add(word.box);
    for (std::size_t i = body_; i-- > first_;) {
      if (is_caption(lines_[i])) continue;
      if (lines_[i].words.size() > 1)
        columns_.head(lines_[i].words);
      else
        columns_.head_alone(lines_[i].words.front().box);
    }
    columns_.sort();
  }

  [[nodiscard]] GridCell cell(std::size_t line, int column, int width, const Word& word) const {
    GridCell made;
    made.row = rows_[line - first_];
    made.column = column;
    made.columns = width;
    made.text = word.text;
    made.box = word.box;
    made.recognised = word.recognised;
    if (!is_figure(word.text) && word.size > 0)
      made.inset = (word.box.x0 - columns_[column].x0) / word.size;
    return made;
  }

  /// One word a column, or fewer cells than words.
  [[nodiscard]] std::vector<GridCell> row_cells(std::size_t line) const {
    std::vector<GridCell> cells;
    for (const Word& word : lines_[line].words) {
      const int column = columns_.nearest(word.box);
      if (!cells.empty() && cells.back().column >= column) return {};
      cells.push_back(cell(line, column, 1, word));
    }
    return cells;
  }

  /// The first line below a header on which a column has a header of its own; end where none has.
  [[nodiscard]] std::size_t headed_at(std::size_t line, int column) const {
    for (std::size_t i = line + 1; i < body_; ++i)
      if (!is_caption(lines_[i]))
        for (const Word& word : lines_[i].words)
          if (columns_.nearest(word.box) == column) return i;
    return end_;
  }

  /// A header covers the columns that its word stands over, and those beside them that have headers on the
  /// same line below and none on this one: all to its right where headers begin at the left of their
  /// columns, else so many that each header stands in the middle.
  [[nodiscard]] std::vector<GridCell> header_cells(std::size_t line) const {
    const std::vector<Word>& words = lines_[line].words;
    const int count = columns_.count();
    std::vector<std::pair<int, int>> spans;  // first and last column
    for (const Word& word : words) {
      int first = columns_.nearest(word.box), last = first;
      while (last + 1 < count && columns_.overlap(last + 1, word.box)) ++last;
      if (!spans.empty() && spans.back().second >= first) return {};
      spans.emplace_back(first, last);
    }
    for (std::size_t w = 0; w <= words.size(); ++w) {
      const int from = w == 0 ? 0 : spans[w - 1].second + 1;
      const int to = w == words.size() ? count : spans[w].first;
      const auto beside = [&](std::size_t i, int column) {
        const std::size_t below = headed_at(line, spans[i].first);
        return below < end_ && headed_at(line, column) == below;
      };
      int left = from, right = to;  // what the neighbours may cover of the free columns
      while (w > 0 && left < to && beside(w - 1, left)) ++left;
      while (w < words.size() && right > from && beside(w, right - 1)) --right;
      if (left > right) {
        left = right = best_split(words[w - 1], spans[w - 1], words[w], spans[w]);
      } else if (w == 0 && right < to &&
                 off_left(words[w], spans[w].first) <=
                     off_centre(words[w], right, spans[w].second)) {
        right = to;
      }
      if (w > 0) spans[w - 1].second = left - 1;
      if (w < words.size()) spans[w].first = right;
    }
    std::vector<GridCell> cells;
    for (std::size_t w = 0; w < words.size(); ++w)
      cells.push_back(cell(line, spans[w].first, spans[w].second - spans[w].first + 1, words[w]));
    return cells;
  }

  [[nodiscard]] double off_centre(const Word& word, int first, int last) const {
    const double middle = (columns_[first].x0 + columns_[last].x1) / 2;
    return std::abs(middle - (word.box.x0 + word.box.x1) / 2);
  }

  [[nodiscard]] double off_left(const Word& word, int first) const {
    return std::abs(word.box.x0 - columns_[first].x0);
  }

  /// The first column of the right one of two neighbours.
  [[nodiscard]] int best_split(const Word& left, std::pair<int, int> a, const Word& right,
                               std::pair<int, int> b) const {
    int best = b.first;
    double least = off_left(left, a.first) + off_left(right, b.first);
    for (int split = a.second + 1; split <= b.first; ++split) {
      const double off = off_centre(left, a.first, split - 1) + off_centre(right, split, b.second);
      if (off < least) {
        least = off;
        best = split;
      }
    }
    return best;
  }

  const std::vector<WordLine>& lines_;
  std::size_t first_, end_, body_ = 0;
  AlignedColumns columns_;
  std::vector<int> rows_;  // of each line
};

}  // namespace

std::vector<AlignedGrid> find_aligned_grids(const std::vector<WordLine>& lines,
                                            const Grid* before) {
  std::vector<AlignedGrid> found;
  const double size = usual_size(lines);
  const auto breaks = [&](std::size_t i) {
    const WordLine& line = lines[i];
    const bool title = line.words.size() == 1 && line.words.front().size > title_size * size;
    const bool mark = line.words.size() == 1 && page_mark(line.words.front().text);
    return title || mark || is_sentence(line) ||
           (i > 0 && line.box.y0 - lines[i - 1].box.y1 > most_gap * size);
  };
  for (std::size_t first = 0; first < lines.size();) {
    if (lines[first].words.size() < 2 || is_sentence(lines[first])) {
      ++first;
      continue;
    }
    std::size_t end = first + 1, rows = is_row(lines[first]) ? 1 : 0;
    while (end < lines.size() && !breaks(end)) rows += is_row(lines[end++]) ? 1 : 0;
    const bool at_top = found.empty() && before != nullptr;
    std::size_t begin = first;  // rows that print a name alone
    while (at_top && begin > 0 && lines[begin - 1].words.size() == 1 && !breaks(begin) &&
           !is_sentence(lines[begin - 1]))
      --begin;
    if (rows >= (at_top ? 1 : fewest_rows))
      if (auto grid = Aligner(lines, begin, end).grid(at_top ? before : nullptr))
        found.push_back({std::move(*grid), begin, end});
    first = end;
  }
  return found;
}

}  // namespace budget::inline v1::detail
