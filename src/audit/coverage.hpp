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

/// Required tables, year and units that the current disclosure lacks.
[[nodiscard]] MissingParts missing_parts(const Disclosure&);

/// Whether a statement was used to place a figure: it speaks of a cell that arithmetic placed, within
/// one table, and holds. Such a statement would only check itself.
[[nodiscard]] bool used_for_reading(const Dossier&, const Obligation&, const Outcome&);

}  // namespace budget::inline v1::detail
