// SPDX-License-Identifier: Apache-2.0
#include "disclosure/sections.hpp"
#include "base/contains.hpp"
#include "disclosure/rows.hpp"
#include "disclosure/section_lines.hpp"
#include "disclosure/titles.hpp"

#include <budget/base/text.hpp>
#include <budget/subject/name.hpp>

#include <algorithm>
#include <optional>
#include <set>

namespace budget::inline v1::detail {
namespace {

class Finder {
 public:
  Finder(const Document& document, const Vocabulary& vocabulary, const Contents& contents)
      : document_(document), vocabulary_(vocabulary), contents_(contents) {
    std::set<std::size_t> aside;
    for (const SetAside& s : document.set_aside) aside.insert(s.line);
    for (std::size_t i = 0; i < document.lines.size(); ++i) {
      if (aside.contains(i)) continue;
      TokenLine line = cut(i, document.lines[i].text);
      line.page = document.lines[i].page;
      // The blank that joins two pages is no blank cell.
      if (i > 0 && document.lines[i].page != document.lines[i - 1].page && line.lead > 0) {
        --line.lead;
        if (line.printed()) --line.tokens.front().gap;
      }
      if (line.printed() || line.lead > 0) lines_.push_back(std::move(line));
    }
  }

  std::vector<Section> run() {
    for (at_ = 0; at_ < lines_.size(); ++at_) place(lines_[at_]);
    close_table();
    return std::move(sections_);
  }

 private:
  Section& current() {
    if (sections_.empty()) sections_.emplace_back();
    return sections_.back();
  }

  bool in_table() { return current().kind == SectionKind::table; }

  void place(const TokenLine& line) {
    if (!line.printed()) {
      if (in_table()) current().lines.push_back(line);
      return;
    }
    const std::string text = plain(line);
    const Grid* grid = document_.grid_of(line.line);
    begin_sheet(line);
    // A number of its own within the grid begins another table, whatever its title.
    const bool numbered = pending_caption_ && pending_at_ + 1 == at_ && grid == grid_;
    if (numbered && in_table() && grid != nullptr && text != current().title &&
        !table_title(text, vocabulary_))
      open(SectionKind::narrative);
    if (grid != nullptr && goes_on(*grid) && !titles(*grid, line, text)) {
      grid_ = grid;
      current().lines.push_back(line);
      return;
    }
    if (in_table() && grid_ != nullptr && text == current().title && !grid_begins_anew()) {
      current().caption.push_back(line);  // printed anew on the next page
      return;
    }
    if (const auto number = table_number_line(text)) {
      number_line(line, *number);
      return;
    }
    const bool heading = text.starts_with("第") && part_heading(without_spaces(text));
    if (const auto title = table_title(text, vocabulary_); title && !heading) {
      const bool listed = line.line >= contents_.first && line.line < contents_.end;
      if (((title->known || title->target) && !listed) || captioned(at_) || grid_follows(at_)) {
        title_line(line, text, *title);
        return;
      }
    }
    const bool between_pages = grid_ != nullptr && grid == nullptr;
    if (in_table() && (current().lines.empty() || between_pages) && caption_line(text)) {
      current().caption.push_back(line);
      return;
    }
    if (grid != nullptr && in_table() && grid_ != nullptr && grid != grid_ &&
        captioned_inside(*grid))
      open(SectionKind::narrative);
    if (grid != nullptr && in_table()) {
      grid_ = grid;
      current().lines.push_back(line);
      return;
    }
    if (grid != nullptr && begin_untitled(*grid, line, text)) {
      (caption_line(text) ? current().caption : current().lines).push_back(line);
      return;
    }
    if (in_table() && grid_ != nullptr && !is_note(without_spaces(text)))
      open(SectionKind::narrative);
    if (heading && in_table() && next_is_row()) {
      // Text boxes of a cover page are often extracted in the middle of the table beside them.
      return;
    }
    if (current().kind != SectionKind::narrative &&
        (heading || (in_table() && narrative_line(line, text)) || numbered_section(text)))
      open(SectionKind::narrative);
    current().lines.push_back(line);
  }

