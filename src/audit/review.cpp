// SPDX-License-Identifier: Apache-2.0
#include <budget/audit/review.hpp>

#include <algorithm>
#include <utility>

namespace budget::inline v1 {
namespace {

const Acceptance* named(const std::vector<Acceptance>& all, const Finding& finding) {
  const auto found = std::ranges::find(all, finding.id, &Acceptance::finding);
  return found == all.end() ? nullptr : &*found;
}

bool prints_the_same(const Acceptance& one, const Finding& finding) {
  return one.figures.empty() || one.figures == finding.figures;
}

}  // namespace

Report reviewed(Report report, const Review& review, std::string_view today) {
  std::vector<Finding> open;
  for (Finding& finding : report.findings) {
    const Acceptance* accepted = named(review.accepted, finding);
    // Days as 2026-11-30 are in the order of their texts.
    const bool in_time = accepted && (accepted->until.empty() || accepted->until >= today);
    if (accepted && in_time && prints_the_same(*accepted, finding)) {
      report.accepted.push_back(
          {std::move(finding), accepted->reason, accepted->who, accepted->until});
      continue;
    }
    if (accepted) report.expired.push_back(finding.id);
    const Acceptance* known = named(review.known, finding);
    if (known && prints_the_same(*known, finding) && !accepted)
      report.known.push_back(std::move(finding));
    else
      open.push_back(std::move(finding));
  }
  report.findings = std::move(open);
  return report;
}

}  // namespace budget::inline v1
