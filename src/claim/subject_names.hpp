// SPDX-License-Identifier: Apache-2.0
// Names of subjects in the text: those that the tables print.
#pragma once

#include "claim/told.hpp"

#include <vector>

namespace budget::inline v1::detail::claims {

/// For every amount that is told of a subject by its path: that a table prints the name. Where none does, but one
/// row alone below the same group prints the amount, and the text names that row nowhere, the row is what is meant.
[[nodiscard]] std::vector<Obligation> subject_names(const Told&);

}  // namespace budget::inline v1::detail::claims
