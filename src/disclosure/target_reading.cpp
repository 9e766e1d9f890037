// SPDX-License-Identifier: Apache-2.0
#include "disclosure/target_reading.hpp"

#include <budget/base/text.hpp>

#include "base/contains.hpp"
#include "disclosure/grid_table.hpp"
#include "disclosure/target_fields.hpp"
#include "disclosure/target_labels.hpp"
#include "disclosure/target_match.hpp"
#include "disclosure/target_records.hpp"
#include "disclosure/target_rows.hpp"
#include "disclosure/target_words.hpp"

#include <algorithm>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <utility>
#include <vector>

namespace budget::inline v1::detail {
namespace {

using targets::IndicatorColumn;
using targets::Word;

using Columns = std::vector<IndicatorColumn>;

bool has(const Columns& columns, IndicatorColumn column) {
  return std::ranges::find(columns, column) != columns.end();
}

/// The columns of header words, each alone or ended by a word of the line below, all of which have to
/// find their place: 一级 二级 三级指标 指标值 above 指标 指标.
std::optional<Columns> columns_of(std::span<const Token> words, std::span<const Token> below) {
  if (words.empty()) return below.empty() ? std::optional(Columns()) : std::nullopt;
  const auto with = [&](const std::string& text,
                        std::span<const Token> left) -> std::optional<Columns> {
    const IndicatorColumn column = targets::indicator_column(text);
    if (column == IndicatorColumn::none && !targets::is_side_label(without_spaces(text))) return {};
    auto columns = columns_of(words.subspan(1), left);
    if (columns && column != IndicatorColumn::none) columns->insert(columns->begin(), column);
    return columns;
  };
  if (!below.empty())
    if (auto columns = with(words.front().text + below.front().text, below.subspan(1)))
      return columns;
  return with(words.front().text, below);
}

/// A header with at most one column that is not known: its words are taken as a remark.
std::optional<Columns> columns_with_unknown(std::span<const Token> words) {
  Columns columns;
  int unknown = 0;
  for (const Token& word : words) {
    const IndicatorColumn column = targets::indicator_column(word.text);
    if (column != IndicatorColumn::none)
      columns.push_back(column);
    else if (!targets::is_side_label(word.text) && ++unknown == 1)
      columns.push_back(IndicatorColumn::method);
  }
  const bool has_levels = has(columns, IndicatorColumn::level2);
  return unknown <= 1 && has_levels ? std::optional(columns) : std::nullopt;
}

/// A header whose short words stand in the middle of those of two lines: 一级 二级 绩效指标 绩效指标 above
/// 三级指标 权重 above 指标 指标 性质 值. The name comes behind the levels, the rest at the end; rows that
/// do not fit are not read.
std::optional<Columns> centred_columns(std::span<const Token> words, std::span<const Token> middle,
                                       std::span<const Token> below) {
  if (below.size() < 2) return {};
  auto columns = columns_of(words, below);
  const auto between = columns_of(middle, {});
  if (!columns || !between) return {};
  for (const IndicatorColumn column : *between) {
    auto at = columns->end();
    if (column == IndicatorColumn::name)
      at = std::ranges::find_if(*columns, [](IndicatorColumn one) {
        return one != IndicatorColumn::level1 && one != IndicatorColumn::level2;
      });
    columns->insert(at, column);
  }
  return columns;
}

/// The header of indicators at a line, and how many lines it takes.
struct HeaderRead {
  Columns columns;  ///< empty where there is none
  std::size_t lines = 0;
};
HeaderRead header_at(std::span<const TokenLine> lines) {
  constexpr std::size_t most_words = 16;
  const auto& words = lines.front().tokens;
  if (words.size() > most_words) return {};
  const auto complete = [](const std::optional<Columns>& columns) {
    return columns && has(*columns, IndicatorColumn::name) && has(*columns, IndicatorColumn::value);
  };
  if (lines.size() > 2)
    if (auto columns = centred_columns(words, lines[1].tokens, lines[2].tokens); complete(columns))
      return {*std::move(columns), 3};
  if (lines.size() > 1)
    if (auto columns = columns_of(words, lines[1].tokens); complete(columns))
      return {*std::move(columns), 2};
  for (auto columns : {columns_of(words, {}), columns_with_unknown(words)})
    if (complete(columns)) return {*std::move(columns), 1};
  return {};
}

/// Whether a line is among indicators: it begins with a level in full, or names columns of indicators.
bool is_of_indicators(const TokenLine& line) {
  const auto columns = std::ranges::count_if(line.tokens, [](const Token& token) {
    const IndicatorColumn column = targets::indicator_column(token.text);
    return column != IndicatorColumn::none && column != IndicatorColumn::method;
  });
  return columns > 1 ||
         (!line.tokens.empty() &&
          targets::level_fit(without_spaces(line.tokens.front().text)) == targets::LabelFit::whole);
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
    const std::vector<Word> fields =
        targets::rejoined(targets::words_of(above), targets::text_label_fit);
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
    std::size_t header_ends = 0;
    for (std::size_t l = 0; l < section_.lines.size(); ++l) {
      const TokenLine& line = section_.lines[l];
      const std::string text = plain(line);
      if (!line.printed() || text == section_.title) continue;
      last_ = line.line;
      if (closed) {
        read_.not_read.push_back(
            {document_.place(line.line), text, NotReadWhy::no_place_in_table, {}});
        continue;
      }
      if (l < header_ends) continue;
      if (auto header = header_at(std::span(section_.lines).subspan(l)); header.lines > 0) {
        if (!has_header_) columns_ = std::move(header.columns);
        has_header_ = true;
        header_ends = l + header.lines;
      } else if (has_header_ && targets::is_closing_line(text)) {
        closed = true;
      } else if (has_header_) {
        if (!below.empty() || !is_side(line)) below.push_back(line);
      } else if (const Unit unit = caption_unit(text); unit != Unit::unknown) {
        caption_unit_ = unit;
      } else if (!is_year_line(text) && !take_evaluated(line)) {
        if (const Unit in_brackets = targets::unit_in_brackets(text); in_brackets != Unit::unknown)
          fund_unit_ = in_brackets;
        above.push_back(line);
      }
    }
    // Indicators under no header that is known are no text of the fields before them.
    if (const auto first = std::ranges::find_if(above, is_of_indicators);
        !has_header_ && first != above.end()) {
      for (auto line = first; line != above.end(); ++line)
        read_.not_read.push_back(
            {document_.place(line->line), plain(*line), NotReadWhy::header_not_understood, {}});
      above.erase(first, above.end());
    }
    // The upright label beside the indicators begins above their header.
    while (!above.empty() && is_side(above.back())) above.pop_back();
  }

