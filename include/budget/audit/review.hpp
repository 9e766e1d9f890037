// SPDX-License-Identifier: Apache-2.0
// Review: what becomes of findings that somebody has looked at. An accepted finding, and one that an
// earlier report had, is set aside; it comes back when its figures change.
#pragma once

#include <budget/audit/report.hpp>

#include <string>
#include <string_view>
#include <vector>

namespace budget::inline v1 {

/// A finding that was looked at.
struct Acceptance {
  std::string finding;  ///< Finding::id
  std::string figures;  ///< Finding::figures then; "" whatever they are
  std::string reason, who;
  std::string until;  ///< its last day, "2027-03-31"; "" without end
};

/// What is set aside.
struct Review {
  std::vector<Acceptance> accepted;
  std::vector<Acceptance> known;  ///< the findings of an earlier report: id and figures
};

/// The report with those findings moved to `accepted` and `known` that the review sets aside on a day
/// ("2026-11-30"). One whose acceptance has ended, or whose figures are others, stays and is named in
/// `expired`. The verdict stays as it was: what cannot be true is not true because somebody accepts it.
[[nodiscard]] Report reviewed(Report, const Review&, std::string_view today);

}  // namespace budget::inline v1
