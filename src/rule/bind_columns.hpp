// SPDX-License-Identifier: Apache-2.0
// From a statement whose rows are found to obligations: which columns it stands in, and its cells.
#pragma once

#include <budget/obligation/obligation.hpp>
#include <budget/rule/syntax.hpp>

#include <string>
#include <vector>

#include "rule/resolve.hpp"

namespace budget::inline v1::detail::rules {

/// A term of a statement with what its reference resolved to.
struct Part {
  const SignedReference* term = nullptr;
  Resolved resolved;
};

/// A statement at one row at hand: all parts resolved but for open columns.
struct Instance {
  std::vector<Part> left, right;
};

/// What an instance gives: obligations, or why there are none.
struct BoundInstance {
  std::vector<Obligation> obligations;
  bool skipped_blank = false;  ///< some were left out: their rows print nothing
  Undecided trouble = Undecided::none;
  std::string about;
};

/// Binds the parts without a column. Where all stand on one side: every amount column of it. Where
/// they stand in several tables: every column whose key all have. Else, and where another part names
/// a column: the whole amount of each side.
BoundInstance bind_columns(const Instance&, const Scope&, const Obligation& blank,
                           const std::vector<CellRef>& zero);

/// "expenditure[20106]".
std::string row_id(const Dossier&, const RowRef&);

}  // namespace budget::inline v1::detail::rules