  /// A table with figures below a line that no title is like (机关运行经费), where a unit of money stands
  /// between the two: it is read all the same and called what stands above, or as its sheet. It begins
  /// with its grid, or with the unit that is a row of it. False where it is not so.
  bool begin_untitled(const Grid& grid, const TokenLine& line, const std::string& text) {
    constexpr std::size_t caption = 4;  // lines
    const bool sheet = !document_.sheets.empty();
    const bool inside = caption_unit(text) != Unit::unknown;
    const bool here = inside || (!sheet && line.line == grid.first_line);
    if (!here || current().kind != SectionKind::narrative || !holds_figures(grid)) return false;
    const std::vector<TokenLine>& before = current().lines;
    bool unit = inside;
    for (std::size_t first = before.size(); first > 0 && before.size() - first < caption;) {
      const TokenLine& above = before[--first];
      const std::string title = plain(above);
      const Grid* other = document_.grid_of(above.line);
      if (sheet ? above.page != line.page : other != nullptr && other != &grid) break;
      if (title.empty() || contains(title, "。")) return false;
      unit = unit || caption_unit(title) != Unit::unknown;
      if (caption_line(title) || table_number_line(title)) continue;
      if (!unit || count_code_points(title) > longest_title) return false;
      open_untitled(grid, title, first);
      return true;
    }
    if (sheet) open_untitled(grid, document_.place(line.line).sheet, before.size());
    return sheet;
  }

  /// Opens a table with the lines of the narrative from `first` on as its caption.
  void open_untitled(const Grid& grid, const std::string& title, std::size_t first) {
    std::vector<TokenLine>& before = current().lines;
    const auto from = before.begin() + static_cast<std::ptrdiff_t>(first);
    std::vector<TokenLine> lines(from, before.end());
    before.erase(from, before.end());
    open(SectionKind::table);
    current().title = title;
    current().caption = std::move(lines);
    take_pending_number();
    grid_ = &grid;
  }

  /// A number that stands on a line of its own shortly before.
  void take_pending_number() {
    constexpr std::size_t most_lines = 3;
    if (pending_caption_ && at_ - pending_at_ <= most_lines) {
      current().caption.push_back(*pending_caption_);
      if (current().number.empty()) current().number = pending_number_;
    }
    pending_caption_.reset();
  }

  /// Whether a grid has a unit of money or a number of a table among its first rows: another table than
  /// the one before it.
  [[nodiscard]] bool captioned_inside(const Grid& grid) const {
    constexpr int caption = 4;  // rows
    for (int row = 0; row < std::min(caption, grid.rows); ++row) {
      const std::string& text =
          document_.lines[grid.first_line + static_cast<std::size_t>(row)].text;
      if (caption_unit(text) != Unit::unknown || table_number_line(text)) return true;
    }
    return false;
  }

  static bool holds_figures(const Grid& grid) {
    constexpr int fewest_columns = 3, fewest_rows = 3;
    constexpr std::ptrdiff_t fewest_figures = 3;
    const auto is_figure = [](const GridCell& cell) { return Figure(cell.text).is_number(); };
    return grid.columns >= fewest_columns && grid.rows >= fewest_rows &&
           std::ranges::count_if(grid.cells, is_figure) >= fewest_figures;
  }

  /// A sheet of a workbook ends what stands before it, and names its table where no row of it does.
  void begin_sheet(const TokenLine& line) {
    if (document_.sheets.empty() || line.page == sheet_) return;
    sheet_ = line.page;
    open(SectionKind::narrative);
    const std::string name = document_.place(line.line).sheet;
    const auto title = table_title(name, vocabulary_);
    if (!title || !(title->known || title->target) || titled(line.page)) return;
    TokenLine nothing;
    nothing.line = line.line;
    nothing.page = line.page;
    title_line(nothing, name, *title);
  }

  /// Whether a row near the top of a sheet is the title of a table.
  bool titled(int sheet) const {
    constexpr std::size_t top = 8;
    for (std::size_t i = at_; i < std::min(at_ + top, lines_.size()); ++i)
      if (lines_[i].page == sheet && table_title(plain(lines_[i]), vocabulary_)) return true;
    return false;
  }

