// SPDX-License-Identifier: Apache-2.0
#include "standard/csv_words.hpp"

#include <budget/base/split.hpp>
#include <budget/base/text.hpp>

#include <charconv>
#include <system_error>

#include "standard/embedded.hpp"

namespace budget::inline v1::detail {

void throw_csv_word(std::string_view source, int line, std::string_view word) {
  const std::string text(word);
  throw CsvError("standard.csv.word",
                 {"不认识的词 “" + text + "”", "unknown word \"" + text + "\""},
                 Place{std::string(source), 0, line, 0, {}});
}

std::vector<std::string> csv_list(std::string_view text) {
  std::vector<std::string> result;
  if (text.empty()) return result;
  for (const std::string_view part : split(text, '|')) result.emplace_back(part);
  return result;
}

CsvTable load_csv(std::string_view name) {
  return read_csv(embedded::text_of(name), name);
}

TableKind csv_table_kind(std::string_view name, std::string_view source, int line) {
  const auto kind = parse_table_kind(name);
  if (!kind) throw_csv_word(source, line, name);
  return *kind;
}

int csv_year(std::string_view text, std::string_view source, int line) {
  constexpr std::size_t digits = 4;
  int year = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), year);
  if (error != std::errc() || end != text.data() + text.size() || text.size() != digits)
    throw_csv_word(source, line, text);
  return year;
}

}  // namespace budget::inline v1::detail
