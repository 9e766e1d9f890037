// SPDX-License-Identifier: Apache-2.0
#include "disclosure/target_fields.hpp"

#include <budget/base/text.hpp>
#include <budget/subject/name.hpp>

#include "disclosure/header.hpp"
#include "disclosure/target_labels.hpp"

#include <algorithm>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

namespace budget::inline v1::detail::targets {
namespace {

std::string_view without_colons(std::string_view text) {
  while (text.ends_with(':')) text.remove_suffix(1);
  while (text.ends_with("：")) text.remove_suffix(std::string_view("：").size());
  while (text.starts_with(':')) text.remove_prefix(1);
  while (text.starts_with("：")) text.remove_prefix(std::string_view("：").size());
  return text;
}

class FieldReader {
 public:
  FieldReader(std::span<const Word> words, const Document& document, Unit unit, TargetTable& table,
              std::vector<std::size_t>& skipped)
      : words_(words), document_(document), table_(table), skipped_(skipped), unit_(unit) {}

  void run() {
    for (at_ = 0; at_ < words_.size();) {
      if (heads_text()) {
        ++at_;
      } else if (const auto [label, count] = label_here(); label.kind != FieldKind::none) {
        finish();
        begin(label, count);
      } else if (field_.kind == FieldKind::funds && fund_here()) {
        // taken
      } else if (total_of_funds_here()) {
        finish();
        field_ = {FieldKind::funds, "项目资金", 0};
        fund_here();
      } else if (is_unknown_label()) {
        finish();
        field_ = {FieldKind::fact, words_[at_].text, 0};
        first_ = at_++;
        glued_.clear();
      } else if (const std::size_t colon = unknown_label_with_colon(); colon > 0) {
        finish();
        const std::string_view word = words_[at_].text;
        field_ = {FieldKind::fact, word.substr(0, colon), colon};
        glued_ = word.substr(colon);
        first_ = at_++;
      } else {
        value_.push_back(at_++);
      }
    }
    finish();
    if (!entries_.empty()) table_.funds = funds_table(entries_, unit_, table_);
  }

 private:
  struct Label {
    FieldLabel label;
    std::size_t words = 1;
  };

  /// 预期目标, 实际完成情况: heads of the columns of a text whose label stands before them.
  [[nodiscard]] bool heads_text() const {
    const std::string_view word = words_[at_].text;
    const FieldLabel label = field_label(word);
    return field_.kind == FieldKind::text && value_.empty() && without_colons(glued_).empty() &&
           (label.kind == FieldKind::skip ||
            (label.kind == FieldKind::text && !words_[at_].begins_line)) &&
           label.used == word.size();
  }

  /// A total of funds with its amount, at the head of a line: they need no heading above them.
  [[nodiscard]] bool total_of_funds_here() const {
    if (field_.kind == FieldKind::text || !words_[at_].begins_line || at_ + 1 == words_.size() ||
        words_[at_ + 1].begins_line)
      return false;
    const auto label = fund_label(words_[at_].text);
    return label && label->ends_with("资金总额") && Figure(words_[at_ + 1].text).is_number();
  }

  /// A short value goes on with lines of one word; a line of two begins with another label.
  [[nodiscard]] bool is_unknown_label() const {
    return behind_short_value() && words_[at_].begins_line && !words_[at_].is_cell &&
           at_ + 1 < words_.size() && !words_[at_ + 1].begins_line;
  }

  /// Bytes before the colon of a label that is not known, at the head of a line: 预算金额：735.50.
  [[nodiscard]] std::size_t unknown_label_with_colon() const {
    constexpr std::size_t longest = 10;  // code points
    const std::string_view word = words_[at_].text;
    const std::size_t colon = std::min(word.find("："), word.find(':'));
    if (!behind_short_value() || !words_[at_].begins_line || colon == word.npos) return 0;
    const std::string_view label = word.substr(0, colon);
    const bool plain = label.find_first_of("0123456789") == label.npos;
    return plain && count_code_points(label) <= longest ? colon : 0;
  }

