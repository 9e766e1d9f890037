// SPDX-License-Identifier: Apache-2.0
// What an audit leaves behind: the report and the dossier that its findings point into. A finding
// of Python keeps both alive.
#pragma once

#include <budget/audit/report.hpp>
#include <budget/rule/pack.hpp>

#include <memory>
#include <vector>

namespace budget::python {

/// A report with the dossier that was audited, and the rules that were applied.
struct Audited {
  Dossier dossier;
  Report report;
  std::vector<Pack> packs;
};

/// One finding of a report, of those that it lists or of those that a review set aside.
struct AuditedFinding {
  std::shared_ptr<const Audited> audited;
  const Finding* finding = nullptr;

  [[nodiscard]] const Finding& get() const { return *finding; }
};

/// A finding that a reviewer accepted.
struct AuditedAcceptance {
  std::shared_ptr<const Audited> audited;
  const AcceptedFinding* accepted = nullptr;
};

}  // namespace budget::python
