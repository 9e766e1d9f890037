// SPDX-License-Identifier: Apache-2.0
// The flaws of a document, one function a kind. Each also tells whether the document let it look.
#pragma once

#include <budget/disclosure/disclosure.hpp>
#include <budget/disclosure/vocabulary.hpp>
#include <budget/document/document.hpp>

#include "disclosure/sections.hpp"

#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace budget::inline v1::detail {

/// Flaws of one kind; nothing where the document holds nothing that could have it.
using FoundFlaws = std::optional<std::vector<Flaw>>;

/// A flaw of any kind, the further fields empty.
[[nodiscard]] inline Flaw flaw_of(FlawKind kind, std::vector<Place> places, std::string text,
                                  std::string expected = {}) {
  Flaw flaw;
  flaw.kind = kind;
  flaw.places = std::move(places);
  flaw.text = std::move(text);
  flaw.expected = std::move(expected);
  return flaw;
}

/// A section with its heading printed twice, or a passage that follows itself at once. Forms that
/// ask for one paragraph in two sections print it twice by right: there the headings differ.
[[nodiscard]] FoundFlaws repeated_passages(const std::vector<Section>&, const Document&);

/// Takes tables out that repeat an earlier one of the same kind and title, wholly or in nearly every
/// figure, and adds a region for each.
[[nodiscard]] FoundFlaws take_repeated_tables(Disclosure&);

/// Labels (预算公开表9) whose words or number break the series that the labels around them make.
[[nodiscard]] FoundFlaws labels_outside_series(const std::vector<Section>&, const Document&);

/// Marks of internal use, one flaw a mark, its places one a page; watermarks too.
[[nodiscard]] FoundFlaws internal_marks(const std::vector<Section>&, const Document&,
                                        const Vocabulary&);

/// Figures in the total row below columns of codes, ordinals or years that are their sum or count.
[[nodiscard]] FoundFlaws totalled_labels(const Disclosure&);

/// The list of contents against the tables there. Silent where an entry may be a table of any kind.
struct ContentsFlaws {
  FoundFlaws listed_not_there, there_not_listed;
};
[[nodiscard]] ContentsFlaws contents_flaws(const Disclosure&, const Vocabulary&);

/// What forms leave standing in the narrative (增加（减少）, XX, 请填写), one flaw a sort, and punctuation
/// printed twice, one flaw for the whole text.
struct TextFlaws {
  FoundFlaws template_residue, doubled_marks;
};
[[nodiscard]] TextFlaws text_flaws(const Narrative&, const Vocabulary&);

/// Text that is in the file and not to be seen: one flaw for the whole file, its places one a page.
[[nodiscard]] FoundFlaws unseen_text(const Document&);

}  // namespace budget::inline v1::detail