  [[nodiscard]] bool behind_short_value() const {
    const bool is_short = field_.kind == FieldKind::project || field_.kind == FieldKind::body ||
                          field_.kind == FieldKind::fact;
    return is_short && (!value_.empty() || !without_colons(glued_).empty());
  }

  [[nodiscard]] bool alone(std::size_t i) const {
    return i < words_.size() && words_[i].begins_line &&
           (i + 1 == words_.size() || words_[i + 1].begins_line);
  }

  /// The label at hand; a narrow cell breaks it over lines (年度绩效 · 目标).
  [[nodiscard]] Label label_here() const {
    const bool in_text = field_.kind == FieldKind::text;
    if (in_text && !words_[at_].begins_line) return {};
    Label best;
    std::string together;
    constexpr std::size_t most_lines = 3;
    for (std::size_t n = 1; n <= most_lines && at_ + n <= words_.size(); ++n) {
      if (n > 1 && !(alone(at_) && alone(at_ + n - 1))) break;
      together += words_[at_ + n - 1].text;
      const FieldLabel label = field_label(together);
      // Of a broken label the whole is meant; a value on its own line is no part of one.
      if (label.kind != FieldKind::none && (n == 1 || label.used == together.size()))
        best = {label, n};
    }
    return best;
  }

  void begin(const FieldLabel& label, std::size_t count) {
    field_ = label;
    first_ = at_;
    glued_.clear();
    for (std::size_t i = at_; i < at_ + count; ++i) glued_ += words_[i].text;
    glued_.erase(0, label.used);
    at_ += count;
    if (label.kind == FieldKind::funds) {
      if (const Unit unit = unit_in_brackets(words_[at_ - 1].text); unit != Unit::unknown)
        unit_ = unit;
      // 资金总额：12,460.00 is one word, 资金总额 12,460.00 two.
      std::string amount(without_colons(glued_));
      const bool beside = amount.empty() && at_ < words_.size() && !words_[at_].begins_line;
      if (beside) amount = words_[at_].text;
      if (const Figure figure(amount, unit_); figure.is_number()) {
        const std::size_t word = at_ - 1;
        last_line_ = words_[word].line;
        side_ = base_side_;
        entries_.push_back({words_[word].text.substr(0, label.used), figure,
                            place(beside ? at_++ : word), side_, ++row_});
      }
      glued_.clear();
    }
    if (label.name == "实施期目标") table_.has_two_columns = true;
  }

  [[nodiscard]] Place place(std::size_t word) const { return document_.place(words_[word].line); }

  /// A label of funds with the amount behind it, or the unit of the funds.
  bool fund_here() {
    const Unit unit = unit_in_brackets(words_[at_].text);
    const std::string& word = words_[at_].text;
    if (word.starts_with("按资金") || (word.starts_with("按") && word.ends_with("分"))) {
      // 按资金来源划分 heads a side; 按收入性质分 and 按支出性质分 may stand below one another.
      if (heads_++ > 0 && !entries_.empty() && words_[at_].begins_line) ++base_side_;
      ++at_;
      return true;
    }
    std::size_t count = 1;
    auto label = fund_label(words_[at_].text);
    if (!label && at_ + 1 < words_.size() && !words_[at_ + 1].begins_line) {
      // 合 计 is set wide.
      label = fund_label(words_[at_].text + words_[at_ + 1].text);
      count = 2;
    }
    if (!label) {
      if (unit != Unit::unknown) unit_ = unit;
      if (unit == Unit::unknown) return false;
      ++at_;
      return true;
    }
    if (unit != Unit::unknown) unit_ = unit;
    if (entries_.empty() || words_[at_].line != last_line_) {
      ++row_;
      side_ = base_side_;
      if (second_column_ >= 0 && words_[at_].column >= second_column_) ++side_;
    } else if (listed_line_ == last_line_ ||
               (is_fund_total(entries_.back().name) && !is_fund_total(*label))) {
      listed_line_ = last_line_;  // 年度资金总额 68.00 其中：财政拨款 68.00 其他资金 － on one line
      ++row_;
    } else {
      ++side_;
      second_column_ = words_[at_].column;
    }
    last_line_ = words_[at_].line;
    FundEntry entry{*std::move(label), Figure(), place(at_), side_, row_};
    at_ += count;
    if (at_ < words_.size() && !words_[at_].begins_line) {
      const Figure amount(words_[at_].text, unit_);
      if (amount.is_number() || amount.state() == FigureState::dash ||
          amount.state() == FigureState::unreadable) {
        entry.amount = amount;
        entry.place = place(at_++);
      }
    }
    entries_.push_back(std::move(entry));
    return true;
  }

