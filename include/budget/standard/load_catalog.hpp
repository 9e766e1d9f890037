// SPDX-License-Identifier: Apache-2.0
// A body's own catalog from CSV: alone, or over one that is compiled in.
#pragma once

#include <budget/subject/catalog.hpp>

#include <string>
#include <string_view>

namespace budget::inline v1 {

/// Reads columns `code` and `name`, and where the file has them `level`, `status` (without: verified),
/// `source` (without: the file), `from_year`, `to_year` and `successor` (see successors()); other
/// columns are passed over. Codes may be of any scheme. The catalog has a classification where all
/// codes are SubjectCodes of one. `source` names the file; `bytes` are UTF-8 or GB18030.
/// Throws ReadError with file, line and column: "document.encoding", "standard.csv.…".
[[nodiscard]] Catalog load_catalog(std::string_view bytes, const std::string& source);

/// The same over another catalog, see overlaid().
[[nodiscard]] Catalog load_catalog(std::string_view bytes, const std::string& source,
                                   const Catalog& over);

}  // namespace budget::inline v1
