// SPDX-License-Identifier: Apache-2.0
// Tables of targets that are drawn: position decides which column a cell belongs to.
#include <budget/base/text.hpp>

#include "base/contains.hpp"
#include "disclosure/target_fields.hpp"
#include "disclosure/target_labels.hpp"
#include "disclosure/target_match.hpp"
#include "disclosure/target_reading.hpp"
#include "disclosure/target_rows.hpp"
#include "disclosure/target_words.hpp"

#include <algorithm>
#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace budget::inline v1::detail::targets {
namespace {

/// A row of a grid within the section.
struct DrawnRow {
  const Grid* grid = nullptr;
  int row = 0;
  std::size_t line = 0;
};

/// A column of indicators: where its header stands and which of two groups it belongs to.
struct DrawnColumn {
  IndicatorColumn role = IndicatorColumn::none;
  int first = 0, last = 0;  // columns of the grid
  int group = 0;
  bool of_period = false;      // 实施期指标值 beside 年度指标值
  const Grid* grid = nullptr;  // of the header
};

/// The column of another grid of the same table that stands where a header's does: a page that goes on
/// may draw fewer lines.
int column_in(const Grid& grid, const DrawnColumn& column) {
  if (&grid == column.grid || grid.edges.empty() || column.grid->edges.empty()) return column.first;
  const double left = column.grid->edges[static_cast<std::size_t>(column.first)];
  for (int c = 0; c < grid.columns; ++c)
    if (grid.edges[static_cast<std::size_t>(c) + 1] > left + same_column_edge) return c;
  return column.first;
}

std::string text_at(const DrawnRow& row, int column) {
  const GridCell* cell = row.grid->at(row.row, column);
  return cell == nullptr ? std::string() : std::string(strip(cell->line()));
}

/// The cells that begin in a row, from left to right.
std::vector<const GridCell*> cells_of(const DrawnRow& row) {
  std::vector<const GridCell*> cells;
  for (int c = 0; c < row.grid->columns;) {
    const GridCell* cell = row.grid->at(row.row, c);
    if (cell != nullptr && cell->row == row.row && !strip(cell->text).empty())
      cells.push_back(cell);
    c = cell == nullptr ? c + 1 : cell->column + cell->columns;
  }
  return cells;
}

/// The columns that a row is the header of; empty where it is none.
std::vector<DrawnColumn> header_of(const DrawnRow& row) {
  std::vector<DrawnColumn> columns;
  std::array<bool, 16> seen{};
  int group = 0;
  for (int c = 0; c < row.grid->columns;) {
    const GridCell* cell = row.grid->at(row.row, c);
    if (cell == nullptr) {
      ++c;
      continue;
    }
    c = cell->column + cell->columns;
    const std::string text = without_spaces(cell->line());
    DrawnColumn column;
    column.role = indicator_column(text);
    if (column.role == IndicatorColumn::none) continue;
    const bool begins_group = column.role == IndicatorColumn::level2 ||
                              column.role == IndicatorColumn::name ||
                              column.role == IndicatorColumn::level1;
    if (begins_group && seen[static_cast<std::size_t>(column.role)] &&
        !(column.role == IndicatorColumn::name && text == "四级指标")) {
      ++group;
      seen = {};
    }
    seen[static_cast<std::size_t>(column.role)] = true;
    column.first = cell->column;
    column.last = c - 1;
    column.grid = row.grid;
    column.group = group;
    column.of_period = text.find("实施期") != std::string::npos;
    columns.push_back(column);
  }
  const auto has = [&](IndicatorColumn role) {
    return std::ranges::find(columns, role, &DrawnColumn::role) != columns.end();
  };
  if (!has(IndicatorColumn::name) || !has(IndicatorColumn::value)) columns.clear();
  return columns;
}

/// What a row below the header says of its value column: 前年, 上年, 预期当年实现, or 实施期, 年度. Empty
/// where the row is none of the header.
std::vector<DrawnColumn> parts_of_value(const DrawnRow& row, const DrawnColumn& value) {
  std::vector<DrawnColumn> parts;
  for (const GridCell* cell : cells_of(row)) {
    const std::string text = without_spaces(cell->line());
    if (cell->column < value.first || cell->column > value.last || text.empty()) return {};
    DrawnColumn part = value;
    part.first = cell->column;
    part.last = cell->column + cell->columns - 1;
    part.of_period = contains_any(text, {"实施期", "中期", "总体"});
    if (contains_any(text, {"前年", "上年", "去年", "上一年", "历史"}))
      part.role = IndicatorColumn::method;
    parts.push_back(part);
  }
  return parts;
}

/// 年初预算数, 全年预算数, 全年执行数 … over the funds of a self-evaluation, by column.
std::vector<std::pair<int, std::string>> fund_header_of(const DrawnRow& row) {
  std::vector<std::pair<int, std::string>> columns;
  for (const GridCell* cell : cells_of(row))
    if (std::string name = fund_column(cell->line()); !name.empty())
      columns.emplace_back(cell->column, std::move(name));
  const auto named = [&](std::string_view name) {
    return std::ranges::any_of(columns, [&](const auto& c) { return c.second == name; });
  };
  if (!named("全年预算数") || !named("全年执行数")) columns.clear();
  return columns;
}

class DrawnReader {
 public:
  DrawnReader(const Section& section, const Document& document)
      : section_(section), document_(document) {}

