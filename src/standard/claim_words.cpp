// SPDX-License-Identifier: Apache-2.0
#include <budget/standard/claim_words.hpp>

#include <array>
#include <optional>
#include <string_view>
#include <utility>
#include <vector>

#include "standard/csv_words.hpp"

namespace budget::inline v1 {
namespace {

using detail::CsvRecord;
using detail::CsvTable;

constexpr std::array<std::pair<std::string_view, std::optional<Slot>>, 7> slots{
    {{"", std::nullopt},
     {"side", Slot::side},
     {"fund", Slot::fund},
     {"extent", Slot::extent},
     {"nature", Slot::nature},
     {"item", Slot::item},
     {"period", Slot::period}}};

std::vector<ClaimWords::QuantityLine> quantity_lines() {
  constexpr std::string_view source = "data/quantity_words.csv";
  const CsvTable csv = detail::load_csv(source);
  const std::size_t slot = csv.column("slot", source);
  const std::size_t value = csv.column("value", source);
  const std::size_t words = csv.column("words", source);
  std::vector<ClaimWords::QuantityLine> lines;
  for (const CsvRecord& record : csv.records)
    lines.push_back({{detail::csv_word(slots, record.fields[slot], source, record.line),
                      std::string(record.fields[value])},
                     detail::csv_list(record.fields[words])});
  return lines;
}

std::vector<ClaimWords::ClaimLine> claim_lines() {
  constexpr std::string_view source = "data/claim_words.csv";
  constexpr std::array<std::pair<std::string_view, ClaimWord>, 6> kinds{
      {{"increase", ClaimWord::increase},
       {"decrease", ClaimWord::decrease},
       {"share", ClaimWord::share},
       {"completion", ClaimWord::completion},
       {"held", ClaimWord::held},
       {"reason", ClaimWord::reason}}};
  const CsvTable csv = detail::load_csv(source);
  const std::size_t kind = csv.column("kind", source);
  const std::size_t words = csv.column("words", source);
  std::vector<ClaimWords::ClaimLine> lines;
  for (const CsvRecord& record : csv.records)
    lines.push_back({detail::csv_word(kinds, record.fields[kind], source, record.line),
                     detail::csv_list(record.fields[words])});
  return lines;
}

std::vector<ClaimWords::TableLine> table_lines() {
  constexpr std::string_view source = "data/table_quantities.csv";
  const CsvTable csv = detail::load_csv(source);
  const std::size_t kind = csv.column("kind", source);
  const std::size_t slot = csv.column("slot", source);
  const std::size_t value = csv.column("value", source);
  std::vector<ClaimWords::TableLine> lines;
  for (const CsvRecord& record : csv.records) {
    ClaimWords::TableLine line;
    line.kind = detail::csv_table_kind(record.fields[kind], source, record.line);
    line.slot = detail::csv_word(slots, record.fields[slot], source, record.line).value();
    line.value = record.fields[value];
    lines.push_back(std::move(line));
  }
  return lines;
}

std::vector<ClaimWords::PartsLine> parts_lines() {
  constexpr std::string_view source = "data/quantity_parts.csv";
  constexpr std::array<std::pair<std::string_view, bool>, 2> answers{
      {{"yes", true}, {"no", false}}};
  const CsvTable csv = detail::load_csv(source);
  const std::size_t slot = csv.column("slot", source);
  const std::size_t whole = csv.column("whole", source);
  const std::size_t parts = csv.column("parts", source);
  const std::size_t all = csv.column("all", source);
  std::vector<ClaimWords::PartsLine> lines;
  for (const CsvRecord& record : csv.records) {
    ClaimWords::PartsLine line;
    line.slot = detail::csv_word(slots, record.fields[slot], source, record.line).value();
    line.whole = record.fields[whole];
    line.parts = detail::csv_list(record.fields[parts]);
    line.all = detail::csv_word(answers, record.fields[all], source, record.line);
    lines.push_back(std::move(line));
  }
  return lines;
}

std::vector<ClaimWords::StatementLine> statement_lines() {
  constexpr std::string_view source = "data/required_statements.csv";
  constexpr std::array<std::pair<std::string_view, DisclosureKind>, 2> kinds{
      {{"budget", DisclosureKind::budget}, {"final_account", DisclosureKind::final_account}}};
  const CsvTable csv = detail::load_csv(source);
  const auto field = [&](const CsvRecord& record, std::string_view column) {
    return std::string(record.fields[csv.column(column, source)]);
  };
  std::vector<ClaimWords::StatementLine> lines;
  for (const CsvRecord& record : csv.records) {
    ClaimWords::StatementLine line;
    line.id = field(record, "id");
    line.kind = detail::csv_word(kinds, field(record, "document"), source, record.line);
    line.from_year = detail::csv_year(field(record, "from_year"), source, record.line);
    line.name = {field(record, "zh"), field(record, "en")};
    line.words = detail::csv_list(field(record, "words"));
    if (const std::string table = field(record, "if_table"); !table.empty())
      line.if_table = detail::csv_table_kind(table, source, record.line);
    line.source = field(record, "source");
    lines.push_back(std::move(line));
  }
  return lines;
}

std::vector<ClaimWords::SentenceLine> sentence_lines() {
  constexpr std::string_view source = "data/sentence_words.csv";
  constexpr std::array<std::pair<std::string_view, SentenceWord>, 25> forms{
      {{"opens_parts", SentenceWord::opens_parts},
       {"divides", SentenceWord::divides},
       {"staff_sort", SentenceWord::staff_sort},
       {"vehicle_sort", SentenceWord::vehicle_sort},
       {"because", SentenceWord::because},
       {"announces_reason", SentenceWord::announces_reason},
       {"held", SentenceWord::held},
       {"held_about", SentenceWord::held_about},
       {"other_period", SentenceWord::other_period},
       {"spent_less", SentenceWord::spent_less},
       {"spent_more", SentenceWord::spent_more},
       {"nothing_there", SentenceWord::nothing_there},
       {"persons", SentenceWord::persons},
       {"negation", SentenceWord::negation},
       {"opposite", SentenceWord::opposite},
       {"grade", SentenceWord::grade},
       {"grade_highest", SentenceWord::grade_highest},
       {"grade_lowest", SentenceWord::grade_lowest},
       {"evaluated", SentenceWord::evaluated},
       {"other_scope", SentenceWord::other_scope},
       {"cars", SentenceWord::cars},
       {"per_person", SentenceWord::per_person},
       {"per_car", SentenceWord::per_car},
       {"refers_back", SentenceWord::refers_back},
       {"changes", SentenceWord::changes}}};
  const CsvTable csv = detail::load_csv(source);
  const std::size_t form = csv.column("form", source);
  const std::size_t words = csv.column("words", source);
  std::vector<ClaimWords::SentenceLine> lines;
  for (const CsvRecord& record : csv.records)
    lines.push_back({detail::csv_word(forms, record.fields[form], source, record.line),
                     detail::csv_list(record.fields[words])});
  return lines;
}

/// Classes that a name alone tells: 其他支出 may be anything.
std::vector<std::string> subject_classes() {
  std::vector<std::string> names;
  for (const std::string_view source :
       {"data/functional_expenditure.csv", "data/functional_renames.csv"}) {
    const CsvTable csv = detail::load_csv(source);
    const std::size_t code = csv.column("code", source);
    const std::size_t name = csv.column("name", source);
    for (const CsvRecord& record : csv.records)
      if (record.fields[code].size() == 3 && record.fields[name] != "其他支出")
        names.emplace_back(record.fields[name]);
  }
  return names;
}

}  // namespace

const ClaimWords& standard_claim_words() {
  static const ClaimWords words(quantity_lines(), claim_lines(), table_lines(), parts_lines(),
                                statement_lines(), sentence_lines(), subject_classes());
  return words;
}

}  // namespace budget::inline v1
