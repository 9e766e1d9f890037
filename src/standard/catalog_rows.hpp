// SPDX-License-Identifier: Apache-2.0
// Rows of the catalog files made into entries. A fault names file and line.
#pragma once

#include <budget/subject/catalog.hpp>
#include <budget/subject/correspondence.hpp>

#include <string_view>
#include <vector>

#include "standard/csv.hpp"

namespace budget::inline v1::detail {

/// Entries of a classification file: columns code, name, level, status, source; optionally
/// seen_in_year, from_year, to_year. `level` must be that of the code. Views go into `table`.
[[nodiscard]] std::vector<CatalogEntry> catalog_entries(const CsvTable& table,
                                                        std::string_view source);

/// Entries of a list of renames: columns code, name, from_year, to_year, successor, source.
[[nodiscard]] std::vector<CatalogEntry> rename_entries(const CsvTable& table,
                                                       std::string_view source);

/// Entries of a body's own file: columns code, name; optionally status, source, from_year, to_year,
/// successor. Records without any field are passed over. Views go into `table` and `source`.
[[nodiscard]] std::vector<CatalogEntry> own_entries(const CsvTable& table, std::string_view source);

/// Holds the column `level`, where a file has one, against a catalog with its codes.
void check_levels(const CsvTable& table, std::string_view source, const Catalog& catalog);

/// Pairs: columns government_code, department_code (30101; 301xx for all of a class, 3xxxx for all),
/// status, source.
[[nodiscard]] std::vector<CorrespondingPair> corresponding_pairs(const CsvTable& table,
                                                                 std::string_view source);

}  // namespace budget::inline v1::detail
