// SPDX-License-Identifier: Apache-2.0
#include <budget/standard/load_catalog.hpp>

#include <memory>
#include <optional>
#include <utility>
#include <vector>

#include "document/encoding.hpp"
#include "standard/catalog_rows.hpp"
#include "standard/csv.hpp"

namespace budget::inline v1 {
namespace {

// What entries view.
struct OwnFile {
  std::string source;
  std::string text;
  detail::CsvTable table;
};

std::optional<Classification> common_classification(const std::vector<CatalogEntry>& entries) {
  std::optional<Classification> common;
  for (const CatalogEntry& entry : entries) {
    const auto code = SubjectCode::try_parse(entry.code);
    const auto one = code ? code->classification() : std::nullopt;
    if (!one || (common && common != one)) return std::nullopt;
    common = one;
  }
  return common;
}

Catalog load(std::string_view bytes, const std::string& source, const Catalog* over) {
  const auto file = std::make_shared<OwnFile>();
  file->source = source;
  file->text = detail::decode(bytes, source);
  file->table = detail::read_csv(file->text, file->source);
  std::vector<CatalogEntry> entries = detail::own_entries(file->table, file->source);
  const auto classification = common_classification(entries);
  Catalog own(classification, std::move(entries), Keeper::of(file));
  const Catalog whole = over == nullptr ? std::move(own) : overlaid(*over, own);
  detail::check_levels(file->table, file->source, whole);
  return whole;
}

}  // namespace

Catalog load_catalog(std::string_view bytes, const std::string& source) {
  return load(bytes, source, nullptr);
}

Catalog load_catalog(std::string_view bytes, const std::string& source, const Catalog& over) {
  return load(bytes, source, &over);
}

}  // namespace budget::inline v1
