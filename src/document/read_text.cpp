// SPDX-License-Identifier: Apache-2.0
#include <budget/base/text.hpp>
#include <budget/document/read_text.hpp>

#include "document/encoding.hpp"
#include "document/furniture.hpp"

#include <algorithm>
#include <map>

namespace budget::inline v1 {
namespace {

void check_size(std::string_view bytes, const std::string& source, const ReadLimits& limits) {
  if (bytes.size() <= limits.bytes) return;
  const std::string size = std::to_string(bytes.size());
  const std::string most = std::to_string(limits.bytes);
  throw ReadError("document.too_large",
                  {"文件过大：" + size + " 字节，上限为 " + most + " 字节",
                   "file too large: " + size + " bytes, the limit is " + most + " bytes"},
                  Place{source, 0, 0, 0, {}});
}

void check_line(std::string_view line, int number, const std::string& source,
                const ReadLimits& limits) {
  if (line.size() <= limits.line_bytes) return;
  const std::string size = std::to_string(line.size());
  const std::string most = std::to_string(limits.line_bytes);
  throw ReadError("document.line_too_long",
                  {"一行过长：" + size + " 字节，上限为 " + most + " 字节；这不是公开表格的文本",
                   "line too long: " + size + " bytes, the limit is " + most +
                       " bytes; this is no text of a disclosure"},
                  Place{source, 0, number, 0, {}});
}

/// Splits at LF, CRLF or CR; a form feed starts a page wherever it stands.
std::vector<Line> split_lines(std::string_view text, const std::string& source,
                              const ReadLimits& limits) {
  const bool paged = text.find('\f') != std::string_view::npos;
  std::vector<Line> lines;
  int page = paged ? 1 : 0;
  while (!text.empty()) {
    const std::size_t end = text.find_first_of("\r\n");
    std::string_view line = text.substr(0, end);
    check_line(line, static_cast<int>(lines.size()) + 1, source, limits);
    while (line.starts_with('\f')) {
      ++page;
      line.remove_prefix(1);
    }
    Line read{page, static_cast<int>(lines.size()) + 1, std::string(line), {}};
    page += static_cast<int>(std::ranges::count(read.text, '\f'));
    std::ranges::replace(read.text, '\f', ' ');
    lines.push_back(std::move(read));
    if (end == std::string_view::npos) break;
    const bool crlf = text[end] == '\r' && end + 1 < text.size() && text[end + 1] == '\n';
    text.remove_prefix(end + (crlf ? 2 : 1));
  }
  return lines;
}

/// Some extractors write no form feed but join pages by a line end and one blank, without the empty
/// line that stands between all other lines. The guess is taken only if the page marks printed in the
/// document confirm it, at least two of them and every one; else pages stay unknown.
void number_pages(std::vector<Line>& lines) {
  std::vector<std::size_t> starts{0};
  std::map<std::size_t, int> marks;
  for (std::size_t i = 1; i < lines.size(); ++i) {
    if (const auto mark = detail::page_mark(lines[i].text)) marks[i] = *mark;
  }
  const auto last_printed_before = [&](std::size_t i) { return !strip(lines[i - 1].text).empty(); };
  for (std::size_t i = 1; i < lines.size(); ++i) {
    const std::string& text = lines[i].text;
    if (text.size() > 1 && text.front() == ' ' && !strip(text).empty() && last_printed_before(i) &&
        !marks.contains(i))
      starts.push_back(i);
  }
  // After a page mark and the furniture that follows it a page has ended too.
  const auto furniture = detail::find_furniture(lines);
  for (std::size_t k = 0; k < furniture.size(); ++k) {
    const bool last = k + 1 == furniture.size();
    std::size_t next = furniture[k].line + 1;
    while (next < lines.size() && strip(lines[next].text).empty()) ++next;
    if (next >= lines.size() || (!last && furniture[k + 1].line == next)) continue;
    starts.push_back(next);
  }
  std::ranges::sort(starts);
  starts.erase(std::unique(starts.begin(), starts.end()), starts.end());

  const auto page_of = [&](std::size_t line) {
    return static_cast<int>(std::ranges::upper_bound(starts, line) - starts.begin());
  };
  if (marks.size() < 2) return;
  if (!std::ranges::all_of(marks, [&](const auto& m) { return page_of(m.first) == m.second; }))
    return;
  for (std::size_t i = 0; i < lines.size(); ++i) lines[i].page = page_of(i);
}

}  // namespace

Document read_text(std::string_view bytes, std::string source, std::string sha256,
                   const ReadLimits& limits) {
  check_size(bytes, source, limits);
  const std::string text = detail::decode(bytes, source);
  if (strip(text).empty()) throw detail::empty_document(source);
  Document document;
  document.lines = split_lines(text, source, limits);
  document.source = std::move(source);
  document.sha256 = std::move(sha256);
  if (document.lines.front().page == 0) number_pages(document.lines);
  document.pages = document.lines.back().page;
  document.set_aside = detail::find_furniture(document.lines);
  return document;
}

}  // namespace budget::inline v1
