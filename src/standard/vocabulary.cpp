// SPDX-License-Identifier: Apache-2.0
#include <budget/standard/vocabulary.hpp>

#include <array>
#include <string>
#include <utility>
#include <vector>

#include "standard/csv_words.hpp"

namespace budget::inline v1 {
namespace {

using detail::CsvRecord;
using detail::CsvTable;

std::vector<TableNames> table_names() {
  constexpr std::string_view source = "data/table_names.csv";
  const CsvTable csv = detail::load_csv(source);
  const std::size_t kind = csv.column("kind", source);
  const std::size_t names = csv.column("names", source);
  std::vector<TableNames> result;
  for (const CsvRecord& record : csv.records)
    result.push_back({detail::csv_table_kind(record.fields[kind], source, record.line),
                      detail::csv_list(record.fields[names])});
  return result;
}

std::vector<TableWords> table_words() {
  constexpr std::string_view source = "data/table_words.csv";
  const CsvTable csv = detail::load_csv(source);
  const std::size_t kind = csv.column("kind", source);
  const std::size_t words = csv.column("words", source);
  const std::size_t without = csv.column("without", source);
  const std::size_t columns = csv.column("columns", source);
  std::vector<TableWords> result;
  for (const CsvRecord& record : csv.records)
    result.push_back({detail::csv_table_kind(record.fields[kind], source, record.line),
                      detail::csv_list(record.fields[words]),
                      detail::csv_list(record.fields[without]),
                      detail::csv_list(record.fields[columns])});
  return result;
}

std::vector<ColumnNames> column_names() {
  constexpr std::string_view source = "data/column_names.csv";
  using Role = std::optional<ColumnRole>;
  constexpr std::array<std::pair<std::string_view, Role>, 6> roles{{{"code", ColumnRole::code},
                                                                    {"name", ColumnRole::name},
                                                                    {"amount", ColumnRole::amount},
                                                                    {"count", ColumnRole::count},
                                                                    {"text", ColumnRole::text},
                                                                    {"group", std::nullopt}}};
  using Flag = bool GroupUse::*;
  constexpr std::array<std::pair<std::string_view, Flag>, 3> groups{
      {{"labels", &GroupUse::labels}, {"amounts", &GroupUse::amounts}, {"side", &GroupUse::side}}};
  const CsvTable csv = detail::load_csv(source);
  const std::size_t key = csv.column("key", source);
  const std::size_t role = csv.column("role", source);
  const std::size_t group = csv.column("groups", source);
  const std::size_t parts = csv.column("parts", source);
  const std::size_t names = csv.column("names", source);
  std::vector<ColumnNames> result;
  for (const CsvRecord& record : csv.records) {
    ColumnNames made;
    made.term.key = record.fields[key];
    made.term.role = detail::csv_word(roles, record.fields[role], source, record.line);
    for (const std::string& name : detail::csv_list(record.fields[group]))
      made.term.groups.*detail::csv_word(groups, name, source, record.line) = true;
    made.term.parts = detail::csv_list(record.fields[parts]);
    made.names = detail::csv_list(record.fields[names]);
    result.push_back(std::move(made));
  }
  return result;
}

std::vector<RowNames> row_names() {
  constexpr std::string_view source = "data/row_names.csv";
  constexpr std::array<std::pair<std::string_view, RowRank>, 5> ranks{
      {{"", RowRank::plain},
       {"total", RowRank::total},
       {"subtotal", RowRank::subtotal},
       {"balance", RowRank::balance},
       {"economic_class", RowRank::economic_class}}};
  const CsvTable csv = detail::load_csv(source);
  const std::size_t key = csv.column("key", source);
  const std::size_t names = csv.column("names", source);
  const std::size_t rank = csv.column("rank", source);
  std::vector<RowNames> result;
  for (const CsvRecord& record : csv.records)
    result.push_back({std::string(record.fields[key]), detail::csv_list(record.fields[names]),
                      detail::csv_word(ranks, record.fields[rank], source, record.line)});
  return result;
}

std::vector<InternalMark> internal_marks() {
  constexpr std::string_view source = "data/internal_marks.csv";
  constexpr std::array<std::pair<std::string_view, bool>, 2> places{
      {{"anywhere", true}, {"alone", false}}};
  const CsvTable csv = detail::load_csv(source);
  const std::size_t mark = csv.column("mark", source);
  const std::size_t where = csv.column("where", source);
  std::vector<InternalMark> result;
  for (const CsvRecord& record : csv.records)
    result.push_back({std::string(record.fields[mark]),
                      detail::csv_word(places, record.fields[where], source, record.line)});
  return result;
}

std::vector<std::string> counting_words() {
  constexpr std::string_view source = "data/counting_words.csv";
  const CsvTable csv = detail::load_csv(source);
  const std::size_t word = csv.column("word", source);
  std::vector<std::string> result;
  for (const CsvRecord& record : csv.records) result.emplace_back(record.fields[word]);
  return result;
}

std::vector<std::vector<std::string>> template_residue() {
  constexpr std::string_view source = "data/template_residue.csv";
  const CsvTable csv = detail::load_csv(source);
  const std::size_t words = csv.column("words", source);
  std::vector<std::vector<std::string>> result;
  for (const CsvRecord& record : csv.records)
    result.push_back(detail::csv_list(record.fields[words]));
  return result;
}

}  // namespace

const Vocabulary& standard_vocabulary() {
  static const Vocabulary vocabulary(table_names(), column_names(), row_names(), table_words(),
                                     internal_marks(), counting_words(), template_residue());
  return vocabulary;
}

}  // namespace budget::inline v1
