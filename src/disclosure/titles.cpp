// SPDX-License-Identifier: Apache-2.0
#include "disclosure/titles.hpp"

#include <budget/base/text.hpp>
#include <budget/subject/name.hpp>
#include <budget/subject/ordinal.hpp>

#include "base/contains.hpp"

#include <vector>

namespace budget::inline v1::detail {
namespace {

constexpr std::string_view table_word = "表";

/// Drops what stands before the year: the body's name.
std::string_view after_year(std::string_view key) {
  for (std::size_t i = 0; i < key.size(); ++i)
    if (const auto rest = without_year(key.substr(i));
        rest.size() < key.size() - i && (i == 0 || key[i - 1] < '0' || key[i - 1] > '9'))
      return rest;
  return key;
}

/// Drops one （…） at the end: （不含上年结转）, （公开表）.
std::string_view without_remark(std::string_view key) {
  constexpr std::string_view open = "（";
  constexpr std::string_view close = "）";
  if (!key.ends_with(close)) return key;
  const auto at = key.rfind(open);
  return at == std::string_view::npos ? key : key.substr(0, at);
}

}  // namespace

std::string take_number(std::string_view& text) {
  std::size_t used = 0;
  while (used < text.size() && text[used] >= '0' && text[used] <= '9') ++used;
  if (used > 0) {
    std::string digits(text.substr(0, used));
    text.remove_prefix(used);
    return digits;
  }
  std::u32string rest;
  std::vector<std::size_t> bytes;  // that each code point takes
  for (std::size_t i = 0; i < text.size(); i += bytes.back()) {
    const CodePoint point = code_point_at(text, i);
    rest += point.value;
    bytes.push_back(point.length);
  }
  const Numeral numeral = chinese_numeral(rest);
  for (std::size_t i = 0; i < numeral.length; ++i) text.remove_prefix(bytes[i]);
  return numeral.length == 0 ? std::string() : std::to_string(numeral.value);
}

std::optional<std::string> table_number_line(std::string_view line) {
  std::string key = without_spaces(line);
  std::string_view rest = key;
  for (const std::string_view word :
       {"附件", "附表", "附", "预算", "决算", "部门", "单位", "财决", "公开"})
    if (rest.starts_with(word)) rest.remove_prefix(word.size());
  if (rest.starts_with("公开")) rest.remove_prefix(std::string_view("公开").size());
  if (rest.starts_with(table_word)) rest.remove_prefix(table_word.size());
  if (rest.size() == key.size()) return std::nullopt;
  const std::string number = take_number(rest);
  if (number.empty()) return std::nullopt;
  if (rest.starts_with(table_word)) rest.remove_prefix(table_word.size());
  if (rest.starts_with(":") || rest.starts_with("："))
    rest.remove_prefix(rest.starts_with(":") ? 1 : 3);
  return rest.empty() ? std::optional(number) : std::nullopt;
}

std::optional<Title> table_title(const std::string& text, const Vocabulary& vocabulary) {
  if (!contains(text, table_word) || contains(text, "。") ||
      count_code_points(text) > longest_title)
    return std::nullopt;
  std::string key = subject_key(text);
  std::string_view rest = key;
  Title title;
  if (rest.starts_with(table_word)) {
    std::string_view numbered = rest.substr(table_word.size());
    title.number = take_number(numbered);
    if (!title.number.empty()) rest = numbered;
    if (rest.starts_with("：")) rest.remove_prefix(std::string_view("：").size());
  }
  rest = after_year(rest);
  if (!contains(rest, table_word)) return std::nullopt;
  for (const std::string_view name : {rest, without_remark(rest)}) {
    if (const auto kind = vocabulary.table(name)) {
      title.kind = *kind;
      title.known = true;
      return title;
    }
  }
  const std::string_view bare = without_remark(rest);
  if (!bare.ends_with(table_word) || contains(bare, "见") || contains(bare, "，"))
    return std::nullopt;
  if (contains(bare, "绩效目标") || contains(bare, "绩效自评")) {
    title.target = true;
    return title;
  }
  return title;
}

}  // namespace budget::inline v1::detail
