// SPDX-License-Identifier: Apache-2.0
#include <budget/base/text.hpp>
#include <budget/disclosure/vocabulary.hpp>
#include <budget/subject/name.hpp>

#include "disclosure/rows.hpp"
#include "disclosure/sections.hpp"

#include <algorithm>

namespace budget::inline v1::detail {
namespace {

bool looks_like_code(const Token& token) {
  return token.kind == TokenKind::whole_number && token.text.size() >= 2 && token.text.size() <= 11;
}

class StreamReader {
 public:
  StreamReader(const ColumnPlan& plan, const Vocabulary& vocabulary)
      : plan_(plan),
        vocabulary_(vocabulary),
        count_(static_cast<int>(plan.columns.size())),
        ordinals_(plan.sides.size(), 0) {}

  RawRows read(const std::vector<TokenLine>& lines) {
    for (const TokenLine& line : lines) {
      if (!line.printed()) {
        blanks(line);
      } else if (numbers_columns(line)) {
        finish();
      } else if (const std::string text = without_spaces(plain(line)); is_note_line(text)) {
        finish();
        result_.notes.push_back(line.line);
        result_.stated_empty = result_.stated_empty || states_empty(text);
      } else {
        tokens(line);
      }
    }
    finish();
    return std::move(result_);
  }

 private:
  ColumnRole role(int column) const { return plan_.columns[static_cast<std::size_t>(column)].role; }

  void start() {
    row_.emplace();
    row_->cells.resize(plan_.columns.size());
    cursor_ = 0;
    open_ = -1;
    figures_ = 0;
  }

  void finish() {
    if (!row_) return;
    const bool filled =
        std::ranges::any_of(row_->cells, [](const RawCell& c) { return !c.text.empty(); });
    if (filled) result_.rows.push_back(std::move(*row_));
    row_.reset();
  }

  /// A line of blanks: blank cells of the row at hand, or before the first cell of the next.
  void blanks(const TokenLine& line) {
    if (line.lead + 1 >= count_ && (!row_ || cursor_ >= count_ || last_is_figure())) {
      finish();
      return;
    }
    if (row_ && cursor_ >= count_) finish();
    if (!row_) start();
    cursor_ = std::min(count_, cursor_ + line.lead);
    open_ = -1;
  }

  bool last_is_figure() const { return cursor_ > 0 && !holds_words(role(cursor_ - 1)); }

  /// The columns with words from `from` up to `to`, the last that is still free; -1 if none.
  int word_column(int from, int to, bool code) const {
    for (int c = std::min(to, count_ - 1); c >= from; --c)
      if (holds_words(role(c)) && (code || role(c) != ColumnRole::code)) return c;
    return -1;
  }

  int next_word_column(int from, bool code) const {
    for (int c = from; c < count_; ++c)
      if (holds_words(role(c)) && (code || role(c) != ColumnRole::code)) return c;
    return -1;
  }

  int next_figure_column(int from) const {
    for (int c = from; c < count_; ++c)
      if (!holds_words(role(c))) return c;
    return -1;
  }

  void put(int column, const Token& token, std::size_t line) {
    RawCell& cell = row_->cells[static_cast<std::size_t>(column)];
    if (cell.text.empty()) {
      cell.line = line;
      cell.column = token.begin;
    }
    cell.text += token.text;
    if (row_->lines.empty() || row_->lines.back() != line) row_->lines.push_back(line);
  }

  /// Whether a line that begins with this token begins a row, whatever is missing of the last one.
  bool begins_row(const TokenLine& line) const {
    const Token& first = line.tokens.front();
    if (!row_ || cursor_ >= count_) return true;
    if (looks_like_code(first) && line.lead <= 1)
      return role(0) == ColumnRole::code && (cursor_ > 1 || open_ >= 0);
    if (first.is_figure()) return false;
    if (open_ >= 0 && line.lead == 0) {
      const PrintedName name = split_name(first.text);
      const std::string& open = row_->cells[static_cast<std::size_t>(open_)].text;
      return (name.ordinal == OrdinalStyle::chinese && !open.empty()) ||
             are_two_names(open, first.text);
    }
    // Words can only go on in this row where a column with words is still to come.
    return next_word_column(cursor_, false) < 0 || (figures_ > 0 && line.indent > 0);
  }

  /// 因公出国（境）费 above 公务接待费: a row without figures and another one. 一般公共预算 above 财政拨款收入
  /// is one name that was broken.
  bool are_two_names(const std::string& open, const std::string& next) const {
    return is_known(open) && is_known(next) && !is_known(open + next);
  }
  bool is_known(const std::string& name) const {
    return vocabulary_.row(name).rank != RowRank::plain || !vocabulary_.column(name).empty();
  }

  /// Cuts `3296.30一、外交支出` in two where a figure and then words are due.
  TokenLine unglued(const TokenLine& line) const {
    TokenLine result = line;
    result.tokens.clear();
    for (const Token& token : line.tokens) {
      const std::size_t length = token.is_text() && plan_.sides.size() > 1 && !result.tokens.empty()
                                     ? glued_figure_length(token.text)
                                     : 0;
      if (length == 0) {
        result.tokens.push_back(token);
        continue;
      }
      const std::string head = token.text.substr(0, length);
      const int middle = token.begin + static_cast<int>(count_code_points(head));
      result.tokens.push_back({head, token.begin, middle, token.gap, classify(head)});
      result.tokens.push_back({token.text.substr(length), middle, token.end, 1, TokenKind::text});
    }
    return result;
  }

