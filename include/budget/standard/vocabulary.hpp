// SPDX-License-Identifier: Apache-2.0
// The vocabulary that is compiled in, from data/{table,column,row}_names.csv.
#pragma once

#include <budget/disclosure/vocabulary.hpp>

namespace budget::inline v1 {

/// Names of tables, columns and rows as read in public disclosures. Read on first use, once; may be used
/// from many threads.
[[nodiscard]] const Vocabulary& standard_vocabulary();

}  // namespace budget::inline v1
