// SPDX-License-Identifier: Apache-2.0
// How figures of the narrative go wrong beyond a slip of the hand: divided by the wrong year, plugged so
// that shares add to 100, pasted from another sentence. Private to audit.
#pragma once

#include <budget/audit/cause.hpp>
#include <budget/audit/report.hpp>

#include <optional>

namespace budget::inline v1::detail {

/// A cause, and the cell that the figure was taken from where there is one.
struct TextCause {
  Cause cause = Cause::unknown;
  std::optional<CellRef> taken_from;
};

/// The cause of a violated statement whose suspect is a figure of the narrative; unknown where none fits.
[[nodiscard]] TextCause text_cause(const CellRef& suspect, const Obligation&, const Dossier&,
                                   const Report&);

}  // namespace budget::inline v1::detail
