// SPDX-License-Identifier: Apache-2.0
#include <budget/base/text.hpp>
#include <budget/disclosure/vocabulary.hpp>
#include <budget/subject/name.hpp>

#include <algorithm>
#include <utility>

namespace budget::inline v1 {
namespace {

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

bool is_year(std::string_view digits) {
  return digits.size() >= 4 && (digits.starts_with("19") || digits.starts_with("20")) &&
         is_digit(digits[2]) && is_digit(digits[3]);
}

constexpr std::string_view year_word = "年";
constexpr std::string_view fiscal_year_word = "年度";

/// What a bare year over a column means: the amounts of that year.
constexpr std::string_view amounts_of_a_year = "金额";

std::string header_key(std::string_view header) {
  const std::string key = subject_key(header);
  const std::string_view rest = without_year(key);
  return std::string(rest.empty() && !key.empty() ? amounts_of_a_year : rest);
}

}  // namespace

std::string_view without_year(std::string_view text) noexcept {
  if (!is_year(text) || (text.size() > 4 && is_digit(text[4]))) return text;
  text.remove_prefix(4);
  for (const std::string_view word : {fiscal_year_word, year_word})
    if (text.starts_with(word)) return text.substr(word.size());
  return text;
}

std::optional<int> year_in(std::string_view text) noexcept {
  for (std::size_t i = 0; i + 4 <= text.size(); ++i) {
    if (i > 0 && is_digit(text[i - 1])) continue;
    if (!is_year(text.substr(i)) || !text.substr(i + 4).starts_with(year_word)) continue;
    int year = 0;
    for (const char c : text.substr(i, 4)) year = year * 10 + (c - '0');
    return year;
  }
  return std::nullopt;
}

Vocabulary::Vocabulary(const std::vector<TableNames>& tables, std::vector<ColumnNames> columns,
                       const std::vector<RowNames>& rows, std::vector<TableWords> table_words,
                       std::vector<InternalMark> internal_marks,
                       const std::vector<std::string>& counting_words,
                       std::vector<std::vector<std::string>> template_residue)
    : table_words_(std::move(table_words)),
      internal_marks_(std::move(internal_marks)),
      template_residue_(std::move(template_residue)) {
  for (std::vector<std::string>& words : template_residue_)
    for (std::string& word : words) word = without_spaces(word);
  for (const TableNames& t : tables)
    for (const std::string& name : t.names) tables_.emplace(subject_key(name), t.kind);
  for (const ColumnNames& c : columns)
    for (const std::string& name : c.names) columns_[subject_key(name)].push_back(c.term);
  for (const RowNames& r : rows)
    for (const std::string& name : r.names)
      rows_.emplace(subject_key(name), RowTerm{r.key, r.rank});
  for (const std::string& word : counting_words) {
    std::u32string& codes = counting_words_.emplace_back();
    for (const char32_t code : CodePoints(word)) codes += half_width(code);
  }
}

std::size_t Vocabulary::counting_word(std::u32string_view text) const noexcept {
  std::size_t longest = 0;
  for (const std::u32string& word : counting_words_)
    if (text.starts_with(word)) longest = std::max(longest, word.size());
  return longest;
}

std::optional<TableKind> Vocabulary::table(std::string_view name) const {
  const auto found = tables_.find(std::string(name));
  return found == tables_.end() ? std::nullopt : std::optional(found->second);
}

const std::vector<ColumnTerm>& Vocabulary::column(std::string_view header) const {
  static const std::vector<ColumnTerm> unknown;
  const auto found = columns_.find(header_key(header));
  return found == columns_.end() ? unknown : found->second;
}

RowTerm Vocabulary::row(std::string_view name) const {
  std::string key = subject_key(name);
  const auto found = rows_.find(key);
  return found == rows_.end() ? RowTerm{std::move(key), RowRank::plain} : found->second;
}

}  // namespace budget::inline v1
