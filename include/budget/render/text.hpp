// SPDX-License-Identifier: Apache-2.0
// Text: the report for an auditor who reads it in a terminal. The verdict first, then the findings,
// gravest first, then what was not read, not checked, and why. Nothing is shown as checked that was
// not. Columns are aligned by display width.
#pragma once

#include <budget/audit/report.hpp>
#include <budget/base/language.hpp>

#include <string>

namespace budget::inline v1 {

/// The report in words. `dossier` is the one that was audited. Names of tables, rows and columns
/// stay as printed in either language.
[[nodiscard]] std::string to_text(const Report&, const Dossier& dossier, Language language);

/// The tables of a disclosure as grids, and what was not read.
[[nodiscard]] std::string to_text(const Disclosure&, Language language);

}  // namespace budget::inline v1
