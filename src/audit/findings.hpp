// SPDX-License-Identifier: Apache-2.0
// Explanations and outcomes made into findings. Private to audit.
#pragma once

#include "audit/localise.hpp"

#include <budget/audit/report.hpp>

#include <vector>

namespace budget::inline v1::detail {

/// Findings about violated statements over figures, one for each root cause.
[[nodiscard]] std::vector<Finding> figure_findings(const Dossier&, const Report&);

/// Findings about what holds and is still worth a look: blank totals, unlikely rounding, and one
/// note for all differences that are only rounding.
[[nodiscard]] std::vector<Finding> held_findings(const Dossier&, const Report&);

/// Findings about requirements that are not met, and about what was not read.
[[nodiscard]] std::vector<Finding> document_findings(const Dossier&, const Report&);

/// Sets the ids, gravest first and then in document order.
void order_and_name(std::vector<Finding>&, const Dossier&, const Report&);

}  // namespace budget::inline v1::detail
