// SPDX-License-Identifier: Apache-2.0
// The coverage ledger and the parts that keep an audit from a verdict. Private to audit.
#pragma once

#include <budget/audit/report.hpp>

#include <span>
#include <string>

namespace budget::inline v1::detail {

/// Statements by rule and outcome, figures by whether anything was decided about them.
[[nodiscard]] Coverage coverage_of(const Dossier&, std::span<const Obligation>,
                                   std::span<const Outcome>, std::span<const std::string> rules);

/// Required tables, whole or in part, year and units that the current disclosure lacks.
[[nodiscard]] MissingParts missing_parts(const Disclosure&);

/// Whether a statement may fail only because a line of a table stands in none of its rows: it speaks
/// of a blank cell or of several rows of a table some of whose lines with digits were not read.
[[nodiscard]] bool may_lack_a_line(const Dossier&, const Obligation&);

/// Whether a statement was used to place a figure: it lies in one row, speaks of a cell that
/// arithmetic placed, and holds. Such a statement would only check itself.
[[nodiscard]] bool used_for_reading(const Dossier&, const Obligation&, const Outcome&);

/// Whether a statement speaks of a cell whose figure could not be given a column.
[[nodiscard]] bool speaks_of_open_cell(const Dossier&, const Obligation&);

}  // namespace budget::inline v1::detail
