// SPDX-License-Identifier: Apache-2.0
// What an audit leaves behind: the report and the dossier that its findings point into. A finding
// of Python keeps both alive.
#pragma once

#include <budget/audit/report.hpp>

#include <cstddef>
#include <memory>

namespace budget::python {

/// A report with the dossier that was audited.
struct Audited {
  Dossier dossier;
  Report report;
};

/// One finding of a report.
struct AuditedFinding {
  std::shared_ptr<const Audited> audited;
  std::size_t index = 0;

  [[nodiscard]] const Finding& get() const { return audited->report.findings[index]; }
};

}  // namespace budget::python
