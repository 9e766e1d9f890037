// SPDX-License-Identifier: Apache-2.0
// Flaw: what a reader of a published document sees at once and no arithmetic finds: a passage printed
// twice, a table numbered outside its series, a mark of internal use left standing. Found while the
// document is at hand; rules (free-of …) say how grave each is.
#pragma once

#include <budget/base/place.hpp>

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace budget::inline v1 {

/// What is wrong with a document as a document.
enum class FlawKind : std::uint8_t {
  repeated_passage,      ///< a visible passage printed twice
  repeated_table,        ///< a table printed twice
  label_outside_series,  ///< a table's number or label does not go on from the one before
  internal_mark,         ///< 仅供内部…, 送审稿: not meant for publication
  totalled_label,        ///< a total row adds up codes, ordinals or years
  listed_not_there,      ///< the contents name a table that the file does not hold
  there_not_listed,      ///< the file holds a table that the contents leave out
  unseen_text,           ///< text in the file that a reader cannot see
  template_residue,      ///< alternatives, placeholders, instructions of the form left standing
  doubled_mark           ///< punctuation printed twice
};
[[nodiscard]] std::string_view to_string(FlawKind) noexcept;
/// The kind of that name; nothing where there is none.
[[nodiscard]] std::optional<FlawKind> parse_flaw_kind(std::string_view) noexcept;

/// One flaw.
struct Flaw {
  FlawKind kind = FlawKind::repeated_passage;
  std::vector<Place> places;  ///< at least one; of what is printed twice the second printing first
  std::string text;           ///< what is printed: the heading, title, label, mark or figure
  std::string expected;       ///< what should stand there instead; "" where nothing should
  std::string column;         ///< totalled_label: the header of the column
  int differing = 0;          ///< repeated_table: cells in which the two printings differ
};

/// The flaws of a document, and the kinds that it was searched for: a document without a list of
/// contents is not free of errors in it.
struct Flaws {
  std::vector<Flaw> found;       ///< by kind, then in document order
  std::vector<FlawKind> sought;  ///< ordered
};

}  // namespace budget::inline v1
