// SPDX-License-Identifier: Apache-2.0
// From a document to a disclosure: which tables it holds, what stands in every cell of them, which
// parts are kept whole for later, and which lines could not be placed.
#pragma once

#include <budget/disclosure/disclosure.hpp>
#include <budget/disclosure/vocabulary.hpp>
#include <budget/document/document.hpp>

#include <optional>
#include <string>

namespace budget::inline v1 {

/// Recognises a document. Layout and words decide, never arithmetic. Throws ReadError
/// "disclosure.no_table" where no line is the title of a table with something below it.
[[nodiscard]] Disclosure recognise(const Document&, const Vocabulary&);

/// What a disclosure says it is.
struct DisclosureIdentity {
  std::string organisation, organisation_code;
  std::optional<int> year;
  DisclosureKind kind = DisclosureKind::budget;
  BodyScope scope = BodyScope::unknown;
};

/// What recognise would find, by titles and captions alone, several times as fast: for sorting thousands.
/// Nothing where only the contents of its tables tell, or where it may be no disclosure.
[[nodiscard]] std::optional<DisclosureIdentity> identify(const Document&, const Vocabulary&);

}  // namespace budget::inline v1
