// SPDX-License-Identifier: Apache-2.0
#include "disclosure/target_records.hpp"

#include <budget/base/text.hpp>
#include <budget/indicator/target.hpp>

#include <algorithm>
#include <limits>
#include <optional>
#include <string_view>
#include <utility>

namespace budget::inline v1::detail::targets {
namespace {

constexpr int unreached = std::numeric_limits<int>::max() / 2;
constexpr int skipped_word = 25, odd_cell = 4, remark_word = 3, no_sign = 2, within_line = 15;

bool is_printed_number(const std::string& text) {
  return Figure(text).is_number();
}

bool is_sign(const std::string& text) {
  const std::string plain = without_spaces(text);
  for (const std::string_view sign :
       {"≥", "≤", ">", "<", "=", ">=", "<=", "定性", "正向", "反向", "正向指标", "反向指标"})
    if (plain == sign) return true;
  return false;
}

/// How many words a cell of a column may have, and whether it may have none.
struct Shape {
  int least = 1, most = 1;
};
Shape shape_of(IndicatorColumn column) {
  switch (column) {
    case IndicatorColumn::name: return {1, 6};
    case IndicatorColumn::value:
    case IndicatorColumn::actual: return {1, 8};
    case IndicatorColumn::sign:
    case IndicatorColumn::measure: return {0, 1};  // words have neither
    case IndicatorColumn::reason: return {0, 12};
    case IndicatorColumn::method: return {0, 12};
    default: return {1, 1};
  }
}

/// What speaks against words being the cell of a column.
int price_of(IndicatorColumn column, const std::string& text) {
  switch (column) {
    case IndicatorColumn::weight:
    case IndicatorColumn::score: return is_printed_number(text) ? 0 : unreached;
    case IndicatorColumn::sign: return is_sign(text) ? 0 : unreached;
    case IndicatorColumn::measure: return is_printed_number(text) ? unreached : 0;
    case IndicatorColumn::name: {
      const std::string plain = without_spaces(text);
      if (holds_mark_of_target(plain)) return unreached;
      const Target target(text);
      const bool number = target.range().has_value() && target.words().empty();
      return number || is_printed_number(text) || (plain[0] >= '0' && plain[0] <= '9') ? unreached
                                                                                       : 0;
    }
    case IndicatorColumn::value:
    case IndicatorColumn::actual: {
      const Target target(text);
      const bool odd = target.form() == TargetForm::text ||
                       target.form() == TargetForm::malformed ||
                       (target.form() == TargetForm::quantity && !target.words().empty());
      return odd ? odd_cell : 0;
    }
    default: return 0;
  }
}

class RecordReader {
 public:
  RecordReader(std::span<const Word> words, std::span<const IndicatorColumn> columns)
      : words_(words) {
    for (const IndicatorColumn column : columns)
      if (column != IndicatorColumn::level1 && column != IndicatorColumn::level2 &&
          column != IndicatorColumn::side)
        columns_.push_back(column);
  }

  RecordsRead run() {
    full_ = full_levels(words_);
    std::size_t begin = 0;
    for (std::size_t w = 0; w < words_.size(); ++w) {
      const std::string plain = without_spaces(words_[w].text);
      const bool alone =
          words_[w].begins_line && (w + 1 == words_.size() || words_[w + 1].begins_line);
      if (is_side_label(plain) && alone) {
        between(begin, w);
        begin = w + 1;
        continue;
      }
      if (is_score_total(plain)) {
        between(begin, w);
        // Its weight and its score are the last numbers of the line.
        for (begin = w + 1; begin < words_.size() && !words_[begin].begins_line; ++begin)
          if (is_printed_number(words_[begin].text)) read_.total = words_[begin].text;
        w = begin - 1;
        continue;
      }
      auto label = level_of(plain);
      if (!label && words_[w].is_level2)
        label = LevelLabel{2, words_[w].text, words_[w].text.size(), false};
      if (!label) continue;
      between(begin, w);
      begin = w + 1;
      enter(*label);
    }
    between(begin, words_.size());
    close_category();
    return std::move(read_);
  }

 private:
  /// The level that a whole word names, its points aside: 产出指标（50分）.
  [[nodiscard]] std::optional<LevelLabel> level_of(const std::string& plain) const {
    const std::string name = plain.substr(0, plain.find('('));
    auto label = short_level_label(name, full_);
    if (!label && (full_.first || full_.second)) label = level_label(name);
    if (!label || label->used != name.size() || label->is_cut) return std::nullopt;
    return label;
  }

  void enter(const LevelLabel& label) {
    if (label.level == 1) {
      close_category();
      if (!is_below(level2_, label.name)) level2_.clear();
      level1_ = label.name;
      is_level1_printed_ = true;
      return;
    }
    close_category();
    level2_ = label.name;
    if (!is_level1_printed_) level1_ = level1_of(level2_);
  }