  TargetsRead run() {
    TargetTable& table = read_.table;
    set_title(table, section_.title);
    for (const TokenLine& line : section_.lines) {
      if (!line.printed()) continue;
      if (rows_.empty() && first_line_ == 0) first_line_ = line.line;
      last_line_ = line.line;
      const Grid* grid = document_.grid_of(line.line);
      if (grid != nullptr && plain(line) != section_.title)
        rows_.push_back({grid, static_cast<int>(line.line - grid->first_line), line.line});
    }
    table.place = document_.place(first_line_);
    table.last = document_.place(last_line_);
    std::size_t r = 0;
    for (; r < rows_.size(); ++r) {
      columns_ = header_of(rows_[r]);
      if (!columns_.empty()) break;
    }
    if (columns_.empty()) r = leave_indicators();
    read_above(r);
    if (!columns_.empty()) read_indicators(r + 1 + part_value(r + 1));
    read_.understood = !table.indicators.empty() || !table.funds.rows.empty();
    return std::move(read_);
  }

 private:
  /// Parts the only value column by the row below the header, where that belongs to it; gives how many
  /// rows that took.
  std::size_t part_value(std::size_t below) {
    const auto value = std::ranges::find(columns_, IndicatorColumn::value, &DrawnColumn::role);
    if (below >= rows_.size() || rows_[below].grid != value->grid) return 0;
    if (std::ranges::count(columns_, IndicatorColumn::value, &DrawnColumn::role) > 1) return 0;
    const std::vector<DrawnColumn> parts = parts_of_value(rows_[below], *value);
    if (parts.empty()) return 0;
    const auto at = columns_.erase(value);
    columns_.insert(at, parts.begin(), parts.end());
    return 1;
  }

  /// Rows from the first that names a level on, under no header that is known; gives the first.
  std::size_t leave_indicators() {
    const auto names_level = [](const DrawnRow& row) {
      return std::ranges::any_of(cells_of(row), [](const GridCell* cell) {
        return level_fit(without_spaces(cell->line())) == LabelFit::whole;
      });
    };
    const auto first = std::ranges::find_if(rows_, names_level);
    for (auto row = first; row != rows_.end(); ++row)
      read_.not_read.push_back({document_.place(row->line),
                                document_.lines[row->line].text,
                                NotReadWhy::header_not_understood,
                                {}});
    return static_cast<std::size_t>(first - rows_.begin());
  }

  // ---- above the indicators ----

  void read_above(std::size_t end) {
    std::vector<Word> words;
    for (std::size_t r = 0; r < end; ++r) {
      if (const auto columns = fund_header_of(rows_[r]); !columns.empty()) {
        r = read_evaluated_funds(columns, r, end);
        continue;
      }
      bool first = true;
      for (const GridCell* cell : cells_of(rows_[r])) {
        const std::string text(strip(cell->line()));
        if (first && is_side_label(without_spaces(text))) continue;
        // 年度资金总额： 10.00 in one cell is a label and its amount.
        const std::size_t colon = text.find("：");
        const std::string amount(
            colon == std::string::npos
                ? std::string_view()
                : strip(std::string_view(text).substr(colon + std::string_view("：").size())));
        if (!amount.empty() && Figure(amount).is_number() && fund_label(text.substr(0, colon))) {
          const std::size_t line = rows_[r].line;
          words.push_back({text.substr(0, colon), line, first, 1, true, false, cell->column});
          words.push_back({amount, line, false, 1, true, false, cell->column});
        } else {
          words.push_back({text, rows_[r].line, first, 1, true, false, cell->column});
        }
        first = false;
      }
    }
    std::vector<std::size_t> skipped;
    Table evaluated = std::move(read_.table.funds);
    read_fields(words, document_, unit_of_caption(), read_.table, skipped);
    if (!evaluated.rows.empty()) read_.table.funds = std::move(evaluated);
    for (const std::size_t w : skipped)
      if (!is_year(words[w].text))
        read_.not_read.push_back(
            {document_.place(words[w].line), words[w].text, NotReadWhy::no_place_in_table, {}});
  }