  /// Whether a row within a grid titles or numbers another table: a sheet may hold several.
  bool titles(const Grid& grid, const TokenLine& line, const std::string& text) const {
    const auto row = static_cast<int>(line.line - grid.first_line);
    int printed = 0;
    for (auto cell = std::ranges::lower_bound(grid.cells, row, {}, &GridCell::row);
         cell != grid.cells.end() && cell->row == row; ++cell)
      printed += strip(cell->text).empty() ? 0 : 1;
    if (printed != 1) return false;
    const auto title = table_title(text, vocabulary_);
    return (title && (title->known || title->target)) || table_number_line(text).has_value();
  }

  /// Whether a row belongs to the table at hand, whose grid has begun, whatever its words are.
  bool goes_on(const Grid& grid) {
    if (!in_table() || grid_ == nullptr) return false;
    return &grid == grid_ || (grid.continues && &grid == grid_ + 1);
  }

  /// Whether the next grid begins with the row that the table at hand begins with: then the same title
  /// stands over another table, not over a page that goes on with this one.
  [[nodiscard]] bool grid_begins_anew() {
    const std::string first = first_row(current().lines, 0);
    return !first.empty() && first == first_row(lines_, at_);
  }

  /// The first row with figures in the grid that the lines from `begin` on come to first.
  [[nodiscard]] std::string first_row(const std::vector<TokenLine>& lines,
                                      std::size_t begin) const {
    const Grid* at_hand = nullptr;
    for (std::size_t i = begin; i < lines.size(); ++i) {
      const Grid* grid = document_.grid_of(lines[i].line);
      if (at_hand != nullptr && grid != at_hand) return {};
      at_hand = grid;
      if (grid == nullptr || numbers_columns(lines[i])) continue;
      if (std::ranges::any_of(lines[i].tokens, &Token::is_figure)) return plain(lines[i]);
    }
    return {};
  }

  /// A numbered heading of the narrative after a target table: 十一、国有资产占有使用情况.
  bool numbered_section(const std::string& text) {
    if (current().kind != SectionKind::target_table) return false;
    const PrintedName name = split_name(text);
    return name.ordinal == OrdinalStyle::chinese && count_code_points(text) < longest_title &&
           !contains(text, "，") && !contains(text, "。") && name.key.ends_with("情况");
  }

  void number_line(const TokenLine& line, const std::string& number) {
    if (in_table() && !has_printed_lines(current()) && current().number.empty()) {
      current().number = number;
      current().caption.push_back(line);
    } else if (in_table() && !has_printed_lines(current())) {
      current().caption.push_back(line);
    } else {
      pending_number_ = number;
      pending_caption_ = line;
      pending_at_ = at_;
    }
  }

  void title_line(const TokenLine& line, const std::string& text, const Title& title) {
    const bool drawn = grid_follows(at_);
    const SectionKind kind = title.target           ? SectionKind::target_table
                             : title.known || drawn ? SectionKind::table
                                                    : SectionKind::unrecognised_table;
    if (kind == SectionKind::table && in_table() && !has_printed_lines(current()) &&
        current().table == title.kind) {
      current().title = text;
      current().caption.push_back(line);
      current().lines.clear();
      if (current().number.empty()) current().number = title.number;
      return;
    }
    // 某局2025年度部门决算表 right above the title of the first table heads them all.
    if (current().kind == SectionKind::unrecognised_table &&
        std::ranges::count_if(current().lines, &TokenLine::printed) == 1)
      current().kind = SectionKind::narrative;
    open(kind);
    current().table = title.kind;
    current().title = text;
    current().number = title.number;
    take_pending_number();
    if (kind == SectionKind::table) {
      current().caption.push_back(line);
    } else {
      current().lines.push_back(line);
    }
  }

  static bool has_printed_lines(const Section& section) {
    return std::ranges::any_of(section.lines, &TokenLine::printed);
  }

  /// Whether one of the next printed lines names a unit of money, as captions of tables do.
  bool captioned(std::size_t at) const {
    int seen = 0;
    for (std::size_t i = at + 1; i < lines_.size() && seen < 4; ++i) {
      if (!lines_[i].printed()) continue;
      ++seen;
      const std::string text = plain(lines_[i]);
      if (caption_unit(text) != Unit::unknown) return true;
    }
    return false;
  }

