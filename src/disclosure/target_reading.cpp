// SPDX-License-Identifier: Apache-2.0
#include "disclosure/target_reading.hpp"

#include <budget/base/text.hpp>

#include "disclosure/grid_table.hpp"
#include "disclosure/target_fields.hpp"
#include "disclosure/target_labels.hpp"
#include "disclosure/target_match.hpp"
#include "disclosure/target_records.hpp"
#include "disclosure/target_rows.hpp"
#include "disclosure/target_words.hpp"

#include <algorithm>
#include <map>
#include <string>
#include <utility>
#include <vector>

namespace budget::inline v1::detail {
namespace {

using targets::IndicatorColumn;
using targets::Word;

/// The columns that a line is the header of; empty where it is none.
std::vector<IndicatorColumn> header_of(const TokenLine& line) {
  std::vector<IndicatorColumn> columns;
  for (const Token& token : line.tokens) {
    const IndicatorColumn column = targets::indicator_column(token.text);
    if (column == IndicatorColumn::none && !targets::is_side_label(token.text)) return {};
    if (column != IndicatorColumn::none) columns.push_back(column);
  }
  const auto has = [&](IndicatorColumn c) {
    return std::ranges::find(columns, c) != columns.end();
  };
  if (!has(IndicatorColumn::name) || !has(IndicatorColumn::value)) return {};
  return columns;
}

bool names_level(const TokenLine& line) {
  return std::ranges::any_of(line.tokens, [](const Token& token) {
    return targets::level_label(without_spaces(token.text)).has_value();
  });
}

class TextReader {
 public:
  TextReader(const Section& section, const Document& document)
      : section_(section), document_(document) {}

  TargetsRead run() {
    TargetTable& table = read_.table;
    set_title(table, section_.title);
    std::vector<TokenLine> above, below;
    part_lines(above, below);
    table.place = document_.place(first_line());
    table.last = document_.place(last_);
    const std::vector<Word> fields = targets::words_of(above);
    std::vector<std::size_t> skipped;
    targets::read_fields(fields, document_, caption_unit_, table, skipped);
    if (!funds_.empty())
      table.funds = targets::evaluated_funds(fund_columns_, funds_, fund_unit_, section_.title);
    add_not_read(fields, skipped);
    if (has_header_) read_indicators(below);
    read_.understood = has_header_ || !table.funds.rows.empty();
    return std::move(read_);
  }

 private:
  [[nodiscard]] std::size_t first_line() const {
    for (const auto* lines : {&section_.caption, &section_.lines})
      for (const TokenLine& line : *lines)
        if (line.printed()) return line.line;
    return 0;
  }

  /// Fields stand above the first header, indicators below it up to the closing line.
  void part_lines(std::vector<TokenLine>& above, std::vector<TokenLine>& below) {
    bool closed = false;
    for (const TokenLine& line : section_.lines) {
      const std::string text = plain(line);
      if (!line.printed() || text == section_.title) continue;
      last_ = line.line;
      if (closed) {
        read_.not_read.push_back(
            {document_.place(line.line), text, NotReadWhy::no_place_in_table, {}});
        continue;
      }
      if (const auto columns = header_of(line); !columns.empty()) {
        if (!has_header_) columns_ = columns;
        has_header_ = true;
      } else if (has_header_ && targets::is_closing_line(text)) {
        closed = true;
      } else if (has_header_) {
        // A header may be broken over lines: 一级 二级 三级指标 above 指标 指标.
        if (!below.empty() || !is_side(line)) below.push_back(line);
      } else if (const Unit unit = caption_unit(text); unit != Unit::unknown) {
        caption_unit_ = unit;
      } else if (!is_year_line(text) && !take_evaluated(line)) {
        if (const Unit in_brackets = targets::unit_in_brackets(text); in_brackets != Unit::unknown)
          fund_unit_ = in_brackets;
        above.push_back(line);
      }
    }
    // The upright label beside the indicators begins above their header.
    while (!above.empty() && is_side(above.back())) above.pop_back();
  }

  static bool is_side(const TokenLine& line) {
    return std::ranges::all_of(line.tokens, [](const Token& token) {
      return targets::is_side_label(without_spaces(token.text));
    });
  }

  /// （2024年度）, （2024）年度 under the title.
  static bool is_year_line(const std::string& text) {
    const std::string plain = without_spaces(text);
    return plain.starts_with('(') && plain.size() <= 20 && plain.find("年") != std::string::npos;
  }

  void read_indicators(const std::vector<TokenLine>& lines) {
    TargetTable& table = read_.table;
    const auto names = std::ranges::count(columns_, IndicatorColumn::name);
    const bool simple = std::ranges::none_of(columns_, [](IndicatorColumn column) {
      return column != IndicatorColumn::level1 && column != IndicatorColumn::level2 &&
             column != IndicatorColumn::name && column != IndicatorColumn::value &&
             column != IndicatorColumn::side;
    });
    if (!simple) return names == 1 ? read_columns(lines) : not_understood(lines);
    table.has_two_columns = names == 2;
    const std::vector<Word> words = targets::words_of(lines);
    const targets::RowsRead rows = targets::read_rows(words, table.has_two_columns);
    table.indicators = targets::match_columns(rows, table.has_two_columns, [&](std::size_t word) {
      return document_.place(words[word].line);
    });
    table.empty_categories = rows.empty_categories;
    add_not_read(words, rows.skipped);
  }

