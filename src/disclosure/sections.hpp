// SPDX-License-Identifier: Apache-2.0
// Which lines of a document belong to which table, to a target table, to the narrative.
#pragma once

#include <budget/disclosure/vocabulary.hpp>
#include <budget/document/document.hpp>

#include "disclosure/contents.hpp"
#include "disclosure/tokens.hpp"

#include <string>
#include <vector>

namespace budget::inline v1::detail {

enum class SectionKind { narrative, table, target_table, unrecognised_table };

/// Printed lines in order that make up one part of the document.
struct Section {
  SectionKind kind = SectionKind::narrative;
  TableKind table = TableKind::other;
  std::string title;               ///< the last title line, as printed
  std::string number;              ///< of the table, digits only
  std::vector<TokenLine> caption;  ///< titles, number, body's name, unit
  std::vector<TokenLine> lines;    ///< what follows the caption
};

/// A document as sections in order; a title in its list of contents begins none. Furniture is left out; every other printed line is in one.
/// Lines of blanks only are kept inside tables, where they may stand for blank cells.
[[nodiscard]] std::vector<Section> find_sections(const Document&, const Vocabulary&,
                                                 const Contents&);

/// Texts after a caption word such as 单位： on a line, up to the next blank; 编制单位：甲 单位：元 has two.
[[nodiscard]] std::vector<std::string> caption_values(std::string_view line, std::string_view word);
/// The first of them, or "".
[[nodiscard]] std::string caption_value(std::string_view line, std::string_view word);
/// The unit of money that a line names: 单位：万元; unknown if none.
[[nodiscard]] Unit caption_unit(std::string_view line);

/// The line as one text with single blanks, for matching.
[[nodiscard]] std::string plain(const TokenLine&);

}  // namespace budget::inline v1::detail
