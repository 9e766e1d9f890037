// SPDX-License-Identifier: Apache-2.0
// CSV: a disclosure with one line a printed cell (RFC 4180 quoting, line ends LF, UTF-8 without BOM).
// One long table instead of one file a table, so that nothing depends on how many columns each has.
#pragma once

#include <budget/disclosure/disclosure.hpp>

#include <string>

namespace budget::inline v1 {

/// Header and lines `table,kind,number,title,row,code,name,column,header,role,text,unit,mark,page,line`.
/// Text stands as printed; blank cells are lines too.
[[nodiscard]] std::string to_csv(const Disclosure&);

}  // namespace budget::inline v1
