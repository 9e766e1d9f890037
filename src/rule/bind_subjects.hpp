// SPDX-License-Identifier: Apache-2.0
// Demands on the codes and names of subjects: known, under the right parent, of their year.
#pragma once

#include <budget/rule/bind_rules.hpp>

#include <string>
#include <vector>

namespace budget::inline v1::detail::rules {

/// The catalog of a code's classification; null where the lists have none.
const Catalog* catalog_of(const ReferenceLists&, SubjectCode);

/// One obligation for each row of the tables that prints a subject that the demand speaks of; at
/// least one.
std::vector<Obligation> bind_subjects(const Rule&, const Obligation& blank, const Disclosure&,
                                      const ReferenceLists&);

}  // namespace budget::inline v1::detail::rules
