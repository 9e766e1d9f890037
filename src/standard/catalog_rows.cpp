// SPDX-License-Identifier: Apache-2.0
#include "standard/catalog_rows.hpp"

#include <budget/base/text.hpp>

#include <algorithm>
#include <optional>
#include <string>

namespace budget::inline v1::detail {
namespace {

// One record with its columns by name.
class Row {
 public:
  Row(const CsvTable& table, const CsvRecord& record, std::string_view source)
      : table_(table), record_(record), source_(source) {}

  [[nodiscard]] std::string_view text(std::string_view column) const {
    return record_.fields[table_.column(column, source_)];
  }
  [[nodiscard]] bool has(std::string_view column) const {
    return std::find(table_.header.begin(), table_.header.end(), column) != table_.header.end();
  }
  [[nodiscard]] SubjectCode code(std::string_view column) const {
    const auto code = SubjectCode::try_parse(text(column));
    if (!code) fail(column, "不是科目编码", "not a subject code");
    return *code;
  }
  // A code, or 301xx for its class, or 3xxxx for all: nothing.
  [[nodiscard]] std::optional<SubjectCode> code_or_class(std::string_view column) const {
    const std::string_view printed = text(column);
    const std::string_view digits = printed.substr(0, printed.find('x'));
    if (digits.size() == printed.size()) return code(column);
    const bool wild =
        printed.size() == 5 && printed.find_first_not_of('x', digits.size()) == printed.npos;
    if (wild && digits == "3") return std::nullopt;
    const auto found = SubjectCode::try_parse(digits);
    if (!wild || !found)
      fail(column, "不是科目编码或其类", "not a subject code or a class with xx");
    return found;
  }
  [[nodiscard]] std::string_view text_or(std::string_view column, std::string_view other) const {
    return has(column) && !text(column).empty() ? text(column) : other;
  }
  [[nodiscard]] bool empty() const {
    return std::all_of(record_.fields.begin(), record_.fields.end(),
                       [](std::string_view field) { return field.empty(); });
  }
  [[nodiscard]] CatalogStatus status() const {
    const auto status = parse_catalog_status(text("status"));
    if (!status) fail("status", "不是状态", "not a status");
    return *status;
  }
  [[nodiscard]] std::optional<int> year(std::string_view column) const {
    if (!has(column) || text(column).empty()) return std::nullopt;
    const std::string_view digits = text(column);
    int year = 0;
    for (const char c : digits) {
      if (c < '0' || c > '9' || digits.size() != 4) fail(column, "不是年份", "not a year");
      year = year * 10 + (c - '0');
    }
    return year;
  }
  [[noreturn]] void fail(std::string_view column, const std::string& zh,
                         const std::string& en) const {
    Place place;
    place.source = source_;
    place.line = record_.line;
    place.column = table_.column_of(text(column));
    const std::string where(column), what(text(column));
    raise(CsvError("standard.csv.value",
                   {"列“" + where + "”中的“" + what + "”" + zh,
                    "column \"" + where + "\": \"" + what + "\" is " + en},
                   place));
  }

 private:
  const CsvTable& table_;
  const CsvRecord& record_;
  std::string_view source_;
};

}  // namespace

std::vector<CatalogEntry> catalog_entries(const CsvTable& table, std::string_view source) {
  std::vector<CatalogEntry> entries;
  entries.reserve(table.records.size());
  for (const CsvRecord& record : table.records) {
    const Row row(table, record, source);
    const SubjectCode code = row.code("code");
    if (row.text("level") != std::to_string(static_cast<int>(code.level()))) {
      row.fail("level", "与编码位数不符", "not the level of the code");
    }
    const auto from = row.year("from_year"), to = row.year("to_year");
    const std::string_view origin = row.text("source");
    entries.push_back({row.text("code"),
                       row.text("name"),
                       row.status(),
                       from,
                       to,
                       row.year("seen_in_year"),
                       {},
                       origin,
                       from || to ? origin : std::string_view{}});
  }
  return entries;
}

std::vector<CatalogEntry> rename_entries(const CsvTable& table, std::string_view source) {
  std::vector<CatalogEntry> entries;
  entries.reserve(table.records.size());
  for (const CsvRecord& record : table.records) {
    const Row row(table, record, source);
    const std::string_view origin = row.text("source");
    (void)row.code("code");
    entries.push_back({row.text("code"),
                       row.text("name"),
                       CatalogStatus::renamed,
                       row.year("from_year"),
                       row.year("to_year"),
                       {},
                       row.text("successor"),
                       origin,
                       origin});
  }
  return entries;
}

std::vector<CatalogEntry> own_entries(const CsvTable& table, std::string_view source) {
  std::vector<CatalogEntry> entries;
  entries.reserve(table.records.size());
  for (const CsvRecord& record : table.records) {
    const Row row(table, record, source);
    if (row.empty()) continue;
    for (const char* needed : {"code", "name"}) {
      if (row.text(needed).empty()) row.fail(needed, "不应为空", "empty");
      if (strip(row.text(needed)) != row.text(needed))
        row.fail(needed, "首尾有空格", "text with blanks around it");
    }
    const auto from = row.year("from_year"), to = row.year("to_year");
    if (from && to && *from > *to) row.fail("to_year", "早于起始年", "before from_year");
    const std::string_view origin = row.text_or("source", source);
    entries.push_back({row.text("code"),
                       row.text("name"),
                       row.text_or("status", {}).empty() ? CatalogStatus::verified : row.status(),
                       from,
                       to,
                       {},
                       row.text_or("successor", {}),
                       origin,
                       from || to ? origin : std::string_view{}});
  }
  return entries;
}

void check_levels(const CsvTable& table, std::string_view source, const Catalog& catalog) {
  if (std::find(table.header.begin(), table.header.end(), "level") == table.header.end()) return;
  for (const CsvRecord& record : table.records) {
    const Row row(table, record, source);
    if (row.text_or("level", {}).empty()) continue;
    const auto subject = SubjectCode::try_parse(row.text("code"));
    const int level = catalog.classification() && subject ? static_cast<int>(subject->level())
                                                          : catalog.level(row.text("code"));
    if (row.text("level") != std::to_string(level))
      row.fail("level", "与编码的级次不符", "not the level of the code");
  }
}

std::vector<CorrespondingPair> corresponding_pairs(const CsvTable& table, std::string_view source) {
  std::vector<CorrespondingPair> pairs;
  pairs.reserve(table.records.size());
  for (const CsvRecord& record : table.records) {
    const Row row(table, record, source);
    pairs.push_back({row.code("government_code"), row.code_or_class("department_code"),
                     row.status(), row.text("source")});
  }
  return pairs;
}

}  // namespace budget::inline v1::detail
