// SPDX-License-Identifier: Apache-2.0
#include <budget/standard/catalogs.hpp>

#include <algorithm>
#include <memory>
#include <string>
#include <vector>

#include "standard/catalog_rows.hpp"
#include "standard/csv.hpp"
#include "standard/embedded.hpp"

namespace budget::inline v1 {
namespace {

// A read file on the heap: entries view fields that stand in it, so it lives with their catalog.
using Tables = std::vector<std::unique_ptr<detail::CsvTable>>;

const detail::CsvTable& load(Tables& tables, std::string_view name) {
  return *tables.emplace_back(
      std::make_unique<detail::CsvTable>(detail::read_csv(detail::embedded::text_of(name), name)));
}

// Only what the entries may view is kept: fields without doubled quotes stand in the program itself.
Keeper keeper(Tables tables) {
  std::vector<std::deque<std::string>> kept;
  for (const auto& table : tables) kept.push_back(std::move(table->unescaped));
  return Keeper::of(std::move(kept));
}

Catalog read_catalog(Classification classification, std::vector<std::string_view> files,
                     std::string_view renames = {}) {
  Tables tables;
  std::vector<CatalogEntry> entries;
  for (const std::string_view file : files) {
    const auto read = detail::catalog_entries(load(tables, file), file);
    entries.insert(entries.end(), read.begin(), read.end());
  }
  if (!renames.empty()) {
    const auto read = detail::rename_entries(load(tables, renames), renames);
    entries.insert(entries.end(), read.begin(), read.end());
  }
  return Catalog(classification, std::move(entries), keeper(std::move(tables)));
}

}  // namespace

const Catalog& functional_catalog() {
  static const Catalog catalog = read_catalog(
      Classification::functional,
      {"data/functional_expenditure.csv", "data/functional_expenditure_unverified.csv"},
      "data/functional_renames.csv");
  return catalog;
}

const Catalog& economic_department_catalog() {
  static const Catalog catalog =
      read_catalog(Classification::economic_department, {"data/economic_department.csv"});
  return catalog;
}

const Catalog& economic_government_catalog() {
  static const Catalog catalog =
      read_catalog(Classification::economic_government, {"data/economic_government.csv"});
  return catalog;
}

const Catalog& revenue_catalog() {
  static const Catalog catalog = read_catalog(Classification::revenue, {"data/revenue.csv"});
  return catalog;
}

const Catalog& standard_catalog(Classification classification) {
  switch (classification) {
    case Classification::functional: return functional_catalog();
    case Classification::economic_department: return economic_department_catalog();
    case Classification::economic_government: return economic_government_catalog();
    case Classification::revenue: break;
  }
  return revenue_catalog();
}

const Correspondence& economic_correspondence() {
  static const Correspondence correspondence = [] {
    constexpr std::string_view name = "data/economic_government_to_department.csv";
    Tables tables;
    auto pairs = detail::corresponding_pairs(load(tables, name), name);
    return Correspondence(std::move(pairs), keeper(std::move(tables)));
  }();
  return correspondence;
}

std::optional<CodeInfo> standard_code_info(SubjectCode code, std::optional<int> year) {
  const auto classification = code.classification();
  if (!classification) return std::nullopt;
  auto info = code_info(standard_catalog(*classification), code, year);
  if (info && *classification == Classification::economic_department) {
    return with_partners(std::move(*info), economic_correspondence(),
                         economic_government_catalog());
  }
  if (info && *classification == Classification::economic_government) {
    return with_partners(std::move(*info), economic_correspondence(),
                         economic_department_catalog());
  }
  return info;
}

}  // namespace budget::inline v1
