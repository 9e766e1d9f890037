// SPDX-License-Identifier: Apache-2.0
// SARIF: a report in the form that code scanners and editors read, Static Analysis Results Interchange
// Format 2.1.0 (OASIS).
#pragma once

#include <budget/audit/report.hpp>
#include <budget/base/language.hpp>
#include <budget/render/json.hpp>
#include <budget/rule/pack.hpp>

#include <span>
#include <string>

namespace budget::inline v1 {

/// The report as a log with one run: a result a finding, with its id as fingerprint, its other places as
/// related locations and, for a text, the one value that would repair it as a fix; what a review set
/// aside as suppressed; what was not read as notifications. `packs` are the rules that were applied:
/// their sources describe them.
[[nodiscard]] std::string to_sarif(const Report&, const Dossier& dossier,
                                   std::span<const Pack> packs, Language language = Language::zh,
                                   JsonLayout = JsonLayout::indented);

}  // namespace budget::inline v1
