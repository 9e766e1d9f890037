// SPDX-License-Identifier: Apache-2.0
// Words and lists in the fields of compiled-in CSV files; a word that is not known names its place.
#pragma once

#include <budget/disclosure/table_kind.hpp>

#include <array>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "standard/csv.hpp"

namespace budget::inline v1::detail {

[[noreturn]] void throw_csv_word(std::string_view source, int line, std::string_view word);

/// The value that a word stands for. Throws CsvError ("standard.csv.word").
template <class Value, std::size_t N>
Value csv_word(const std::array<std::pair<std::string_view, Value>, N>& words,
               std::string_view text, std::string_view source, int line) {
  for (const auto& [name, value] : words)
    if (name == text) return value;
  throw_csv_word(source, line, text);
}

/// The parts of a field between bars.
[[nodiscard]] std::vector<std::string> csv_list(std::string_view text);

/// The compiled-in file of that name.
[[nodiscard]] CsvTable load_csv(std::string_view name);

/// The kind of table of that interface name. Throws CsvError ("standard.csv.word").
[[nodiscard]] TableKind csv_table_kind(std::string_view name, std::string_view source, int line);

/// A year in four digits. Throws CsvError ("standard.csv.word").
[[nodiscard]] int csv_year(std::string_view text, std::string_view source, int line);

}  // namespace budget::inline v1::detail
