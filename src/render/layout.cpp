// SPDX-License-Identifier: Apache-2.0
#include "render/layout.hpp"

#include <budget/base/split.hpp>
#include <budget/base/text.hpp>

#include <algorithm>

namespace budget::inline v1::detail {
namespace {

constexpr std::size_t line_width = 80;
// Marks that no line begins with, and those that no line ends with.
constexpr std::u32string_view closing = U"，。、；：！？）》〉」』】”’％·…—,.;:!?)]%元年页行条\"";
constexpr std::u32string_view opening = U"（《〈「『【“‘([第\"";

std::string printable(std::string_view text) {
  std::string result(text);
  for (char& byte : result)
    if (static_cast<unsigned char>(byte) < 0x20 || byte == 0x7F) byte = ' ';
  return result;
}

/// The end of what stands together: a word with the blanks behind it, or a Chinese character with
/// the marks that belong to it.
std::size_t end_of_piece(std::string_view text, std::size_t begin) {
  bool wide_before = false, opens = false;
  std::size_t at = begin;
  while (at < text.size()) {
    const CodePoint point = code_point_at(text, at);
    if (text[at] == ' ') {
      const std::size_t end = text.find_first_not_of(' ', at);
      return end == std::string_view::npos ? text.size() : end;
    }
    const bool wide = display_width(point.value) == 2;
    const bool closes = closing.find(point.value) != std::u32string_view::npos;
    if (at > begin && (wide || wide_before) && !closes && !opens) return at;
    opens = opening.find(point.value) != std::u32string_view::npos;
    wide_before = wide;
    at += point.length;
  }
  return text.size();
}

void trim_right(std::string& line) {
  while (!line.empty() && line.back() == ' ') line.pop_back();
}

}  // namespace

std::string wrapped(std::string_view text, std::size_t indent) {
  const std::string clean = printable(text);
  std::string result, line(indent, ' ');
  std::size_t width = indent;
  bool empty = true;
  for (std::size_t begin = 0; begin < clean.size();) {
    const std::size_t end = end_of_piece(clean, begin);
    const std::string_view piece = std::string_view(clean).substr(begin, end - begin);
    if (!empty && width + display_width(strip(piece)) > line_width) {
      trim_right(line);
      result += line + '\n';
      line.assign(indent + 2, ' ');
      width = indent + 2;
    }
    line += piece;
    width += display_width(piece);
    empty = false;
    begin = end;
  }
  trim_right(line);
  return result + line + '\n';
}

std::string aligned(const Grid& grid, std::size_t indent, std::size_t right, std::size_t gap) {
  std::vector<std::size_t> widths;
  for (const auto& row : grid) {
    if (widths.size() < row.size()) widths.resize(row.size());
    for (std::size_t c = 0; c < row.size(); ++c)
      widths[c] = std::max(widths[c], display_width(row[c]));
  }
  std::string result;
  for (const auto& row : grid) {
    std::string line(indent, ' ');
    for (std::size_t c = 0; c < row.size(); ++c) {
      const std::string cell = printable(row[c]);
      const std::string pad(widths[c] - std::min(widths[c], display_width(cell)), ' ');
      if (c > 0) line.append(gap, ' ');
      line += c < right ? pad + cell : cell + pad;
    }
    trim_right(line);
    result += line + '\n';
  }
  return result;
}

std::vector<std::string> cells_of(std::string_view bars) {
  std::vector<std::string> cells;
  for (const std::string_view part : split(bars, '|')) cells.emplace_back(part);
  return cells;
}

std::string join(const std::vector<std::string>& parts, std::string_view separator) {
  std::string text;
  for (const std::string& part : parts) {
    if (!text.empty()) text += separator;
    text += part;
  }
  return text;
}

}  // namespace budget::inline v1::detail
