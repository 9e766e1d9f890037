// SPDX-License-Identifier: Apache-2.0
#include "document/furniture.hpp"

#include <budget/base/text.hpp>

#include <algorithm>
#include <map>
#include <set>
#include <string>
#include <unordered_map>

namespace budget::inline v1::detail {
namespace {

constexpr std::size_t longest_mark = 64;             // bytes, as 第 12 页 共 120 页 set wide
constexpr std::size_t longest_watermark_piece = 12;  // code points
constexpr std::size_t longest_period = 6;            // lines of one watermark
constexpr std::size_t fewest_repeats = 3;

bool is_dash(char32_t code) {
  return code == U'-' || code == 0x2010 || code == 0x2011 || code == 0x2013 || code == 0x2014 ||
         code == 0x2212 || code == 0xFF0D;
}

std::optional<int> small_number(std::string_view digits) {
  if (digits.empty() || digits.size() > 4) return std::nullopt;
  int value = 0;
  for (const char c : digits) {
    if (c < '0' || c > '9') return std::nullopt;
    value = value * 10 + (c - '0');
  }
  return value;
}

std::string without_dashes(std::string_view text) {
  std::string kept;
  for (const char32_t code : CodePoints(text))
    if (!is_dash(code)) append_utf8(kept, code);
  return kept;
}

/// Indices of the lines that print something, each with its text stripped.
struct Printed {
  std::vector<std::size_t> index;
  std::vector<std::string_view> text;
};

Printed printed_lines(const std::vector<Line>& lines) {
  Printed printed;
  for (std::size_t i = 0; i < lines.size(); ++i) {
    const std::string_view text = strip(lines[i].text);
    if (text.empty()) continue;
    printed.index.push_back(i);
    printed.text.push_back(text);
  }
  return printed;
}

/// The bare numbers that end pages, where they count the pages: their distance from the page is the
/// same on two pages at least. Any other number at the end of a page may be a figure.
std::vector<std::size_t> bare_page_numbers(const std::vector<Line>& lines, const Printed& printed) {
  std::map<int, std::vector<std::size_t>> by_distance;
  for (std::size_t i = 0; i < printed.text.size(); ++i) {
    const int page = lines[printed.index[i]].page;
    const bool last = i + 1 == printed.text.size() || lines[printed.index[i + 1]].page != page;
    const auto number = small_number(printed.text[i]);
    if (page > 0 && last && number) by_distance[page - *number].push_back(i);
  }
  std::vector<std::size_t> most;
  for (const auto& [distance, numbers] : by_distance)
    if (numbers.size() > std::max<std::size_t>(most.size(), 1)) most = numbers;
  return most;
}

bool may_be_watermark(std::string_view text) {
  if (text.size() > 4 * longest_watermark_piece) return false;
  if (count_code_points(text) > longest_watermark_piece) return false;
  return std::ranges::none_of(text, [](char c) { return c >= '0' && c <= '9'; });
}

/// How many lines from `at` on, pieces of a watermark all, repeat the first `period` of them; 0 if
/// not often enough.
std::size_t periodic_run(const Printed& printed, const std::vector<bool>& pieces, std::size_t at,
                         std::size_t period) {
  const auto repeats = [&](std::size_t i) {
    return pieces[i] && printed.text[i] == printed.text[i - period];
  };
  if (!pieces[at] || at + period >= printed.text.size() || !repeats(at + period)) return 0;
  std::size_t end = at;
  while (end < printed.text.size() && (end < at + period ? pieces[end] : repeats(end))) ++end;
  const std::size_t whole = (end - at) / period;
  return whole >= fewest_repeats ? whole * period : 0;
}

}  // namespace

ReadError empty_document(const std::string& source) {
  return {"document.empty",
          {"文件是空的，没有任何文字", "the file is empty: it holds no text"},
          Place{source, 0, 0, 0, {}}};
}

std::optional<int> page_mark(std::string_view line) {
  constexpr std::string_view before = "第";
  constexpr std::string_view after = "页";
  const std::string_view stripped = strip(line);
  if (stripped.empty() || stripped.size() > longest_mark) return std::nullopt;
  const char32_t first = half_width(*CodePoints(stripped).begin());
  const bool digit = first >= U'0' && first <= U'9';
  if (!digit && !is_dash(first) && !stripped.starts_with(before)) return std::nullopt;
  const std::string text = without_spaces(stripped);
  const std::string bare = without_dashes(text);
  if (bare.size() < text.size()) return small_number(bare);
  if (text.starts_with(before)) {
    const auto end = text.find(after);
    if (end == std::string::npos) return std::nullopt;
    const std::string rest = text.substr(end + after.size());
    if (!rest.empty() &&
        !(rest.starts_with("共") || rest.starts_with("/共") || rest.starts_with(",共")))
      return std::nullopt;
    return small_number(std::string_view(text).substr(before.size(), end - before.size()));
  }
  return std::nullopt;
}

std::vector<SetAside> find_furniture(const std::vector<Line>& lines) {
  const Printed printed = printed_lines(lines);
  const std::size_t count = printed.text.size();
  std::vector<std::optional<Furniture>> found(count);

  for (std::size_t i = 0; i < count; ++i)
    if (page_mark(printed.text[i])) found[i] = Furniture::page_mark;
  for (const std::size_t i : bare_page_numbers(lines, printed)) found[i] = Furniture::page_mark;

  // A running title stands beside page marks, the same text each time.
  std::unordered_map<std::string_view, int> beside;
  for (std::size_t i = 1; i < count; ++i)
    if (found[i - 1] == Furniture::page_mark && !found[i]) ++beside[printed.text[i]];
  for (std::size_t i = 1; i < count; ++i)
    if (found[i - 1] == Furniture::page_mark && !found[i] && beside[printed.text[i]] > 1)
      found[i] = Furniture::running_title;

  // A watermark comes out as short lines that repeat in one order, at the end of a page or often.
  std::vector<bool> possible(count);
  for (std::size_t i = 0; i < count; ++i) possible[i] = may_be_watermark(printed.text[i]);
  std::set<std::string_view> pieces;
  for (std::size_t i = 0; i < count;) {
    std::size_t run = 0;
    const bool after_furniture = i > 0 && found[i - 1].has_value();
    for (std::size_t period = 1; period <= longest_period && run == 0 && !found[i]; ++period) {
      run = periodic_run(printed, possible, i, period);
      if (!after_furniture && (period == 1 || run < 2 * fewest_repeats * period)) run = 0;
    }
    for (std::size_t k = i; k < i + run; ++k) {
      found[k] = Furniture::watermark;
      pieces.insert(printed.text[k]);
    }
    i += std::max<std::size_t>(run, 1);
  }
  for (std::size_t i = 0; i < count; ++i)
    if (!found[i] && pieces.contains(printed.text[i])) found[i] = Furniture::watermark;

  std::vector<SetAside> result;
  for (std::size_t i = 0; i < count; ++i)
    if (found[i]) result.push_back({printed.index[i], *found[i]});
  return result;
}

}  // namespace budget::inline v1::detail