  void close_category() {
    const auto in = [&](const Record& row) { return row.level2 == level2_; };
    if (!level2_.empty() && std::ranges::none_of(read_.records, in) &&
        std::ranges::find(read_.empty_categories, level2_) == read_.empty_categories.end())
      read_.empty_categories.push_back(level2_);
  }

  /// Rows among the words between two labels: the cheapest way through words and columns.
  void between(std::size_t begin, std::size_t end) {
    const std::size_t count = end - begin, width = columns_.size();
    if (count == 0 || width == 0) return;
    struct Best {
      int cost = unreached;
      int words = 0;  // of the cell that ends here; −1: a skipped word
      std::size_t column = 0;
    };
    // [word][column that comes next]; a row that is complete begins the next at column 0.
    std::vector<std::vector<Best>> best(count + 1, std::vector<Best>(width + 1));
    best[0][0].cost = 0;
    for (std::size_t i = 0; i <= count; ++i) {
      // The first column last: a row that ends without its remark begins the next one here.
      for (std::size_t k = 1; k <= width; ++k) {
        const std::size_t c = k % width;
        const int cost = best[i][c].cost;
        if (cost >= unreached) continue;
        if (c == 0 && i < count && cost + skipped_word < best[i + 1][0].cost)
          best[i + 1][0] = {cost + skipped_word, -1, 0};
        const Shape shape = shape_of(columns_[c]);
        // A row begins a line, or stands behind its level.
        const bool is_within = c == 0 && i > 0 && i < count && !words_[begin + i].begins_line;
        if (shape.least == 0)
          offer(best, i, i, c, cost + (columns_[c] == IndicatorColumn::sign ? no_sign : 0));
        std::string text;
        CellLines lines;
        for (int n = 1; n <= shape.most && i + static_cast<std::size_t>(n) <= count; ++n) {
          const Word& word = words_[begin + i + static_cast<std::size_t>(n) - 1];
          if (n > 1 && !word.begins_line && word.gap > 0) text += ' ';
          text += word.text;
          lines.add(word);
          const bool free_text =
              columns_[c] == IndicatorColumn::reason || columns_[c] == IndicatorColumn::method;
          const int price = free_text ? n * remark_word : price_of(columns_[c], text);
          if (price < unreached)
            offer(best, i, i + static_cast<std::size_t>(n), c,
                  cost + lines.price() + price + (is_within ? within_line : 0));
        }
      }
    }
    follow(best, begin, count);
  }

  template <class Table>
  void offer(Table& best, std::size_t from, std::size_t to, std::size_t column, int cost) const {
    const std::size_t next = column + 1 == columns_.size() ? 0 : column + 1;
    // A row takes at least one word, or the way would not end.
    if (to == from && next == 0 && column == 0) return;
    if (cost < best[to][next].cost) best[to][next] = {cost, static_cast<int>(to - from), column};
  }

  template <class Table>
  void follow(const Table& best, std::size_t begin, std::size_t count) {
    struct Cell {
      std::size_t first, words, column;
    };
    std::vector<Cell> cells;
    std::vector<std::size_t> skipped;
    std::size_t i = count, c = 0;
    if (best[count][0].cost >= unreached) {
      for (std::size_t w = begin; w < begin + count; ++w) read_.skipped.push_back(w);
      return;
    }
    while (i > 0 || c > 0) {
      const auto& step = best[i][c];
      if (step.words < 0) {
        skipped.push_back(begin + --i);
        continue;
      }
      i -= static_cast<std::size_t>(step.words);
      c = step.column;
      cells.push_back({begin + i, static_cast<std::size_t>(step.words), c});
    }
    read_.skipped.insert(read_.skipped.end(), skipped.rbegin(), skipped.rend());
    for (auto cell = cells.rbegin(); cell != cells.rend(); ++cell) {
      if (cell->column == 0) {
        Record record;
        record.level1 = level1_;
        record.level2 = level2_;
        record.word = cell->first;
        read_.records.push_back(std::move(record));
      }
      read_.records.back().cells[columns_[cell->column]] =
          joined(words_.subspan(cell->first, cell->words));
    }
  }

  std::span<const Word> words_;
  std::vector<IndicatorColumn> columns_;
  RecordsRead read_;
  std::string level1_, level2_;
  bool is_level1_printed_ = false;
  FullLevels full_;
};

}  // namespace

RecordsRead read_records(std::span<const Word> words, std::span<const IndicatorColumn> columns) {
  return RecordReader(words, columns).run();
}

}  // namespace budget::inline v1::detail::targets
