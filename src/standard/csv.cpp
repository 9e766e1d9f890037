// SPDX-License-Identifier: Apache-2.0
#include "standard/csv.hpp"

#include <budget/base/text.hpp>

#include <algorithm>
#include <functional>

namespace budget::inline v1::detail {
namespace {

Place place_at(std::string_view source, int line, int column) {
  Place place;
  place.source = source;
  place.line = line;
  place.column = column;
  return place;
}

class Reader {
 public:
  Reader(std::string_view text, std::string_view source) : text_(text), source_(source) {
    if (text_.starts_with("\xEF\xBB\xBF")) position_ = line_start_ = 3;
  }

  CsvTable read() {
    CsvTable table;
    if (at_end()) fail("standard.csv.empty", "文件为空", "the file is empty");
    table.header = record(table).fields;
    while (!at_end()) {
      const int line = line_;
      const std::size_t start = position_;
      table.records.push_back(record(table));
      if (table.records.back().fields.size() != table.header.size()) {
        line_ = line;
        line_start_ = position_ = start;
        fail("standard.csv.fields", "字段数与表头不同", "not as many fields as the header has");
      }
    }
    return table;
  }

 private:
  [[nodiscard]] bool at_end() const noexcept { return position_ == text_.size(); }
  [[nodiscard]] char next() const noexcept { return at_end() ? '\n' : text_[position_]; }

  [[noreturn]] void fail(std::string_view id, const std::string& zh, const std::string& en) const {
    const auto column = count_code_points(text_.substr(line_start_, position_ - line_start_)) + 1;
    raise(CsvError(id, {zh, en}, place_at(source_, line_, static_cast<int>(column))));
  }

  void new_line() {
    ++position_;
    ++line_;
    line_start_ = position_;
  }

  CsvRecord record(CsvTable& table) {
    CsvRecord out;
    out.line = line_;
    for (;;) {
      out.fields.push_back(next() == '"' ? quoted(table) : plain());
      if (next() == ',') {
        ++position_;
        continue;
      }
      if (next() == '\r') {
        ++position_;
        if (at_end() || next() != '\n') fail("standard.csv.line_end", "单独的回车符", "a lone CR");
      }
      if (next() != '\n') {
        fail("standard.csv.after_quote", "引号之后应为逗号或行尾",
             "expected a comma or the line's end after the quotes");
      }
      if (!at_end()) new_line();
      return out;
    }
  }

  std::string_view plain() {
    const std::size_t start = position_;
    while (!at_end() && next() != ',' && next() != '\n' && next() != '\r') {
      if (next() == '"') {
        fail("standard.csv.quote", "未加引号的字段内有引号",
             "a quote inside a field without quotes");
      }
      ++position_;
    }
    return text_.substr(start, position_ - start);
  }

  std::string_view quoted(CsvTable& table) {
    const std::size_t open = position_;
    const std::size_t open_line_start = line_start_;
    const int open_line = line_;
    std::size_t start = ++position_;
    std::string joined;
    bool doubled = false;
    for (;;) {
      if (at_end()) {
        position_ = open;
        line_start_ = open_line_start;
        line_ = open_line;
        fail("standard.csv.unclosed", "引号没有结束", "the quotes are never closed");
      }
      if (next() == '\n') {
        new_line();
        continue;
      }
      if (next() != '"') {
        ++position_;
        continue;
      }
      ++position_;
      if (at_end() || next() != '"') break;
      joined += text_.substr(start, position_ - start);  // with one of the two quotes
      start = ++position_;
      doubled = true;
    }
    const std::string_view last = text_.substr(start, position_ - 1 - start);
    if (!doubled) return last;
    return table.unescaped.emplace_back(joined + std::string(last));
  }

  std::string_view text_;
  std::string_view source_;
  std::size_t position_ = 0;
  std::size_t line_start_ = 0;
  int line_ = 1;
};

}  // namespace

std::size_t CsvTable::column(std::string_view name, std::string_view source) const {
  const auto at = std::find(header.begin(), header.end(), name);
  if (at == header.end()) {
    const std::string column(name);
    raise(CsvError("standard.csv.column",
                   {"缺少列“" + column + "”", "no column \"" + column + "\""},
                   place_at(source, 1, 0)));
  }
  return static_cast<std::size_t>(at - header.begin());
}

int CsvTable::column_of(std::string_view field) const noexcept {
  // A field with doubled quotes does not stand in the text.
  const std::less<const char*> before;
  if (before(field.data(), text.data()) || before(text.data() + text.size(), field.data()))
    return 0;
  const std::string_view head =
      text.substr(0, static_cast<std::size_t>(field.data() - text.data()));
  const std::size_t end = head.rfind('\n');
  std::string_view line = head.substr(end == head.npos ? 0 : end + 1);
  if (line.starts_with("\xEF\xBB\xBF")) line.remove_prefix(3);
  return static_cast<int>(count_code_points(line)) + 1;
}

CsvTable read_csv(std::string_view text, std::string_view source) {
  CsvTable table = Reader(text, source).read();
  table.text = text;
  return table;
}

}  // namespace budget::inline v1::detail
