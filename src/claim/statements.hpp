// SPDX-License-Identifier: Apache-2.0
// Statements that every disclosure must make, whatever its form: data/required_statements.csv.
#pragma once

#include "claim/told.hpp"

#include <vector>

namespace budget::inline v1::detail::claims {

/// For every statement that its source asks of a document of this kind and year: that the narrative
/// makes it. Of a file that is not a whole disclosure, tables and narrative, nothing is asked.
[[nodiscard]] std::vector<Obligation> statements_made(const Told&);

}  // namespace budget::inline v1::detail::claims