  static bool is_year(const std::string& text) {
    return without_spaces(text).find("年度") != std::string::npos && text.size() <= 24;
  }

  /// The rows below the header of a self-evaluation's funds; gives the last row read.
  std::size_t read_evaluated_funds(const std::vector<std::pair<int, std::string>>& columns,
                                   std::size_t header, std::size_t end) {
    std::vector<std::string> names;
    for (const auto& [column, name] : columns) names.push_back(name);
    std::vector<EvaluatedFund> funds;
    std::size_t r = header + 1;
    for (; r < end; ++r) {
      EvaluatedFund fund;
      for (const GridCell* cell : cells_of(rows_[r]))
        if (cell->column < columns.front().first)
          if (auto label = fund_label(cell->line())) fund.name = *std::move(label);
      if (fund.name.empty()) break;
      for (const auto& [column, name] : columns) fund.cells.push_back(text_at(rows_[r], column));
      fund.place = document_.place(rows_[r].line);
      funds.push_back(std::move(fund));
    }
    if (!funds.empty())
      read_.table.funds = evaluated_funds(names, funds, unit_of(rows_[header]), section_.title);
    return r - 1;
  }

  /// 单位：万元 in the caption.
  [[nodiscard]] Unit unit_of_caption() const {
    for (const TokenLine& line : section_.lines)
      if (const Unit unit = caption_unit(plain(line)); unit != Unit::unknown) return unit;
    return Unit::unknown;
  }

  /// 项目资金（万元） beside the header of the funds, or the caption's.
  [[nodiscard]] Unit unit_of(const DrawnRow& row) const {
    for (const GridCell* cell : cells_of(row))
      if (const Unit unit = unit_in_brackets(cell->line()); unit != Unit::unknown) return unit;
    return unit_of_caption();
  }

  // ---- indicators ----

  [[nodiscard]] std::string text_of(const DrawnRow& row, IndicatorColumn role, int group,
                                    std::optional<bool> of_period = {}) const {
    std::string text;
    for (const DrawnColumn& column : columns_) {
      if (column.role != role || column.group != group) continue;
      if (of_period && column.of_period != *of_period) continue;
      if (const std::string printed = text_at(row, column_in(*row.grid, column)); !printed.empty())
        text = printed;
    }
    return text;
  }

  void read_indicators(std::size_t begin) {
    const int groups = columns_.back().group + 1;
    const bool two_values = std::ranges::any_of(columns_, &DrawnColumn::of_period) &&
                            std::ranges::any_of(columns_, [](const DrawnColumn& c) {
                              return c.role == IndicatorColumn::value && !c.of_period;
                            });
    read_.table.has_two_columns = groups == 2 || two_values;
    if (groups == 2) {
      read_side_by_side(begin);
    } else {
      for (std::size_t r = begin; r < rows_.size() && read_row(rows_[r], two_values); ++r) {
      }
    }
  }

  /// Whether a row is outside the indicators: a header again, a closing line, one cell over all.
  [[nodiscard]] bool is_outside(const DrawnRow& row) const {
    if (!header_of(row).empty() || is_closing_line(document_.lines[row.line].text)) return true;
    const auto cells = cells_of(row);
    return cells.size() == 1 && cells.front()->columns * 2 > row.grid->columns &&
           !level_label(without_spaces(cells.front()->text));
  }

  void enter_levels(const DrawnRow& row, int group) {
    const auto take = [](std::string& level, const std::string& printed) {
      const std::string plain = without_spaces(printed);
      // 产出指标（50分） carries its points.
      if (!plain.empty()) level = plain.substr(0, plain.find('('));
    };
    const std::string before = level1_;
    take(level1_, text_of(row, IndicatorColumn::level1, 0));
    if (level1_ != before) level2_.clear();
    take(level2_, text_of(row, IndicatorColumn::level2, group));
    if (has(IndicatorColumn::level1)) return;
    // 指标类型 is the only level: 产出指标, or 产出数量.
    if (const auto label = level_label(level2_); label && label->level == 1)
      level1_ = std::exchange(level2_, {});
    else if (!level2_.empty())
      level1_ = level1_of(level2_);
  }

  void note_empty() {
    const auto& known = read_.table.empty_categories;
    if (!level2_.empty() && std::ranges::find(known, level2_) == known.end() &&
        std::ranges::none_of(read_.table.indicators, [&](const Indicator& i) {
          return i.level1 == level1_ && i.level2 == level2_;
        }))
      read_.table.empty_categories.push_back(level2_);
  }

