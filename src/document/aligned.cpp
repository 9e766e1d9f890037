// SPDX-License-Identifier: Apache-2.0
#include "document/aligned.hpp"

#include <budget/base/text.hpp>

#include "document/boxes.hpp"
#include "document/furniture.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <optional>

namespace budget::inline v1::detail {
namespace {

constexpr std::size_t fewest_rows = 3;     // with figures
constexpr std::size_t fewest_columns = 3;  // two words on a line are a caption as often as a row
constexpr double most_gap = 2.5;           // between lines of one table, in font sizes
constexpr double title_size = 1.15;        // of the lines' usual size: larger is a title
constexpr double row_gap = 1.8;            // how much wider rows are set than the lines of one
constexpr double full_line = 1.5;          // room that a full line may leave, in characters
constexpr double smallest_gap = 0.5;       // between lines, in points
constexpr double same_left = 1.0;          // between beginnings of names, in points
constexpr double least_overlap = 1.0;      // of a word and its column, in points

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

struct Extent {
  double x0 = 0, x1 = 0;
  bool headed = false;
  [[nodiscard]] double centre() const { return (x0 + x1) / 2; }
};

double shared_width(const Extent& a, const Box& b) {
  return std::min(a.x1, b.x1) - std::max(a.x0, b.x0);
}

bool overlap(const Extent& a, const Box& b) {
  return shared_width(a, b) > least_overlap;
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
      take_columns(*before);
    else
      find_columns();
    if (columns_.size() < fewest_columns) return std::nullopt;
    if (!goes_on && !std::ranges::all_of(columns_, &Extent::headed)) return std::nullopt;
    Grid made;
    number_rows(goes_on ? first_ : body_);
    made.rows = rows_.back() + 1;
    made.columns = static_cast<int>(columns_.size());
    made.edges = goes_on ? before->edges : edges();
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

  /// Columns meet half-way between their words.
  [[nodiscard]] std::vector<double> edges() const {
    std::vector<double> result{columns_.front().x0};
    for (std::size_t c = 1; c < columns_.size(); ++c)
      result.push_back((columns_[c - 1].x1 + columns_[c].x0) / 2);
    result.push_back(columns_.back().x1);
    return result;
  }

  void take_columns(const Grid& before) {
    for (std::size_t c = 0; c + 1 < before.edges.size(); ++c)
      columns_.push_back({before.edges[c], before.edges[c + 1], true});
  }

  /// Lines of one row stand closer than rows do, where rows of several lines can be told at all.
  void number_rows(std::size_t body) {
    std::vector<double> gaps;  // between the lines of the body
    for (std::size_t i = body + 1; i < end_; ++i)
      gaps.push_back(lines_[i].box.y0 - lines_[i - 1].box.y1);
    std::ranges::sort(gaps);
    double least = std::numeric_limits<double>::lowest();  // between two rows
    for (std::size_t g = 1; g < gaps.size(); ++g)
      if (gaps[g] > 0 && gaps[g] > row_gap * std::max(gaps[g - 1], smallest_gap)) {
        least = gaps[g];
        break;
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
        const int column = nearest_column(word.box);
        if (nearest_column(above.box) != column) continue;
        const double room = columns_[static_cast<std::size_t>(column)].x1 - above.box.x1;
        const bool figures = is_figure(word.text) && is_figure(above.text);
        if (figures ? word.text.find('.') != std::string::npos : room > full_line * above.size)
          return true;
      }
    return false;
  }

  void find_columns() {
    for (std::size_t i = body_; i < end_; ++i)
      if (is_row(lines_[i]))
        for (const Word& word : lines_[i].words) add(word.box);
    for (std::size_t i = body_; i-- > first_;) {
      if (is_caption(lines_[i])) continue;
      if (lines_[i].words.size() > 1)
        head(lines_[i].words);
      else
        head_alone(lines_[i].words.front().box);
    }
    std::ranges::sort(columns_, {}, &Extent::x0);
  }

  /// Gives columns their headers, a line of which stands over figures set at the other edge of their column
  /// or, where no row fills a column, over nothing.
  void head(const std::vector<Word>& words) {
    for (std::size_t w = 0; w < words.size(); ++w) {
      const Box& box = words[w].box;
      bool over = false;
      for (Extent& column : columns_)
        if (overlap(column, box)) over = column.headed = true;
      if (over) continue;
      const double before = w == 0 ? box.x0 : words[w - 1].box.x1;
      const double after =
          w + 1 == words.size() ? std::numeric_limits<double>::max() : words[w + 1].box.x0;
      if (!widen(box, box.x1, after) && !widen(box, before, box.x0)) {
        add(box);
        columns_.back().headed = true;
      }
    }
  }

  /// A word alone on its line, in the middle of a header of several lines: it makes a column only where
  /// it stands beside all others.
  void head_alone(const Box& box) {
    bool beside = true;
    for (Extent& column : columns_) {
      if (overlap(column, box)) column.headed = true;
      beside = beside && (box.x0 > column.x1 || box.x1 < column.x0);
    }
    const bool at_end = std::ranges::all_of(columns_, [&](const Extent& c) {
      return (c.x1 < box.x0) == (columns_.front().x1 < box.x0);
    });
    if (!beside || !at_end) return;
    add(box);
    columns_.back().headed = true;
  }

  /// Widens the only column without a header between two places so that it reaches a word, if no other
  /// column stands between the two.
  bool widen(const Box& box, double from, double to) {
    const auto apart = [&](const Extent& c) { return std::max(c.x0 - box.x1, box.x0 - c.x1); };
    Extent* found = nullptr;
    Extent* nearest = nullptr;
    for (Extent& column : columns_) {
      if (column.x0 < from || column.x1 > to) continue;
      if (nearest == nullptr || apart(column) < apart(*nearest)) nearest = &column;
      if (column.headed) continue;
      if (found != nullptr) return false;
      found = &column;
    }
    if (found == nullptr || found != nearest) return false;
    *found = {std::min(found->x0, box.x0), std::max(found->x1, box.x1), true};
    return true;
  }

  void add(const Box& box) {
    Extent made{box.x0, box.x1, false};
    std::erase_if(columns_, [&](const Extent& column) {
      if (!overlap(column, box)) return false;
      made = {std::min(made.x0, column.x0), std::max(made.x1, column.x1), false};
      return true;
    });
    columns_.push_back(made);
  }

  /// The column that a word overlaps most, or -1.
  [[nodiscard]] int column_of(const Box& box) const {
    int found = -1;
    double most = least_overlap;
    for (std::size_t c = 0; c < columns_.size(); ++c)
      if (const double shared = shared_width(columns_[c], box); shared > most) {
        most = shared;
        found = static_cast<int>(c);
      }
    return found;
  }

  [[nodiscard]] int nearest_column(const Box& box) const {
    if (const int column = column_of(box); column >= 0) return column;
    const double centre = (box.x0 + box.x1) / 2;
    const auto nearest = std::ranges::min_element(
        columns_, {}, [&](const Extent& c) { return std::abs(c.centre() - centre); });
    return static_cast<int>(nearest - columns_.begin());
  }

  [[nodiscard]] GridCell cell(std::size_t line, int column, int width, const Word& word) const {
    GridCell made;
    made.row = rows_[line - first_];
    made.column = column;
    made.columns = width;
    made.text = word.text;
    made.box = word.box;
    made.recognised = word.recognised;
    return made;
  }

  /// One word a column, or fewer cells than words.
  [[nodiscard]] std::vector<GridCell> row_cells(std::size_t line) const {
    std::vector<GridCell> cells;
    for (const Word& word : lines_[line].words) {
      const int column = nearest_column(word.box);
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
          if (nearest_column(word.box) == column) return i;
    return end_;
  }

  /// A header covers the columns that its word stands over, and those beside them that have headers on the
  /// same line below and none on this one: all to its right where headers begin at the left of their
  /// columns, else so many that each header stands in the middle.
  [[nodiscard]] std::vector<GridCell> header_cells(std::size_t line) const {
    const std::vector<Word>& words = lines_[line].words;
    const int count = static_cast<int>(columns_.size());
    std::vector<std::pair<int, int>> spans;  // first and last column
    for (const Word& word : words) {
      int first = nearest_column(word.box), last = first;
      while (last + 1 < count && overlap(columns_[static_cast<std::size_t>(last + 1)], word.box))
        ++last;
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
    const double middle = (columns_[static_cast<std::size_t>(first)].x0 +
                           columns_[static_cast<std::size_t>(last)].x1) /
                          2;
    return std::abs(middle - (word.box.x0 + word.box.x1) / 2);
  }

  [[nodiscard]] double off_left(const Word& word, int first) const {
    return std::abs(word.box.x0 - columns_[static_cast<std::size_t>(first)].x0);
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
  std::vector<Extent> columns_;
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