  static bool is_side(const TokenLine& line) {
    return std::ranges::all_of(line.tokens, [](const Token& token) {
      return targets::is_side_label(without_spaces(token.text));
    });
  }

  /// （2024年度）, （2024）年度, 2024年度 under the title.
  static bool is_year_line(const std::string& text) {
    const std::string plain = without_spaces(text);
    const bool begins = plain.starts_with('(') || plain.starts_with("20");
    return begins && plain.size() <= 20 &&
           (plain.ends_with("年") || plain.ends_with("年度") ||
            (plain.ends_with(')') && contains(plain, "年")));
  }

  /// The words of the indicators. A line with a word for each column and a first level at its head has a
  /// second level behind that, known or not.
  [[nodiscard]] std::vector<Word> words_of(const std::vector<TokenLine>& lines) const {
    std::vector<Word> words =
        targets::without_margin(targets::rejoined(targets::words_of(lines), targets::level_fit));
    const targets::FullLevels full = targets::full_levels(words);
    if (!has(columns_, IndicatorColumn::level1) || !has(columns_, IndicatorColumn::level2))
      return words;
    for (std::size_t w = 0, end = 0; w < words.size(); w = end) {
      for (end = w + 1; end < words.size() && !words[end].begins_line;) ++end;
      if (end - w != columns_.size()) continue;
      const std::string first = without_spaces(words[w].text);
      const auto label = targets::level_fit(first) == targets::LabelFit::whole
                             ? targets::level_label(first)
                             : targets::short_level_label(first, full);
      if (label && label->level == 1) words[w + 1].is_level2 = true;
    }
    return words;
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
    const std::vector<Word> words = words_of(lines);
    const targets::RowsRead rows = targets::read_rows(words, table.has_two_columns);
    table.indicators = targets::match_columns(rows, table.has_two_columns, [&](std::size_t word) {
      return document_.place(words[word].line);
    });
    table.empty_categories = rows.empty_categories;
    add_not_read(words, rows.skipped);
  }

  /// Rows with signs, weights, actual values or scores.
  void read_columns(const std::vector<TokenLine>& lines) {
    const std::vector<Word> words = words_of(lines);
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
      if (has(columns_, IndicatorColumn::actual))
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
  Columns columns_;
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
