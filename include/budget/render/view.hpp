// SPDX-License-Identifier: Apache-2.0
// View: everything that a page about a report shows, as one JSON object: the words of the report in
// both languages, every statement with the figures that it speaks of, and the documents as they were
// read, so that a figure can be found where it is printed. The HTML report is made of it.
#pragma once

#include <budget/audit/report.hpp>

#include <string>

namespace budget::inline v1 {

/// The view of a report on one line. `dossier` is the one that was audited. Words that differ by
/// language are pairs, Chinese first; figures are indices into `figures`. No schema is promised: it
/// changes with the page that reads it. Linear in figures and statements.
[[nodiscard]] std::string to_view(const Report&, const Dossier& dossier);

}  // namespace budget::inline v1
