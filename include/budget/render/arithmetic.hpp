// SPDX-License-Identifier: Apache-2.0
// The lines of arithmetic of a report: a statement with the figures that are printed, its difference,
// and what both sides can stand for, so that a person can redo it on paper.
#pragma once

#include <budget/audit/report.hpp>
#include <budget/base/language.hpp>

#include <string>

namespace budget::inline v1 {

/// `2749.26 ≠ 1083.23 + 1711.03 = 2794.26 万元`: figures as printed, blanks left out. The relation
/// sign says the outcome: =, ≈ (rounding), ≠, ≤, > (an inequality that fails). "" for a statement that
/// found no figures or is not decided by them.
[[nodiscard]] std::string arithmetic(const Obligation&, const Outcome&, const Dossier&, Language);

/// Left minus right as printed, with sign and unit: "-45.00 万元"; "" where a side states nothing.
[[nodiscard]] std::string printed_difference(const Obligation&, const Outcome&, const Dossier&,
                                             Language);

/// What both sides can stand for, in words; "" where a side states nothing.
[[nodiscard]] std::string side_intervals(const Obligation&, const Outcome&, const Dossier&,
                                         Language);

/// Table, row, column, line and page of a place, as far as known.
[[nodiscard]] std::string describe(const FindingPlace&, Language);
/// Page and line.
[[nodiscard]] std::string describe(const Place&, Language);
/// Pages and lines from the first place to the last: "第1–2页（第1–70行）".
[[nodiscard]] std::string describe(const Place& first, const Place& last, Language);

/// One sentence that says a finding: what is wrong, by how much, and what it most likely was.
[[nodiscard]] std::string summary(const Finding&, const Report&, const Dossier&, Language);

/// The finding in full: its sentence, then each statement with the arithmetic to redo on paper, as
/// lines without a line end at the last.
[[nodiscard]] std::string explain(const Finding&, const Report&, const Dossier&, Language);

/// Why several figures are wrong together. Precondition: the finding is such a one.
[[nodiscard]] std::string together(const Finding&, const Dossier&, Language);

/// One repair: the figure, what should stand there, the likely cause.
[[nodiscard]] std::string describe(const Repair&, Language);

}  // namespace budget::inline v1