  void tokens(const TokenLine& glued) {
    const TokenLine line = unglued(glued);
    if (begins_row(line)) {
      finish();
      start();
      row_->indent = line.indent;
    }
    int gap = leading_cells(line);
    for (std::size_t i = 0; i < line.tokens.size(); ++i) {
      const Token& token = line.tokens[i];
      const bool continues = i == 0 && open_ >= 0 && gap == 0 && token.is_text();
      if (continues) {
        put(open_, token, line.line);
      } else {
        // The first cell of a line is preceded by its blanks alone; any other cell by one more.
        const int skipped = i == 0 ? gap : std::max(gap - 1, 0);
        if (!place(token, skipped, line, i)) return;
      }
      gap = i + 1 < line.tokens.size() ? line.tokens[i + 1].gap : 0;
    }
    open_ = line.trail == 0 && line.tokens.back().is_text() ? cursor_ - 1 : -1;
    if (line.trail == 0 && line.tokens.back().is_figure() && cursor_ < count_) ++result_.misfits;
    if (line.trail > 0) cursor_ = std::min(count_, cursor_ + line.trail - 1);
    if (open_ < 0 && last_is_figure() && next_word_column(cursor_, false) < 0 && line.trail == 0)
      cursor_ = std::max(cursor_, count_);
  }

  /// Blank cells before the first token of a line; fewer than its blanks where else the words that
  /// follow would find no column.
  int leading_cells(const TokenLine& line) const {
    int words = 0;
    while (static_cast<std::size_t>(words) < line.tokens.size() &&
           line.tokens[static_cast<std::size_t>(words)].is_text())
      ++words;
    for (int lead = line.lead; lead > 0; --lead) {
      int room = 0;
      for (int c = cursor_ + lead; c < count_; ++c)
        if (holds_words(role(c)) && role(c) != ColumnRole::code) ++room;
      if (room >= words) return lead;
    }
    return 0;
  }

  /// Puts a token after `skipped` blank cells. False: nothing more of the line can be placed.
  bool place(const Token& token, int skipped, const TokenLine& line, std::size_t index) {
    const int wanted = cursor_ + skipped;
    int column = -1;
    if (token.is_text()) {
      column = by_ordinal(token, index);
      if (column < 0) column = word_column(cursor_, wanted, false);
      if (column < 0 && index > 0 && wanted < count_ && figures_ > 0 &&
          next_word_column(wanted, false) < 0)
        column = wanted;  // words in a column of figures: a label
      if (column < 0) column = next_word_column(cursor_, false);
    } else if (looks_like_code(token) && cursor_ < count_ && role(cursor_) == ColumnRole::code &&
               skipped <= 1) {
      column = cursor_;
    } else {
      column = figure_column(wanted, line, index);
    }
    if (column < 0) {
      result_.not_placed.emplace_back(line.line, token.is_text() ? NotReadWhy::no_place_in_table
                                                                 : NotReadWhy::too_many_figures);
      ++result_.misfits;
      return false;
    }
    if (column != wanted && !(token.is_text() && index == 0)) ++result_.misfits;
    put(column, token, line.line);
    if (token.is_text()) note_ordinal(column, token);
    if (token.is_figure() && !holds_words(role(column))) ++figures_;
    cursor_ = column + 1;
    return true;
  }

  /// The name column of the side whose ordinals this name goes on, where the blanks before it vanished
  /// and the side at hand counts otherwise; -1 if that is not plain.
  int by_ordinal(const Token& token, std::size_t index) {
    const PrintedName name = split_name(token.text);
    if (plan_.sides.size() < 2 || name.ordinal != OrdinalStyle::chinese) return -1;
    std::vector<std::size_t> going_on;
    for (std::size_t s = 0; s < plan_.sides.size(); ++s)
      if (ordinals_[s] + 1 == name.number && plan_.sides[s].name_column >= cursor_)
        going_on.push_back(s);
    if (index > 0 || going_on.size() != 1) return -1;
    return plan_.sides[going_on.front()].name_column;
  }

  void note_ordinal(int column, const Token& token) {
    const PrintedName name = split_name(token.text);
    if (name.ordinal != OrdinalStyle::chinese) return;
    for (std::size_t s = 0; s < plan_.sides.size(); ++s)
      if (plan_.sides[s].name_column == column) ordinals_[s] = name.number;
  }

  /// The column of a figure; where the blanks leave too little room they are not blank cells.
  int figure_column(int wanted, const TokenLine& line, std::size_t index) {
    const int first = next_figure_column(std::min(wanted, count_));
    int need = 0;
    for (std::size_t k = index; k < line.tokens.size() && line.tokens[k].is_figure(); ++k) ++need;
    if (first >= 0 && first + need <= count_) return first;
    row_->ambiguous = true;
    return next_figure_column(cursor_);
  }

  const ColumnPlan& plan_;
  const Vocabulary& vocabulary_;
  int count_;
  RawRows result_;
  std::optional<RawRow> row_;
  int cursor_ = 0;             // next column to fill
  int open_ = -1;              // column whose cell may go on at the next line
  int figures_ = 0;            // figures in this row so far
  std::vector<int> ordinals_;  // last ordinal of each side
};

}  // namespace

RawRows read_stream_rows(const std::vector<TokenLine>& lines, const ColumnPlan& plan,
                         const Vocabulary& vocabulary) {
  return StreamReader(plan, vocabulary).read(lines);
}

}  // namespace budget::inline v1::detail