  /// Whether a table of unknown name is drawn right below its title; a row of it may be the title.
  bool grid_follows(std::size_t at) const {
    constexpr int caption = 4;  // printed lines
    int seen = 0;
    for (std::size_t i = at; i < lines_.size() && seen <= caption; ++i) {
      if (!lines_[i].printed()) continue;
      ++seen;
      const Grid* grid = document_.grid_of(lines_[i].line);
      if (grid != nullptr && grid->columns > 1) return true;
      if (i > at && table_title(plain(lines_[i]), vocabulary_)) return false;
    }
    return false;
  }

  bool next_is_row() const {
    for (std::size_t i = at_ + 1; i < lines_.size(); ++i) {
      if (!lines_[i].printed()) continue;
      const std::string text = plain(lines_[i]);
      return row_like(lines_[i]) && !narrative_line(lines_[i], text) &&
             !table_title(text, vocabulary_);
    }
    return false;
  }

  /// A title with nothing below it is a line of a list of contents.
  void close_table() {
    if (sections_.empty() || sections_.back().kind != SectionKind::table) return;
    if (has_printed_lines(sections_.back())) return;
    Section empty = std::move(sections_.back());
    sections_.pop_back();
    if (sections_.empty() || sections_.back().kind != SectionKind::narrative)
      sections_.emplace_back();
    for (TokenLine& line : empty.caption) sections_.back().lines.push_back(std::move(line));
  }

  void open(SectionKind kind) {
    close_table();
    if (kind == SectionKind::narrative && !sections_.empty() &&
        sections_.back().kind == SectionKind::narrative)
      return;
    sections_.emplace_back();
    sections_.back().kind = kind;
    grid_ = nullptr;
  }

  const Document& document_;
  const Vocabulary& vocabulary_;
  const Contents& contents_;
  std::vector<TokenLine> lines_;
  const Grid* grid_ = nullptr;  // the last one whose rows the table at hand has
  int sheet_ = 0;               // at hand, where the document is a workbook
  std::vector<Section> sections_;
  std::size_t at_ = 0;
  std::string pending_number_;
  std::optional<TokenLine> pending_caption_;
  std::size_t pending_at_ = 0;
};

}  // namespace

std::string plain(const TokenLine& line) {
  std::string text;
  for (const Token& token : line.tokens) {
    if (!text.empty() && token.gap > 0) text += ' ';
    text += token.text;
  }
  return text;
}

std::vector<std::string> caption_values(std::string_view line, std::string_view word) {
  std::vector<std::string> values;
  for (std::size_t at = line.find(word); at != std::string_view::npos;
       at = line.find(word, at + 1)) {
    std::string_view rest = line.substr(at + word.size());
    while (rest.starts_with(' ')) rest.remove_prefix(1);
    for (const std::string_view name : {"名称", "全称"})
      if (rest.starts_with(name)) rest.remove_prefix(name.size());
    if (rest.starts_with("：")) {
      rest.remove_prefix(std::string_view("：").size());
    } else if (rest.starts_with(':')) {
      rest.remove_prefix(1);
    } else {
      continue;
    }
    while (rest.starts_with(' ')) rest.remove_prefix(1);
    // 编制单位： 单位：元 names no body.
    if (const auto value = rest.substr(0, rest.find(' '));
        !value.empty() && !contains(value, "：") && !contains(value, ":"))
      values.emplace_back(value);
  }
  return values;
}

std::string caption_value(std::string_view line, std::string_view word) {
  const auto values = caption_values(line, word);
  return values.empty() ? std::string() : values.front();
}

Unit caption_unit(std::string_view line) {
  for (const std::string& value : caption_values(line, "单位"))
    if (const auto unit = parse_unit(value)) return *unit;
  return Unit::unknown;
}

std::vector<Section> find_sections(const Document& document, const Vocabulary& vocabulary,
                                   const Contents& contents) {
  return Finder(document, vocabulary, contents).run();
}

}  // namespace budget::inline v1::detail
