// SPDX-License-Identifier: Apache-2.0
// The words of claims that are compiled in, from data/quantity_words.csv, data/claim_words.csv and
// data/table_quantities.csv. Read on first use, once; may be used from many threads.
#pragma once

#include <budget/claim/claim_words.hpp>

namespace budget::inline v1 {

/// The words by which narratives of budgets and final accounts speak.
[[nodiscard]] const ClaimWords& standard_claim_words();

}  // namespace budget::inline v1
