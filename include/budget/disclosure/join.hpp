// SPDX-License-Identifier: Apache-2.0
// Joins the files of one disclosure: its tables (表) and its narrative (说明) published apart, or every
// table in a file of its own.
#pragma once

#include <budget/disclosure/disclosure.hpp>
#include <budget/disclosure/vocabulary.hpp>

#include <vector>

namespace budget::inline v1 {

/// One disclosure of all parts, tables and regions in their order; places keep the file they stand
/// in. What the contents of one part name is looked for in all of them. Throws DomainError
/// "disclosure.no_part" without parts, "disclosure.not_one" where two parts name different bodies,
/// years, or a budget and a final account.
[[nodiscard]] Disclosure join(std::vector<Disclosure> parts, const Vocabulary&);

}  // namespace budget::inline v1