  [[nodiscard]] std::string target_of(const DrawnRow& row, std::optional<bool> of_period) const {
    return target_of_cells(text_of(row, IndicatorColumn::value, 0, of_period),
                           text_of(row, IndicatorColumn::sign, 0),
                           text_of(row, IndicatorColumn::measure, 0));
  }

  /// Reads one row; false at the end of the indicators.
  bool read_row(const DrawnRow& row, bool two_values) {
    if (is_outside(row)) return !is_closing_line(document_.lines[row.line].text);
    enter_levels(row, 0);
    const std::string name = text_of(row, IndicatorColumn::name, 0);
    const std::string annual = target_of(row, two_values ? std::optional(false) : std::nullopt);
    const std::string period = two_values ? target_of(row, true) : std::string();
    const std::string score = text_of(row, IndicatorColumn::score, 0);
    if (is_total(row)) {
      if (Figure(score).is_number()) read_.table.total = Figure(score);
      return true;
    }
    auto& indicators = read_.table.indicators;
    if (name.empty() && annual.empty() && period.empty()) {
      note_empty();
      return true;
    }
    if (name.empty() && row.row == 0 && row.grid->continues && !indicators.empty()) {
      Indicator& cut = indicators.back();  // a page end cut its row
      if (cut.annual) cut.annual = Target(cut.annual->text() + annual);
      return true;
    }
    Indicator indicator;
    indicator.level1 = level1_;
    indicator.level2 = level2_;
    indicator.name = name;
    indicator.place = document_.place(row.line);
    indicator.annual = Target(annual);
    if (two_values) indicator.period = Target(period);
    if (has(IndicatorColumn::actual))
      indicator.actual = Target(text_of(row, IndicatorColumn::actual, 0));
    indicator.weight = Figure(text_of(row, IndicatorColumn::weight, 0));
    indicator.score = Figure(score);
    indicator.reason = text_of(row, IndicatorColumn::reason, 0);
    indicators.push_back(std::move(indicator));
    return true;
  }

  [[nodiscard]] bool has(IndicatorColumn role) const {
    return std::ranges::find(columns_, role, &DrawnColumn::role) != columns_.end();
  }

  /// 总分 stands over the columns of the levels.
  [[nodiscard]] static bool is_total(const DrawnRow& row) {
    const auto cells = cells_of(row);
    if (cells.empty()) return false;
    return is_score_total(without_spaces(cells.front()->text));
  }

  void read_side_by_side(std::size_t begin) {
    RowsRead rows;
    std::vector<std::size_t> lines;
    for (std::size_t r = begin; r < rows_.size(); ++r) {
      const DrawnRow& row = rows_[r];
      if (is_closing_line(document_.lines[row.line].text)) break;
      if (is_outside(row)) continue;
      lines.push_back(row.line);
      bool any = false;
      int beside = -1;
      for (const int group : {0, 1}) {
        enter_levels(row, group);
        SideRow side;
        side.level1 = level1_;
        side.level2 = level2_;
        side.name = text_of(row, IndicatorColumn::name, group);
        side.value = text_of(row, IndicatorColumn::value, group);
        side.word = lines.size() - 1;
        if (side.name.empty() && side.value.empty()) continue;
        any = true;
        auto& into = group == 0 ? rows.period : rows.annual;
        if (group == 1 && beside >= 0) {
          side.beside = beside;
          rows.period[static_cast<std::size_t>(beside)].beside = static_cast<int>(into.size());
        }
        if (group == 0) beside = static_cast<int>(into.size());
        into.push_back(std::move(side));
      }
      if (!any && !level2_.empty()) rows.empty_categories.push_back(level2_);
    }
    read_.table.indicators =
        match_columns(rows, true, [&](std::size_t line) { return document_.place(lines[line]); });
    for (const std::string& category : rows.empty_categories) {
      const auto in = [&](const Indicator& i) { return i.level2 == category; };
      const auto& known = read_.table.empty_categories;
      if (std::ranges::none_of(read_.table.indicators, in) &&
          std::ranges::find(known, category) == known.end())
        read_.table.empty_categories.push_back(category);
    }
  }

  const Section& section_;
  const Document& document_;
  TargetsRead read_;
  std::vector<DrawnRow> rows_;
  std::vector<DrawnColumn> columns_;
  std::size_t first_line_ = 0, last_line_ = 0;
  std::string level1_, level2_;
};

}  // namespace

TargetsRead read_drawn(const Section& section, const Document& document) {
  return DrawnReader(section, document).run();
}

}  // namespace budget::inline v1::detail::targets