  void finish() {
    std::vector<Word> words;
    for (const std::size_t i : value_) words.push_back(words_[i]);
    std::string text(without_colons(strip(glued_)));
    const std::string more = joined(words);
    text += text.empty() ? std::string(without_colons(more)) : more;
    switch (field_.kind) {
      case FieldKind::project: table_.project = text; break;
      case FieldKind::body: table_.body = text; break;
      case FieldKind::fact:
        table_.facts.push_back({std::string(field_.name), text, place(first_)});
        break;
      case FieldKind::text: add_text(); break;
      case FieldKind::skip: break;
      case FieldKind::none:
      case FieldKind::funds: skipped_.insert(skipped_.end(), value_.begin(), value_.end()); break;
    }
    value_.clear();
  }

  void add_text() {
    TargetText text;
    text.name = field_.name;
    text.place = place(first_);
    std::vector<std::string> lines;
    if (const auto rest = without_colons(glued_); !rest.empty()) lines.emplace_back(rest);
    for (const std::size_t i : value_) {
      const bool same_line = !words_[i].begins_line && !words_[i].is_cell && !lines.empty();
      if (same_line && words_[i].gap > 0) lines.back() += ' ';
      same_line ? (void)(lines.back() += words_[i].text) : (void)lines.emplace_back(words_[i].text);
    }
    if (lines.empty()) return;
    const bool cells =
        std::ranges::any_of(value_, [&](std::size_t i) { return words_[i].is_cell; });
    if (cells) {
      text.period = lines.front();
      for (std::size_t i = 1; i < lines.size(); ++i) text.annual += lines[i];
      table_.texts.push_back(std::move(text));
      return;
    }
    const bool two = table_.has_two_columns && text.name == "总体目标";
    if (two && glued_.empty() && in_pairs()) {
      for (const std::size_t i : value_)
        (words_[i].begins_line ? text.period : text.annual) += words_[i].text;
      table_.texts.push_back(std::move(text));
      return;
    }
    const std::size_t split = two ? second_column_begins(lines) : lines.size();
    for (std::size_t i = 0; i < lines.size(); ++i)
      (i < split ? text.period : text.annual) += lines[i];
    table_.texts.push_back(std::move(text));
  }

  /// Whether every line of the value has two words, one of each column.
  [[nodiscard]] bool in_pairs() const {
    bool first = true;
    for (const std::size_t i : value_)
      if (words_[i].begins_line != std::exchange(first, !first)) return false;
    return first;
  }

