// SPDX-License-Identifier: Apache-2.0
// CSV as RFC 4180 has it, strictly: a header, as many fields in every record, quotes only around whole
// fields. A fault names its line and column.
#pragma once

#include <budget/base/error.hpp>

#include <cstddef>
#include <deque>
#include <string>
#include <string_view>
#include <vector>

namespace budget::inline v1::detail {

/// A CSV file is wrong at a place: id "standard.csv.<what>".
class CsvError : public ReadError {
 public:
  using ReadError::ReadError;
};

/// A record and the line it begins on, from 1.
struct CsvRecord {
  std::vector<std::string_view> fields;
  int line = 0;
};

/// A read file. Fields are views into the text that was read, or into `unescaped` where a field had
/// doubled quotes.
struct CsvTable {
  std::string_view text;  ///< all of it
  std::vector<std::string_view> header;
  std::vector<CsvRecord> records;
  std::deque<std::string> unescaped;

  /// Index of a column. Throws CsvError ("standard.csv.column") where the header does not have it.
  [[nodiscard]] std::size_t column(std::string_view name, std::string_view source) const;
  /// Where a field of a record begins in its line, in code points from 1; 0 where that is not known.
  [[nodiscard]] int column_of(std::string_view field) const noexcept;
};

/// Reads a whole text; `source` names it in errors. Lines end in LF or CRLF; a BOM is passed over;
/// the last line needs no end. Throws CsvError.
[[nodiscard]] CsvTable read_csv(std::string_view text, std::string_view source);

}  // namespace budget::inline v1::detail
