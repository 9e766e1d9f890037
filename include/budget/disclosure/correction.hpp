// SPDX-License-Identifier: Apache-2.0
// Corrections: figures that were misread (a bad scan, a broken font) put right by someone who saw the
// document. Such figures stay marked, with the reason and the name; what a document itself prints wrong
// is no matter of corrections but of findings.
#pragma once

#include <budget/disclosure/disclosure.hpp>

#include <span>
#include <string>

namespace budget::inline v1 {

/// A correction cannot be applied. Ids, all beginning with "correction.": "place" (no such table, row or
/// column, or several), "read" (another text was read there), "kind" (no figure stands there), "twice"
/// (the cell was corrected already). `place()` is that in the file of corrections.
class CorrectionError : public Error {
 public:
  CorrectionError(std::string_view id, Bilingual message, Place place, std::string text)
      : Error(id, std::move(message), std::move(place)), text_(std::move(text)) {}
  [[nodiscard]] const std::string& text() const noexcept { return text_; }  ///< what is at fault

 private:
  std::string text_;
};

/// The disclosure with figures replaced; the same cells carry Mark::corrected, and `corrections` says
/// what was done. A table is named by its id, its number, its title or the name of its kind, or is "text",
/// the narrative; a row by its id, its code or its name; a column by its id, its term or its header (of
/// the narrative ""). Throws CorrectionError.
[[nodiscard]] Disclosure corrected(Disclosure, std::span<const Correction>);

}  // namespace budget::inline v1
