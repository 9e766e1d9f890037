// SPDX-License-Identifier: Apache-2.0
// JSON: reports and disclosures in the project's interchange form, schemas budgetcore.report/1 and
// budgetcore.disclosure/1. Keys stand in a fixed order and amounts are strings, so the same input
// gives the same bytes. Text that is not UTF-8 is written with U+FFFD.
#pragma once

#include <budget/audit/report.hpp>

#include <cstdint>
#include <string>

namespace budget::inline v1 {

/// indented: for people, two blanks a level. line: one object, no line end, for lists and jsonl.
enum class JsonLayout : std::uint8_t { indented, line };

/// The report as one object. `dossier` is the one that was audited; messages are in `language`.
[[nodiscard]] std::string to_json(const Report&, const Dossier& dossier,
                                  Language language = Language::zh,
                                  JsonLayout = JsonLayout::indented);

/// The disclosure as one object.
[[nodiscard]] std::string to_json(const Disclosure&, JsonLayout = JsonLayout::indented);

}  // namespace budget::inline v1