  std::span<const Word> words_;
  const Document& document_;
  TargetTable& table_;
  std::vector<std::size_t>& skipped_;
  std::size_t at_ = 0, first_ = 0;
  FieldLabel field_;
  std::string glued_;
  std::vector<std::size_t> value_;
  std::vector<FundEntry> entries_;
  Unit unit_;
  std::size_t last_line_ = 0;
  std::optional<std::size_t> listed_line_;  // of funds one behind the other
  int row_ = -1, side_ = 0, base_side_ = 0, heads_ = 0;
  int second_column_ = -1;  // of the grid, where the funds of another side begin
};

Column column(std::size_t number, std::string side, std::string key, ColumnRole role, Unit unit) {
  return {numbered('c', number), {std::move(side), key}, role, key, unit};
}

}  // namespace

Unit unit_in_brackets(std::string_view word) {
  const std::string plain = without_spaces(word);
  const std::size_t open = plain.rfind('(');
  if (open == std::string::npos || !plain.ends_with(')')) return Unit::unknown;
  return parse_unit(std::string_view(plain).substr(open + 1, plain.size() - open - 2))
      .value_or(Unit::unknown);
}

std::string fund_column(std::string_view word) {
  std::string plain = without_spaces(word);
  if (const std::size_t open = plain.find('('); open != std::string::npos && open > 0)
    plain.resize(open);
  for (const std::string_view name :
       {"年初预算数", "全年预算数", "全年执行数", "分值", "执行率", "得分"})
    if (plain == name) return plain;
  return {};
}

Table evaluated_funds(std::span<const std::string> columns, const std::vector<EvaluatedFund>& rows,
                      Unit unit, const std::string& title) {
  Table funds;
  funds.title = title;
  funds.unit = unit;
  funds.columns.push_back({"c1", {"资金"}, ColumnRole::name, "资金", Unit::unknown});
  for (const std::string& name : columns) {
    const bool money = name.ends_with("数");
    funds.columns.push_back({numbered('c', funds.columns.size() + 1),
                             {name},
                             money ? ColumnRole::amount : ColumnRole::count,
                             name,
                             money ? unit : Unit::unknown});
  }
  Side side;
  side.name_column = 0;
  for (std::size_t c = 0; c < funds.columns.size(); ++c)
    side.columns.push_back(static_cast<int>(c));
  funds.sides.push_back(side);
  for (const EvaluatedFund& fund : rows) {
    Row row;
    row.id = numbered('r', funds.rows.size() + 1);
    row.place = fund.place;
    row.cells.push_back({Figure(fund.name), fund.place, budget::Mark::none});
    for (std::size_t c = 0; c < columns.size(); ++c)
      row.cells.push_back(
          {Figure(fund.cells[c], funds.columns[c + 1].unit), fund.place, budget::Mark::none});
    RowLabel label;
    label.name = label.key = fund.name;
    label.level = is_fund_total(fund.name) ? 0 : 1;
    label.parent = label.level == 1 && !funds.rows.empty() ? 0 : -1;
    row.labels.push_back(std::move(label));
    funds.rows.push_back(std::move(row));
  }
  if (!funds.rows.empty()) {
    funds.place = funds.rows.front().place;
    funds.last = funds.rows.back().place;
  }
  return funds;
}

std::string target_of_cells(std::string value, const std::string& sign,
                            const std::string& measure) {
  if (value.empty()) return value;
  const Figure number(value);
  const bool is_bare =
      number.is_number() && number.suffix() == Suffix::none && number.unit() == Unit::unknown;
  const std::string of = without_spaces(measure);
  if (is_bare && !of.empty() && of != "无" && of != "/") value += of;
  // 定性 in the column of signs is none.
  for (const std::string_view known : {"≥", "≤", ">", "<", "=", ">=", "<="})
    if (without_spaces(sign) == known) return sign + value;
  return value;
}

void read_fields(std::span<const Word> words, const Document& document, Unit unit,
                 TargetTable& table, std::vector<std::size_t>& skipped) {
  FieldReader(words, document, unit, table, skipped).run();
}

Table funds_table(const std::vector<FundEntry>& entries, Unit unit, const TargetTable& of) {
  Table table;
  table.id = of.id;
  table.title = of.title;
  if (!of.project.empty()) table.title += "：" + of.project;
  table.unit = unit;
  table.place = entries.front().place;
  table.last = entries.back().place;
  int sides = 1;
  for (const FundEntry& entry : entries) sides = std::max(sides, entry.side + 1);
  const bool of_project = of.scope == TargetScope::project;
  for (int s = 0; s < sides; ++s) {
    std::string label;
    if (sides > 1)
      label = of_project ? (s == 0 ? "实施期" : "年度") : (s == 0 ? "资金来源" : "资金方向");
    const auto first = table.columns.size();
    table.columns.push_back(column(first + 1, label, "资金", ColumnRole::name, Unit::unknown));
    table.columns.push_back(column(first + 2, label, "金额", ColumnRole::amount, unit));
    table.sides.push_back(
        {label, static_cast<int>(first), {static_cast<int>(first), static_cast<int>(first) + 1}});
  }
  for (const FundEntry& entry : entries) {
    if (table.rows.empty() || entry.row != static_cast<int>(table.rows.size()) - 1) {
      Row row;
      row.id = numbered('r', table.rows.size() + 1);
      row.place = entry.place;
      row.cells.resize(table.columns.size());
      for (Cell& cell : row.cells) cell.place = entry.place;
      row.labels.resize(table.sides.size());
      table.rows.push_back(std::move(row));
    }
    Row& row = table.rows.back();
    const auto side = static_cast<std::size_t>(entry.side);
    row.labels[side].name = entry.name;
    row.labels[side].key = subject_key(entry.name);
    row.labels[side].level = is_fund_total(entry.name) ? 0 : 1;
    row.cells[2 * side] = {Figure(entry.name), entry.place, budget::Mark::none};
    row.cells[2 * side + 1] = {entry.amount, entry.place, budget::Mark::none};
  }
  for (std::size_t side = 0; side < table.sides.size(); ++side) {
    const int total = table.total_row(static_cast<int>(side));
    for (std::size_t r = 0; r < table.rows.size(); ++r) {
      RowLabel& label = table.rows[r].labels[side];
      if (label.level == 1 && static_cast<int>(r) > total) label.parent = total;
    }
  }
  return table;
}

std::size_t second_column_begins(std::span<const std::string> lines) {
  constexpr std::size_t most_lines = 400;  // a text of more is none of a table's
  if (lines.size() > most_lines) return lines.size();
  std::string all;
  std::vector<std::size_t> begins;
  for (const std::string& line : lines) {
    begins.push_back(all.size());
    all += line;
  }
  // Said again: the second column begins as the first does, or says a part of it.
  constexpr std::size_t shortest = 24;  // bytes
  std::size_t best = lines.size(), longest = shortest;
  for (std::size_t k = 1; k < lines.size(); ++k) {
    const std::string_view first = std::string_view(all).substr(0, begins[k]);
    const std::string_view second = std::string_view(all).substr(begins[k]);
    std::size_t same = 0;
    while (same < first.size() && same < second.size() && first[same] == second[same]) ++same;
    if (same > longest) {
      longest = same;
      best = k;
    }
  }
  if (best < lines.size()) return best;
  std::vector<std::size_t> widest_after(lines.size() + 1);
  for (std::size_t i = lines.size(); i-- > 0;)
    widest_after[i] = std::max(widest_after[i + 1], display_width(lines[i]));
  // The second column is narrower, every line of it; best where a sentence ends before it.
  std::size_t widest_before = 0, narrower = lines.size();
  for (std::size_t k = 1; k < lines.size(); ++k) {
    widest_before = std::max(widest_before, display_width(lines[k - 1]));
    if (widest_after[k] * 4 > widest_before * 3) continue;
    if (lines[k - 1].ends_with("。")) return k;
    narrower = std::min(narrower, k);
  }
  // A piece of the second column's first line stands in the first.
  for (std::size_t k = 1; k < narrower; ++k) {
    const std::string_view first = std::string_view(all).substr(0, begins[k]);
    if (lines[k].size() >= shortest && first.find(lines[k]) != std::string_view::npos) return k;
  }
  return narrower;
}

}  // namespace budget::inline v1::detail::targets