  /// Rows with signs, weights, actual values or scores.
  void read_columns(const std::vector<TokenLine>& lines) {
    const std::vector<Word> words = targets::words_of(lines);
    const targets::RecordsRead read = targets::read_records(words, columns_);
    for (const targets::Record& record : read.records) {
      const auto cell = [&](IndicatorColumn column) {
        const auto found = record.cells.find(column);
        return found == record.cells.end() ? std::string() : found->second;
      };
      Indicator indicator;
      indicator.level1 = record.level1;
      indicator.level2 = record.level2;
      indicator.name = cell(IndicatorColumn::name);
      indicator.annual =
          Target(targets::target_of_cells(cell(IndicatorColumn::value), cell(IndicatorColumn::sign),
                                          cell(IndicatorColumn::measure)));
      if (std::ranges::find(columns_, IndicatorColumn::actual) != columns_.end())
        indicator.actual = Target(cell(IndicatorColumn::actual));
      indicator.weight = Figure(cell(IndicatorColumn::weight));
      indicator.score = Figure(cell(IndicatorColumn::score));
      indicator.reason = cell(IndicatorColumn::reason);
      indicator.place = document_.place(words[record.word].line);
      read_.table.indicators.push_back(std::move(indicator));
    }
    read_.table.empty_categories = read.empty_categories;
    if (!read.total.empty()) read_.table.total = Figure(read.total);
    add_not_read(words, read.skipped);
  }

  void not_understood(const std::vector<TokenLine>& lines) {
    for (const TokenLine& line : lines)
      if (!names_level(line) || line.tokens.size() > 1)
        read_.not_read.push_back(
            {document_.place(line.line), plain(line), NotReadWhy::header_not_understood, {}});
  }

  /// The funds of a self-evaluation: their header, and the lines with a label and as many cells.
  bool take_evaluated(const TokenLine& line) {
    std::vector<std::string> names;
    for (const Token& token : line.tokens)
      if (std::string name = targets::fund_column(token.text); !name.empty())
        names.push_back(std::move(name));
    const auto named = [&](std::string_view name) {
      return std::ranges::find(names, name) != names.end();
    };
    if (named("全年预算数") && named("全年执行数")) {
      fund_columns_ = std::move(names);
      for (const Token& token : line.tokens)
        if (const Unit unit = targets::unit_in_brackets(token.text); unit != Unit::unknown)
          fund_unit_ = unit;
      return true;
    }
    if (fund_columns_.empty()) return false;
    if (line.tokens.size() < fund_columns_.size() + 1) {
      const Unit unit = targets::unit_in_brackets(plain(line));
      if (unit != Unit::unknown && funds_.empty()) fund_unit_ = unit;
      return unit != Unit::unknown;
    }
    const std::size_t first = line.tokens.size() - fund_columns_.size();
    auto label = targets::fund_label(line.tokens[first - 1].text);
    if (!label) return false;
    targets::EvaluatedFund fund{*std::move(label), {}, document_.place(line.line)};
    for (std::size_t t = first; t < line.tokens.size(); ++t)
      fund.cells.push_back(line.tokens[t].text);
    funds_.push_back(std::move(fund));
    return true;
  }

  void add_not_read(const std::vector<Word>& words, const std::vector<std::size_t>& skipped) {
    std::map<std::size_t, std::string> lines;
    for (const std::size_t w : skipped) {
      std::string& text = lines[words[w].line];
      if (!text.empty()) text += ' ';
      text += words[w].text;
    }
    for (auto& [line, text] : lines)
      if (!targets::is_side_label(without_spaces(text)))
        read_.not_read.push_back(
            {document_.place(line), std::move(text), NotReadWhy::no_place_in_table, {}});
  }

  const Section& section_;
  const Document& document_;
  TargetsRead read_;
  std::vector<IndicatorColumn> columns_;
  bool has_header_ = false;
  std::vector<std::string> fund_columns_;  // of a self-evaluation
  std::vector<targets::EvaluatedFund> funds_;
  Unit fund_unit_ = Unit::unknown, caption_unit_ = Unit::unknown;
  std::size_t last_ = 0;
};

}  // namespace

void set_title(TargetTable& table, const std::string& title) {
  table.title = title;
  const auto has = [&](std::string_view word) { return title.find(word) != std::string::npos; };
  table.scope = has("整体") ? TargetScope::department : TargetScope::project;
  table.is_evaluation = has("自评");
}

TargetsRead read_targets(const Section& section, const Document& document) {
  return has_grid(section, document) ? targets::read_drawn(section, document)
                                     : TextReader(section, document).run();
}

}  // namespace budget::inline v1::detail
