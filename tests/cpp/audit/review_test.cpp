// SPDX-License-Identifier: Apache-2.0
// Findings that somebody has looked at.
#include <budget/audit/review.hpp>

#include <doctest/doctest.h>

#include <string>
#include <vector>

using namespace budget;

namespace {

Report report_of(const std::vector<std::string>& ids) {
  Report report;
  report.verdict = Verdict::violated;
  for (const std::string& id : ids) {
    Finding finding;
    finding.id = id;
    finding.figures = "f-" + id;
    report.findings.push_back(std::move(finding));
  }
  return report;
}

std::vector<std::string> ids_of(const std::vector<Finding>& findings) {
  std::vector<std::string> ids;
  for (const Finding& one : findings) ids.push_back(one.id);
  return ids;
}

using Ids = std::vector<std::string>;

}  // namespace

TEST_CASE("accepted findings are set aside, in order, with who and why") {
  Review review;
  review.accepted = {{"b", "f-b", "so it is", "Wu", "2026-12-31"}, {"z", "f-z", "", "", ""}};
  const Report report = reviewed(report_of({"a", "b", "c"}), review, "2026-12-31");
  CHECK(ids_of(report.findings) == Ids{"a", "c"});
  REQUIRE(report.accepted.size() == 1);
  CHECK(report.accepted.front().finding.id == "b");
  CHECK(report.accepted.front().reason == "so it is");
  CHECK(report.accepted.front().who == "Wu");
  CHECK(report.expired.empty());
  CHECK(report.verdict == Verdict::violated);
}

TEST_CASE("an acceptance ends with its day, and with its figures") {
  Review review;
  review.accepted = {{"a", "f-a", "r", "w", "2026-12-31"}, {"b", "other", "r", "w", ""}};
  const Report report = reviewed(report_of({"a", "b"}), review, "2027-01-01");
  CHECK(ids_of(report.findings) == Ids{"a", "b"});
  CHECK(report.accepted.empty());
  CHECK(report.expired == Ids{"a", "b"});
}

TEST_CASE("without figures an acceptance holds whatever they are") {
  Review review;
  review.accepted = {{"a", "", "r", "w", ""}};
  CHECK(reviewed(report_of({"a"}), review, "2027-01-01").findings.empty());
}

TEST_CASE("what an earlier report had is not new, unless its figures changed") {
  Review review;
  review.known = {{"a", "f-a", "", "", ""}, {"b", "other", "", "", ""}};
  const Report report = reviewed(report_of({"a", "b", "c"}), review, "2027-01-01");
  CHECK(ids_of(report.findings) == Ids{"b", "c"});
  CHECK(ids_of(report.known) == Ids{"a"});
  CHECK(report.expired.empty());
}

TEST_CASE("what was accepted and is so no more is listed though an earlier report had it") {
  Review review;
  review.accepted = {{"a", "other", "r", "w", ""}};
  review.known = {{"a", "f-a", "", "", ""}};
  const Report report = reviewed(report_of({"a"}), review, "2027-01-01");
  CHECK(ids_of(report.findings) == Ids{"a"});
  CHECK(report.expired == Ids{"a"});
}
